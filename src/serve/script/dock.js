// The dock: the element beside <body> whose shadow root holds the panel and the bar.
// Offers: shadow, panel, bar, small, dock, isLost, install, draw, showLost, word, say.
// Uses: words (the script's argument), state, STYLE, make (elements), drawPanel (panel), drawBar
// (bar), pageStyle (place).

const host = document.createElement('pakt-live');
const shadow = host.attachShadow({ mode: 'open' });
const voice = make('div', { class: 'quiet', 'aria-live': 'assertive', 'aria-atomic': 'true' });
const panel = make('section', {
  class: 'panel',
  id: 'panel',
  role: 'dialog',
  'aria-labelledby': 'heading',
  hidden: '',
});
const bar = make('div', { class: 'bar', role: 'region', hidden: '' });
const small = make('div', { class: 'small', hidden: '' });
const dock = make('div', { class: 'dock' }, panel, bar, small);
const ownStyle = new CSSStyleSheet();
const ownHeight = new CSSStyleSheet();

let isLost = false;

function install() {
  ownStyle.replaceSync(STYLE);
  shadow.adoptedStyleSheets = [ownStyle, ownHeight];
  shadow.append(voice, dock);
  dock.lang = word('lang');
  document.documentElement.append(host);
  // The host takes up as much room below the page as the dock covers, so that the last lines can be
  // scrolled above it.
  new ResizeObserver(() => {
    const room = dock.classList.contains('alone') ? 0 : dock.offsetHeight;
    ownHeight.replaceSync(`:host { height: ${room}px !important }`);
    pageStyle(false);
  }).observe(dock);
}

/** Draws `state` and the connection. */
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
