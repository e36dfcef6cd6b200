// Focus and scroll position, kept while the page changes.
// Offers: focusKeeper, placeKeeper, pageStyle.
// Uses: dock.

/** Restores the focus after `move` had to take an element out of the page. */
function focusKeeper() {
  const active = document.activeElement;
  const range =
    active && 'selectionStart' in active ? [active.selectionStart, active.selectionEnd] : null;
  return () => {
    if (
      !active ||
      active === document.body ||
      !active.isConnected ||
      active === document.activeElement
    )
      return;
    active.focus({ preventScroll: true });
    if (range && range[0] !== null) active.setSelectionRange(range[0], range[1]);
  };
}

/** Keeps what is at the top of the window in place while text above it comes and goes. */
function placeKeeper() {
  if (window.scrollY <= 0) return () => undefined;
  pageStyle(true);
  const marks = visibleElements();
  return () => {
    const mark = marks.find(
      ({ element }) => element.isConnected && element.getClientRects().length,
    );
    const by = mark ? mark.element.getBoundingClientRect().top - mark.top : 0;
    if (Math.abs(by) >= 1) window.scrollBy({ top: by, behavior: 'instant' });
    requestAnimationFrame(() => pageStyle(false));
  };
}

/** The elements in the window with their positions, the innermost at the top first. */
function visibleElements() {
  let marks = [];
  for (let level = document.body; level;) {
    const here = [...level.children].map((element) => ({
      element,
      box: element.getBoundingClientRect(),
    }));
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

/**
 * The only style for the page itself: the bar does not hide the focus, and the browser's scroll
 * anchoring is off while ours works.
 */
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

function pageStyle(isPatching) {
  const anchor = isPatching ? 'overflow-anchor:none' : '';
  sheet.replaceSync(`@media screen{:root{scroll-padding-bottom:${dock.offsetHeight}px;${anchor}}}`);
}
