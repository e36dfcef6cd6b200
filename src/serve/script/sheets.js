// Stylesheets: a new one takes over the moment the old one is removed.
// Offers: isSheet, isSameSheet, waiting, arrival, swap.
// Uses: absolute (page).

/** How long the text waits for a new stylesheet, in milliseconds. */
const SHEET_PATIENCE = 3000;

function isSheet(node) {
  return node.nodeName === 'LINK' && /(^|\s)stylesheet(\s|$)/i.test(node.getAttribute('rel') || '');
}

function isSameSheet(old, next) {
  return absolute(old, 'href') === absolute(next, 'href') && old.media === next.media;
}

/**
 * Loads a new stylesheet for no medium, so that it can take over the moment the old one is removed.
 */
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
