// Buttons that copy a text.
// Offers: copier.
// Uses: shadow, word, say (dock), make, button (elements).

/** How long a button shows “copied”, in milliseconds. */
const COPIED_SHOWN = 2000;

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

/**
 * Browsers deny the clipboard to pages from another computer (`--host`); the old way still works
 * there.
 */
async function copy(text) {
  if (navigator.clipboard)
    return navigator.clipboard.writeText(text).catch(() => copyBySelection(text));
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
