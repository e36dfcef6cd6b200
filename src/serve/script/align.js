// Which node became which: matches two lists of siblings.
// Offers: align, commonEnds.
// Uses: isSheet, isSameSheet (sheets).

/**
 * The largest table of pairs, as the product of both lengths; longer lists of siblings are matched
 * in step instead.
 */
const LARGEST_TABLE = 160000;

/** Matches two lists of siblings: node of `after` → { from: node of `before`, isMoved }. */
function align(before, after) {
  const matches = new Map();
  const join = (from, node, isMoved) => matches.set(node, { from, isMoved });
  let start = 0;
  while (start < before.length && start < after.length && before[start].isEqualNode(after[start])) {
    join(before[start], after[start++], false);
  }
  let [a, b] = [before.length, after.length];
  while (a > start && b > start && before[a - 1].isEqualNode(after[b - 1]))
    join(before[--a], after[--b], false);
  const [old, next] = [before.slice(start, a), after.slice(start, b)];
  for (const [from, node] of inOrder(old, next)) join(from, node, false);
  for (const [from, node] of outOfOrder(old, next, matches)) join(from, node, true);
  return matches;
}

/** The pairs that do not cross and have the highest total similarity. */
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
  for (let a = 0, b = 0; a < old.length && b < next.length;) {
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

/** Pairs among the rest: elements that moved among their siblings. */
function outOfOrder(old, next, matches) {
  const taken = new Set([...matches.values()].map((match) => match.from));
  const pairs = [];
  for (const node of next) {
    if (matches.has(node) || node.nodeType !== Node.ELEMENT_NODE || isSheet(node)) continue;
    const from = old.find(
      (other) => !taken.has(other) && other.nodeName === node.nodeName && isSameThing(other, node),
    );
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

/** How much one node looks like an older version of the other; 0 if they are unrelated. */
function alike(old, next, oldText, nextText) {
  if (old.nodeName !== next.nodeName) return 0;
  if (next.nodeType !== Node.ELEMENT_NODE) return likenessOfTexts(oldText, nextText);
  if (isSheet(next) || isSheet(old))
    return isSheet(old) && isSheet(next) && isSameSheet(old, next) ? 4 : 0;
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

/** A node's key on its page: its id, or the name of a form field or of an element of the head. */
function keyOf(element) {
  const names = element.nodeName === 'LINK' ? ['rel', 'type', 'hreflang'] : ['name', 'property'];
  return element.id || names.map((name) => element.getAttribute(name) || '').join('');
}

function isInHead(element) {
  return element.nodeName === 'LINK' || element.nodeName === 'META';
}

/** The part of the longer text that both share at their ends, from 0 to 1. */
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
