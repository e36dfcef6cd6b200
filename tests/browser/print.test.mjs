// The published site on paper: a guide is a checklist on one sheet.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { Published, pages } from './published.mjs';

/** Guides in the site's main language; translations may be a few lines longer. */
const GUIDE = /^\/pripravenost\/.+/;

const site = new Published();
before(() => site.start());
after(() => site.stop());

/** Returns why sheets cannot be counted, if so: without the metrics of Arial, a text is longer than on readers' devices. */
function withoutArial() {
  const { error, stdout } = spawnSync('fc-match', ['Arial'], { encoding: 'utf8' });
  if (error) return 'fontconfig is not installed';
  return /arial|liberation/i.test(stdout) ? false : 'no font has the metrics of Arial: install fonts-liberation';
}

/** How many A4 sheets the open page takes. */
async function sheets(tab) {
  const pdf = await tab.pdf({ format: 'A4', preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
}

test('a guide is one sheet: what to bring, steps to tick and where to ask', { skip: withoutArial() }, async () => {
  const guides = pages(site.folder).filter((page) => GUIDE.test(page));
  assert.ok(guides.length >= 14, `${guides.length} guides`);
  const tab = await site.browser.newPage();
  const longer = [];
  for (const guide of guides) {
    await tab.goto(site.address + guide);
    const taken = await sheets(tab);
    if (taken !== 1) longer.push(`${guide}: ${taken} sheets`);
  }
  await tab.close();
  assert.deepEqual(longer, []);
});

test('paper shows numbered boxes, addresses of links and of the page, and no menus', async () => {
  const tab = await site.browser.newPage();
  await tab.emulateMedia({ media: 'print' });
  await tab.goto(`${site.address}/pripravenost/zivotopis/`);
  const shown = (selector) => tab.locator(selector).first().isVisible();
  for (const selector of ['.menu', '.search', '.languages', '.toc', '.pager', '.site-footer']) assert.equal(await shown(selector), false, selector);
  for (const selector of ['h1', '.checklist', '.steps li', '.official', 'main .print-only']) assert.equal(await shown(selector), true, selector);
  const before = (selector, pseudo, property) => tab.locator(selector).first().evaluate((element, [of, what]) => getComputedStyle(element, of)[what], [pseudo, property]);
  assert.equal(await before('.steps > ol > li', '::before', 'borderTopStyle'), 'solid');
  assert.match(await before('.official a', '::after', 'content'), /https:/);
  await tab.close();
});
