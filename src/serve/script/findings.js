// The findings that the panel shows, and when it opens and closes by itself.
// Offers: findings, isError, countOf.
// Uses: isAlone (page), word, say (dock).

/** How many messages are read aloud when the panel opens. */
const MOST_SPOKEN = 3;

/**
 * The findings of the last state, the failures of pakt itself, and whether the panel shows them.
 */
const findings = {
  here: [],
  elsewhere: [],
  failures: [],
  isOpen: false,
  /** Why the panel opened; it closes when that is fixed. Null if the user opened it. */
  reasons: null,
  /** The findings of the previous state; only new ones can open the panel. */
  known: null,
  hasChecked: false,

  take({ findings: here, elsewhere, failures }) {
    const wasWell = !this.here.length;
    this.here = here;
    this.failures = failures;
    // During a check the list is incomplete, so the last complete one stays, marked as such.
    if (elsewhere && (elsewhere.done || !this.hasChecked)) this.elsewhere = elsewhere.findings;
    const fresh = isAlone() ? failures.concat(here) : this.fresh();
    this.hasChecked = this.hasChecked || Boolean(elsewhere && elsewhere.done);
    this.known = new Set(this.names());
    if (isAlone() || fresh.length) this.open(new Set(fresh.map(nameOf)));
    else if (this.isFixed()) this.close();
    if (!wasWell && !here.length && !failures.length) say(word('all-well'));
  },

  all() {
    return this.here.concat(this.elsewhere);
  },

  names() {
    return this.failures.concat(this.all()).map(nameOf);
  },

  isBad() {
    return Boolean(this.failures.length) || this.all().some(isError);
  },

  /** A short summary of what is wrong; empty if nothing is. */
  summary() {
    return [this.failures.length ? word('failed') : '', countOf(this.all())]
      .filter(Boolean)
      .join(' · ');
  },

  /**
   * What opens the panel: at first errors here, later also new warnings here and new errors
   * elsewhere.
   */
  fresh() {
    const isNew = (finding) => !this.known || !this.known.has(nameOf(finding));
    const here = this.here.filter((finding) => isNew(finding) && (this.known || isError(finding)));
    const elsewhere = this.elsewhere.filter(
      (finding) => this.hasChecked && isNew(finding) && isError(finding),
    );
    return this.failures.filter(isNew).concat(here, elsewhere);
  },

  isFixed() {
    const names = this.names();
    return !names.length || Boolean(this.reasons && !names.some((name) => this.reasons.has(name)));
  },

  open(reasons) {
    if (!this.isOpen) this.reasons = reasons;
    else if (this.reasons && reasons) reasons.forEach((name) => this.reasons.add(name));
    else this.reasons = null;
    this.isOpen = true;
    if (reasons) say(this.spoken());
  },

  close() {
    this.isOpen = false;
    this.reasons = null;
  },

  spoken() {
    const messages = this.failures
      .map(({ words }) => words[0])
      .concat(this.all().map((finding) => finding.message));
    return [this.summary(), ...messages.slice(0, MOST_SPOKEN)].join('. ');
  },
};

/** What identifies a finding across saves: not its line, which moves as the author types. */
function nameOf(finding) {
  return finding.words
    ? finding.words[0]
    : [finding.code, finding.place && finding.place.file, finding.message].join('\n');
}

function isError(finding) {
  return finding.severity === 'error';
}

function countOf(list) {
  const errors = list.filter(isError).length;
  const parts = [];
  if (errors) parts.push(`${word('errors')}: ${errors}`);
  if (list.length > errors) parts.push(`${word('warnings')}: ${list.length - errors}`);
  return parts.join(' · ');
}
