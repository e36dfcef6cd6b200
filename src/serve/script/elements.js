// Builds elements: from names and text, never from HTML.
// Offers: redraw, make, button, link.
// Uses: shadow (dock).

/**
 * What each part was last drawn from. Unchanged parts are not redrawn, so focus and selection stay.
 */
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
  const next = [...place.querySelectorAll('[data-key]')].find(
    (element) => element.dataset.key === active,
  );
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

/**
 * A link within the site or to an editor's scheme; an address that could run a script becomes plain
 * text.
 */
function link(address, text, attributes = {}) {
  const target = new URL(address, location.origin);
  if (/^(javascript|data|vbscript|blob):$/.test(target.protocol)) return make('span', {}, text);
  return make('a', { href: target.href, ...attributes }, text);
}
