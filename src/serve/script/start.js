// Starts live mode in the page, after all other modules.
// Uses: install (dock), minimise (panel), connect, disconnect (talk), refresh (state).

install();
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented) minimise();
});
document.addEventListener('visibilitychange', () => (document.hidden ? disconnect() : connect()));
window.addEventListener('pagehide', disconnect);
window.addEventListener('pageshow', connect);
refresh();
connect();
