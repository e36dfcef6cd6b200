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

/** The width of the text on an A4 sheet with the margins of `print.css`, in CSS px. */
const SHEET = Math.round(((210 - 2 * 12) / 25.4) * 96);

/** A table of contacts, which on a screen scrolls, and a folded text of raw HTML. */
const WIDE = `<div class="table"><table>
<thead><tr><th>Pracoviště</th><th>Adresa</th><th>Telefon</th><th>E-mail</th><th>Úřední hodiny</th></tr></thead>
<tbody><tr><td>Frýdlant v Čechách</td><td>náměstí bez čísla popisného</td><td>000 000 000</td><td>nejdelsi.adresa.podatelny@urad.example</td><td>po a st 8–17</td></tr></tbody>
</table></div>
<details><summary>Podmínky</summary><p id="folded">Text</p></details>`;

test('paper shows all columns of a wide table side by side, and open details', async () => {
  const tab = await site.browser.newPage();
  await tab.setViewportSize({ width: SHEET, height: 1000 });
  await tab.emulateMedia({ media: 'print' });
  await tab.goto(`${site.address}/pripravenost/zivotopis/`);
  const { cells, text, heads } = await tab.evaluate((html) => {
    const prose = document.querySelector('.prose');
    prose.lastElementChild.insertAdjacentHTML('beforebegin', html);
    const box = (element) => element.getBoundingClientRect();
    const table = [...prose.querySelectorAll('.table')].find((one) => one.textContent.includes('Pracoviště'));
    return {
      cells: [...table.querySelectorAll('th, td')].map((cell) => ({ left: box(cell).left, right: box(cell).right, cut: cell.scrollWidth > cell.clientWidth })),
      heads: [...table.querySelectorAll('th')].map((cell) => box(cell).top),
      text: { left: box(prose).left, right: box(prose).right },
    };
  }, WIDE);
  for (const { left, right, cut } of cells) assert.ok(left >= text.left - 1 && right <= text.right + 1 && !cut, JSON.stringify({ left, right, cut, text }));
  assert.equal(new Set(heads).size, 1);
  assert.ok((await tab.locator('#folded').boundingBox())?.height > 0);
  await tab.close();
});
