// The bar: what the page is, and the switches of live mode.
// Offers: drawBar.
// Uses: state, switchDrafts (state), findings, togglePanel (panel), copier (copy), bar, small,
// dock, draw, isLost, word (dock), redraw, make, button, link (elements).

let isBarHidden = false;

function drawBar() {
  const about = state && state.bar;
  const count = findings.summary();
  bar.setAttribute('aria-label', word('bar'));
  const isEmpty = !about && !count && !isLost;
  bar.hidden = isEmpty || isBarHidden;
  small.hidden = !isBarHidden;
  const facts = [about, count, isLost, findings.isOpen, isBarHidden, state && state.status];
  redraw(bar, facts, () => (isBarHidden ? [] : barParts(about, count)));
  redraw(small, facts, () => (isBarHidden ? smallParts(count) : []));
}

function barParts(about, count) {
  const parts = [];
  if (isLost) parts.push(lostMark());
  if (count) parts.push(badge(count));
  if (about)
    parts.push(make('div', { class: 'facts' }, ...factParts(about)), draftsSwitch(about.drafts));
  if (about) parts.push(button('hide', word('bar-hide'), () => hideBar(true)));
  return parts;
}

function smallParts(count) {
  const parts = isLost ? [lostMark()] : [];
  if (count) parts.push(badge(count));
  parts.push(button('show', word('bar-show'), () => hideBar(false)));
  return parts;
}

function factParts(about) {
  const parts = [];
  if (about.source) parts.push(sourcePart(about));
  parts.push(languagePart(about));
  if (state.status === 200) parts.push(statePart(about));
  if (about.words)
    parts.push(
      textPart(`${word('words')}: ${about.words}`),
      textPart(`${word('minutes')}: ${about.minutes}`),
    );
  if (about.section)
    parts.push(
      listPart(
        `${word('section')}:`,
        link(about.section.path, about.section.title, { 'data-key': 'section' }),
      ),
    );
  if (about.polling) parts.push(textPart(word('polling')));
  return parts;
}

function draftsSwitch(isOn) {
  const look = { class: 'switch', role: 'switch', 'aria-checked': String(Boolean(isOn)) };
  return button('drafts', word('drafts'), () => switchDrafts(!isOn), look);
}

function sourcePart(about) {
  const label = quiet(`${word('source')}:`);
  if (!about.editor)
    return listPart(label, make('code', {}, about.source), copier(about.source, 'source'));
  return listPart(
    label,
    link(about.editor, about.source, { 'data-key': 'source', title: word('open-editor') }),
  );
}

function languagePart(about) {
  const others = (about.translations || [])
    .filter((other) => other.lang !== about.lang)
    .map((other) => {
      const isThere = other.state !== 'missing' && other.path;
      const own = { lang: other.lang, 'data-key': `lang-${other.lang}` };
      const name = isThere
        ? link(other.path, other.name, own)
        : make('span', { lang: other.lang }, other.name);
      const note = other.state === 'same' ? '' : ` (${word(`translation-${other.state}`)})`;
      return make(
        'span',
        { class: other.state },
        name,
        note && make('span', { class: 'faint' }, note),
      );
    });
  return listPart(
    quiet(`${word('language')}:`),
    make('b', { lang: about.lang }, about.language),
    ...others,
  );
}

function statePart(about) {
  const own = make('b', { class: `state-${about.state}` }, word(`state-${about.state}`));
  return about.next_change
    ? listPart(own, `${word('next-change')}: ${about.next_change}`)
    : listPart(own);
}

function textPart(text) {
  return make('span', {}, text);
}

function listPart(...parts) {
  return make(
    'span',
    { class: 'list' },
    ...parts.map((part) => (typeof part === 'string' ? textPart(part) : part)),
  );
}

/** Text for screen readers only; on screen, a path or a language needs no label. */
function quiet(text) {
  return make('span', { class: 'quiet' }, text);
}

function lostMark() {
  return make('span', { class: 'lost', role: 'status' }, word('reconnecting'));
}

function badge(count) {
  const look = findings.isBad() ? 'badge bad' : 'badge';
  const own = { class: look, 'aria-expanded': String(findings.isOpen), 'aria-controls': 'panel' };
  return button('badge', count, togglePanel, own);
}

function hideBar(isHidden) {
  isBarHidden = isHidden;
  draw();
  const next = dock.querySelector(isHidden ? '[data-key="show"]' : '[data-key="hide"]');
  if (next) next.focus({ preventScroll: true });
}
