// Shared by the tests of the published site: the repository's own site, built as its operator would, on a small server.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { launch } from './support.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BIN = process.env.PAKT_BIN ?? join(ROOT, 'target/debug/pakt');

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** Placeholders for an operator's details; nobody can own a `.test` domain (RFC 2606). */
const OPERATOR = { operator: 'Zkušební provozovatel', email: 'web@pakt.test', accessibility_contact: 'pristupnost@pakt.test' };

/** A usual window, in CSS px. */
export const USUAL = { width: 1280, height: 900 };

/** How many tabs go through the site at once: as many as a small machine has cores. */
const TABS = 2;

/** An address without a page. */
export const NOWHERE = '/tady-nic-neni/';

/** One page of each kind; missing ones are left out. */
const SAMPLE = [
  '/',
  '/normalni-je-pracovat/',
  '/normalni-je-pracovat/rodina/',
  '/priority/',
  '/priority/pripravenost/',
  '/pripravenost/',
  '/pripravenost/zivotopis/',
  '/pripravenost/zivotopis/jednoduse/',
  '/pripravenost/prvni-kroky-po-ztrate-prace/',
  '/pro-koho/',
  '/pro-koho/50-plus/',
  '/o-paktu/',
  '/kontakt/',
  '/ochrana-soukromi/',
  '/prohlaseni-o-pristupnosti/',
  '/hledani/',
  '/slovnicek/',
  '/vzornik/',
  '/en/',
  '/en/guides/cv/',
  '/uk/',
  NOWHERE,
];

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
};

/** Builds the site in a folder of its own, with the operator filled in and more content; returns the output folder. */
export function build(t, options = [], content = {}) {
  const root = mkdtempSync(join(tmpdir(), 'pakt-published-'));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  for (const part of ['content', 'data', 'themes', 'site.yaml']) cpSync(join(ROOT, part), join(root, part), { recursive: true });
  let settings = readFileSync(join(root, 'site.yaml'), 'utf8');
  for (const [key, value] of Object.entries(OPERATOR)) settings = settings.replace(new RegExp(`^  ${key}: ""`, 'm'), `  ${key}: "${value}"`);
  writeFileSync(join(root, 'site.yaml'), settings);
  for (const [path, text] of Object.entries(content)) writeFileSync(join(root, 'content', path), text);
  const output = join(root, 'public');
  execFileSync(BIN, ['build', '--root', root, '--output', output, '--lang', 'en', '-q', ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  return output;
}

/** Every file below a folder, by its relative path. */
export function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

/** The addresses of all pages, from `/`. */
export function pages(folder) {
  return files(folder).filter((path) => path.endsWith('index.html')).map((path) => `/${path.slice(0, -'index.html'.length)}`);
}

/** The bytes of a file as sent over the network. */
export function compressed(folder, path) {
  const bytes = readFileSync(join(folder, path));
  return gzipSync(bytes, { level: 9 }).length;
}

/** Serves a folder, compressed, with its `404.html` for missing addresses. */
export async function serve(t, folder) {
  const server = createServer((request, response) => {
    let path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    if (path.endsWith('/')) path += 'index.html';
    const file = join(folder, path);
    const is = file.startsWith(folder) && statSync(file, { throwIfNoEntry: false })?.isFile();
    const body = gzipSync(readFileSync(is ? file : join(folder, '404.html')));
    const type = is ? (TYPES[extname(file)] ?? 'application/octet-stream') : TYPES['.html'];
    response.writeHead(is ? 200 : 404, { 'content-type': type, 'content-encoding': 'gzip', 'cache-control': 'max-age=31536000' });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const { port } = server.address();
  assert.ok(port);
  return `http://127.0.0.1:${port}`;
}

/** What axe finds on the open page. */
export async function violations(tab) {
  await tab.evaluate((axe) => window.axe ?? (0, eval)(axe), AXE);
  const { violations } = await tab.evaluate((values) => window.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] }), TAGS);
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)} ${nodes[0].failureSummary}`);
}

/** The built site on a server, and a browser. Started before the tests and stopped after them. */
export class Published {
  #ends = [];
  #content;

  /** `content` is added to the site's own content, by path. */
  constructor(content = {}) {
    this.#content = content;
  }

  async start() {
    const t = { after: (end) => this.#ends.push(end) };
    this.folder = build(t, [], this.#content);
    this.drafts = build(t, ['--drafts'], this.#content);
    this.address = await serve(t, this.drafts);
    this.browser = await launch();
  }

  async stop() {
    await this.browser?.close();
    for (const end of this.#ends.reverse()) await end();
  }

  /** The pages to check: one of each kind, or all of them with `PAKT_ALL_PAGES`. */
  looked() {
    const all = pages(this.drafts);
    return process.env.PAKT_ALL_PAGES ? [...all, NOWHERE] : SAMPLE.filter((page) => all.includes(page) || page === NOWHERE);
  }

  /** Opens a page in a context of its own and passes its tab, requests and console messages to `then`. */
  async open(page, options, then) {
    await this.#within(options, async (tab) => {
      const told = { requests: [], messages: [] };
      tab.on('request', (request) => told.requests.push(request.url()));
      tab.on('pageerror', (error) => told.messages.push(String(error)));
      // The browser itself logs that the page for missing addresses has status 404.
      tab.on('console', (line) => /status of 404/.test(line.text()) || told.messages.push(line.text()));
      await tab.goto(this.address + page);
      await then(tab, told);
    });
  }

  /** Goes through the pages to check with a few tabs, and returns what `look` finds wrong on each. */
  async walk(options, look) {
    const left = this.looked();
    const wrong = [];
    const walker = () => this.#within(options, async (tab) => {
      for (let page = left.shift(); page; page = left.shift()) {
        await tab.setViewportSize(options.viewport ?? USUAL);
        await tab.goto(this.address + page);
        for (const what of await look(tab, page)) wrong.push(`${page}: ${what}`);
      }
    });
    await Promise.all(Array.from({ length: TABS }, walker));
    return wrong.sort();
  }

  async #within(options, then) {
    const context = await this.browser.newContext({ viewport: USUAL, ...options });
    try {
      await then(await context.newPage());
    } finally {
      await context.close();
    }
  }
}
