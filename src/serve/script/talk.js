// The connection to the server: its event stream, and reconnecting when it is lost.
// Offers: connect, disconnect, refreshLater.
// Uses: refresh, isUpToDate, takeFailures (state), showLost (dock).

const EVENTS = '/__pakt/events';

/** The pauses between attempts to reconnect double from the first to the last, in milliseconds. */
const FIRST_PAUSE = 200;
const LAST_PAUSE = 2000;

let stream = null;
let pause = FIRST_PAUSE;
let timer = 0;

/** Listens while the tab is visible: a browser opens at most six connections to one host. */
function connect() {
  clearTimeout(timer);
  if (stream || document.hidden) return;
  stream = new EventSource(EVENTS);
  stream.addEventListener('hello', (event) => greeted(JSON.parse(event.data)));
  stream.addEventListener('change', (event) => changed(JSON.parse(event.data)));
  stream.addEventListener('checked', refresh);
  stream.addEventListener('failed', (event) => failed(JSON.parse(event.data)));
  stream.addEventListener('error', lost);
}

function disconnect() {
  clearTimeout(timer);
  if (stream) stream.close();
  stream = null;
}

function lost() {
  disconnect();
  showLost(true);
  timer = setTimeout(connect, pause);
  pause = Math.min(2 * pause, LAST_PAUSE);
}

function greeted(hello) {
  pause = FIRST_PAUSE;
  showLost(false);
  if (!isUpToDate(hello)) refresh();
}

function changed(change) {
  const follow = change.follow && new URL(change.follow, location.href);
  if (follow && follow.origin === location.origin && follow.pathname !== location.pathname) {
    location.assign(follow.href);
  } else {
    refresh();
  }
}

/** pakt itself failed. The event brings the messages, since the server may be about to end. */
function failed(failures) {
  takeFailures(failures);
  refresh();
}

/** Refreshes later while the stream is open. If it is lost, its next greeting does. */
function refreshLater() {
  if (stream && stream.readyState === EventSource.OPEN) timer = setTimeout(refresh, LAST_PAUSE);
}
