// The published site for everyone: any window, text size, colour scheme, keyboard, touch, language, and without scripts.
// PAKT_ALL_PAGES=1 checks every page instead of a sample of each kind.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { longestLine, lostColours, markStops, moving, smallTargets, stop, unreadable, wrongLanguage } from './looks.mjs';
import { NOWHERE, Published, USUAL, pages, violations } from './published.mjs';

/** A window of 1280 × 1024 pixels at a zoom of 400 % (WCAG 2.2, 1.4.10). */
const ZOOMED = { width: 320, height: 256 };

/** Text spacing by WCAG 2.2, 1.4.12. */
const SPACED = '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}';

/** A small phone, in CSS px. */
const NARROW = { width: 320, height: 640 };

/** Text of twice the size, and nothing else. */
const LARGE_TEXT = 'html{font-size:200%!important}';

/** The maximum length of a line, in characters. */
const LONGEST_LINE = 70;

/** The maximum number of Tab stops on a page, so that a keyboard trap ends the test. */
const MOST_STOPS = 400;

/** The main targets: 44 px for a thumb. */
const MAIN = ['.brand', '.search input', '.search button', '.languages a', '.menu summary', '.menu a', '.button', '.cards li', '.details > summary', '.pager a'].join();

/** Shapes made of colour, which need a border in forced-colours mode, and marks before a text. */
const LOST = {
  shapes: ['.search button', '.demo', '.button', '.cards li', '.callout', '[class^="markdown-alert-"]:not(p)', '.checklist', '.official', '.details', '.task', '.pager a'].join(),
  marks: '.steps > ol > li, .checklist > ul > li',
};

const site = new Published();
before(() => site.start());
after(() => site.stop());

/** Opens the menu of a narrow window as a key would, so that focus shows in it. */
function unfold(tab) {
  return tab.evaluate(() => (document.querySelector('.menu-fold').open = true));
}

/** What does not fit into a window of the given width: the page, or a text. */
async function misfits(tab, width) {
  await tab.setViewportSize({ width, height: ZOOMED.height });
  const [wide, high] = await tab.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
  await tab.setViewportSize({ width, height: high });
  return [...(wide > width ? [`${wide} px wide`] : []), ...(await tab.evaluate(unreadable))];
}

test('at 400 % zoom everything is there and nothing scrolls sideways, even with wider text spacing', async () => {
  assert.deepEqual(await site.walk({ viewport: ZOOMED }, async (tab) => {
    const plain = await misfits(tab, ZOOMED.width);
    await tab.addStyleTag({ content: SPACED });
    const spaced = await misfits(tab, ZOOMED.width);
    return [...plain, ...spaced.map((text) => `spaced: ${text}`)];
  }), []);
});

test('with text at 200 % nothing is cut off or covered, in a wide and in a narrow window', async () => {
  assert.deepEqual(await site.walk({}, async (tab) => {
    await tab.addStyleTag({ content: LARGE_TEXT });
    const wide = await misfits(tab, 1280);
    return [...wide, ...(await misfits(tab, 640)).map((text) => `narrow: ${text}`)];
  }), []);
});

test('lines are short', async () => {
  assert.deepEqual(await site.walk({}, async (tab) => {
    const longest = await tab.evaluate(longestLine);
    return longest > LONGEST_LINE ? [`lines of ${Math.round(longest)} characters`] : [];
  }), []);
});

for (const colorScheme of ['light', 'dark']) {
  test(`where the system chooses the colours, ${colorScheme}, shapes, marks, the focus and the place are still seen`, async () => {
    assert.deepEqual(await site.walk({ forcedColors: 'active', colorScheme }, async (tab) => {
      const wide = await tab.evaluate(lostColours, LOST);
      await tab.setViewportSize(NARROW);
      await unfold(tab);
      return [...wide, ...(await tab.evaluate(lostColours, LOST)).map((text) => `narrow: ${text}`)];
    }), []);
  });
}

test('nothing moves with reduced motion', async () => {
  assert.deepEqual(await site.walk({ reducedMotion: 'reduce' }, async (tab) => {
    await tab.locator('main a:visible').first().hover();
    return tab.evaluate(moving);
  }), []);
});

test('touch targets are large enough or have room around them, in a wide and in a narrow window', async () => {
  assert.deepEqual(await site.walk({}, async (tab) => {
    const wide = await tab.evaluate(smallTargets, MAIN);
    await tab.setViewportSize(NARROW);
    await unfold(tab);
    return [...wide, ...(await tab.evaluate(smallTargets, MAIN)).map((text) => `narrow: ${text}`)];
  }), []);
});

for (const viewport of [ZOOMED, USUAL]) {
  test(`the Tab key visits every control once, in order, and one sees where it is, ${viewport.width} × ${viewport.height}`, async () => {
    assert.deepEqual(await site.walk({ viewport, reducedMotion: 'reduce' }, async (tab) => {
      const wanted = await tab.evaluate(markStops);
      const wrong = wanted > MOST_STOPS ? [`${wanted} controls`] : [];
      for (let at = 0; at < Math.min(wanted, MOST_STOPS); at += 1) {
        await tab.keyboard.press('Tab');
        const visited = await tab.evaluate(stop);
        if (visited !== at) wrong.push(`stop ${at}: ${visited}`);
      }
      return wrong;
    }), []);
  });
}

for (const colorScheme of ['light', 'dark']) {
  for (const forcedColors of ['none', 'active']) {
    test(`what the search finds is for everyone too, ${colorScheme}, forced colours ${forcedColors}`, async () => {
      for (const page of ['/', '/hledani/?q=pohovor']) {
        await site.open(page, { colorScheme, forcedColors, viewport: ZOOMED }, async (tab) => {
          if (page === '/') await tab.locator('.search input').pressSequentially('pohovor');
          await tab.locator('.search-list mark').first().waitFor();
          const lost = forcedColors === 'active' ? await tab.evaluate(lostColours, LOST) : await violations(tab);
          const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
          // A panel covers the page, and its targets cover those of the page.
          const rest = page === '/' ? [] : [...(await tab.evaluate(smallTargets, MAIN)), ...(await misfits(tab, ZOOMED.width))];
          assert.deepEqual([...lost, wide, ...rest], [ZOOMED.width], page);
        });
      }
    });
  }
}

test('without scripts one can read everything, open the menu, change the language and see the list of all pages', async () => {
  const withScript = new Map();
  await site.walk({ viewport: NARROW }, async (tab, page) => {
    withScript.set(page, await tab.locator('main').innerText());
    return [];
  });
  assert.deepEqual(await site.walk({ javaScriptEnabled: false, viewport: NARROW }, async (tab, page) => [
    ...((await tab.locator('main').innerText()) === withScript.get(page) ? [] : ['another text']),
    ...(await menuOpens(tab)),
    ...(await languagesChange(tab, page)),
    ...(await formLists(tab)),
  ]), []);
});

/** The menu is collapsed, opens with a click, and has the same items as in wide windows. */
async function menuOpens(tab) {
  const links = tab.locator('.menu-fold a');
  if (await links.first().isVisible()) return ['the menu is open'];
  await tab.locator('.menu-fold summary').click();
  const [fold, row] = await tab.evaluate(() => ['.menu-fold a', '.menu-row a'].map((all) => [...document.querySelectorAll(all)].map((link) => link.checkVisibility() + link.href)));
  return fold.join() === row.join().replaceAll('false', 'true') && fold.length > 3 ? [] : [`the menu has ${fold}, not ${row}`];
}

/** Each language link leads to the translation, which links back; or to that language's home page, and says so. */
async function languagesChange(tab, page) {
  const wrong = [];
  const own = { lang: await tab.locator('html').getAttribute('lang'), url: tab.url() };
  for (const lang of await tab.locator('.languages a').evaluateAll((links) => links.map((link) => link.hreflang))) {
    const link = tab.locator(`.languages a[hreflang=${lang}]`);
    const isHome = page === NOWHERE || (await link.locator('small').count()) > 0;
    await link.click();
    if ((await tab.locator('html').getAttribute('lang')) !== lang) wrong.push(`the language does not change to ${lang}`);
    const back = await tab.locator(`.languages a[hreflang=${own.lang}]`).evaluate((link) => link.href);
    // A plain-reading version has no translations of its own; it shares those of its page.
    if (!isHome && back !== own.url.replace(/(jednoduse|plain-language|prostoiu-movoiu)\/$/, '')) wrong.push(`in ${lang} it is another page, that of ${back}`);
    await tab.goto(own.url);
  }
  return wrong;
}

/** The form leads to the language's search page, which lists all pages. */
async function formLists(tab) {
  const lang = await tab.locator('html').getAttribute('lang');
  await tab.locator('.search input').fill('prace');
  await tab.locator('.search button').click();
  const listed = await tab.locator('[data-search-all] a:visible').count();
  const there = await tab.locator('html').getAttribute('lang');
  return tab.url().endsWith('?q=prace') && there === lang && listed > 10 ? [] : [`the form leads to ${tab.url()} with ${listed} pages`];
}

test('every text and every link says in which language it is', async () => {
  const html = Object.fromEntries(pages(site.drafts).map((page) => [page, readFileSync(join(site.drafts, page, 'index.html'), 'utf8')]));
  await site.open('/', {}, async (tab) => assert.deepEqual(await tab.evaluate(wrongLanguage, html), []));
});
