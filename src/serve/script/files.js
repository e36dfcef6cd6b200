// Reloads pictures and stylesheets saved under the same name, which the page's text does not show.
// Offers: renewFiles.
// Uses: state, shown (page), twins (patch), isSheet, waiting, arrival, swap (sheets).

/** Addresses of the files on the page → the ETags of the shown versions. */
const etags = new Map();
/** The version of the site that the ETags belong to. */
let filesVersion = null;

/** Reloads the files that were saved under the same name. */
async function renewFiles() {
  if (filesVersion === state.version) return;
  const { version } = state;
  const shownAt = new Map();
  for (const element of document.querySelectorAll(
    'img[src]:not([srcset]), link[rel~="stylesheet"]',
  )) {
    const address = fileOf(element);
    if (address) shownAt.set(address, (shownAt.get(address) || []).concat(element));
  }
  await Promise.all(
    [...shownAt].map(([address, elements]) => renewFile(address, elements, version)),
  );
  filesVersion = version;
}

/**
 * The file of the site that an element shows; null if its name contains a hash, and so changes with
 * its content.
 */
function fileOf(element) {
  const address = new URL(isSheet(element) ? element.href : element.src, document.baseURI);
  if (address.origin !== location.origin || /\.[0-9a-f]{16}\.\w+$/.test(address.pathname))
    return null;
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
  for (const link of shown.text.querySelectorAll('link'))
    if (twins.get(link) === element) twins.set(link, fresh);
  await arrival(sheets);
  swap(sheets);
}
