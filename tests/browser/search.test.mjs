// Search as people use it: keys, the address, announcements, excerpts, and working without scripts or a server.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { REPOSITORY, build, serve } from './search.mjs';
import { PATIENCE, launch } from './support.mjs';

let site;
let portable;
let server;
let browser;

before(async () => {
  [site, portable, browser] = await Promise.all([build(REPOSITORY), build(REPOSITORY, ['--portable']), launch()]);
  server = await serve(site.output);
});

after(async () => {
  await browser?.close();
  await server?.stop();
  await site?.remove();
  await portable?.remove();
});

/** Opens a page; by the end of the test, it must have had no error and no request to another host. */
async function open(t, address, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const asked = [];
  const errors = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (line) => line.type() === 'error' && errors.push(line.text()));
  t.after(async () => {
    await context.close();
    const own = address.startsWith('file:') ? 'file:///' : new URL(address).origin;
    assert.deepEqual(asked.filter((url) => !url.startsWith(own)), [], 'requests to other places');
    assert.deepEqual(errors, [], 'errors in the console');
  });
  await page.goto(address);
  return { page, asked, field: page.getByRole('searchbox'), results: page.locator('.search-list a'), status: page.locator('.search [role=status], main [role=status]') };
}

const ofSearch = (url) => /\/search\/|\/search\.[0-9a-f]+\.js/.test(url);

/** Returns the text of the results once there are any. */
async function titles(results) {
  await results.first().waitFor();
  return results.allTextContents();
}

test('nothing of the search is loaded before its first use', async (t) => {
  const { page, asked, field, results } = await open(t, server.address);
  await page.waitForLoadState('networkidle');
  assert.deepEqual(asked.filter(ofSearch), []);
  await field.focus();
  await page.waitForFunction(() => window.pakt_search?.find);
  await field.pressSequentially('pohov');
  assert.match((await titles(results))[0], /^Pohovor/);
  const files = asked.filter((url) => url.includes('/search/'));
  assert.equal(new Set(files).size, files.length, 'every file once');
});

test('results appear while typing, in any word order, with or without diacritics', async (t) => {
  const { field, results, status } = await open(t, `${server.address}pripravenost/pohovor/`);
  for (const query of ['motivační dopis', 'dopis motivacni', 'MOTIVAČNÍHO DOPISU', 'motivacni dop']) {
    await field.fill('');
    await field.pressSequentially(query);
    await results.filter({ hasText: 'Motivační dopis' }).first().waitFor();
    assert.match((await titles(results))[0], /^Motivační dopis/, query);
  }
  assert.match(await status.textContent(), /^Nalezené stránky: \d+$/);
  await field.fill('xqzwvk');
  await status.filter({ hasText: 'Nic jsme nenašli' }).waitFor();
  assert.equal(await results.count(), 0);
});

test('arrows, Enter and Escape work, and no single key does anything outside', async (t) => {
  const { page, field, results } = await open(t, server.address);
  await page.keyboard.press('s');
  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
  await field.fill('smlouva');
  await titles(results);
  await field.press('ArrowDown');
  assert.equal(await results.nth(0).evaluate((link) => link === document.activeElement), true);
  await page.keyboard.press('ArrowDown');
  assert.equal(await results.nth(1).evaluate((link) => link === document.activeElement), true);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  assert.equal(await field.evaluate((field) => field === document.activeElement), true);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  assert.equal(await field.evaluate((field) => field === document.activeElement), true);
  assert.equal(await results.first().isVisible(), false);
  assert.equal(await field.inputValue(), 'smlouva');
  await field.press('ArrowDown');
  assert.equal(await results.first().isVisible(), true);
  await page.keyboard.press('Enter');
  await page.waitForURL(/pracovni-smlouva-a-prava\//);
});

test('results close when focus leaves them, and can be reached by Tab', async (t) => {
  const { page, field, results } = await open(t, server.address);
  await field.fill('životopis');
  await titles(results);
  await field.press('Tab');
  await page.keyboard.press('Tab');
  assert.equal(await results.nth(0).evaluate((link) => link === document.activeElement), true);
  await page.mouse.click(20, 780);
  await results.first().waitFor({ state: 'hidden' });
});

test('an address with ?q= shows the same search again', async (t) => {
  const { page, field, results } = await open(t, `${server.address}hledani/?q=${encodeURIComponent('životopisu')}`);
  assert.match((await titles(results))[0], /^Životopis/);
  assert.equal(await field.inputValue(), 'životopisu');
  assert.equal(await page.locator('[data-search-all]').isVisible(), false);
  await field.fill('pohovor');
  await page.waitForURL(/\?q=pohovor$/);
  await page.reload();
  assert.match((await titles(results))[0], /^Pohovor/);
  await field.fill('');
  await page.locator('[data-search-all]').waitFor();
  assert.equal(new URL(page.url()).search, '');
});

test('Enter in the field leads to the search page, which says what it found', async (t) => {
  const { page, field, results, status } = await open(t, `${server.address}en/`);
  await field.fill('bureaucracy');
  await titles(results);
  await field.press('Enter');
  await page.waitForURL(/\/en\/search\/\?q=bureaucracy$/);
  assert.match((await titles(results))[0], /problems/);
  assert.match(await status.textContent(), /^Pages found: \d+$/);
});

test('an excerpt shows the words in context, and the link leads to their heading', async (t) => {
  const { page, results } = await open(t, `${server.address}hledani/?q=${encodeURIComponent('podezřelý inzerát')}`);
  const link = results.filter({ hasText: 'Jak poznat podezřelý inzerát' }).first();
  await link.waitFor();
  assert.match(await link.getAttribute('href'), /kde-hledat-volna-mista\/#podvody$/);
  const marked = await page.locator('.search-list mark').allTextContents();
  assert.ok(marked.some((text) => /^podezřel/i.test(text)) && marked.some((text) => /^inzerát/i.test(text)), marked.join());
  const item = page.locator('.search-list li').first();
  assert.match(await item.locator('.search-excerpt').textContent(), /\S+ \S+ \S+/);
  await link.click();
  await page.waitForURL(/#podvody$/);
  assert.equal(await page.locator('#podvody').count(), 1);
});

test('synonyms are marked as what the page says', async (t) => {
  const { page, results } = await open(t, `${server.address}hledani/?q=CV`);
  assert.match((await titles(results))[0], /^Životopis/);
  await page.locator('.search-list mark', { hasText: /životopis/i }).first().waitFor();
});

test('what is typed is text', async (t) => {
  const query = '<img src=x onerror=alert(1)> pohovor "\'&';
  const { page, results } = await open(t, `${server.address}hledani/?q=${encodeURIComponent(query)}`);
  await results.first().waitFor();
  assert.equal(await page.locator('.search img, main img').count(), 0);
});

test('without scripts the search page lists everything by topic', async (t) => {
  const { page, field } = await open(t, server.address, { javaScriptEnabled: false });
  await field.fill('cokoli');
  await page.getByRole('button', { name: 'Hledat' }).click();
  await page.waitForURL(/hledani\/\?q=cokoli$/);
  const shown = async (selector) => (await page.locator(selector).allTextContents()).map((text) => text.replaceAll('\u00a0', ' '));
  const groups = await shown('[data-search-all] h2');
  assert.ok(groups.includes('Hledání práce') && groups.includes('Práva v práci'), groups.join());
  assert.equal(new Set(groups).size, groups.length, 'no group appears twice');
  const pages = await shown('[data-search-all] li');
  for (const title of ['Životopis', 'Pohovor', 'Řemesla a obory', 'Dílčí cíle']) assert.ok(pages.includes(title), title);
});

test('it works from a disk', async (t) => {
  const { page, field, results } = await open(t, pathToFileURL(join(portable.output, 'pripravenost/zivotopis/index.html')).href);
  await field.pressSequentially('rekvalifikací');
  assert.match((await titles(results))[0], /^Rekvalifikace/);
  await results.first().locator('xpath=../p').filter({ hasText: /ekvalifikac/ }).waitFor();
  await field.press('Enter');
  await page.waitForURL(/hledani\/index\.html\?q=/);
  assert.match((await titles(results))[0], /^Rekvalifikace/);
  await results.first().click();
  await page.waitForURL(/rekvalifikace-a-kvalifikace\/index\.html/);
});

test('the field is in the same place on every page', async (t) => {
  const { page, field } = await open(t, server.address);
  const places = [];
  for (const path of ['', 'pripravenost/zivotopis/', 'temata/', 'hledani/', 'uk/']) {
    await page.goto(server.address + path);
    places.push((await field.boundingBox()).y);
  }
  assert.equal(new Set(places.slice(0, 4).map(Math.round)).size, 1, places.join());
  await page.goto(`${server.address}404.html`);
  assert.equal(await field.count(), 1);
});
