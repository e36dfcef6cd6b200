// The search: reads the files of the index as scripts, finds pages, and shows them below the field, or in the search page.
// Everything that is shown is set as text. What the files hold: `src/site/search.rs` and `src/render/search.rs` of pakt.
(() => {
  'use strict';
  const form = document.querySelector('form[data-search]');
  const field = form.elements.q;
  const words = form.dataset;

  // ---- Files

  const files = new Map();
  const waiting = {};

  window.pakt_search = (language, name, content) => waiting[name]?.(content);

  /** Loads a file of the index, once. */
  function file(name) {
    if (!files.has(name)) {
      files.set(name, new Promise((resolve, reject) => {
        waiting[name] = resolve;
        const script = document.createElement('script');
        script.src = `${words.index}${name === 'h0' ? '' : `-${name}`}.js`;
        script.onerror = () => {
          files.delete(name);
          reject(new Error(`failed to load ${script.src}`));
        };
        document.head.append(script);
      }));
    }
    return files.get(name);
  }

  const parsed = new Map();

  /** Loads the words of a file. */
  async function wordsOf(number) {
    if (!parsed.has(number)) parsed.set(number, (await file(`w${number}`)).split('\n').slice(0, -1).map(readWord));
    return parsed.get(number);
  }

  function readWord(line) {
    const common = line[0] === '!';
    const [start, ends, shown, pages, standings] = line.slice(common ? 1 : 0).split('|');
    return { common, forms: ends.split(',').map((end) => start + end), shown: shown ? shown.split(',') : [], pages, standings };
  }

  const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const value = (digit) => DIGITS.indexOf(digit);

  /** Tells on which pages a word stands, and how. */
  function standingsOf(word) {
    if (!word.map) {
      word.map = new Map();
      let page = 0;
      let at = 0;
      for (const standing of word.standings) {
        let shift = 0;
        let digit;
        do {
          digit = value(word.pages[at++]);
          page += (digit & 31) << shift;
          shift += 5;
        } while (digit > 31);
        word.map.set(page, value(standing));
      }
    }
    return word.map;
  }

  // ---- Words

  const LETTERS = { ł: 'l', ß: 'ss', ґ: 'г', đ: 'd', ø: 'o', æ: 'ae', œ: 'oe', ı: 'i', ς: 'σ' };
  const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’ʼ‘`´\u00ad]*/gu;

  const folded = (word) => word.toLowerCase().normalize('NFD').replace(/ʼ|[^\p{L}\p{N}]/gu, '').replace(/[łßґđøæœıς]/g, (letter) => LETTERS[letter]);

  /** Tells whether one letter too many, too few, wrong, or swapped with its neighbour is all that parts two words. */
  function isNear(a, b) {
    if (Math.abs(a.length - b.length) > 1) return false;
    let start = 0;
    while (start < a.length && a[start] === b[start]) start++;
    const rest = (word, skipped) => word.slice(start + skipped);
    return rest(a, 1) === rest(b, 1) || rest(a, 1) === rest(b, 0) || rest(a, 0) === rest(b, 1)
      || (a[start] === b[start + 1] && a[start + 1] === b[start] && rest(a, 2) === rest(b, 2));
  }

  /** Tells the same of a word and the beginning of a form. */
  const startsNear = (form, typed) => [-1, 0, 1].some((more) => isNear(form.slice(0, typed.length + more), typed));

  function shared(a, b) {
    let length = 0;
    while (length < a.length && a[length] === b[length]) length++;
    return length;
  }

  /** How many letters of a word tell in which file it is. */
  const KEY = 4;

  /** Loads the words that may begin with some letters. */
  async function candidates(head, letters, most) {
    const place = (key) => head.starts.filter((start) => start <= key).length;
    const first = place(letters.slice(0, KEY));
    const last = letters.length < KEY ? place(`${letters}\uffff`) : first;
    const numbers = Array.from({ length: Math.min(last - first + 1, most) }, (_, at) => first + at);
    return (await Promise.all(numbers.map(wordsOf))).flat();
  }

  /** Keeps the words for whose forms `weigh` finds a weight, with the best one. */
  function weighed(list, weigh) {
    const found = [];
    for (const word of list) {
      const weight = Math.max(...word.forms.map(weigh));
      if (weight > 0) found.push({ word, weight });
    }
    return found;
  }

  /** Finds the words that are meant by one that was typed; the last one may go on. */
  async function meant(head, typed, isLast) {
    const list = await candidates(head, typed, 4);
    const whole = weighed(list, (form) => (form === typed ? 1 : 0));
    if (whole.length && !isLast) return whole;
    const begun = weighed(list, (form) => (form !== typed && form.startsWith(typed) ? (whole.length ? 0.3 : 0.8) * (typed.length / form.length) : 0));
    if (whole.length || begun.length) return [...whole, ...begun.filter(({ word }) => !whole.some((other) => other.word === word))];
    if (typed.length < 4) return [];
    // A wrong letter may be the first one: of a small site, all words are looked through in the end.
    const size = head.starts.length;
    for (const letters of size < 40 ? [typed[0], ''] : [typed.slice(0, size < 80 ? 1 : 2)]) {
      const around = await candidates(head, letters, size < 80 ? 80 : 6);
      const near = weighed(around, (form) => (form.length > 3 && isNear(form, typed) ? 0.7 : 0));
      if (near.length) return near;
      const begins = weighed(around, (form) => (form.length <= typed.length + (isLast ? 9 : 3) && startsNear(form, typed) ? 0.4 : 0));
      if (begins.length) return begins;
      const longest = Math.max(...around.flatMap((word) => word.forms.map((form) => shared(form, typed))));
      if (longest >= Math.max(4, typed.length * 0.6)) {
        return weighed(around, (form) => (shared(form, typed) === longest ? 0.5 * (longest / Math.max(form.length, typed.length)) : 0));
      }
    }
    return [];
  }

  // ---- Ranking

  const TITLE = [0, 5, 8, 12];
  const TEXT = [0, 1, 1.5, 2];

  /** How much a word counts on a page: in the title, the description, a heading, the text. */
  const standing = (code) => TITLE[code >> 4] + (code & 8 ? 2 : 0) + (code & 4 ? 3 : 0) + TEXT[code & 3];

  /** Finds pages, the best first. */
  async function find(query) {
    const head = await file('h0');
    if (typeof head.starts === 'string') {
      head.starts = head.starts ? head.starts.split(',') : [];
      head.stops = new Set(head.stops.split(','));
    }
    let typed = [...new Set((query.match(WORD) ?? []).map(folded).filter(Boolean))].slice(0, 12);
    const isLast = (word) => word === typed[typed.length - 1] && /[\p{L}\p{N}]$/u.test(query);
    const sought = (await Promise.all(typed.filter((word) => !head.stops.has(word)).map((word) => meant(head, word, isLast(word))))).filter((words) => words.length);
    const scores = new Map();
    let needed = 0;
    for (const group of sought) {
      const best = new Map();
      for (const { word, weight } of group) {
        const rarity = word.common ? 0.1 : Math.log(1 + head.pages / (standingsOf(word).size + 0.5));
        for (const [page, code] of standingsOf(word)) best.set(page, Math.max(best.get(page) ?? 0, weight * rarity * standing(code)));
      }
      const isCommon = group.some(({ word, weight }) => word.common && weight === 1);
      if (!isCommon) needed++;
      for (const [page, score] of best) {
        const known = scores.get(page) ?? { page, score: 0, has: 0 };
        scores.set(page, { page, score: known.score + score, has: known.has + (isCommon ? 0 : 1) });
      }
    }
    const order = (a, b) => b.score - a.score || a.page - b.page;
    const all = [...scores.values()];
    const full = all.filter(({ has }) => has === needed).sort(order);
    const part = full.length < 3 ? all.filter(({ has }) => has < needed).map((hit) => ({ ...hit, score: (hit.score * hit.has) / needed })).sort(order) : [];
    return { head, hits: [...full, ...part], total: full.length || part.length, sought };
  }

  /** Adds title and address to hits. */
  async function titled(head, hits) {
    return Promise.all(hits.map(async (hit) => {
      const [title, path] = (await file(`t${Math.floor(hit.page / head.titles)}`))[hit.page % head.titles];
      return { ...hit, title, path };
    }));
  }

  window.pakt_search.find = async (query, most = 20) => {
    const { head, hits } = await find(query);
    return titled(head, hits.slice(0, most));
  };

  // ---- Excerpts

  const LENGTH = 170;

  /** Tells which of the sought words a written one is, and whether it is the word itself or one of equal meaning. */
  function marker(sought) {
    const forms = new Map();
    sought.forEach((group, which) => group.forEach(({ word }) => word.shown.forEach((form) => forms.set(form, { which, own: 0 }))));
    sought.forEach((group, which) => group.forEach(({ word }) => word.forms.forEach((form) => forms.set(form, { which, own: 1 }))));
    return (word) => forms.get(folded(word));
  }

  /** The words of a text that are sought, with their places. */
  function marksIn(text, mark) {
    const found = [];
    for (const { 0: word, index } of text.matchAll(WORD)) {
      const meaning = mark(word);
      if (meaning) found.push({ ...meaning, start: index, end: index + word.length });
    }
    return found;
  }

  /** Finds the part of a page that shows most of what is sought, and the piece of it to show. */
  async function excerpt(head, hit, mark) {
    const parts = (await file(`x${Math.floor(hit.page / head.texts)}`))[hit.page % head.texts];
    const inTitle = new Set(marksIn(hit.title, mark).map(({ which }) => which));
    let best = { worth: -1 };
    for (let at = 0; at < parts.length; at += 3) {
      const [id, heading, text] = parts.slice(at, at + 3);
      const inHeading = marksIn(heading, mark);
      const marks = marksIn(text, mark);
      for (const [place, first] of (marks.length ? marks : [{ start: 0 }]).entries()) {
        const here = marks.slice(place, place + 8).filter(({ end }) => end <= first.start + LENGTH);
        const both = here.concat(inHeading);
        const kinds = new Set(both.map(({ which }) => which)).size;
        const worth = 4 * kinds + (inHeading.some(({ own }) => own) ? 2 : 0) + both.filter(({ own }) => own).length / 4;
        if (worth > best.worth) best = { worth, id, heading, text, first: first.start, kinds };
      }
    }
    if (best.worth < 0) return {};
    const before = Math.max(0, best.first - 50);
    const start = before && best.text.indexOf(' ', before) + 1;
    const stop = best.text.length <= start + LENGTH ? best.text.length : best.text.lastIndexOf(' ', start + LENGTH);
    const piece = best.text.slice(start, stop).replace(/^[ ·]+|[ ·]+$/g, '');
    const text = `${start ? '… ' : ''}${piece}${stop < best.text.length ? ' …' : ''}`;
    // What the title already says is found at the top of the page.
    const leads = best.id && best.kinds > inTitle.size;
    return { text, id: leads ? best.id : '', heading: leads ? best.heading : '' };
  }

  /** Puts a text into an element, with what is sought in it marked. */
  function putMarked(element, text, mark) {
    let from = 0;
    for (const { start, end } of marksIn(text, mark)) {
      const marked = document.createElement('mark');
      marked.textContent = text.slice(start, end);
      element.append(text.slice(from, start), marked);
      from = end;
    }
    element.append(text.slice(from));
  }

  // ---- The page

  const own = document.querySelector('[data-search-results]');
  const all = document.querySelector('[data-search-all]');
  const panel = own ?? document.createElement('div');
  const status = document.createElement('p');
  const list = document.createElement('ol');
  const make = (name, parent, className) => {
    const element = document.createElement(name);
    element.className = className;
    parent.append(element);
    return element;
  };

  status.setAttribute('role', 'status');
  status.className = 'search-status';
  list.className = 'search-list';
  panel.append(status, list);
  if (!own) {
    panel.className = 'search-panel';
    panel.hidden = true;
    form.append(panel);
  }

  let turn = 0;

  function show(isShown) {
    if (own) {
      list.hidden = !isShown;
      if (all) all.hidden = isShown;
    } else {
      // The status stays in the page, so that what is put into it is announced.
      panel.hidden = !isShown;
    }
  }

  async function search() {
    const now = ++turn;
    const query = field.value.trim();
    if (own) remember(query);
    if ([...query].length < 2) {
      status.textContent = '';
      list.replaceChildren();
      return show(false);
    }
    try {
      const { head, hits, total, sought } = await find(query);
      const results = await titled(head, hits.slice(0, own ? 20 : 6));
      if (now !== turn) return;
      const mark = marker(sought);
      show(true);
      list.replaceChildren(...results.map((hit) => result(head, hit, mark, now)));
      status.textContent = total ? `${words.found} ${total}` : words.none;
    } catch {
      if (now !== turn) return;
      show(true);
      list.replaceChildren();
      status.textContent = words.failed;
    }
  }

  function result(head, hit, mark, now) {
    const item = document.createElement('li');
    const link = make('a', item, 'search-link');
    link.href = words.root + hit.path;
    putMarked(link, hit.title, mark);
    const shown = make('p', item, 'search-excerpt');
    excerpt(head, hit, mark).then(({ text, id, heading }) => {
      if (now !== turn || text === undefined) return;
      if (id) {
        link.href += `#${encodeURIComponent(id)}`;
        link.append(` – ${heading}`);
      }
      putMarked(shown, text, mark);
    }).catch(() => {});
    return item;
  }

  /** Keeps the address of the search page such that it shows the same again. */
  function remember(query) {
    try {
      history.replaceState(history.state, '', query ? `?q=${encodeURIComponent(query)}` : location.pathname);
    } catch {
      // A page on a disk may not change its address.
    }
  }

  function move(event) {
    const links = [...list.querySelectorAll('a')];
    const at = links.indexOf(document.activeElement);
    if (event.key === 'Escape' && (at >= 0 || !panel.hidden)) {
      if (at < 0 && own) return;
      event.preventDefault();
      field.focus();
      if (!own) show(false);
    } else if (event.key === 'ArrowDown' && links.length && (at >= 0 || event.target === field)) {
      event.preventDefault();
      if (panel.hidden) show(true);
      links[Math.min(at + 1, links.length - 1)].focus();
    } else if (event.key === 'ArrowUp' && at >= 0) {
      event.preventDefault();
      (links[at - 1] ?? field).focus();
    }
  }

  field.addEventListener('input', search);
  for (const place of own ? [form, own] : [form]) place.addEventListener('keydown', move);
  if (own) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      search();
    });
  } else {
    form.addEventListener('focusout', ({ relatedTarget }) => {
      if (!form.contains(relatedTarget)) show(false);
    });
  }
  if (field.value) search();
  else file('h0').catch(() => {});
})();
