// Checks within a page: functions that run in the browser, each independent of the others.

/** Texts that are cut off, covered or overlapping. The window must be as high as the page. */
export function unreadable() {
  const wrong = [];
  const boxes = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    // Text for screen readers is clipped on purpose; a table scrolls.
    if (!node.data.trim() || !element.checkVisibility({ visibilityProperty: true }) || element.closest('.visually-hidden, .skip-link, .table')) continue;
    if (getComputedStyle(element).clipPath === 'inset(50%)') continue;
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 2) boxes.push({ node, element, box });
  }
  for (const element of document.querySelectorAll('input')) boxes.push({ node: element, element, box: element.getBoundingClientRect() });
  const name = ({ node, element }) => (node.data ?? element.outerHTML).trim().slice(0, 50);
  for (const one of boxes) {
    const { left, right, top, bottom } = one.box;
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    // A tenth of the box at each end is white space above or below the letters.
    const points = [[left + 1, y], [x, y], [right - 1, y], [x, top + (bottom - top) / 10], [x, bottom - (bottom - top) / 10]];
    if (!points.every(([x, y]) => document.elementsFromPoint(x, y).includes(one.element))) wrong.push(`cut off: ${name(one)}`);
  }
  boxes.sort((a, b) => a.box.top - b.box.top);
  boxes.forEach((one, at) => {
    for (const other of boxes.slice(at + 1)) {
      if (other.box.top > one.box.bottom) break;
      if (other.node === one.node) continue;
      // A line of text is slightly less high than the box of its letters.
      const inset = (box) => box.height / 5;
      const high = Math.min(one.box.bottom - inset(one.box), other.box.bottom - inset(other.box)) - Math.max(one.box.top + inset(one.box), other.box.top + inset(other.box));
      const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      if (high > 1 && wide > 1) wrong.push(`over each other: ${name(one)} | ${name(other)}`);
    }
  });
  return wrong;
}

/** The longest line of a text with several lines, in characters. */
export function longestLine() {
  const lengths = [...document.querySelectorAll('main .prose p, main .prose li')].map((element) => {
    const lines = Math.round(element.getBoundingClientRect().height / parseFloat(getComputedStyle(element).lineHeight));
    const copy = element.cloneNode(true);
    copy.querySelectorAll('.visually-hidden').forEach((part) => part.remove());
    return lines < 4 ? 0 : copy.textContent.trim().length / lines;
  });
  return Math.max(0, ...lengths);
}

/**
 * Targets that are smaller than 24 × 24 CSS px and neither part of a sentence nor alone in a circle of that size
 * (WCAG 2.2, 2.5.8), and main ones smaller than 44 × 44 CSS px.
 */
export function smallTargets(main) {
  const [LEAST, LEAST_MAIN] = [24, 44];
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const all = [...document.querySelectorAll('a[href], summary, button, input, select, textarea')].filter(shown);
  // A link that covers its card has the card's area.
  const areaOf = (element) => {
    if (getComputedStyle(element, '::after').position !== 'absolute') return element;
    let card = element;
    while (card.parentElement && getComputedStyle(card).position === 'static') card = card.parentElement;
    return card;
  };
  const name = (element) => element.outerHTML.slice(0, 120);
  const isLarge = (rect, least) => rect.width >= least - 0.01 && rect.height >= least - 0.01;
  const inSentence = (element) => {
    if (getComputedStyle(element).display !== 'inline') return false;
    let block = element.parentElement;
    while (getComputedStyle(block).display === 'inline') block = block.parentElement;
    const copy = block.cloneNode(true);
    copy.querySelectorAll('a, button, ul, ol, .visually-hidden').forEach((part) => part.remove());
    return /[\p{L}\p{N}]/u.test(copy.textContent);
  };
  const places = all.map((element) => {
    const area = areaOf(element);
    const { left, right, top, bottom } = area.getBoundingClientRect();
    const rects = [...area.getClientRects()];
    return { element, rects, isSmall: !rects.some((rect) => isLarge(rect, LEAST)), x: (left + right) / 2, y: (top + bottom) / 2 };
  });
  const away = ({ x, y }, rect) => Math.hypot(Math.max(rect.left - x, 0, x - rect.right), Math.max(rect.top - y, 0, y - rect.bottom));
  const crowded = (place) => places.some((other) => {
    if (other === place) return false;
    if (other.isSmall && Math.hypot(place.x - other.x, place.y - other.y) < LEAST) return true;
    return other.rects.some((rect) => away(place, rect) < LEAST / 2);
  });
  const small = places.filter((place) => place.isSmall && !inSentence(place.element) && crowded(place));
  const smallMain = [...document.querySelectorAll(main)].filter((element) => shown(element) && !isLarge(element.getBoundingClientRect(), LEAST_MAIN));
  return [...small.map(({ element }) => `crowded: ${name(element)}`), ...smallMain.map((element) => `main: ${name(element)}`)];
}

/** What moves, or would move on hover, focus or a jump to a heading. */
export function moving() {
  const wrong = document.getAnimations().map((animation) => `runs: ${animation.effect?.target?.outerHTML?.slice(0, 80)}`);
  for (const element of document.querySelectorAll('*')) {
    for (const part of [null, '::before', '::after']) {
      const style = getComputedStyle(element, part);
      const changes = style.transitionDuration.split(',').some((time) => parseFloat(time) > 0);
      if (changes || style.animationName !== 'none' || (!part && style.scrollBehavior !== 'auto')) wrong.push(`moves: ${element.outerHTML.slice(0, 80)}${part ?? ''}`);
    }
  }
  return wrong;
}

/** Numbers the controls that the Tab key must reach, and returns how many there are. */
export function markStops() {
  const can = [...document.querySelectorAll('a[href], summary, button, input, select, textarea, [tabindex="0"]')];
  const shown = can.filter((element) => element.getClientRects().length > 0 && element.checkVisibility({ visibilityProperty: true }));
  shown.forEach((element, at) => (element.dataset.stop = String(at)));
  return shown.length;
}

/** The number of the focused control, or what is wrong with how its focus shows. */
export function stop() {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  // A link may be broken into several lines; focus is visible if any of them is.
  const boxes = [...element.getClientRects()].filter((box) => box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth);
  const bare = (box) => {
    const [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)];
    const over = document.elementFromPoint(Math.max(0, box.left) + Math.min(box.width, 12) / 2, top + Math.min(bottom - top, 20) / 2);
    return !over || element.contains(over) || over.contains(element);
  };
  const seen = parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none' && boxes.some(bare);
  return seen ? Number(element.dataset.stop) : `unseen: ${element.outerHTML.slice(0, 120)}`;
}

/** What cannot be seen or told apart in forced-colours mode. */
export function lostColours({ shapes, marks }) {
  const wrong = [];
  const canvas = getComputedStyle(document.documentElement).backgroundColor;
  const shown = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
  const drawn = (style) => ['Top', 'Right', 'Bottom', 'Left'].every((side) => parseFloat(style[`border${side}Width`]) >= 1 && style[`border${side}Style`] !== 'none' && style[`border${side}Color`] !== canvas);
  const tell = (what, element) => wrong.push(`${what}: ${element.outerHTML.slice(0, 100)}`);
  const groundOf = (element) => {
    const ground = getComputedStyle(element).backgroundColor;
    return /^rgba\(.*, 0\)$/.test(ground) && element.parentElement ? groundOf(element.parentElement) : ground;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (node.data.trim() && element.checkVisibility() && getComputedStyle(element).color === groundOf(element)) tell('no text', element);
  }
  for (const element of shown(shapes)) if (!drawn(getComputedStyle(element))) tell('no border', element);
  for (const element of shown(marks)) {
    const style = getComputedStyle(element, '::before');
    if (!drawn(style) || style.clipPath !== 'none' || style.color === canvas) tell('no mark', element);
  }
  // A picture made of colours is meaningless then and must not cover text.
  for (const element of shown('.facet')) tell('a picture', element);
  for (const element of shown('.sign')) {
    const style = getComputedStyle(element);
    if (style.forcedColorAdjust !== 'none' || !style.backgroundImage.includes('gradient') || style.color === canvas) tell('no sign', element);
  }
  for (const element of document.querySelectorAll('a[href], summary, button, input')) {
    if (!element.checkVisibility()) continue;
    element.focus({ preventScroll: true });
    const style = getComputedStyle(element);
    if (parseFloat(style.outlineWidth) < 2 || style.outlineStyle === 'none' || style.outlineColor === canvas) tell('no focus', element);
  }
  document.activeElement.blur();
  for (const element of shown('.languages [aria-current]')) {
    const [own, other] = [element, document.querySelector('.languages a')].map((one) => getComputedStyle(one));
    if (own.fontWeight <= other.fontWeight || own.textDecorationLine === other.textDecorationLine) tell('the language', element);
  }
  for (const element of shown('.menu [aria-current]')) {
    const style = getComputedStyle(element);
    const side = element.closest('.menu-row') ? 'Bottom' : 'Left';
    const others = shown('.menu a:not([aria-current])').map((one) => getComputedStyle(one));
    const line = (style) => parseFloat(style[`border${side}Width`]) >= 2 && style[`border${side}Style`] !== 'none' && style[`border${side}Color`] !== canvas;
    if (!line(style) || others.some(line)) tell('the place in the menu', element);
  }
  return wrong;
}

/** Words in the wrong language, and unmarked links to pages in another language; `pages` is HTML by address. */
export function wrongLanguage(pages) {
  const wrong = [];
  const parsed = new Map(Object.entries(pages).map(([address, html]) => [address, new DOMParser().parseFromString(html, 'text/html')]));
  // Proper names need no language mark (WCAG 2.2, 3.1.2).
  const NAMES = /Úřad práce|(?<!\p{L})(?:ÚP|IČO)(?!\p{L})/gu;
  // Letters that a language does not use.
  const foreign = { cs: /\p{Script=Cyrillic}/u, en: /[\p{Script=Cyrillic}ěščřžůňďť]/iu, uk: /[ěščřžůňďť]/iu };
  for (const [address, page] of parsed) {
    const own = page.documentElement.lang;
    const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { lang } = node.parentElement.closest('[lang]');
      if (foreign[lang]?.test(node.data.replace(NAMES, ''))) wrong.push(`${address}: ${lang}: ${node.data.trim().slice(0, 80)}`);
    }
    for (const link of page.querySelectorAll('a[href]')) {
      const to = new URL(link.getAttribute('href'), `http://site${address}`);
      const lang = to.host === 'site' && parsed.get(to.pathname)?.documentElement.lang;
      if (lang && lang !== own && link.hreflang !== lang) wrong.push(`${address}: leads to ${lang}: ${link.outerHTML.slice(0, 120)}`);
      if (lang && link.hreflang && link.hreflang !== lang) wrong.push(`${address}: does not lead to ${link.hreflang}: ${link.outerHTML.slice(0, 120)}`);
    }
  }
  return wrong;
}
