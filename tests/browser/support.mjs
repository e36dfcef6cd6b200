// Shared by the browser tests: a small site on disk, a running `pakt serve`, and a page that reports its errors.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const BIN = process.env.PAKT_BIN ?? fileURLToPath(new URL('../../target/debug/pakt', import.meta.url));
/** pakt with steps that panic when a test asks for it; see `panicking.rs`. */
const PANICKING = join(dirname(BIN), 'examples/panicking');
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** In milliseconds: long enough for a loaded machine; a wait ends as soon as its condition is true. */
export const PATIENCE = 20_000;

/** The file that names the steps that should panic, in a folder of the site that is not watched. */
const PANICS = 'panics/steps';

const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const SETTINGS = `title: Web
base_url: https://web.example/
language: cs
organisation: {operator: Úřad, email: a@b.cz, accessibility_contact: a@b.cz}
markdown: {html: allow}
`;

export function launch() {
  return chromium.launch({ executablePath: CHROMIUM, args: QUIET });
}

/** The source of a page. */
export function source(title, body, front = '') {
  return `---\ntitle: ${title}\n${front}---\n\n${body}\n`;
}

/** Enough paragraphs to fill several windows; each can be found by its number. */
export function paragraphs(count) {
  return Array.from({ length: count }, (_, at) => `Odstavec číslo ${at}. ${'Práce a vzdělávání v kraji. '.repeat(8)}`).join('\n\n');
}

/** A site in a folder of its own, removed after the test. */
export class Site {
  static async make(t, files = {}) {
    const site = new Site();
    site.root = await mkdtemp(join(tmpdir(), 'pakt-browser-'));
    t.after(() => rm(site.root, { recursive: true, force: true }));
    const all = { 'site.yaml': SETTINGS, 'content/_index.md': source('Úvod', 'Vítejte.'), ...files };
    for (const [path, text] of Object.entries(all)) await site.write(path, text);
    return site;
  }

  /** Saves a file as careful editors do: writes a temporary file and renames it over the old one. */
  async write(path, text) {
    const file = join(this.root, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(`${file}~`, text);
    await rename(`${file}~`, file);
  }

  async replace(path, from, to) {
    const text = await readFile(join(this.root, path), 'utf8');
    assert.ok(text.includes(from), `${path} holds ${from}`);
    await this.write(path, text.replace(from, to));
  }

  /** Sets which steps of live mode should panic, in a server started with `panics`. */
  panics(...steps) {
    return this.write(PANICS, steps.join('\n'));
  }

  remove(path) {
    return rm(join(this.root, path));
  }
}

/** A running server. */
export class Server {
  static async start(t, site, { port = 0, options = [], panics = false } = {}) {
    const program = panics ? PANICKING : BIN;
    assert.ok(existsSync(program), `no program at ${program}: build it with \`cargo build --bins --examples\`, or set PAKT_BIN`);
    const server = new Server();
    const env = { ...globalThis.process.env, PAKT_TEST_PANICS: join(site.root, PANICS) };
    const process = spawn(program, ['serve', '--port', String(port), '--root', site.root, '--lang', 'cs', ...options], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    server.process = process;
    server.ended = new Promise((resolve) => process.once('exit', resolve));
    server.told = '';
    process.stderr.setEncoding('utf8').on('data', (text) => (server.told += text));
    t.after(() => server.stop());
    server.port = await portOf(process);
    server.address = `http://127.0.0.1:${server.port}`;
    return server;
  }

  async stop() {
    if (this.process.exitCode === null && this.process.signalCode === null) this.process.kill('SIGINT');
    await this.ended;
  }
}

function portOf(process) {
  return new Promise((resolve, reject) => {
    let told = '';
    process.stderr.on('data', (text) => {
      told += text;
      const found = /http:\/\/127\.0\.0\.1:(\d+)\//.exec(told);
      if (found) resolve(Number(found[1]));
    });
    process.once('exit', () => reject(new Error(`the server ended before it told its address: ${told}`)));
    process.once('error', reject);
  });
}

/** A tab. By the end of the test, it must have had no error and left nothing behind in the browser. */
export async function openTab(t, browser, server) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 }, permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (line) => {
    // The browser itself logs every response that is not 2xx and every refused connection.
    if (line.type() === 'error' && !/Failed to load resource|net::ERR_/.test(line.text())) errors.push(line.text());
  });
  t.after(async () => {
    await context.close();
    assert.deepEqual(errors, [], 'errors in the console');
  });
  return new Tab(page, server.address);
}

export class Tab {
  constructor(page, address) {
    this.page = page;
    this.address = address;
    this.panel = page.locator('pakt-live #panel');
    this.bar = page.locator('pakt-live .bar');
    this.badge = page.locator('pakt-live .badge').first();
    /** The last state that the script received. */
    this.state = null;
    page.on('response', async (answer) => {
      if (new URL(answer.url()).pathname !== '/__pakt/state') return;
      // A response to a page that has been left cannot be read.
      this.state = await answer.json().catch(() => this.state);
    });
  }

  /** Opens a page and waits until the script knows its sources. A mark shows later whether it was reloaded. */
  async open(path) {
    const known = this.page.waitForResponse((answer) => answer.url() === this.address + path && answer.request().resourceType() === 'fetch');
    const answer = await this.page.goto(this.address + path);
    await (await known).finished();
    await this.page.evaluate(() => (window.notReloaded = true));
    return answer;
  }

  /** Waits until the page shows a text, some of whose spaces typography makes non-breaking. */
  sees(text) {
    return this.page.waitForFunction((text) => document.body.innerText.replaceAll('\u00a0', ' ').includes(text), text);
  }

  /** Waits until the script knows that the whole site has been checked, so that every page has a last good version. */
  async checked() {
    const until = Date.now() + PATIENCE;
    while (!this.state?.elsewhere?.done) {
      assert.ok(Date.now() < until, 'the site is not checked');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** What the page shows, with plain spaces. */
  text() {
    return this.page.evaluate(() => document.body.innerText.replaceAll('\u00a0', ' '));
  }

  async assertNotReloaded() {
    assert.equal(await this.page.evaluate(() => window.notReloaded), true, 'the page was reloaded');
  }

  /** Waits for the next state that the script requests after `action`. */
  async stateAfter(action) {
    const answer = this.page.waitForResponse((answer) => new URL(answer.url()).pathname === '/__pakt/state');
    await action();
    return (await answer).json();
  }
}
