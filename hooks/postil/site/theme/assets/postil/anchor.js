// Finds the words that a note speaks of, and describes words so that they are found again. The rules are those of
// docs/anchors.md; postil.anchoring in Python gives the same answers, held to it by tests/cases/anchoring.
// Offsets that are given or taken count code points of the canonical text.

const BLANK = "\\t\\v-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const CONTROLS = "\\x00-\\x08\\x0e-\\x1b\\x7f-\\x84\\x86-\\x9f\\u202a-\\u202e\\u2066-\\u2069";
const IGNORED = `\\xad\\u200b-\\u200f\\u2060\\ufeff\\u061c${CONTROLS}`;
const CLUSTER = new RegExp(`[^${IGNORED}](?:[${IGNORED}]*[\\p{M}\\u1160-\\u11ff]){0,30}`, "gsu");
const FOLDS = [
  [new RegExp(`[${BLANK}\\n]`, "g"), " "],
  [/[‘’‚‛′ʼ＇]/g, "'"],
  [/[“”„‟″«»＂]/g, '"'],
  [/[‐‑‒–—―−﹘﹣－]/g, "-"],
  [new RegExp(`[${IGNORED}]`, "g"), ""],
];
const LINE_END = new RegExp(`(?<=[\\p{L}\\p{N}\\p{M}_])[-‐\\xad][${BLANK}]*\\n[${BLANK}]*(?=[\\p{L}\\p{N}_])`, "gu");
const UNWRITTEN = [[/[\v\f\x1c-\x1f\x85\u2028\u2029]/g, " "], [new RegExp(`[${CONTROLS}]`, "g"), ""]];
const UNSPACED = [
  [0x0e00, 0x0eff], [0x1000, 0x109f], [0x1780, 0x17ff], [0x2e80, 0x9fff], [0xf900, 0xfaff], [0xff00, 0xffef],
  [0x20000, 0x3ffff],
]; // scripts that put no spaces between words
const LONGEST_WORD = 64; // clusters; a longer run is several words
const FEW = 10; // words of context, up to which every share of the two sides is tried
const MANY = 1000; // places beyond so many are not counted
const WORK = 1_000_000; // code points of places that nearly agree

/** @typedef {{exact: string, prefix?: string, suffix?: string}} Target W3C's TextQuoteSelector */

let latest = { source: null, folded: null };

/**
 * The text as quotes are compared. `starts` and `ends` give the range of the text behind each code unit of `text`;
 * `key` is the same without spaces and hyphens, each unit standing at `at` in `text`; `breaks` holds where in `text`
 * the hyphen of a line end stands, or the space that is left of a soft one.
 * @param {string} text
 * @returns {{text: string, starts: number[], ends: number[], key: string, at: number[], breaks: Set<number>}}
 */
export function fold(text) {
  if (latest.source !== text) latest = { source: text, folded: folded(text) };
  return latest.folded;
}

function folded(source) {
  const pieces = [];
  const starts = [];
  const ends = [];
  const units = []; // as starts, in code units
  const known = new Map();
  let read = 0;
  let end = 0;
  for (const { 0: cluster, index } of source.matchAll(CLUSTER)) {
    const start = end + index - read; // what is ignored lies in the first plane
    end = start + lengthOf(cluster);
    read = index + cluster.length;
    if (!known.has(cluster)) known.set(cluster, foldCluster(cluster));
    const piece = known.get(cluster);
    if (piece === " " && pieces.at(-1) === " ") {
      ends[ends.length - 1] = end;
      continue;
    }
    pieces.push(piece);
    for (let unit = 0; unit < piece.length; unit += 1) {
      starts.push(start);
      ends.push(end);
      units.push(index);
    }
  }
  const breaks = new Set();
  for (const { index } of source.matchAll(LINE_END)) breaks.add(atLeast(units, index));
  const text = pieces.join("");
  return { text, starts, ends, breaks, ...keyOf(text) };
}

function foldCluster(cluster) {
  return FOLDS.reduce((folding, [some, one]) => folding.replace(some, one), cluster).normalize("NFC");
}

function keyOf(text) {
  const at = [];
  for (let unit = 0; unit < text.length; unit += 1) if (text[unit] !== " " && text[unit] !== "-") at.push(unit);
  return { key: text.replace(/[ -]/g, ""), at };
}

/**
 * Every place of the quote in its context, in reading order, however the ends of lines are read.
 * @param {Target} target
 * @param {string} text
 * @returns {Array<[number, number]>}
 */
export function matchQuote(target, text) {
  return [...places(target, text)];
}

function* places({ exact, prefix = "", suffix = "" }, text) {
  const here = fold(text);
  const quote = folded(prefix + exact + suffix);
  const from = lengthOf(prefix);
  let first = atLeast(quote.starts, from);
  let last = atLeast(quote.starts, from + lengthOf(exact));
  [first, last] = trimmed(quote, first, last);
  if (first === last) return;
  const left = prefix ? first : 0;
  const sought = quote.text.slice(first - left, suffix ? undefined : last);
  for (const [start, end] of search(here, sought, left, left + last - first)) {
    yield [here.starts[start], here.ends[end - 1]];
  }
}

/** Where the units of `sought` from `first` to `last` stand, wherever all of it does. */
function* search(here, sought, first, last) {
  for (const [start, end] of candidates(here, sought, first, last)) {
    const [from, to] = trimmed(here, start, end);
    if (from < to && !withinCluster(here, from) && !withinCluster(here, to)) yield [from, to];
  }
}

function* candidates(here, sought, first, last) {
  const { key, at } = keyOf(sought);
  if (!here.breaks.size || !key) {
    for (let start = here.text.indexOf(sought); start !== -1; start = here.text.indexOf(sought, start + 1)) {
      yield [start + first, start + last];
    }
    return;
  }
  // Where the text repeats itself so much that looking closer has no end, all that nearly agrees is a place.
  const enough = Math.max(2, Math.floor(WORK / lengthOf(key)));
  const nearly = [];
  const roughly = (found) => {
    const from = here.at[found + Math.min(atLeast(at, first), at.length - 1)];
    const to = here.at[found + Math.max(atLeast(at, last) - 1, 0)];
    return [from, Math.max(from, to) + 1];
  };
  for (let found = here.key.indexOf(key); found !== -1; found = here.key.indexOf(key, found + 1)) {
    const where = nearly.length < enough ? reading(here, sought, at, found) : null;
    if (where) yield [where(first), where(last - 1) + 1];
    else if (nearly.length >= enough) yield roughly(found);
    else if (nearly.push(found) === enough) yield* nearly.map(roughly);
  }
}

/** Where each unit of the sought stands in the text, at one place of its key; null where the two do not agree. */
function reading(here, sought, at, found) {
  const start = here.at[found] - at[0];
  if (start >= 0 && here.text.startsWith(sought, start)) return (unit) => start + unit;
  const count = at.length;
  const tail = here.at[found + count - 1];
  const ends = sought.slice(at[count - 1] + 1);
  if (start < 0 || !here.text.startsWith(sought.slice(0, at[0]), start)) return null;
  if (!here.text.startsWith(ends, tail + 1)) return null;
  const where = Array.from({ length: at[0] }, (_, unit) => start + unit);
  for (let each = 0; each < count; each += 1) {
    const place = here.at[found + each];
    where.push(place);
    if (each === count - 1) break;
    const gap = sought.slice(at[each] + 1, at[each + 1]);
    const printed = here.text.slice(place + 1, here.at[found + each + 1]);
    if (gap !== printed && !(here.breaks.has(place + 1) && (gap === "" || gap === "-"))) return null;
    for (let unit = 1; unit <= gap.length; unit += 1) where.push(place + unit);
  }
  for (let unit = 1; unit <= ends.length; unit += 1) where.push(tail + unit);
  return (unit) => where[unit];
}

/**
 * The one place of the quote, within the scope where one is given; else how many places there are, and why none is it.
 * @param {Target} target
 * @param {string} text
 * @param {{start: number, end: number}} [scope] the context may reach out of it
 * @returns {{start: number, end: number} | {places: number, reason: string}}
 */
export function locate(target, text, scope) {
  const within = ([start, end]) => !scope || (scope.start <= start && end <= scope.end);
  const count = (quote) => {
    const found = [];
    for (const place of places(quote, text)) {
      if (within(place)) found.push(place);
      if (found.length > MANY) break;
    }
    return found;
  };
  const found = count(target);
  if (found.length === 1) return { start: found[0][0], end: found[0][1] };
  if (found.length > 1) {
    const reason = `the quoted words stand in ${told(found.length)} with their context; add what stands before or after them`;
    return { places: found.length, reason };
  }
  const alone = target.prefix || target.suffix ? count({ exact: target.exact }) : [];
  const reason = alone.length
    ? `the quoted words stand in ${told(alone.length)}, but not with this prefix and suffix`
    : `the quoted words do not stand in the ${scope ? "passage" : "text"} (0 places); copy them from it`;
  return { places: 0, reason };
}

function told(count) {
  return count === 1 ? "1 place" : count > MANY ? "more than 1,000 places" : `${count} places`;
}

/**
 * The quote of the words from `start` to `end`, with the fewest words of context that make it occur once.
 * With `most`, no further word is taken where a side has so many code points; the quote may then occur more than once.
 * @param {number} start
 * @param {number} end
 * @param {string} text
 * @param {number} [most]
 * @returns {{exact: string, prefix: string, suffix: string}}
 */
export function describe(start, end, text, most = Infinity) {
  const here = fold(text);
  const chars = codePoints(text);
  const [first, last] = trimmed(here, atLeast(here.ends, start + 1), atLeast(here.starts, end));
  if (first >= last) return { exact: chars(start, end), prefix: "", suffix: "" };
  const [from, to] = [here.starts[first], here.ends[last - 1]];
  const isEnough = (left, right) => occursOnce(here, here.text.slice(left, right), first - left, last - left);
  const before = wordsBefore(here, first, (at) => from - here.starts[at] < most);
  const after = wordsAfter(here, last, (at) => here.ends[at - 1] - to < most);
  const lefts = [first, ...taken(before, FEW)];
  const rights = [last, ...taken(after, FEW)];
  const edges = few(lefts, rights, isEnough) ?? many([...lefts, ...before], [...rights, ...after], isEnough);
  const [left, right] = edges;
  return {
    exact: writable(chars(from, to)),
    prefix: left < first ? writable(chars(here.starts[left], from)) : "",
    suffix: right > last ? writable(chars(to, here.ends[right - 1])) : "",
  };
}

function occursOnce(here, sought, first, last) {
  const found = search(here, sought, first, last);
  return !found.next().done && Boolean(found.next().done);
}

/** The edges of the context with the fewest words between them that are enough, then with the fewest before. */
function few(lefts, rights, isEnough) {
  for (let words = 0; words <= FEW; words += 1) {
    if (!isEnough(upTo(lefts, words), upTo(rights, words))) continue;
    for (let before = 0; before <= words; before += 1) {
      if (before >= lefts.length || words - before >= rights.length) continue;
      if (isEnough(lefts[before], rights[words - before])) return [lefts[before], rights[words - before]];
    }
  }
  return null;
}

/** As many words on both sides as are enough; then those before that are not needed are cut, then those after. */
function many(lefts, rights, isEnough) {
  const both = least(Math.max(lefts.length, rights.length) - 1, (words) => isEnough(upTo(lefts, words), upTo(rights, words)));
  const before = least(Math.min(both, lefts.length - 1), (words) => isEnough(lefts[words], upTo(rights, both)));
  const after = least(Math.min(both, rights.length - 1), (words) => isEnough(lefts[before], rights[words]));
  return [lefts[before], rights[after]];
}

function upTo(edges, words) {
  return edges[Math.min(words, edges.length - 1)];
}

function taken(iterator, count) {
  const values = [];
  while (values.length < count) {
    const { value, done } = iterator.next();
    if (done) break;
    values.push(value);
  }
  return values;
}

/** The least number that is enough, where every greater one is; `most` where none is. */
function least(most, isEnough) {
  let [low, step] = [0, 1];
  while (low + step < most && !isEnough(low + step)) [low, step] = [low + step, step * 2];
  let high = Math.min(low + step, most);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isEnough(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function* wordsBefore(here, at, goesOn) {
  while (at > 0 && goesOn(at)) {
    while (at > 0 && isSpace(here, at - 1)) at -= 1;
    let length = 0;
    while (at > 0 && !isSpace(here, at - 1) && length < LONGEST_WORD) {
      const next = clusterStart(here, at - 1);
      if (length && (isUnspaced(here, next) || isUnspaced(here, at))) break;
      at = next;
      length += 1;
    }
    yield at;
  }
}

function* wordsAfter(here, at, goesOn) {
  const end = here.text.length;
  while (at < end && goesOn(at)) {
    while (at < end && isSpace(here, at)) at += 1;
    let length = 0;
    let taken = at;
    while (at < end && !isSpace(here, at) && length < LONGEST_WORD) {
      if (length && (isUnspaced(here, at) || isUnspaced(here, taken))) break;
      taken = at;
      at = clusterEnd(here, at);
      length += 1;
    }
    yield at;
  }
}

function isSpace(here, at) {
  return here.text[at] === " " && !withinCluster(here, at) && !withinCluster(here, at + 1);
}

function isUnspaced(here, at) {
  const code = here.text.codePointAt(at);
  return code >= UNSPACED[0][0] && UNSPACED.some(([low, high]) => low <= code && code <= high);
}

function clusterStart(here, at) {
  while (withinCluster(here, at)) at -= 1;
  return at;
}

function clusterEnd(here, at) {
  do at += 1;
  while (withinCluster(here, at));
  return at;
}

function withinCluster(here, at) {
  return at > 0 && at < here.starts.length && here.starts[at] === here.starts[at - 1];
}

/** The folded units from one place to another, without the spaces at their ends. */
function trimmed(here, first, last) {
  while (first < last && isSpace(here, first)) first += 1;
  while (first < last && isSpace(here, last - 1)) last -= 1;
  return [first, last];
}

/** What a note may hold of these words; what is left out or replaced is folded alike. */
function writable(words) {
  return UNWRITTEN.reduce((written, [some, one]) => written.replace(some, one), words);
}

/** Cuts a text by code points. */
function codePoints(text) {
  const chars = /[\ud800-\udfff]/.test(text) ? Array.from(text) : null;
  return (start, end) => (chars ? chars.slice(start, end).join("") : text.slice(start, end));
}

function lengthOf(text) {
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}

/** The first index whose number is at least `least`, in numbers that never fall. */
function atLeast(numbers, least) {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
