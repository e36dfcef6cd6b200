// The patch: applies the difference between two parsed texts to live elements.
// Offers: twins, adopt, pairUp, patch, patchAttributes.
// Uses: align, commonEnds (align), isSheet, waiting (sheets).

/** Nodes of the shown text → their live nodes. */
const twins = new WeakMap();

/** Pairs the text with live nodes, which scripts may have changed since. */
function adopt(live, text) {
  twins.set(text, live);
  if (live.isEqualNode(text)) return pairUp(live, text);
  const matches = align([...live.childNodes], [...text.childNodes]);
  for (const [node, { from }] of matches) adopt(from, node);
}

/** Pairs two equal trees, node by node. */
function pairUp(live, text) {
  twins.set(text, live);
  for (let a = live.firstChild, b = text.firstChild; a && b; a = a.nextSibling, b = b.nextSibling)
    pairUp(a, b);
}

/** Transfers the twins of one text to an equal one. */
function inherit(old, next) {
  const live = twins.get(old);
  if (live) twins.set(next, live);
  for (let a = old.firstChild, b = next.firstChild; a && b; a = a.nextSibling, b = b.nextSibling)
    inherit(a, b);
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
  // Only `moveBefore` moves an element with its focus, scroll position and frames.
  if (live.moveBefore) live.moveBefore(own, place);
  else live.insertBefore(own, place);
}

/** Changes only the differing part of a text, so that a selection around it stays. */
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
