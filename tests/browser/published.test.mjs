// The published site: valid, light, accessible and quiet.
// PAKT_ALL_PAGES=1 checks every page instead of a sample of each kind; PAKT_LIGHTHOUSE=1 also measures five pages.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { Published, compressed, files, pages, violations } from './published.mjs';

const NU = fileURLToPath(new URL('node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url));
const WIDTHS = [320, 768, 1280];
const SCHEMES = ['light', 'dark'];
const SHOTS = fileURLToPath(new URL('../../target/screenshots/', import.meta.url));

/** Pages to keep screenshots of. */
const SHOWN = ['/', '/normalni-je-pracovat/', '/priority/pripravenost/', '/pripravenost/zivotopis/', '/pripravenost/', '/pro-koho/50-plus/', '/vzornik/', '/tady-nic-neni/'];

/** Pages that Lighthouse measures. */
const MEASURED = ['/', '/normalni-je-pracovat/', '/priority/pripravenost/', '/pripravenost/zivotopis/', '/pro-koho/50-plus/'];

/** The maximum bytes of a page with everything it needs, and the maximum requests. */
const HEAVIEST = 30_000;
const MOST_REQUESTS = 5;
const HEAVIEST_STYLE = 12_000;

const site = new Published();
before(() => site.start());
after(() => site.stop());

test('every page is valid HTML', async () => {
  const validator = new HtmlValidate(new FileSystemConfigLoader({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
    rules: {
      // Titles name the page and the site, and regions are named for their content.
      'long-title': 'off',
      // Our style: attributes without a value, void elements without a slash.
      'void-style': ['error', { style: 'omit' }],
      // Trailing white space does not matter to readers.
      'no-trailing-whitespace': 'off',
      // Roles that give generic elements a meaning: `note`, and `doc-*` for footnotes.
      'prefer-native-element': ['error', { exclude: ['region'] }],
      'no-inline-style': 'error',
      'require-sri': ['error', { target: 'crossorigin' }],
    },
  }));
  const wrong = [];
  for (const path of files(site.drafts).filter((path) => path.endsWith('.html'))) {
    const report = await validator.validateString(readFileSync(join(site.drafts, path), 'utf8'), path);
    for (const { messages } of report.results) {
      wrong.push(...messages.map(({ ruleId, message, line }) => `${path}:${line}: ${ruleId}: ${message}`));
    }
  }
  assert.deepEqual(wrong.slice(0, 40), []);
});

/** Returns why the Nu checker cannot run, if so. */
function withoutNu() {
  if (spawnSync('java', ['-version']).error) return 'Java is not installed';
  return existsSync(NU) ? false : 'the package vnu-jar has no jar';
}

test('the Nu checker finds no error', { skip: withoutNu() }, () => {
  const checked = spawnSync('java', ['-jar', NU, '--skip-non-html', '--errors-only', '--format', 'gnu', site.drafts], { encoding: 'utf8' });
  assert.equal(checked.stderr, '');
  assert.equal(checked.status, 0);
});

test('every page is light', () => {
  const sheets = files(site.folder).filter((path) => path.endsWith('.css'));
  for (const sheet of sheets) assert.ok(compressed(site.folder, sheet) <= HEAVIEST_STYLE, `${sheet}: ${compressed(site.folder, sheet)} bytes`);
  const heavy = [];
  for (const page of [...pages(site.folder).map((page) => `${page}index.html`), '404.html']) {
    const html = readFileSync(join(site.folder, page), 'utf8');
    const needed = [...html.matchAll(/(?:href|src)="([^"]*(?:assets\/[^"]*\.(?:css|js)|favicon\.svg))"/g)].map((match) => match[1].replace(/^(\.\.?\/)+|^\//, ''));
    const bytes = [page, ...new Set(needed)].reduce((sum, path) => sum + compressed(site.folder, path), 0);
    if (bytes > HEAVIEST || new Set(needed).size + 1 > MOST_REQUESTS) heavy.push(`${page}: ${bytes} bytes, ${needed.length + 1} requests`);
  }
  assert.deepEqual(heavy, []);
});

for (const colorScheme of SCHEMES) {
  test(`nothing hinders anyone that axe can find, at three widths, ${colorScheme}`, async () => {
    assert.deepEqual(await site.walk({ colorScheme }, async (tab) => {
      const found = [];
      for (const width of WIDTHS) {
        await tab.setViewportSize({ width, height: 900 });
        found.push(...(await violations(tab)).map((text) => `${width}: ${text}`));
      }
      return found;
    }), []);
  });
}

test('pages make no third-party requests, log nothing to the console and store nothing', async () => {
  const wrong = [];
  for (const page of site.looked()) {
    await site.open(page, {}, async (tab, told) => {
      wrong.push(...told.requests.filter((url) => !url.startsWith(site.address)).map((url) => `${page} asks ${url}`));
      wrong.push(...told.messages.map((text) => `${page} says ${text}`));
      if (told.requests.length > MOST_REQUESTS) wrong.push(`${page}: ${told.requests.length} requests`);
      if ((await tab.context().cookies()).length > 0) wrong.push(`${page} leaves a cookie`);
      if (await tab.evaluate(() => localStorage.length + sessionStorage.length)) wrong.push(`${page} stores something`);
    });
  }
  assert.deepEqual(wrong, []);
});

test('screenshots of the key pages are kept, on screen and on paper', async () => {
  mkdirSync(SHOTS, { recursive: true });
  for (const page of SHOWN.filter((page) => site.looked().includes(page))) {
    const name = page.replaceAll('/', '-').replace(/^-|-$/g, '') || 'home';
    for (const colorScheme of SCHEMES) {
      for (const width of WIDTHS) {
        await site.open(page, { colorScheme, viewport: { width, height: 900 } }, (tab) => tab.screenshot({ path: join(SHOTS, `${name}-${width}-${colorScheme}.png`), fullPage: true }));
      }
    }
    await site.open(page, {}, (tab) => tab.pdf({ path: join(SHOTS, `${name}.pdf`), format: 'A4' }));
    assert.ok(existsSync(join(SHOTS, `${name}.pdf`)));
  }
});

test('Lighthouse gives full marks', { skip: process.env.PAKT_LIGHTHOUSE ? false : 'it takes minutes: set PAKT_LIGHTHOUSE=1' }, async (t) => {
  const { default: lighthouse } = await import('lighthouse');
  const { chromium } = await import('playwright-core');
  const port = 9300 + (process.pid % 500);
  const own = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`] });
  t.after(() => own.close());
  const low = [];
  for (const page of MEASURED) {
    const runs = [];
    for (let run = 0; run < 3; run += 1) {
      const { lhr } = await lighthouse(site.address + page, { port, output: 'json', logLevel: 'error', onlyCategories: ['performance', 'accessibility', 'best-practices', 'seo'] });
      runs.push(lhr);
    }
    const median = (key) => runs.map((lhr) => Math.round((lhr.categories[key].score ?? 0) * 100)).sort((a, b) => a - b)[1];
    const scores = { performance: median('performance'), accessibility: median('accessibility'), 'best-practices': median('best-practices'), seo: median('seo') };
    t.diagnostic(`${page} ${JSON.stringify(scores)}`);
    const failed = Object.values(runs[0].audits).filter((audit) => audit.score !== null && audit.score < 1 && audit.scoreDisplayMode === 'binary').map((audit) => audit.id);
    if (scores.performance < 99 || scores.accessibility < 100 || scores['best-practices'] < 100 || scores.seo < 100) low.push(`${page} ${JSON.stringify(scores)} ${failed}`);
  }
  assert.deepEqual(low, []);
});
