// The panel: draws the findings and the failures of pakt itself.
// Offers: drawPanel, togglePanel, minimise.
// Uses: state, findings, isError, countOf (findings), isAlone (page), shadow, panel, dock, draw,
// word (dock), copier (copy), redraw, make, button, link (elements).

function togglePanel() {
  if (findings.isOpen) return minimise();
  findings.open(null);
  draw();
  shadow.getElementById('heading').focus({ preventScroll: true });
}

function minimise() {
  if (!findings.isOpen || isAlone()) return;
  const hadFocus = panel.contains(shadow.activeElement);
  findings.close();
  draw();
  const badge = dock.querySelector('[data-key="badge"]');
  if (hadFocus && badge) badge.focus({ preventScroll: true });
}

function drawPanel() {
  const { here, elsewhere, failures, isOpen } = findings;
  dock.classList.toggle('alone', isAlone());
  panel.hidden = !isOpen;
  panel.classList.toggle('mild', !findings.isBad());
  const note = !here.some(isError) ? null : isAlone() ? 'never-good' : 'last-good';
  const isChecking = Boolean(
    state.elsewhere && !state.elsewhere.done && !failures.some((failure) => failure.is_check),
  );
  redraw(panel, [isOpen, here, elsewhere, failures, isChecking], () => {
    const inner = make('div', { class: 'inner' }, panelHead());
    inner.append(make('ol', {}, ...failures.map(drawFailure)));
    if (note) inner.append(make('p', {}, word(note)));
    inner.append(list(here, 'here'));
    if (elsewhere.length)
      inner.append(
        make('h3', {}, `${word('elsewhere')} · ${countOf(elsewhere)}`),
        list(elsewhere, 'elsewhere'),
      );
    if (isChecking) inner.append(make('p', { class: 'faint' }, word('checking')));
    return isOpen ? [inner] : [];
  });
}

function panelHead() {
  const heading = make(
    'h2',
    { id: 'heading', tabindex: '-1', 'data-key': 'heading' },
    findings.summary() || word('title'),
  );
  const head = make('div', { class: 'head' }, heading);
  if (!isAlone()) head.append(button('minimise', word('minimise'), minimise, { class: 'framed' }));
  return head;
}

function list(shownFindings, where) {
  return make(
    'ol',
    {},
    ...shownFindings.map((finding, at) => drawFinding(finding, `${where}-${at}`)),
  );
}

function drawFailure({ words: [message, hint, cause] }, at) {
  const item = make('li', { class: 'finding error' });
  item.append(
    make(
      'p',
      { class: 'message' },
      make('span', { class: 'kind' }, `${word('failed')}: `),
      message,
    ),
  );
  item.append(make('p', {}, make('b', {}, `${word('hint')}: `), hint));
  item.append(
    make(
      'div',
      { class: 'row' },
      make('code', {}, cause),
      copier(`${message}\n${cause}`, `failure-${at}`),
    ),
  );
  return item;
}

function drawFinding(finding, key) {
  const item = make('li', { class: `finding ${finding.severity}` });
  const kind = make('span', { class: 'kind' }, `${word(finding.severity)} ${finding.code}: `);
  item.append(make('p', { class: 'message' }, kind, finding.message));
  const places = [finding.place, ...finding.related].filter(Boolean);
  places.forEach((place, at) =>
    item.append(
      ...placeParts({ ...place, ...finding.doors[at] }, at ? `${key}-place-${at}` : `${key}-place`),
    ),
  );
  if (finding.note) item.append(make('p', {}, finding.note));
  if (finding.hint) item.append(make('p', {}, make('b', {}, `${word('hint')}: `), finding.hint));
  if (finding.correction) item.append(correctionOf(finding, key));
  return item;
}

/**
 * A place as text to copy, links that open it, and its line; the label is next to the marked part,
 * or else next to the file.
 */
function placeParts(place, key) {
  const text = place.line ? `${place.file}:${place.line}` : place.file;
  const row = make('div', { class: 'row' }, make('code', {}, text), copier(text, key));
  if (place.editor)
    row.append(link(place.editor, word('open-editor'), { 'data-key': `${key}-editor` }));
  if (place.page && place.page !== location.pathname) {
    row.append(
      link(place.page, `${word('open-page')} ${place.page}`, { 'data-key': `${key}-page` }),
    );
  }
  if (place.excerpt) return [row, excerptOf(place)];
  if (place.label) row.append(labelOf(place));
  return [row];
}

function labelOf({ label }) {
  return make('span', { class: 'faint' }, `← ${label}`);
}

/** A line with its marked part; positions are in characters, not UTF-16 units. */
function excerptOf(place) {
  const { text, from, to } = place.excerpt;
  const characters = [...text];
  const part = (start, end) => characters.slice(start, end).join('');
  const isCut = place.column - 1 > from;
  const mark = make('mark', to > from ? {} : { class: 'point' }, part(from, to));
  const row = make(
    'div',
    {},
    make('span', { class: 'number' }, String(place.line)),
    isCut ? '…' : '',
    part(0, from),
    mark,
    part(to),
  );
  if (place.label) row.append('  ', labelOf(place));
  return make('pre', {}, row);
}

function correctionOf(finding, key) {
  const row = make('div', { class: 'row' }, make('b', {}, `${word('correction')}:`));
  row.append(make('code', {}, finding.correction), copier(finding.correction, `${key}-correction`));
  return row;
}
