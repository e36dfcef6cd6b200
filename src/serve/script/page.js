// The page: its text as the server sent it, fetched again and patched into the live document. Only
// the difference between the shown text and the next is applied to the live elements, so whatever
// the reader did (typed, ticked, opened) or a script of the theme made stays.
// Offers: shown, isAlone, recognise, update, absolute.
// Uses: adopt, pairUp, patch, patchAttributes (patch), arrival, swap (sheets), focusKeeper,
// placeKeeper (place).

/** The ETag of the page as loaded; the server writes it to this script's element. */
const LOADED = document.currentScript && document.currentScript.dataset.etag;

/** What the page shows: the parsed text from the server, and its ETag; null until known. */
let shown = null;

/** Whether the page is only the panel; the server marks such pages. */
function isAlone() {
  return document.documentElement.hasAttribute('data-alone');
}

/** Whether the page stays as it is, since the server has none to show. */
function isKept(answer) {
  return answer.status === 500 && !isAlone();
}

/** Finds the text that the server sent, before the theme's scripts changed the page. */
async function recognise() {
  const answer = await request(null);
  const text = parse(await answer.text());
  const etag = answer.headers.get('etag');
  if (!LOADED || etag === `"${LOADED}"`) {
    adopt(document.documentElement, text.documentElement);
    shown = { etag, text };
  } else {
    // The file was saved while the page was loading, so compare with the live page itself.
    const loaded = document.cloneNode(true);
    pairUp(document.documentElement, loaded.documentElement);
    if (isKept(answer)) shown = { etag: `"${LOADED}"`, text: loaded };
    else await bring(loaded, text, etag);
  }
}

async function update() {
  const answer = await request(shown.etag);
  if (answer.status === 304 || isKept(answer)) return;
  if (answer.redirected) return location.replace(answer.url);
  const kind = answer.headers.get('content-type') || '';
  if (!kind.startsWith('text/html')) return location.reload();
  const next = parse(await answer.text());
  // Scripts run once, so a page with other scripts is reloaded; the browser keeps the scroll
  // position.
  if (scriptsOf(shown.text) !== scriptsOf(next)) return location.reload();
  await bring(shown.text, next, answer.headers.get('etag'));
}

/** Makes the live page, which shows `old`, show `next`. */
async function bring(old, next, etag) {
  const root = document.documentElement;
  patchAttributes(old.documentElement, next.documentElement, root);
  const sheets = { coming: [], going: [] };
  patch(old.head, next.head, sheets);
  await arrival(sheets);
  const keepFocus = focusKeeper();
  const keepPlace = placeKeeper();
  swap(sheets);
  patch(old.body, next.body, sheets);
  keepFocus();
  keepPlace();
  shown = { etag, text: next };
  await arrival(sheets);
  swap(sheets);
}

/** Requests the current page; `etag` is that of the known version. */
function request(etag) {
  const headers = etag ? { Accept: 'text/html', 'If-None-Match': etag } : { Accept: 'text/html' };
  return fetch(location.pathname + location.search, { cache: 'no-store', headers });
}

function parse(html) {
  return new DOMParser().parseFromString(html, 'text/html');
}

function scriptsOf(text) {
  return [...text.querySelectorAll('script')]
    .map((script) => (script.src ? absolute(script, 'src') : script.text))
    .join('\n');
}

/** A parsed text has no address, so its relative links are resolved against the page's. */
function absolute(element, name) {
  return new URL(element.getAttribute(name) || '', document.baseURI).href;
}
