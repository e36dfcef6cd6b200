// Live mode as an editor sees it: a page is open in a browser, a file is saved, and the page updates.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openTab, paragraphs, Server, Site, source } from './support.mjs';

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const FORM = `<form>
<p><label>Jméno <input name="jmeno"></label></p>
<p><label>Souhlas <input type="checkbox" name="souhlas"></label></p>
<p><label>Obec <select name="obec"><option>Liberec</option><option>Jablonec</option></select></label></p>
<p><label>Zpráva <textarea name="zprava"></textarea></label></p>
</form>`;

const DETAILS = '<details><summary>Více</summary><p>Uvnitř</p></details>';

async function started(t, files, options) {
  const site = await Site.make(t, files);
  const server = await Server.start(t, site, options);
  return { site, server, tab: await openTab(t, browser, server) };
}

test('an edit above the window keeps the scroll position, the focus and the selection', async (t) => {
  const text = `Začátek.\n\n${paragraphs(30)}\n\n[Odkaz](b.md)\n\n${paragraphs(30)}`;
  const { site, tab } = await started(t, { 'content/a.md': source('A', text), 'content/b.md': source('B', 'Béčko.') });
  await tab.open('/a/');
  const place = () => tab.page.evaluate(() => document.activeElement.getBoundingClientRect().top);
  await tab.page.evaluate(() => {
    window.link = document.querySelector('main a[href$="b/"]');
    window.link.focus();
    window.link.scrollIntoView({ block: 'center', behavior: 'instant' });
    getSelection().selectAllChildren(window.link);
  });
  const top = await place();
  await site.replace('content/a.md', 'Začátek.', `Jiný začátek.\n\n${paragraphs(10)}`);
  await tab.sees('Jiný začátek.');
  assert.ok(Math.abs((await place()) - top) < 2, `the link moved from ${top} to ${await place()}`);
  assert.equal(await tab.page.evaluate(() => document.activeElement === window.link), true);
  assert.equal(await tab.page.evaluate(() => String(getSelection())), 'Odkaz');
  await site.replace('content/a.md', 'Jiný začátek.', 'Opět začátek.');
  await tab.sees('Opět začátek.');
  await site.replace('content/a.md', paragraphs(10), 'Zkráceno.');
  await tab.sees('Zkráceno.');
  assert.ok(Math.abs((await place()) - top) < 2, `the link moved from ${top} to ${await place()}`);
  await tab.assertNotReloaded();
});

test('what is saved while a page loads is shown, also if it is as long as what was there', async (t) => {
  const { site, server, tab } = await started(t, { 'content/a.md': source('A', 'Nejdřív rudá.') });
  let release;
  const saved = new Promise((resolve) => (release = resolve));
  await tab.page.route('**/__pakt/live.js', async (route) => {
    await saved;
    await route.continue();
  });
  const loaded = tab.page.goto(`${server.address}/a/`);
  await tab.sees('Nejdřív rudá.');
  await site.replace('content/a.md', 'rudá', 'malá');
  const isServed = async () => (await (await fetch(`${server.address}/a/`)).text()).includes('Nejdřív malá.');
  while (!(await isServed())) await new Promise((resolve) => setTimeout(resolve, 10));
  release();
  await loaded;
  await tab.sees('Nejdřív malá.');
});

test('form input, selection and caret stay', async (t) => {
  const { site, tab } = await started(t, { 'content/a.md': source('A', `První.\n\n${FORM}\n\nPoslední.`) });
  await tab.open('/a/');
  await tab.page.check('[name=souhlas]');
  await tab.page.selectOption('[name=obec]', 'Jablonec');
  await tab.page.fill('[name=zprava]', 'Dobrý den');
  await tab.page.fill('[name=jmeno]', 'Jana Nová');
  await tab.page.evaluate(() => document.activeElement.setSelectionRange(2, 5));
  const typed = () => tab.page.evaluate(() => {
    const { jmeno, souhlas, obec, zprava } = document.querySelector('main form').elements;
    const { selectionStart, selectionEnd, name } = document.activeElement;
    return [jmeno.value, souhlas.checked, obec.value, zprava.value, name, selectionStart, selectionEnd];
  });
  const expected = ['Jana Nová', true, 'Jablonec', 'Dobrý den', 'jmeno', 2, 5];
  assert.deepEqual(await typed(), expected);
  await site.replace('content/a.md', 'První.', 'Úplně nový.\n\n## Nadpis\n\nPrvní podruhé.');
  await tab.sees('První podruhé.');
  assert.deepEqual(await typed(), expected);
  await site.replace('content/a.md', '<label>Jméno ', '<label class="nove">Celé jméno ');
  await tab.sees('Celé jméno');
  assert.deepEqual(await typed(), expected);
  await tab.assertNotReloaded();
});

test('what the reader opened stays open, and what a script made stays made', async (t) => {
  const { site, tab } = await started(t, { 'content/a.md': source('A', `Jedna.\n\n${DETAILS}\n\nDva.`) });
  await tab.open('/a/');
  await tab.page.click('main summary');
  await tab.page.evaluate(() => {
    document.documentElement.classList.add('js');
    document.querySelector('main').append(Object.assign(document.createElement('p'), { id: 'pridano', textContent: 'Přidal skript.' }));
  });
  await site.replace('content/a.md', 'Uvnitř', 'Uvnitř jinak');
  await tab.sees('Uvnitř jinak');
  assert.equal(await tab.page.evaluate(() => document.querySelector('main details').open), true);
  assert.equal(await tab.page.evaluate(() => document.documentElement.className), 'js');
  assert.equal(await tab.page.locator('#pridano').count(), 1);
  await tab.assertNotReloaded();
});

test('the head and the language follow too', async (t) => {
  const { site, tab } = await started(t, { 'content/a.md': source('Áčko', 'Text.') });
  await tab.open('/a/');
  await site.write('content/a.md', source('Jiný titulek', 'Text.', 'description: Nový popis.\n'));
  await tab.page.waitForFunction(() => document.title.startsWith('Jiný titulek'));
  assert.equal(await tab.page.evaluate(() => document.querySelector('meta[name=description]').content), 'Nový popis.');
  await site.replace('site.yaml', 'language: cs', 'language: en');
  await tab.page.waitForFunction(() => document.documentElement.lang === 'en');
  await tab.assertNotReloaded();
});

test('a stylesheet is swapped without a reload, and the page is never without one', async (t) => {
  const parts = ['tokens', 'base', 'layout', 'components', 'print'].map((part) => `@import "${part}.css";\n`).join('');
  const { site, tab } = await started(t, { 'content/a.md': source('A', 'Text.'), 'themes/pakt/assets/css/site.css': parts });
  await tab.open('/a/');
  await tab.page.evaluate(() => {
    window.bare = 0;
    const watch = () => {
      if (getComputedStyle(document.body).display !== 'flex') window.bare++;
      requestAnimationFrame(watch);
    };
    watch();
  });
  for (const color of ['rgb(1, 2, 3)', 'rgb(4, 5, 6)']) {
    await site.write('themes/pakt/assets/css/site.css', `${parts}main { outline-color: ${color}; }\n`);
    await tab.page.waitForFunction((color) => getComputedStyle(document.querySelector('main')).outlineColor === color, color);
  }
  await tab.page.waitForFunction(() => document.querySelectorAll('link[rel=stylesheet]').length === 1);
  assert.equal(await tab.page.evaluate(() => document.querySelector('link[rel=stylesheet]').media), '');
  assert.equal(await tab.page.evaluate(() => window.bare), 0);
  await tab.assertNotReloaded();
});

test('a picture and a stylesheet that keep their names are refreshed', async (t) => {
  const picture = (width) => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="9"><path d="M0 0h9v9z"/></svg>\n`;
  const files = {
    'content/a.md': source('A', '<link rel="stylesheet" href="/vlastni.css">\n\n![Popis](obrazek.svg)'),
    'content/obrazek.svg': picture(11),
    'content/_static/vlastni.css': 'main { outline-color: rgb(1, 2, 3) }',
  };
  const { site, tab } = await started(t, files);
  // The script asks once which version of each file is shown; it does not notice an earlier save.
  const known = ['/obrazek.svg', '/vlastni.css'].map((path) => tab.page.waitForResponse((answer) => answer.request().method() === 'HEAD' && answer.url() === tab.address + path));
  await tab.open('/a/');
  for (const answer of await Promise.all(known)) assert.equal(answer.status(), 200);
  await tab.page.waitForFunction(() => document.querySelector('main img').naturalWidth === 11);
  await site.write('content/obrazek.svg', picture(22));
  await tab.page.waitForFunction(() => document.querySelector('main img').naturalWidth === 22);
  await site.write('content/_static/vlastni.css', 'main { outline-color: rgb(4, 5, 6) }');
  await tab.page.waitForFunction(() => getComputedStyle(document.querySelector('main')).outlineColor === 'rgb(4, 5, 6)');
  await site.replace('content/a.md', 'Popis', 'Jiný popis');
  await tab.page.waitForFunction(() => document.querySelector('main img').alt === 'Jiný popis');
  assert.equal(await tab.page.evaluate(() => document.querySelector('main img').naturalWidth), 22);
  assert.equal(await tab.page.evaluate(() => document.querySelectorAll('main link').length), 1);
  await tab.assertNotReloaded();
});

test('a mistake opens the panel, the last good text stays, and the panel heals', async (t) => {
  const { site, tab } = await started(t, { 'content/a.md': source('A', 'Dobrý text.') });
  await tab.open('/a/');
  await tab.bar.waitFor();
  assert.equal(await tab.panel.isVisible(), false);
  await site.write('content/a.md', source('A', 'Rozepsaný text.\n\nViz [<i>tam</i>](nikde.md).'));
  await tab.panel.waitFor();
  const said = await tab.panel.innerText();
  for (const part of ['P0401', 'content/a.md:7', 'Viz [<i>tam</i>]', 'Chyby: 1']) assert.ok(said.includes(part), `${part} in ${said}`);
  assert.equal(await tab.panel.locator('i').count(), 0, 'text of a file became HTML');
  assert.ok((await tab.text()).includes('Dobrý text.'));
  const covered = await tab.page.evaluate(() => document.querySelector('pakt-live').shadowRoot.querySelector('.dock').offsetHeight / innerHeight);
  assert.ok(covered <= 0.6, `${covered} of the window is covered`);
  await site.write('content/a.md', source('A', 'Opravený text.'));
  await tab.panel.waitFor({ state: 'hidden' });
  await tab.sees('Opravený text.');
  await site.write('content/a.md', '---\ntitle: [A\n---\n\nText.\n');
  await tab.panel.waitFor();
  assert.ok((await tab.text()).includes('Opravený text.'));
  await site.write('content/a.md', source('A', 'Konec.'));
  await tab.panel.waitFor({ state: 'hidden' });
  await tab.sees('Konec.');
  await tab.assertNotReloaded();
});

test('the panel is worked by keyboard, gives its place to copy and takes no focus', async (t) => {
  const { site, tab } = await started(t, { 'content/a.md': source('A', `Text.\n\n${FORM}`) });
  await tab.open('/a/');
  await tab.page.focus('[name=jmeno]');
  await site.write('content/a.md', source('A', `[tam](nikde.md)\n\n${FORM}`));
  await tab.panel.waitFor();
  assert.equal(await tab.page.evaluate(() => document.activeElement.name), 'jmeno');
  await tab.panel.getByRole('button', { name: 'content/a.md:5' }).click();
  assert.equal(await tab.page.evaluate(() => navigator.clipboard.readText()), 'content/a.md:5');
  await tab.page.keyboard.press('Escape');
  await tab.panel.waitFor({ state: 'hidden' });
  assert.ok((await tab.badge.innerText()).includes('1'));
  await tab.badge.focus();
  await tab.page.keyboard.press('Enter');
  await tab.panel.waitFor();
  // A minimised mistake stays minimised while it is the same, even if its line moves.
  await tab.page.keyboard.press('Escape');
  await tab.panel.waitFor({ state: 'hidden' });
  await tab.stateAfter(() => site.write('content/a.md', source('A', `Řádek.\n\n[tam](nikde.md)\n\n${FORM}`)));
  await tab.stateAfter(() => site.write('content/b.md', source('B', 'Béčko.')));
  assert.equal(await tab.panel.isVisible(), false);
  assert.equal(await tab.badge.isVisible(), true);
});

test('a page that was never good is the panel alone with status 500, until it is', async (t) => {
  const { site, tab } = await started(t, { 'content/a.md': '---\ntitle: [A\n---\n\nText.\n' });
  const answer = await tab.open('/a/');
  assert.equal(answer.status(), 500);
  await tab.panel.waitFor();
  assert.ok((await tab.panel.innerText()).includes('content/a.md'));
  const height = await tab.panel.evaluate((panel) => panel.offsetHeight / innerHeight);
  assert.ok(height > 0.8, `the panel takes ${height} of the window`);
  await tab.page.keyboard.press('Escape');
  assert.equal(await tab.panel.isVisible(), true);
  await site.write('content/a.md', source('A', 'Konečně text.'));
  await tab.sees('Konečně text.');
  await tab.panel.waitFor({ state: 'hidden' });
  await tab.bar.waitFor();
});

test('a mistake elsewhere is reported with a link to its page', async (t) => {
  const { site, tab } = await started(t, { 'content/a.md': source('A', 'Áčko.'), 'content/b.md': source('B', 'Béčko.') });
  await tab.open('/a/');
  await tab.checked();
  await site.write('content/b.md', source('B', '[tam](nikde.md)'));
  await tab.badge.waitFor();
  if (!(await tab.panel.isVisible())) await tab.badge.click();
  await tab.panel.getByRole('link', { name: '/b/' }).click();
  await tab.page.waitForURL('**/b/');
  await tab.panel.waitFor();
  await tab.sees('Béčko.');
});

test('both places of a conflict are shown, with labels, as text to copy', async (t) => {
  const { site, tab } = await started(t, { 'content/a.md': source('A', 'Áčko.'), 'content/b.md': source('B', 'Béčko.') });
  await tab.open('/a/');
  await tab.bar.waitFor();
  await site.write('content/b.md', source('B', 'Béčko.', 'slug: a\n'));
  await tab.panel.waitFor();
  const clash = tab.panel.locator('.finding', { hasText: 'P0301' });
  await clash.waitFor();
  assert.deepEqual(await clash.locator('.row code').allInnerTexts(), ['content/b.md', 'content/a.md']);
  assert.deepEqual(await clash.locator('.row .faint').allInnerTexts(), ['← stejná adresa', '← týká se i tohoto místa']);
  await clash.getByRole('button', { name: 'content/a.md' }).click();
  assert.equal(await tab.page.evaluate(() => navigator.clipboard.readText()), 'content/a.md');
  await site.write('content/b.md', source('B', 'Béčko.', 'weight: 1\nweight: 2\n'));
  const twice = tab.panel.locator('.finding', { hasText: 'P0207' });
  await twice.waitFor();
  assert.deepEqual(await twice.locator('.row code').allInnerTexts(), ['content/b.md:4', 'content/b.md:3']);
  assert.match(await twice.locator('pre').last().innerText(), /3\s*weight: 1\s+← týká se i tohoto místa/);
});

test('a deleted page becomes the page that is missing, and comes back', async (t) => {
  const { site, tab } = await started(t, { 'content/a.md': source('A', 'Áčko.') });
  await tab.open('/a/');
  await site.remove('content/a.md');
  await tab.page.waitForFunction(() => document.body.classList.contains('is-missing'));
  assert.ok(!(await tab.text()).includes('Áčko.'));
  await site.write('content/a.md', source('A', 'Áčko je zpět.'));
  await tab.sees('Áčko je zpět.');
  assert.equal(await tab.page.evaluate(() => document.body.className), 'is-page');
  await tab.assertNotReloaded();
});

test('after a restart of the server the tab reconnects and catches up', async (t) => {
  const { site, server, tab } = await started(t, { 'content/a.md': source('A', 'Před restartem.') });
  await tab.open('/a/');
  await tab.bar.waitFor();
  await server.stop();
  const lost = tab.bar.locator('.lost');
  await lost.waitFor();
  await site.replace('content/a.md', 'Před restartem.', 'Po restartu.');
  await Server.start(t, site, { port: server.port });
  await tab.sees('Po restartu.');
  await lost.waitFor({ state: 'detached' });
  await site.replace('content/a.md', 'Po restartu.', 'A dál.');
  await tab.sees('A dál.');
  await tab.assertNotReloaded();
});

test('a tab that connects late hears what it missed', async (t) => {
  const { server, tab } = await started(t, { 'content/a.md': source('A', 'Áčko.') });
  const isChecked = async () => (await (await fetch(`${server.address}/__pakt/state?path=/a/`)).json()).elsewhere.done;
  while (!(await isChecked())) await new Promise((resolve) => setTimeout(resolve, 10));
  // The first state is from before the check finished, and the stream begins after it.
  await tab.page.route('**/__pakt/state*', async (route) => {
    const response = await route.fetch();
    const state = await response.json();
    await route.fulfill({ response, json: { ...state, moment: state.moment - 1, elsewhere: { done: false, findings: [] } } });
  }, { times: 1 });
  await tab.page.route('**/__pakt/events', async (route) => {
    while (!tab.state) await new Promise((resolve) => setTimeout(resolve, 10));
    await route.continue();
  });
  await tab.open('/a/');
  await tab.checked();
});

test('another page does not move when a page is saved', async (t) => {
  const { site, tab } = await started(t, { 'content/a.md': source('A', 'Áčko.'), 'content/b.md': source('B', 'Béčko.') });
  await tab.open('/a/');
  await tab.bar.waitFor();
  await tab.page.evaluate(() => {
    window.moves = [];
    const all = { subtree: true, childList: true, attributes: true, characterData: true };
    new MutationObserver((records) => window.moves.push(...records.map((record) => record.type))).observe(document, all);
  });
  const asked = [];
  tab.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const first = await tab.stateAfter(() => site.replace('content/b.md', 'Béčko.', 'Béčko jinak.'));
  const second = await tab.stateAfter(() => site.replace('content/b.md', 'Béčko jinak.', 'Béčko potřetí.'));
  assert.equal(first.etag, second.etag);
  assert.deepEqual(await tab.page.evaluate(() => window.moves), []);
  assert.deepEqual(asked.filter((path) => path !== '/__pakt/state'), []);
});

test('with --follow the tab goes to the page that was saved', async (t) => {
  const files = { 'content/a.md': source('A', 'Áčko.'), 'content/b.md': source('B', 'Béčko.') };
  const { site, tab } = await started(t, files, { options: ['--follow'] });
  await tab.open('/a/');
  await tab.bar.waitFor();
  await site.replace('content/b.md', 'Béčko.', 'Béčko jinak.');
  await tab.page.waitForURL('**/b/');
  await tab.sees('Béčko jinak.');
});

test('a hidden tab closes its connection and catches up when it is seen again', async (t) => {
  const { site, tab } = await started(t, { 'content/a.md': source('A', 'Vidět.') });
  await tab.page.addInitScript(() => {
    window.streams = [];
    const Original = window.EventSource;
    window.EventSource = class extends Original {
      constructor(address) {
        super(address);
        window.streams.push(this);
      }
    };
  });
  await tab.open('/a/');
  // A headless browser never hides a tab, so the test tells the page that it is hidden.
  const hide = (isHidden) => tab.page.evaluate((isHidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
    document.dispatchEvent(new Event('visibilitychange'));
  }, isHidden);
  const open = () => tab.page.evaluate(() => window.streams.filter((stream) => stream.readyState !== EventSource.CLOSED).length);
  await tab.page.waitForFunction(() => window.streams.some((stream) => stream.readyState === EventSource.OPEN));
  await hide(true);
  assert.equal(await open(), 0);
  const other = await openTab(t, browser, { address: tab.address });
  await other.open('/a/');
  await site.replace('content/a.md', 'Vidět.', 'Znovu vidět.');
  await other.sees('Znovu vidět.');
  assert.ok(!(await tab.text()).includes('Znovu'));
  await hide(false);
  await tab.sees('Znovu vidět.');
  assert.equal(await open(), 1);
  await tab.assertNotReloaded();
});

test('the bar shows what the page is, switches drafts, hides, and stores nothing in the browser', async (t) => {
  const { tab } = await started(t, { 'content/a.md': source('A', 'Koncept stránky.', 'draft: true\n') });
  await tab.open('/a/');
  await tab.bar.waitFor();
  assert.ok((await tab.bar.innerText()).includes('content/a.md'));
  await tab.bar.getByRole('switch').click();
  await tab.page.waitForFunction(() => document.body.classList.contains('is-missing'));
  await tab.bar.locator('[role=switch][aria-checked=false]').click();
  await tab.sees('Koncept stránky.');
  await tab.bar.locator('[data-key=hide]').click();
  await tab.bar.waitFor({ state: 'hidden' });
  await tab.page.locator('pakt-live [data-key=show]').click();
  await tab.bar.waitFor();
  assert.equal(await tab.page.evaluate(() => localStorage.length + sessionStorage.length), 0);
  assert.deepEqual(await tab.page.context().cookies(), []);
});

const FAULT = 'Je to chyba programu, ne vaše.';

async function startedToPanic(t) {
  const all = await started(t, { 'content/a.md': source('A', 'Áčko.'), 'content/b.md': source('B', 'Béčko.') }, { panics: true });
  await all.tab.open('/a/');
  await all.tab.checked();
  return all;
}

test('when the worker panics, the panel says so, the site is read again, and saves still work', async (t) => {
  const { site, server, tab } = await startedToPanic(t);
  await site.panics('change');
  await site.write('content/a.md', source('A', 'Uloženo přes selhání.'));
  await tab.panel.waitFor();
  const said = await tab.panel.innerText();
  for (const part of ['Chyba programu', 'Při čtení změny (content/a.md)', FAULT, 'načetl znovu z disku', 'panicking.rs']) assert.ok(said.includes(part), `${part} in ${said}`);
  await tab.sees('Uloženo přes selhání.');
  await tab.panel.getByRole('button', { name: 'Kopírovat' }).click();
  assert.match(await tab.page.evaluate(() => navigator.clipboard.readText()), /^Při čtení změny.*\nTechnicky: pakt \d.*the test wants: change/);
  await tab.page.keyboard.press('Escape');
  await tab.panel.waitFor({ state: 'hidden' });
  assert.equal(await tab.badge.innerText(), 'Chyba programu');
  await site.panics();
  await site.write('content/a.md', source('A', 'Uloženo po selhání.'));
  await tab.sees('Uloženo po selhání.');
  await tab.badge.waitFor({ state: 'detached' });
  assert.ok(server.told.includes(FAULT) && !server.told.includes('panicked at'), server.told);
  await tab.assertNotReloaded();
});

test('when the check panics, nothing says that all is well', async (t) => {
  const { site, tab } = await startedToPanic(t);
  await site.panics('check');
  await site.write('content/a.md', source('A', 'Jinak.'));
  await tab.panel.waitFor();
  const said = await tab.panel.innerText();
  for (const part of ['Při kontrole celého webu', FAULT, 'nemusí být úplný']) assert.ok(said.includes(part), `${part} in ${said}`);
  await tab.sees('Jinak.');
  assert.equal(await tab.panel.getByText('Kontroluji celý web').count(), 0);
  await site.panics();
  await site.write('content/b.md', source('B', '[tam](nikde.md)'));
  await tab.panel.getByText('P0401').waitFor();
  assert.ok(!(await tab.panel.innerText()).includes(FAULT));
  await site.write('content/b.md', source('B', 'Béčko.'));
  await tab.panel.waitFor({ state: 'hidden' });
  await tab.assertNotReloaded();
});

test('a page whose answer panics is the panel with status 500; an open one stays below it', async (t) => {
  const { site, server, tab } = await startedToPanic(t);
  await site.panics('answer /a/');
  const other = await openTab(t, browser, server);
  const answer = await other.open('/a/');
  assert.equal(answer.status(), 500);
  await other.panel.waitFor();
  const said = await other.panel.innerText();
  for (const part of ['Při přípravě adresy /a/', FAULT]) assert.ok(said.includes(part), `${part} in ${said}`);
  const height = await other.panel.evaluate((panel) => panel.offsetHeight / innerHeight);
  assert.ok(height > 0.8, `the panel takes ${height} of the window`);
  await site.write('content/a.md', source('A', 'Jiné áčko.'));
  await tab.panel.waitFor();
  assert.ok((await tab.panel.innerText()).includes('Při přípravě adresy /a/'));
  assert.ok((await tab.text()).includes('Áčko.'));
  await tab.page.goto(`${server.address}/b/`);
  await tab.sees('Béčko.');
  await site.panics();
  await site.write('content/a.md', source('A', 'Třetí áčko.'));
  await other.sees('Třetí áčko.');
  await other.panel.waitFor({ state: 'hidden' });
  await tab.panel.waitFor({ state: 'hidden' });
});

test('an open page whose answer panics heals without a reload', async (t) => {
  const { site, tab } = await startedToPanic(t);
  await site.panics('answer /a/');
  await site.write('content/a.md', source('A', 'Jiné áčko.'));
  await tab.panel.waitFor();
  assert.ok((await tab.text()).includes('Áčko.'));
  await site.panics();
  await site.write('content/a.md', source('A', 'Třetí áčko.'));
  await tab.sees('Třetí áčko.');
  await tab.panel.waitFor({ state: 'hidden' });
  await tab.assertNotReloaded();
});

test('when the site cannot even be read again, the command exits with code 2, the panel says why, and a restart recovers', async (t) => {
  const { site, server, tab } = await startedToPanic(t);
  await site.panics('change', 'anew');
  await site.write('content/a.md', source('A', 'Jinak.'));
  assert.equal(await server.ended, 2);
  for (const part of ['poslední změna: content/a.md', FAULT, 'Vaše soubory zůstaly']) assert.ok(server.told.includes(part), `${part} in ${server.told}`);
  await tab.panel.waitFor();
  const said = await tab.panel.innerText();
  for (const part of ['náhled skončil', 'content/a.md', FAULT, 'spusťte pakt znovu']) assert.ok(said.includes(part), `${part} in ${said}`);
  await tab.bar.locator('.lost').waitFor();
  await site.panics();
  await Server.start(t, site, { port: server.port, panics: true });
  await tab.sees('Jinak.');
  await tab.panel.waitFor({ state: 'hidden' });
  await tab.assertNotReloaded();
});
