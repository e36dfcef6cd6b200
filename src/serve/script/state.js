// The state of this page from the server; keeps the page, panel and bar in step with it.
// Offers: state, refresh, isUpToDate, takeFailures, switchDrafts.
// Uses: refreshLater (talk), recognise, update, shown (page), renewFiles (files), findings, draw
// (dock).

const STATE = '/__pakt/state';
const DRAFTS = '/__pakt/drafts';

/** The last answer about this page; null before the first. */
let state = null;
/** True while the page does not show everything the server has announced. */
let isBehind = true;
let isRefreshing = false;

/**
 * Brings the page, panel and bar up to date, one round at a time; news during a round starts
 * another.
 */
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
  if (isBehind) refreshLater();
}

/** Whether nothing was missed before the stream began; `hello` is its greeting. */
function isUpToDate(hello) {
  return !isBehind && state && hello.moment === state.moment && hello.session === state.session;
}

function takeFailures(failures) {
  if (!state) return;
  state.failures = failures;
  findings.take(state);
  draw();
}

async function catchUp() {
  const answer = await fetch(`${STATE}?path=${encodeURIComponent(location.pathname)}`, {
    cache: 'no-store',
  });
  // When the server fails on this page, its answer is a state too.
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
