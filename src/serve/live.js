// The browser's side of `pakt serve`: the only script that is added to a served page, never to a built one. The file is one
// function; the server calls it with the words of the panel and the bar, in the editor's language.
//
// It listens for changes, brings them into the open page without reloading it, and draws the editor's bar and the
// panel with findings in a shadow root of its own, beside <body>. What is wrong and how it is said is decided by the
// server; here nothing is judged, stored (no cookies, no storage) or put into the page as HTML.
//
// Its parts, from the top: the talk with the server, the page (parse, align, patch), its stylesheets and pictures, the
// scroll position, the panel, the bar, and the helpers that build elements. A page is kept in step by comparing the two
// texts that the server sent, the shown and the next, and carrying only their difference over to the live elements.
// So whatever the reader did (typed, ticked, opened) or a script of the theme made stays, without being asked after.
(words) => {
  'use strict';

  const EVENTS = '/__pakt/events';
  const STATE = '/__pakt/state';
  const DRAFTS = '/__pakt/drafts';
  const HOST = 'pakt-live';
  /** The tag of the page as it was loaded, which the server wrote to this script's element. */
  const LOADED = document.currentScript && document.currentScript.dataset.etag;

  /** The pauses between attempts to reconnect double from the first to the last, in milliseconds. */
  const FIRST_PAUSE = 200;
  const LAST_PAUSE = 2000;
  /** A new stylesheet that does not arrive must not hold the text back for longer, in milliseconds. */
  const SHEET_PATIENCE = 3000;
  /** How long „copied“ is shown on a button, in milliseconds. */
  const COPIED_SHOWN = 2000;
  /** So many messages are read aloud when the panel opens. */
  const MOST_SPOKEN = 3;
  /** Longer lists of siblings (product of both lengths) are matched in order, since a table of all pairs would be slow. */
  const LARGEST_TABLE = 160000;

  if (document.querySelector(HOST)) return;

  // ------------------------------------------------------------------------------------------ the talk with the server

  /** The last answer about this page; none before the first. */
  let state = null;
  /** What the page shows: the text as the server sent it, parsed, and its ETag; none before it is known. */
  let shown = null;
  /** Set while something the server said has not been brought into the page. */
  let isBehind = true;
  let stream = null;
  let pause = FIRST_PAUSE;
  let timer = 0;
  let isRefreshing = false;

  /** Listens while the tab can be seen: a browser opens at most six connections to one host. */
  function connect() {
    clearTimeout(timer);
    if (stream || document.hidden) return;
    stream = new EventSource(EVENTS);
    stream.addEventListener('hello', (event) => greeted(JSON.parse(event.data)));
    stream.addEventListener('change', (event) => changed(JSON.parse(event.data)));
    stream.addEventListener('checked', refresh);
    stream.addEventListener('failed', (event) => failed(JSON.parse(event.data)));
    stream.addEventListener('error', lost);
  }

  function disconnect() {
    clearTimeout(timer);
    if (stream) stream.close();
    stream = null;
  }

  function lost() {
    disconnect();
    showLost(true);
    timer = setTimeout(connect, pause);
    pause = Math.min(2 * pause, LAST_PAUSE);
  }

  function greeted(hello) {
    pause = FIRST_PAUSE;
    showLost(false);
    if (isBehind || !state || hello.moment !== state.moment || hello.session !== state.session) refresh();
  }

  function changed(change) {
    const follow = change.follow && new URL(change.follow, location.href);
    if (follow && follow.origin === location.origin && follow.pathname !== location.pathname) {
      location.assign(follow.href);
    } else {
      refresh();
    }
  }

  /** pakt itself failed. Its words come with the event, since the server may be about to end. */
  function failed(failures) {
    if (state) {
      state.failures = failures;
      findings.take(state);
      draw();
    }
    refresh();
  }

  /** Brings the page, the panel and the bar up to date. One round at a time; what comes meanwhile makes another round. */
  async function refresh() {
    isBehind = true;
    if (isRefreshing) return;
    isRefreshing = true;
    while (isBehind) {
      isBehind = false;
      try {
        await catchUp();
      } catch (error) {
        isBehind = true;
        break;
      }
    }
    isRefreshing = false;
    // A lost connection is noticed by the stream, whose next greeting refreshes; here only one answer failed.
    if (isBehind && stream && stream.readyState === EventSource.OPEN) timer = setTimeout(refresh, LAST_PAUSE);
  }

  async function catchUp() {
    const answer = await fetch(`${STATE}?path=${encodeURIComponent(location.pathname)}`, { cache: 'no-store' });
    // An answer about which the server failed says so, with all that it knows.
    if (!answer.ok && answer.status !== 500) throw new Error('no state');
    state = await answer.json();
    findings.take(state);
    draw();
    if (!shown) await recognise();
    if (state.etag !== shown.etag) await update();
    await renewFiles();
  }

  async function switchDrafts(isOn) {
    await fetch(DRAFTS, { method: 'POST', body: isOn ? 'on' : 'off' }).catch(() => undefined);
    refresh();
  }

  /** Asks for the page as it is now; `etag` is of what is known already. */
  function request(etag) {
    const headers = etag ? { Accept: 'text/html', 'If-None-Match': etag } : { Accept: 'text/html' };
    return fetch(location.pathname + location.search, { cache: 'no-store', headers });
  }

  // ---------------------------------------------------------------------------------------------------------- the page

  /** Nodes of the shown text → the live nodes that they became. A node that a script took away has a twin no more. */
  const twins = new WeakMap();

  /** Whether the panel is all that there is to show: the server marks such a page. */
  function isAlone() {
    return document.documentElement.hasAttribute('data-alone');
  }

  /** Whether the page stays as it last was, since the server has none to show. */
  function isKept(answer) {
    return answer.status === 500 && !isAlone();
  }

  /** Finds out what the page was made of: its text as the server gave it, before scripts of the theme changed it. */
  async function recognise() {
    const answer = await request(null);
    const text = parse(await answer.text());
    const etag = answer.headers.get('etag');
    if (!LOADED || etag === `"${LOADED}"`) {
      adopt(document.documentElement, text.documentElement);
      shown = { etag, text };
    } else {
      // The file was saved while the page was loading: the live page itself is the text to compare with.
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
    // Scripts run once, so a page with other scripts starts anew; the browser keeps the scroll position.
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

  function parse(html) {
    return new DOMParser().parseFromString(html, 'text/html');
  }

  function scriptsOf(text) {
    return [...text.querySelectorAll('script')].map((script) => (script.src ? absolute(script, 'src') : script.text)).join('\n');
  }

  /** A parsed text has no address of its own, so its relative links are read against the page's. */
  function absolute(element, name) {
    return new URL(element.getAttribute(name) || '', document.baseURI).href;
  }

  /** Pairs the text with live nodes that scripts may have changed meanwhile. */
  function adopt(live, text) {
    twins.set(text, live);
    if (live.isEqualNode(text)) return pairUp(live, text);
    const matches = align([...live.childNodes], [...text.childNodes]);
    for (const [node, { from }] of matches) adopt(from, node);
  }

  /** Pairs two equal trees, node by node. */
  function pairUp(live, text) {
    twins.set(text, live);
    for (let a = live.firstChild, b = text.firstChild; a && b; a = a.nextSibling, b = b.nextSibling) pairUp(a, b);
  }

  /** Hands the twins of one text over to an equal one. */
  function inherit(old, next) {
    const live = twins.get(old);
    if (live) twins.set(next, live);
    for (let a = old.firstChild, b = next.firstChild; a && b; a = a.nextSibling, b = b.nextSibling) inherit(a, b);
  }

  function patch(old, next, sheets) {
    if (old.isEqualNode(next)) return inherit(old, next);
    const live = twins.get(old);
    if (!live) return;
    twins.set(next, live);
    if (next.nodeType !== Node.ELEMENT_NODE) return patchText(live, next.data);
    patchAttributes(old, next, live);
    patchChildren(old, next, live, sheets);
  }

  function patchChildren(old, next, live, sheets) {
    const before = [...old.childNodes];
    const after = [...next.childNodes];
    const matches = align(before, after);
    const kept = new Set([...matches.values()].map((match) => match.from));
    for (const node of before) if (!kept.has(node)) drop(twins.get(node), sheets);
    let last = null;
    for (const node of after) {
      const match = matches.get(node);
      if (!match) put(node, live, last, sheets);
      else {
        if (match.isMoved) move(twins.get(match.from), live, last);
        patch(match.from, node, sheets);
      }
      const own = twins.get(node);
      if (own && own.parentNode === live) last = own;
    }
  }

  function drop(live, sheets) {
    if (!live) return;
    if (isSheet(live)) sheets.going.push(live);
    else live.remove();
  }

  function put(node, live, last, sheets) {
    const own = document.importNode(node, true);
    pairUp(own, node);
    if (isSheet(own)) sheets.coming.push(waiting(own));
    live.insertBefore(own, last ? last.nextSibling : live.firstChild);
  }

  function move(own, live, last) {
    if (!own || own.parentNode !== live) return;
    const place = last ? last.nextSibling : live.firstChild;
    if (place === own) return;
    // `moveBefore` is the one way to move an element with its focus, its scroll position and its frames.
    if (live.moveBefore) live.moveBefore(own, place);
    else live.insertBefore(own, place);
  }

  /** Changes only the part of a text that differs, so that a selection around it stays. */
  function patchText(live, text) {
    const old = live.data;
    const [head, tail] = commonEnds(old, text);
    live.replaceData(head, old.length - head - tail, text.slice(head, text.length - tail));
  }

  function patchAttributes(old, next, live) {
    for (const { name, value, namespaceURI } of [...next.attributes]) {
      if (old.getAttribute(name) === value) continue;
      if (name === 'class') patchClasses(old, next, live);
      else live.setAttributeNS(namespaceURI, name, value);
    }
    for (const { name } of [...old.attributes]) {
      if (next.hasAttribute(name)) continue;
      if (name === 'class') patchClasses(old, next, live);
      else live.removeAttribute(name);
    }
  }

  function patchClasses(old, next, live) {
    for (const name of old.classList) if (!next.classList.contains(name)) live.classList.remove(name);
    for (const name of next.classList) if (!old.classList.contains(name)) live.classList.add(name);
    if (!live.classList.length) live.removeAttribute('class');
  }

  // --------------------------------------------------------------------------------------- which node became which node

  /** Matches two lists of siblings: node of `after` → { from: node of `before`, isMoved }. */
  function align(before, after) {
    const matches = new Map();
    const join = (from, node, isMoved) => matches.set(node, { from, isMoved });
    let start = 0;
    while (start < before.length && start < after.length && before[start].isEqualNode(after[start])) {
      join(before[start], after[start++], false);
    }
    let [a, b] = [before.length, after.length];
    while (a > start && b > start && before[a - 1].isEqualNode(after[b - 1])) join(before[--a], after[--b], false);
    const [old, next] = [before.slice(start, a), after.slice(start, b)];
    for (const [from, node] of inOrder(old, next)) join(from, node, false);
    for (const [from, node] of outOfOrder(old, next, matches)) join(from, node, true);
    return matches;
  }

  /** Pairs that do not cross and are most alike as a whole. */
  function inOrder(old, next) {
    if (old.length * next.length > LARGEST_TABLE) return inStep(old, next);
    const width = next.length + 1;
    const best = new Float64Array((old.length + 1) * width);
    const likeness = likenessOf(old, next);
    for (let a = old.length - 1; a >= 0; a--) {
      for (let b = next.length - 1; b >= 0; b--) {
        const like = likeness(a, b);
        const joined = like && like + best[(a + 1) * width + b + 1];
        best[a * width + b] = Math.max(joined, best[(a + 1) * width + b], best[a * width + b + 1]);
      }
    }
    const pairs = [];
    for (let a = 0, b = 0; a < old.length && b < next.length; ) {
      const here = best[a * width + b];
      if (here === best[(a + 1) * width + b]) a++;
      else if (here === best[a * width + b + 1]) b++;
      else pairs.push([old[a++], next[b++]]);
    }
    return pairs;
  }

  function inStep(old, next) {
    const pairs = [];
    for (let at = 0; at < old.length && at < next.length; at++) {
      if (alike(old[at], next[at], '', '')) pairs.push([old[at], next[at]]);
    }
    return pairs;
  }

  /** Pairs of what is left: elements that went elsewhere among their siblings. */
  function outOfOrder(old, next, matches) {
    const taken = new Set([...matches.values()].map((match) => match.from));
    const pairs = [];
    for (const node of next) {
      if (matches.has(node) || node.nodeType !== Node.ELEMENT_NODE || isSheet(node)) continue;
      const from = old.find((other) => !taken.has(other) && other.nodeName === node.nodeName && isSameThing(other, node));
      if (!from) continue;
      taken.add(from);
      pairs.push([from, node]);
    }
    return pairs;
  }

  function isSameThing(old, next) {
    return next.id ? old.id === next.id : old.isEqualNode(next);
  }

  function likenessOf(old, next) {
    const [oldTexts, nextTexts] = [old, next].map((nodes) => nodes.map((node) => node.textContent));
    return (a, b) => alike(old[a], next[b], oldTexts[a], nextTexts[b]);
  }

  /** How much one node looks like an older form of the other; 0: it is another thing. */
  function alike(old, next, oldText, nextText) {
    if (old.nodeName !== next.nodeName) return 0;
    if (next.nodeType !== Node.ELEMENT_NODE) return likenessOfTexts(oldText, nextText);
    if (isSheet(next) || isSheet(old)) return isSheet(old) && isSheet(next) && isSameSheet(old, next) ? 4 : 0;
    if (next.nodeName === 'SCRIPT') return old.isEqualNode(next) ? 4 : 0;
    const [oldKey, nextKey] = [keyOf(old), keyOf(next)];
    if (oldKey || nextKey) return oldKey === nextKey ? 8 : isInHead(next) ? 0 : 0.5;
    if (old.isEqualNode(next)) return 4;
    return 1 + 2 * share(oldText, nextText);
  }

  function likenessOfTexts(old, next) {
    if (!next.trim() || !old.trim()) return old.trim() === next.trim() ? 0.2 : 0.1;
    return 1 + 2 * share(old, next);
  }

  /** What a node is called in its page; a part of a form or of the head may have a name instead of an id. */
  function keyOf(element) {
    const names = element.nodeName === 'LINK' ? ['rel', 'type', 'hreflang'] : ['name', 'property'];
    return element.id || names.map((name) => element.getAttribute(name) || '').join('');
  }

  function isInHead(element) {
    return element.nodeName === 'LINK' || element.nodeName === 'META';
  }

  /** The share of the longer text that both have at their ends. */
  function share(old, next) {
    const [head, tail] = commonEnds(old, next);
    return (head + tail) / Math.max(old.length, next.length, 1);
  }

  function commonEnds(a, b) {
    const most = Math.min(a.length, b.length);
    let head = 0;
    while (head < most && a[head] === b[head]) head++;
    let tail = 0;
    while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
    return [head, tail];
  }

  // --------------------------------------------------------------------------------------------------- the stylesheets

  function isSheet(node) {
    return node.nodeName === 'LINK' && /(^|\s)stylesheet(\s|$)/i.test(node.getAttribute('rel') || '');
  }

  function isSameSheet(old, next) {
    return absolute(old, 'href') === absolute(next, 'href') && old.media === next.media;
  }

  /** A new stylesheet is loaded for no medium, so that it takes over in the same moment in which the old one goes. */
  function waiting(link) {
    const media = link.getAttribute('media');
    link.setAttribute('media', 'not all');
    const loaded = new Promise((resolve) => {
      link.addEventListener('load', resolve, { once: true });
      link.addEventListener('error', resolve, { once: true });
      setTimeout(resolve, SHEET_PATIENCE);
    });
    return { link, media, loaded };
  }

  function arrival(sheets) {
    return Promise.all(sheets.coming.map((sheet) => sheet.loaded));
  }

  function swap(sheets) {
    for (const { link, media } of sheets.coming.splice(0)) {
      if (media === null) link.removeAttribute('media');
      else link.setAttribute('media', media);
    }
    for (const link of sheets.going.splice(0)) link.remove();
  }

  // -------------------------------------------------------------------------------- pictures and other files of the page

  /** Addresses of files that the page shows → the ETags under which it shows them. */
  const etags = new Map();
  /** The version for which they were asked about. */
  let filesVersion = null;

  /** Shows files anew that were saved under the same name: the text of the page does not change with them. */
  async function renewFiles() {
    if (filesVersion === state.version) return;
    const { version } = state;
    const shownAt = new Map();
    for (const element of document.querySelectorAll('img[src]:not([srcset]), link[rel~="stylesheet"]')) {
      const address = fileOf(element);
      if (address) shownAt.set(address, (shownAt.get(address) || []).concat(element));
    }
    await Promise.all([...shownAt].map(([address, elements]) => renewFile(address, elements, version)));
    filesVersion = version;
  }

  /** The file of the site that an element shows; none if its name has a hash and so changes with its content. */
  function fileOf(element) {
    const address = new URL(isSheet(element) ? element.href : element.src, document.baseURI);
    if (address.origin !== location.origin || /\.[0-9a-f]{16}\.\w+$/.test(address.pathname)) return null;
    return address.origin + address.pathname;
  }

  async function renewFile(address, elements, version) {
    const answer = await fetch(address, { method: 'HEAD', cache: 'no-store' });
    const etag = answer.ok && answer.headers.get('etag');
    if (!etag) return;
    const known = etags.get(address);
    etags.set(address, etag);
    if (!known || known === etag) return;
    await Promise.all(elements.map((element) => renew(element, `${address}?pakt=${version}`)));
  }

  async function renew(element, address) {
    if (!isSheet(element)) {
      element.src = address;
      return;
    }
    const fresh = element.cloneNode();
    fresh.href = address;
    const sheets = { coming: [waiting(fresh)], going: [element] };
    element.after(fresh);
    for (const link of shown.text.querySelectorAll('link')) if (twins.get(link) === element) twins.set(link, fresh);
    await arrival(sheets);
    swap(sheets);
  }

  // ------------------------------------------------------------------------------------------- focus and scroll position

  /** Only needed where `move` had to take an element out: everything else stays in its place. */
  function focusKeeper() {
    const active = document.activeElement;
    const range = active && 'selectionStart' in active ? [active.selectionStart, active.selectionEnd] : null;
    return () => {
      if (!active || active === document.body || !active.isConnected || active === document.activeElement) return;
      active.focus({ preventScroll: true });
      if (range && range[0] !== null) active.setSelectionRange(range[0], range[1]);
    };
  }

  /** Keeps what is at the top of the window where it is, whatever comes or goes above it. */
  function placeKeeper() {
    if (window.scrollY <= 0) return () => undefined;
    pageStyle(true);
    const marks = visibleElements();
    return () => {
      const mark = marks.find(({ element }) => element.isConnected && element.getClientRects().length);
      const by = mark ? mark.element.getBoundingClientRect().top - mark.top : 0;
      if (Math.abs(by) >= 1) window.scrollBy({ top: by, behavior: 'instant' });
      requestAnimationFrame(() => pageStyle(false));
    };
  }

  /** The elements in the window with their places, the innermost at its top first. */
  function visibleElements() {
    let marks = [];
    for (let level = document.body; level; ) {
      const here = [...level.children].map((element) => ({ element, box: element.getBoundingClientRect() }));
      const inside = here.filter(({ element, box }) => isInWindow(box) && !isPinned(element));
      marks = inside.map(({ element, box }) => ({ element, top: box.top })).concat(marks);
      level = inside.length ? inside[0].element : null;
    }
    return marks;
  }

  function isInWindow(box) {
    return box.height > 0 && box.bottom > 0 && box.top < window.innerHeight;
  }

  function isPinned(element) {
    return ['fixed', 'sticky'].includes(getComputedStyle(element).position);
  }

  /** The two things said about the page itself: focus is not hidden by the bar, and no two anchors pull at once. */
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  function pageStyle(isPatching) {
    const anchor = isPatching ? 'overflow-anchor:none' : '';
    sheet.replaceSync(`@media screen{:root{scroll-padding-bottom:${dock.offsetHeight}px;${anchor}}}`);
  }

  // ---------------------------------------------------------------------------------------------------- the shadow root

  const STYLE = `
    :host { all: initial !important; display: block !important; font: 400 medium/1.5 system-ui, sans-serif !important;
      --ground: #fff; --soft: #eef3f5; --ink: #14242b; --faint: #47595f; --line: #70868f; --link: #0a5872;
      --error: #a3123d; --error-ground: #fceef1; --warning: #7a4a00; --warning-ground: #fff3dc; --good: #14532d; --focus: #b3470a; }
    @media (prefers-color-scheme: dark) { :host { --ground: #14242b; --soft: #1e333c; --ink: #e7eff2; --faint: #b4c5cc;
      --line: #7f99a4; --link: #8fd3e8; --error: #ffb3c4; --error-ground: #43202b; --warning: #ffd591; --warning-ground: #3b2d10;
      --good: #a7e3bf; --focus: #ffc857; } }
    @media print { :host { display: none !important } }
    *, *::before { box-sizing: border-box }
    [hidden] { display: none !important }
    .dock { position: fixed; inset: auto 0 0 0; z-index: 2147483647; display: flex; flex-direction: column;
      max-height: 60vh; max-height: 60dvh; color: var(--ink); color-scheme: light dark; font-size: .9375em; pointer-events: none; text-align: start }
    .dock > * { pointer-events: auto }
    .dock.alone { inset: 0; max-height: none; background: var(--ground) }
    .panel { flex: 0 1 auto; min-height: 0; overflow: auto; overscroll-behavior: contain; background: var(--ground);
      border-top: 4px solid var(--error); box-shadow: 0 -2px 16px rgb(0 0 0 / .25); padding: 0 1em 1em }
    .panel.mild { border-color: var(--warning) }
    .alone .panel { flex: 1; box-shadow: none }
    .inner { max-width: 60em; margin: 0 auto }
    .head { position: sticky; top: 0; display: flex; flex-wrap: wrap; gap: 0 1em; align-items: center; justify-content: space-between; background: var(--ground) }
    h2, h3, p, ol, pre { margin: 0; padding: 0 }
    h2 { font-size: 1.1em } h3 { font-size: 1em; margin-top: 1em }
    ol { list-style: none }
    .finding { margin-top: .75em; padding: .5em .75em; border: 1px solid var(--line); border-inline-start: 6px solid var(--error); overflow-wrap: anywhere }
    .finding.warning { border-inline-start-color: var(--warning) }
    .message { font-weight: 600 }
    .kind { color: var(--error) } .warning .kind { color: var(--warning) }
    .row { display: flex; flex-wrap: wrap; gap: 0 .75em; align-items: center }
    code, pre { font: .9375em/1.5 ui-monospace, Menlo, Consolas, monospace; user-select: text; -webkit-user-select: text }
    pre { margin: .25em 0; padding: .5em .75em; background: var(--soft); white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 2; border: 1px solid transparent }
    pre > div { padding-inline-start: 3.5em; text-indent: -3.5em }
    .number { display: inline-block; min-width: 3.5em; padding-inline-end: 1em; text-align: end; text-indent: 0; color: var(--faint); user-select: none; -webkit-user-select: none }
    mark { background: var(--error-ground); color: var(--error); text-decoration: underline wavy; text-underline-offset: .2em }
    mark.point { border-inline-start: 2px solid; }
    .warning mark { background: var(--warning-ground); color: var(--warning) }
    .faint { color: var(--faint) }
    .bar { flex: none; display: flex; align-items: center; gap: 0 1em; white-space: nowrap; background: var(--soft); border-top: 1px solid var(--line); padding: 0 .75em }
    .bar > * { flex: none }
    .bar { scrollbar-width: thin; overflow: auto hidden }
    .bar > [data-key="hide"] { position: sticky; inset-inline-end: -.75em; background: var(--soft) }
    .bar > .facts { display: flex; align-items: center; gap: 0 1.25em } .facts > * { flex: none }
    @media (min-width: 48em) { .bar > .facts { flex: 1; flex-wrap: wrap } .facts a, .facts button { min-height: 32px } }
    .list { position: relative; display: flex; gap: 0 .75em; align-items: center }
    .older .faint { color: var(--warning) }
    .lost { color: var(--warning); font-weight: 600 }
    .small { align-self: flex-end; margin: 0 .5em .5em; display: flex; gap: .5em; align-items: center }
    .small .lost { background: var(--ground); padding: .25em .75em }
    a, button { min-height: 44px; min-width: 44px; display: inline-flex; align-items: center; font: inherit; color: var(--link) }
    .list a, .finding a { text-decoration: underline; text-underline-offset: .15em }
    button { justify-content: center; padding: 0 .75em; background: transparent; border: 1px solid transparent; cursor: pointer }
    button:hover, a:hover { text-decoration: underline }
    button.framed, .small button { border-color: var(--line); background: var(--ground) }
    .badge { font-weight: 600; color: var(--warning); background: var(--warning-ground); border-color: currentcolor }
    .badge.bad { color: var(--error); background: var(--error-ground) }
    .switch::before { content: ""; flex: none; width: 2em; height: 1em; margin-inline-end: .5em; border: 1px solid currentcolor; border-radius: 1em;
      background: radial-gradient(circle at .5em 50%, currentcolor .3em, transparent .32em) }
    .switch[aria-checked="true"]::before { background: radial-gradient(circle at calc(100% - .5em) 50%, currentcolor .3em, transparent .32em) }
    :focus-visible { outline: 3px solid var(--focus); outline-offset: -3px }
    .quiet { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
    @media (forced-colors: active) { .switch::before { background: none } .switch[aria-checked="true"]::before { background: ButtonText; forced-color-adjust: none } }
    @media (prefers-reduced-motion: no-preference) { .panel { animation: rise .15s ease-out } }
    @keyframes rise { from { transform: translateY(1.5em); opacity: 0 } }
  `;

  const host = document.createElement(HOST);
  const shadow = host.attachShadow({ mode: 'open' });
  const voice = make('div', { class: 'quiet', 'aria-live': 'assertive', 'aria-atomic': 'true' });
  const panel = make('section', { class: 'panel', id: 'panel', role: 'dialog', 'aria-labelledby': 'heading', hidden: '' });
  const bar = make('div', { class: 'bar', role: 'region', hidden: '' });
  const small = make('div', { class: 'small', hidden: '' });
  const dock = make('div', { class: 'dock' }, panel, bar, small);
  const ownStyle = new CSSStyleSheet();
  const ownHeight = new CSSStyleSheet();

  let isBarHidden = false;
  let isLost = false;

  function install() {
    ownStyle.replaceSync(STYLE);
    shadow.adoptedStyleSheets = [ownStyle, ownHeight];
    shadow.append(voice, dock);
    dock.lang = word('lang');
    document.documentElement.append(host);
    // The host takes up as much room below the page as the dock covers, so that the last lines can be scrolled above it.
    new ResizeObserver(() => {
      const room = dock.classList.contains('alone') ? 0 : dock.offsetHeight;
      ownHeight.replaceSync(`:host { height: ${room}px !important }`);
      pageStyle(false);
    }).observe(dock);
  }

  /** Draws what `state` and the connection say. */
  function draw() {
    if (state) drawPanel();
    drawBar();
  }

  function showLost(isNow) {
    if (isLost === isNow) return;
    isLost = isNow;
    draw();
  }

  function word(key) {
    return words[key] || key;
  }

  function say(text) {
    if (text && voice.textContent !== text) voice.textContent = text;
  }

  // ---------------------------------------------------------------------------------------------------------- the panel

  /** The findings of the last state, with the failures of pakt itself, and whether the panel shows them. */
  const findings = {
    here: [],
    elsewhere: [],
    failures: [],
    isOpen: false,
    /** What the panel opened for by itself; it closes when this is mended. None: the editor opened it. */
    reasons: null,
    /** The findings of the state before: only what is not among them can open the panel. */
    known: null,
    hasChecked: false,

    take({ findings: here, elsewhere, failures }) {
      const wasWell = !this.here.length;
      this.here = here;
      this.failures = failures;
      // While the site is being checked the list is not whole: the last whole one stays, with a note.
      if (elsewhere && (elsewhere.done || !this.hasChecked)) this.elsewhere = elsewhere.findings;
      const fresh = isAlone() ? failures.concat(here) : this.fresh();
      this.hasChecked = this.hasChecked || Boolean(elsewhere && elsewhere.done);
      this.known = new Set(this.names());
      if (isAlone() || fresh.length) this.open(new Set(fresh.map(nameOf)));
      else if (this.isMended()) this.close();
      if (!wasWell && !here.length && !failures.length) say(word('all-well'));
    },

    all() {
      return this.here.concat(this.elsewhere);
    },

    names() {
      return this.failures.concat(this.all()).map(nameOf);
    },

    isBad() {
      return Boolean(this.failures.length) || this.all().some(isError);
    },

    /** What is wrong, in a few words; nothing if nothing is. */
    summary() {
      return [this.failures.length ? word('failed') : '', countOf(this.all())].filter(Boolean).join(' · ');
    },

    /** What the panel opens for: at first a mistake here, later whatever a save brought here or made wrong elsewhere. */
    fresh() {
      const isNew = (finding) => !this.known || !this.known.has(nameOf(finding));
      const here = this.here.filter((finding) => isNew(finding) && (this.known || isError(finding)));
      const elsewhere = this.elsewhere.filter((finding) => this.hasChecked && isNew(finding) && isError(finding));
      return this.failures.filter(isNew).concat(here, elsewhere);
    },

    isMended() {
      const names = this.names();
      return !names.length || Boolean(this.reasons && !names.some((name) => this.reasons.has(name)));
    },

    open(reasons) {
      if (!this.isOpen) this.reasons = reasons;
      else if (this.reasons && reasons) reasons.forEach((name) => this.reasons.add(name));
      else this.reasons = null;
      this.isOpen = true;
      if (reasons) say(this.spoken());
    },

    close() {
      this.isOpen = false;
      this.reasons = null;
    },

    spoken() {
      const messages = this.failures.map(({ words }) => words[0]).concat(this.all().map((finding) => finding.message));
      return [this.summary(), ...messages.slice(0, MOST_SPOKEN)].join('. ');
    },
  };

  /** What makes a finding the same one after a save: not its line, which moves as the editor writes. A failure is what failed. */
  function nameOf(finding) {
    return finding.words ? finding.words[0] : [finding.code, finding.place && finding.place.file, finding.message].join('\n');
  }

  function isError(finding) {
    return finding.severity === 'error';
  }

  function countOf(list) {
    const errors = list.filter(isError).length;
    const parts = [];
    if (errors) parts.push(`${word('errors')}: ${errors}`);
    if (list.length > errors) parts.push(`${word('warnings')}: ${list.length - errors}`);
    return parts.join(' · ');
  }

  function togglePanel() {
    if (findings.isOpen) return minimise();
    findings.open(null);
    draw();
    shadow.getElementById('heading').focus({ preventScroll: true });
  }

  function minimise() {
    if (!findings.isOpen || isAlone()) return;
    const hadFocus = panel.contains(shadow.activeElement);
    findings.close();
    draw();
    const badge = dock.querySelector('[data-key="badge"]');
    if (hadFocus && badge) badge.focus({ preventScroll: true });
  }

  function drawPanel() {
    const { here, elsewhere, failures, isOpen } = findings;
    dock.classList.toggle('alone', isAlone());
    panel.hidden = !isOpen;
    panel.classList.toggle('mild', !findings.isBad());
    const note = !here.some(isError) ? null : isAlone() ? 'never-good' : 'last-good';
    const isChecking = Boolean(state.elsewhere && !state.elsewhere.done && !failures.some((failure) => failure.is_check));
    redraw(panel, [isOpen, here, elsewhere, failures, isChecking], () => {
      const inner = make('div', { class: 'inner' }, panelHead());
      inner.append(make('ol', {}, ...failures.map(drawFailure)));
      if (note) inner.append(make('p', {}, word(note)));
      inner.append(list(here, 'here'));
      if (elsewhere.length) inner.append(make('h3', {}, `${word('elsewhere')} · ${countOf(elsewhere)}`), list(elsewhere, 'elsewhere'));
      if (isChecking) inner.append(make('p', { class: 'faint' }, word('checking')));
      return isOpen ? [inner] : [];
    });
  }

  function panelHead() {
    const heading = make('h2', { id: 'heading', tabindex: '-1', 'data-key': 'heading' }, findings.summary() || word('title'));
    const head = make('div', { class: 'head' }, heading);
    if (!isAlone()) head.append(button('minimise', word('minimise'), minimise, { class: 'framed' }));
    return head;
  }

  function list(shownFindings, where) {
    return make('ol', {}, ...shownFindings.map((finding, at) => drawFinding(finding, `${where}-${at}`)));
  }

  function drawFailure({ words: [message, hint, cause] }, at) {
    const item = make('li', { class: 'finding error' });
    item.append(make('p', { class: 'message' }, make('span', { class: 'kind' }, `${word('failed')}: `), message));
    item.append(make('p', {}, make('b', {}, `${word('hint')}: `), hint));
    item.append(make('div', { class: 'row' }, make('code', {}, cause), copier(`${message}\n${cause}`, `failure-${at}`)));
    return item;
  }

  function drawFinding(finding, key) {
    const item = make('li', { class: `finding ${finding.severity}` });
    const kind = make('span', { class: 'kind' }, `${word(finding.severity)} ${finding.code}: `);
    item.append(make('p', { class: 'message' }, kind, finding.message));
    const places = [finding.place, ...finding.related].filter(Boolean);
    places.forEach((place, at) => item.append(...placeParts({ ...place, ...finding.doors[at] }, at ? `${key}-place-${at}` : `${key}-place`)));
    if (finding.hint) item.append(make('p', {}, make('b', {}, `${word('hint')}: `), finding.hint));
    if (finding.correction) item.append(correctionOf(finding, key));
    return item;
  }

  /** A place as text to copy, what opens it, and its line; what is at it stands by the marked part, else beside the file. */
  function placeParts(place, key) {
    const text = place.line ? `${place.file}:${place.line}` : place.file;
    const row = make('div', { class: 'row' }, make('code', {}, text), copier(text, key));
    if (place.editor) row.append(link(place.editor, word('open-editor'), { 'data-key': `${key}-editor` }));
    if (place.page && place.page !== location.pathname) {
      row.append(link(place.page, `${word('open-page')} ${place.page}`, { 'data-key': `${key}-page` }));
    }
    if (place.excerpt) return [row, excerptOf(place)];
    if (place.label) row.append(labelOf(place));
    return [row];
  }

  function labelOf({ label }) {
    return make('span', { class: 'faint' }, `← ${label}`);
  }

  /** A line with its marked part; positions count characters, not the halves that JavaScript counts. */
  function excerptOf(place) {
    const { text, from, to } = place.excerpt;
    const characters = [...text];
    const part = (start, end) => characters.slice(start, end).join('');
    const isCut = place.column - 1 > from;
    const mark = make('mark', to > from ? {} : { class: 'point' }, part(from, to));
    const row = make('div', {}, make('span', { class: 'number' }, String(place.line)), isCut ? '…' : '', part(0, from), mark, part(to));
    if (place.label) row.append('  ', labelOf(place));
    return make('pre', {}, row);
  }

  function correctionOf(finding, key) {
    const row = make('div', { class: 'row' }, make('b', {}, `${word('correction')}:`));
    row.append(make('code', {}, finding.correction), copier(finding.correction, `${key}-correction`));
    return row;
  }

  function copier(text, key) {
    const own = button(key, word('copy'), async () => {
      await copy(text);
      own.textContent = word('copied');
      say(word('copied'));
      setTimeout(() => (own.textContent = word('copy')), COPIED_SHOWN);
    });
    own.setAttribute('aria-label', `${word('copy')}: ${text}`);
    return own;
  }

  /** The clipboard is closed to pages from another computer (`--host`), where the old way still works. */
  async function copy(text) {
    if (navigator.clipboard) return navigator.clipboard.writeText(text).catch(() => copyBySelection(text));
    copyBySelection(text);
  }

  function copyBySelection(text) {
    const active = shadow.activeElement;
    const area = make('textarea', { class: 'quiet' });
    area.value = text;
    shadow.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
    if (active) active.focus({ preventScroll: true });
  }

  // ------------------------------------------------------------------------------------------------------------ the bar

  function drawBar() {
    const about = state && state.bar;
    const count = findings.summary();
    bar.setAttribute('aria-label', word('bar'));
    const isEmpty = !about && !count && !isLost;
    bar.hidden = isEmpty || isBarHidden;
    small.hidden = !isBarHidden;
    const facts = [about, count, isLost, findings.isOpen, isBarHidden, state && state.status];
    redraw(bar, facts, () => (isBarHidden ? [] : barParts(about, count)));
    redraw(small, facts, () => (isBarHidden ? smallParts(count) : []));
  }

  function barParts(about, count) {
    const parts = [];
    if (isLost) parts.push(lostMark());
    if (count) parts.push(badge(count));
    if (about) parts.push(make('div', { class: 'facts' }, ...factParts(about)), draftsSwitch(about.drafts));
    if (about) parts.push(button('hide', word('bar-hide'), () => hideBar(true)));
    return parts;
  }

  function smallParts(count) {
    const parts = isLost ? [lostMark()] : [];
    if (count) parts.push(badge(count));
    parts.push(button('show', word('bar-show'), () => hideBar(false)));
    return parts;
  }

  function factParts(about) {
    const parts = [];
    if (about.source) parts.push(sourcePart(about));
    parts.push(languagePart(about));
    if (state.status === 200) parts.push(statePart(about));
    if (about.words) parts.push(textPart(`${word('words')}: ${about.words}`), textPart(`${word('minutes')}: ${about.minutes}`));
    if (about.section) parts.push(listPart(`${word('section')}:`, link(about.section.path, about.section.title, { 'data-key': 'section' })));
    return parts;
  }

  function draftsSwitch(isOn) {
    const look = { class: 'switch', role: 'switch', 'aria-checked': String(Boolean(isOn)) };
    return button('drafts', word('drafts'), () => switchDrafts(!isOn), look);
  }

  function sourcePart(about) {
    const label = quiet(`${word('source')}:`);
    if (!about.editor) return listPart(label, make('code', {}, about.source), copier(about.source, 'source'));
    return listPart(label, link(about.editor, about.source, { 'data-key': 'source', title: word('open-editor') }));
  }

  function languagePart(about) {
    const others = (about.translations || []).filter((other) => other.lang !== about.lang).map((other) => {
      const isThere = other.state !== 'missing' && other.path;
      const own = { lang: other.lang, 'data-key': `lang-${other.lang}` };
      const name = isThere ? link(other.path, other.name, own) : make('span', { lang: other.lang }, other.name);
      const note = other.state === 'same' ? '' : ` (${word(`translation-${other.state}`)})`;
      return make('span', { class: other.state }, name, note && make('span', { class: 'faint' }, note));
    });
    return listPart(quiet(`${word('language')}:`), make('b', { lang: about.lang }, about.language), ...others);
  }

  function statePart(about) {
    const own = make('b', { class: `state-${about.state}` }, word(`state-${about.state}`));
    return about.next_change ? listPart(own, `${word('next-change')}: ${about.next_change}`) : listPart(own);
  }

  function textPart(text) {
    return make('span', {}, text);
  }

  function listPart(...parts) {
    return make('span', { class: 'list' }, ...parts.map((part) => (typeof part === 'string' ? textPart(part) : part)));
  }

  /** Text for those who hear the bar; those who see it know what a path or a language is. */
  function quiet(text) {
    return make('span', { class: 'quiet' }, text);
  }

  function lostMark() {
    return make('span', { class: 'lost', role: 'status' }, word('reconnecting'));
  }

  function badge(count) {
    const look = findings.isBad() ? 'badge bad' : 'badge';
    const own = { class: look, 'aria-expanded': String(findings.isOpen), 'aria-controls': 'panel' };
    return button('badge', count, togglePanel, own);
  }

  function hideBar(isHidden) {
    isBarHidden = isHidden;
    draw();
    const next = dock.querySelector(isHidden ? '[data-key="show"]' : '[data-key="hide"]');
    if (next) next.focus({ preventScroll: true });
  }

  // ------------------------------------------------------------------------------------------------- building elements

  /** The facts that each part was drawn from last: what did not change is not drawn again, so focus and selection stay. */
  const drawn = new WeakMap();

  function redraw(place, facts, parts) {
    const now = JSON.stringify(facts);
    if (drawn.get(place) === now) return;
    drawn.set(place, now);
    const active = place.contains(shadow.activeElement) ? shadow.activeElement.dataset.key : null;
    const { scrollTop, scrollLeft } = place;
    place.replaceChildren(...parts());
    place.scrollTop = scrollTop;
    place.scrollLeft = scrollLeft;
    if (!active) return;
    const next = [...place.querySelectorAll('[data-key]')].find((element) => element.dataset.key === active);
    const own = next || place.querySelector('[data-key]');
    if (own) own.focus({ preventScroll: true });
  }

  /** Makes an element; its children are nodes or text, never HTML. */
  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  function button(key, text, onClick, attributes = {}) {
    const own = make('button', { type: 'button', 'data-key': key, ...attributes }, text);
    own.addEventListener('click', onClick);
    return own;
  }

  /** A link within the site or to an editor's own scheme; an address that would run a script becomes plain text. */
  function link(address, text, attributes = {}) {
    const target = new URL(address, location.origin);
    if (/^(javascript|data|vbscript|blob):$/.test(target.protocol)) return make('span', {}, text);
    return make('a', { href: target.href, ...attributes }, text);
  }

  // ---------------------------------------------------------------------------------------------------------- the start

  install();
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) minimise();
  });
  document.addEventListener('visibilitychange', () => (document.hidden ? disconnect() : connect()));
  window.addEventListener('pagehide', disconnect);
  window.addEventListener('pageshow', connect);
  refresh();
  connect();
}
