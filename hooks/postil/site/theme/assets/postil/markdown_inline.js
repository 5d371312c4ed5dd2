// What stands in a paragraph of a note's body: emphasis, links, code, breaks (CommonMark 0.31, 6; no HTML, no image).

import { encoded, isSafeLink, shown } from "./web_address.js";

const MAX_LEVEL = 20; // brackets within one another that are looked into
const WORDS = /[^\n!#$%&*+\-:<=>@[\\\]^_`{}~]+/y;
const PUNCTUATION = /[\p{P}\p{S}]/u;
const WHITE = /[\p{Zs}\t-\r]/u; // as flanking has it (2.1)
const ESCAPABLE = /[!-/:-@[-`{-~]/;
const ENTITY = /&(?:#(x[a-f0-9]{1,6}|[0-9]{1,7})|([a-z][a-z0-9]{1,31}));/iy;
const IN_ADDRESS = /\\([!-/:-@[-`{-~])|&(?:#(x[a-f0-9]{1,8}|[0-9]{1,8})|([a-z][a-z0-9]{1,31}));/gi;
const ADDRESS = /^[a-z][a-z0-9+.-]{1,31}:[^<>\x00-\x20]*\n?$/i;
const LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const MAIL = new RegExp(`^[a-z0-9.!#$%&'*+/=?^_\`{|}~-]+@${LABEL}(?:\\.${LABEL})*\\n?$`, "i");

/**
 * The paragraph's pieces in order, and whether an image is among them (where images are looked for).
 * A piece is {text} for words, {tag: "code", text}, {tag: "br"}, or {tag} and later {tag, end: true}; tag "a" has href.
 */
export function readInline(source, images = false) {
  const reader = new Inline(source, images);
  reader.read();
  for (const marks of reader.marks) pair(marks, reader.pieces);
  return { pieces: reader.pieces, image: reader.image };
}

class Inline {
  constructor(source, images) {
    this.source = source;
    this.images = images;
    this.image = false;
    this.at = 0;
    this.end = source.length;
    this.level = 0;
    this.pending = "";
    this.pieces = [];
    this.marks = [[]]; // of emphasis: those of the paragraph, then those of each link
    this.within = this.marks[0];
    this.passed = new Map(); // where what begins at a place ends
    this.lastRuns = null;
  }

  read() {
    while (this.at < this.end)
      if (this.level >= MAX_LEVEL || !this.rule(false)) this.pending += this.source[this.at++];
    this.flush();
  }

  /** Reads what begins here and goes behind it; without a trace where it is only passed. */
  rule(passing) {
    const rule = RULES[this.source[this.at]];
    if (rule) return rule.call(this, passing);
    WORDS.lastIndex = this.at;
    const words = WORDS.exec(this.source)?.[0];
    if (!words) return false;
    if (!passing) this.pending += words;
    this.at += words.length;
    return true;
  }

  pass() {
    const from = this.at;
    if (!this.passed.has(from)) {
      let found = false;
      if (this.level < MAX_LEVEL) {
        this.level++;
        found = this.rule(true);
        this.level--;
      } else this.at = this.end;
      this.passed.set(from, found ? this.at : this.at + 1);
    }
    this.at = this.passed.get(from);
  }

  flush() {
    if (this.pending) this.pieces.push({ text: this.pending });
    this.pending = "";
  }

  push(piece) {
    this.flush();
    this.pieces.push(piece);
  }

  newline(passing) {
    if (!passing) {
      let kept = this.pending.length;
      while (this.pending[kept - 1] === " ") kept--;
      const spaces = this.pending.length - kept;
      this.pending = this.pending.slice(0, kept);
      this.push(spaces > 1 ? { tag: "br" } : { text: "\n" });
    }
    this.at = afterSpaces(this.source, this.at + 1, this.end);
    return true;
  }

  escape(passing) {
    if (this.at + 1 >= this.end) return false;
    const char = String.fromCodePoint(this.source.codePointAt(this.at + 1));
    if (char === "\n") {
      if (!passing) this.push({ tag: "br" });
      this.at = afterSpaces(this.source, this.at + 2, this.end);
      return true;
    }
    if (!passing) this.push({ text: ESCAPABLE.test(char) ? char : `\\${char}` });
    this.at += 1 + char.length;
    return true;
  }

  entity(passing) {
    ENTITY.lastIndex = this.at;
    const [whole, number, name] = ENTITY.exec(this.source) ?? [];
    const text = number ? (numbered(number) ?? "\ufffd") : name && named(name);
    if (!text) return false;
    if (!passing) this.push({ text });
    this.at += whole.length;
    return true;
  }

  code(passing) {
    const { source } = this;
    let start = this.at;
    while (start < this.end && source[start] === "`") start++;
    const size = start - this.at;
    this.lastRuns ??= new Map([...source.matchAll(/`+/g)].map((run) => [run[0].length, run.index]));
    let open = start;
    while ((this.lastRuns.get(size) ?? -1) >= start) {
      const close = source.indexOf("`", open);
      if (close < 0 || close >= this.end) break;
      open = close;
      while (source[open] === "`") open++;
      if (open > this.end) break;
      if (open - close !== size) continue;
      if (!passing) {
        const text = source.slice(start, close).replaceAll("\n", " ");
        const padded = text.startsWith(" ") && text.endsWith(" ") && /[^ ]/.test(text);
        this.push({ tag: "code", text: padded ? text.slice(1, -1) : text });
      }
      this.at = open;
      return true;
    }
    if (!passing) this.pending += source.slice(this.at, start);
    this.at = start;
    return true;
  }

  autolink(passing) {
    let close = this.at + 1;
    while (close < this.end && this.source[close] !== "<" && this.source[close] !== ">") close++;
    if (close >= this.end || this.source[close] === "<") return false;
    const address = this.source.slice(this.at + 1, close);
    if (!ADDRESS.test(address) && !MAIL.test(address)) return false;
    const href = encoded(ADDRESS.test(address) ? address : `mailto:${address}`);
    if (!isSafeLink(href)) return false;
    if (!passing) {
      this.push({ tag: "a", href });
      this.push({ text: shown(address) });
      this.push({ tag: "a", href, end: true });
    }
    this.at = close + 1;
    return true;
  }

  link(passing) {
    const close = this.closing(this.at, true);
    const target = close >= 0 && readTarget(this.source, close + 1, this.end);
    if (!target) return false;
    if (!passing) {
      const { end, within } = this;
      const { href } = target;
      this.push({ tag: "a", href });
      this.at++;
      this.end = close;
      this.within = [];
      this.marks.push(this.within);
      this.level++;
      this.read();
      this.level--;
      this.within = within;
      this.end = end;
      this.push({ tag: "a", href, end: true });
    }
    this.at = target.after;
    return true;
  }

  picture(passing) {
    if (!this.images || this.source[this.at + 1] !== "[" || this.at + 1 >= this.end) return false;
    const close = this.closing(this.at + 1, false);
    const target = close >= 0 && readTarget(this.source, close + 1, this.end);
    if (!target) return false;
    if (!passing) {
      this.push({ tag: "img", text: "" });
      this.image = true;
    }
    this.at = target.after;
    return true;
  }

  /** Where the bracket that opens here is closed, or -1; in a link's words no other link may stand. */
  closing(start, alone) {
    const before = this.at;
    let found = -1;
    let depth = 1;
    this.at = start + 1;
    while (this.at < this.end) {
      const from = this.at;
      const char = this.source[from];
      if (char === "]" && --depth === 0) {
        found = from;
        break;
      }
      this.pass();
      if (char !== "[") continue;
      if (this.at === from + 1) depth++;
      else if (alone) break;
    }
    this.at = before;
    return found;
  }

  /** A run of marks: each a piece of its own, which may become an end of emphasis (6.2, flanking). */
  emphasis(passing) {
    if (passing) return false;
    const { source, at } = this;
    const sign = source[at];
    let next = at;
    while (next < this.end && source[next] === sign) next++;
    const before = at ? charBefore(source, at) : " ";
    const after = next < this.end ? String.fromCodePoint(source.codePointAt(next)) : " ";
    const [whiteBefore, whiteAfter] = [WHITE.test(before), WHITE.test(after)];
    const [signBefore, signAfter] = [PUNCTUATION.test(before), PUNCTUATION.test(after)];
    const left = !whiteAfter && (!signAfter || whiteBefore || signBefore);
    const right = !whiteBefore && (!signBefore || whiteAfter || signAfter);
    const opens = left && (sign === "*" || !right || signBefore);
    const closes = right && (sign === "*" || !left || signAfter);
    for (this.flush(); this.at < next; this.at++) {
      this.within.push({ sign, size: next - at, run: at, at: this.at, piece: this.pieces.length, opens, closes });
      this.pieces.push({ text: sign });
    }
    return true;
  }
}

const { newline, escape, code, emphasis, link, picture, autolink, entity } = Inline.prototype;
const RULES = Object.assign(Object.create(null), {
  "\n": newline, "\\": escape, "`": code, "*": emphasis, "_": emphasis,
  "[": link, "!": picture, "<": autolink, "&": entity,
});

function charBefore(text, at) {
  const low = text.charCodeAt(at - 1);
  const paired = low >= 0xdc00 && low <= 0xdfff && at > 1 && text.codePointAt(at - 2) > 0xffff;
  return text.slice(at - (paired ? 2 : 1), at);
}

function afterSpaces(text, at, end, white = " \t") {
  while (at < end && white.includes(text[at])) at++;
  return at;
}

/** Emphasis (6.2): each closing mark takes the nearest opening one; two pairs side by side are strong. */
function pair(marks, pieces) {
  const open = []; // places in `marks` that may still open
  const bottoms = new Map(); // for each sort of closing mark: up to where none was found for it
  const ends = new Map();
  let run = -1;
  let top = 0; // the marks of the run itself stand above it
  marks.forEach((closer, index) => {
    if (closer.run !== run) [run, top] = [closer.run, open.length];
    if (closer.closes) {
      const sort = `${closer.sign}${closer.opens}${closer.size % 3}`;
      const bottom = bottoms.get(sort) ?? -1;
      let at = top - 1;
      while (at >= 0 && open[at] > bottom && !fits(marks[open[at]], closer)) at--;
      if (at >= 0 && open[at] > bottom) {
        ends.set(open[at], index);
        top = open.length = at;
        return;
      }
      bottoms.set(sort, open[top - 1] ?? -1);
    }
    if (closer.opens) open.push(index);
  });
  for (let index = marks.length - 1; index >= 0; index--) {
    const end = ends.get(index);
    if (end === undefined) continue;
    const strong = ends.get(index - 1) === end + 1 && beside(marks, index - 1) && beside(marks, end);
    const tag = strong ? "strong" : "em";
    pieces[marks[index].piece] = { tag };
    pieces[marks[end].piece] = { tag, end: true };
    if (!strong) continue;
    index--;
    pieces[marks[index].piece] = { text: "" };
    pieces[marks[end + 1].piece] = { text: "" };
  }
}

/** Whether the mark and the next are of one run. */
function beside(marks, index) {
  return marks[index].run === marks[index + 1].run && marks[index].at === marks[index + 1].at - 1;
}

function fits(opener, closer) {
  if (opener.sign !== closer.sign) return false;
  const odd = (opener.closes || closer.opens) && (opener.size + closer.size) % 3 === 0;
  return !odd || (opener.size % 3 === 0 && closer.size % 3 === 0);
}

/** The address between ( and ) behind a link's words, and where it ends; null where there is none (6.3). */
function readTarget(source, at, end) {
  if (at >= end || source[at] !== "(") return null;
  at = afterSpaces(source, at + 1, end, " \t\n");
  if (at >= end) return null;
  let href = "";
  const target = readDestination(source, at, end);
  if (target) {
    const address = encoded(target.text);
    if (isSafeLink(address)) {
      href = address;
      at = target.after;
    }
    const from = at;
    at = afterSpaces(source, at, end, " \t\n");
    const title = at > from ? titleEnd(source, at, end) : -1;
    if (title >= 0) at = afterSpaces(source, title, end, " \t\n");
  }
  return at < end && source[at] === ")" ? { href, after: at + 1 } : null;
}

function readDestination(source, start, end) {
  let at = start;
  if (source[at] === "<") {
    for (at++; at < end && source[at] !== "\n" && source[at] !== "<"; at++) {
      if (source[at] === ">") return { text: unescaped(source.slice(start + 1, at)), after: at + 1 };
      if (source[at] === "\\" && at + 1 < end) at++;
    }
    return null;
  }
  let depth = 0;
  for (; at < end && source[at] > " " && source[at] !== "\x7f"; at++) {
    if (source[at] === "\\" && at + 1 < end) {
      if (source[at + 1] === " ") break;
      at++;
    } else if (source[at] === "(") {
      if (++depth > 32) return null;
    } else if (source[at] === ")" && depth-- === 0) {
      depth = 0;
      break;
    }
  }
  return at > start && depth === 0 ? { text: unescaped(source.slice(start, at)), after: at } : null;
}

function titleEnd(source, at, end) {
  const close = { '"': '"', "'": "'", "(": ")" }[source[at]];
  if (at >= end || !close) return -1;
  for (at++; at < end; at++) {
    if (source[at] === close) return at + 1;
    if (source[at] === "(" && close === ")") return -1;
    if (source[at] === "\\") at++;
  }
  return -1;
}

function unescaped(text) {
  return text.replace(IN_ADDRESS, (whole, char, number, name) =>
    char ?? (number ? numbered(number) : named(name)) ?? whole);
}

function numbered(digits) {
  const code = /^x/i.test(digits) ? parseInt(digits.slice(1), 16) : Number(digits);
  const none = code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) || (code >= 0xfdd0 && code <= 0xfdef)
    || (code & 0xfffe) === 0xfffe || (code >= 0x7f && code <= 0x9f)
    || (code < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(code));
  return none ? undefined : String.fromCodePoint(code);
}

const names = new Map();

/** The characters that HTML calls by the name; the browser knows them all. */
function named(name) {
  if (!names.has(name)) {
    const { textContent } = new DOMParser().parseFromString(`&${name};`, "text/html").body;
    names.set(name, textContent.length < 3 ? textContent : undefined);
  }
  return names.get(name);
}
