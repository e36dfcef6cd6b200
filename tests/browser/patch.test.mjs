// The law of patching: after any change of its text, the open page equals a fresh load.
// The real script runs in a real browser; only the texts that it fetches are generated here, so that there are many.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { launch, Server, Site } from './support.mjs';

const ADDRESS = 'http://127.0.0.1:9/';
const ROUNDS = 400;

/** Pseudo-random numbers, the same in every run (mulberry32). */
function numbers(seed) {
  return (below) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const WORDS = ['práce', 'kraj', 'pakt', 'škola', 'rodina', 'obec', 'úřad', '🙂', 'a < b', '&amp;'];
const NAMES = ['p', 'ul', 'section', 'h2', 'details', 'div'];

/** Writes a random part of a page: nested elements with ids, classes, form fields, text and comments. */
function part(random, depth, ids) {
  const text = () => Array.from({ length: 1 + random(5) }, () => WORDS[random(8)]).join(' ');
  const kind = random(10);
  if (kind === 0) return `<!-- ${text()} -->`;
  if (kind === 1) return `\n${text()}\n`;
  if (kind === 2) return `<input name="n${random(4)}" value="${text()}"${random(2) ? ' checked' : ''} type="${random(2) ? 'text' : 'checkbox'}">`;
  if (kind === 3) return `<svg viewBox="0 0 ${random(9)} 9" xmlns:xlink="http://www.w3.org/1999/xlink"><use xlink:href="#i${random(3)}"></use></svg>`;
  if (kind === 4 || !depth) return `<span${random(2) ? ` class="${text().replace(/\W/g, 'x')} z"` : ''}>${text()}</span>`;
  const name = NAMES[1 + random(NAMES.length - 1)];
  const id = random(2) ? `i${random(12)}` : '';
  const own = id && !ids.has(id) ? ` id="${id}"` : '';
  ids.add(id);
  const inner = Array.from({ length: random(6) }, () => part(random, depth - 1, ids)).join(random(2) ? '\n' : '');
  return `<${name}${own}${random(4) ? '' : ' open'}>${inner}</${name}>`;
}

/** Changes a list of parts as an editor would: edits, adds, removes, moves or swaps one. */
function edited(random, parts) {
  const next = [...parts];
  for (let times = 1 + random(3); times; times--) {
    const at = random(next.length + 1);
    const kind = random(4);
    if (kind === 0) next.splice(at, 0, part(random, 3, idsOf(next)));
    else if (kind === 1) next.splice(at, 1);
    else if (kind === 2) next.splice(random(next.length + 1), 0, ...next.splice(at, 1));
    else next.splice(at, 1, part(random, 3, idsOf(next)));
  }
  return next;
}

function idsOf(parts) {
  return new Set([...parts.join('').matchAll(/id="(\w+)"/g)].map((found) => found[1]));
}

function textOf(parts, round) {
  const head = `<meta charset="utf-8"><title>${round}</title>${round % 3 ? `<meta name="description" content="${round % 5}">` : ''}<link rel="alternate" hreflang="en" href="/en/${round % 7}">`;
  return `<!DOCTYPE html><html lang="${round % 4 ? 'cs' : 'en'}"><head>${head}</head><body class="${round % 3 ? 'is-a' : 'is-b c'}"><main>${parts.join('')}</main><script src="/__pakt/live.js" defer></script></body></html>`;
}

/** The script as pakt serves it. */
async function servedScript(t) {
  const server = await Server.start(t, await Site.make(t));
  return (await fetch(`${server.address}/__pakt/live.js`)).text();
}

test('after every change the page is what a fresh load would be', async (t) => {
  const script = await servedScript(t);
  const browser = await launch();
  t.after(() => browser.close());
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  const random = numbers(2026);
  let parts = Array.from({ length: 8 }, () => part(random, 3, new Set()));
  let round = 0;
  const answers = {
    '/__pakt/live.js': () => ({ contentType: 'text/javascript', body: script }),
    '/__pakt/state': () => ({ json: { version: round, session: 's', etag: `"${round}"`, status: 200, findings: [], elsewhere: { done: true, findings: [] }, bar: null, failures: [] } }),
    '/': () => ({ contentType: 'text/html; charset=utf-8', headers: { etag: `"${round}"` }, body: textOf(parts, round) }),
  };
  await page.route('**/*', async (route) => route.fulfill(await (answers[new URL(route.request().url()).pathname] ?? (() => ({ status: 404 })))()));
  await page.addInitScript(() => {
    window.EventSource = class extends EventTarget {
      constructor() {
        super();
        window.stream = this;
      }
      close() {}
    };
  });
  const known = page.waitForResponse((answer) => answer.url() === ADDRESS && answer.request().resourceType() === 'fetch');
  await page.goto(ADDRESS);
  await (await known).finished();
  await page.evaluate(() => (window.notReloaded = true));
  for (round = 1; round <= ROUNDS; round++) {
    parts = edited(random, parts);
    await page.evaluate((version) => window.stream.dispatchEvent(new MessageEvent('change', { data: JSON.stringify({ version, follow: null }) })), round);
    await page.waitForFunction((title) => document.title === title, String(round));
    const differing = await page.evaluate((text) => {
      const fresh = new DOMParser().parseFromString(text, 'text/html');
      const isSame = document.head.isEqualNode(fresh.head) && document.body.isEqualNode(fresh.body) && document.documentElement.lang === fresh.documentElement.lang;
      return isSame ? null : { shown: document.head.outerHTML + document.body.outerHTML, fresh: fresh.head.outerHTML + fresh.body.outerHTML };
    }, textOf(parts, round));
    assert.equal(differing, null, `round ${round}`);
  }
  assert.equal(await page.evaluate(() => window.notReloaded), true);
  assert.deepEqual(errors, []);
});
