// How well the real site's search finds what people look for: recall in the top three and mean reciprocal rank, per language.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { REPOSITORY, build, queries, routes } from './search.mjs';
import { launch } from './support.mjs';

/** The share of queries whose page is among the first three results. */
const RECALL = 0.95;

const START = { cs: 'index.html', en: 'en/index.html', uk: 'uk/index.html' };

let site;
let browser;

before(async () => {
  site = await build(REPOSITORY, ['--portable']);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await site?.remove();
});

for (const [language, least] of [['cs', 120], ['en', 30], ['uk', 30]]) {
  test(`what is asked in ${language} is found`, async (t) => {
    const own = (await queries()).get(language);
    assert.ok(own.length >= least, `${own.length} queries`);
    const known = await routes(REPOSITORY);
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(site.output, START[language])).href);
    await page.locator('form[data-search] input').focus();
    await page.waitForFunction(() => window.pakt_search?.find);
    let [found, rank] = [0, 0];
    for (const [query, ...sources] of own) {
      const wanted = sources.map((source) => known.get(source));
      assert.ok(wanted.every(Boolean), `${query}: every page is there: ${sources}`);
      const paths = (await page.evaluate((query) => window.pakt_search.find(query), query)).map(({ path }) => path);
      const at = paths.findIndex((path) => wanted.includes(decodeURIComponent(path)));
      if (at >= 0) rank += 1 / (at + 1);
      if (at >= 0 && at < 3) found++;
      else t.diagnostic(`missed: ${query} → ${paths.slice(0, 3).join(', ') || 'nothing'} (wanted ${wanted[0]}, at ${at + 1})`);
    }
    const [recall, reciprocal] = [found / own.length, rank / own.length];
    t.diagnostic(`${language}: ${own.length} queries, recall@3 ${recall.toFixed(3)}, mean reciprocal rank ${reciprocal.toFixed(3)}`);
    assert.ok(recall >= RECALL, `recall@3 ${recall}`);
    await page.close();
  });
}
