// YAML as notes are written in: what is read here `postil check` reads as the same; all else is refused.
// No anchors, tags, directives, quoted keys, or lists within a line's list.

import { trim, trimEnd } from "./plain.js";

/** How large a note's file may be. */
export const MAX_BYTES = 64 * 1024;
const MAX_DEPTH = 12;
const SPACE = / /;
const KEY = /^([A-Za-z_][\w-]{0,99}):(?= |$)/;
const ODD = /[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]|\p{Cs}/u;
const ESCAPES = {
  0: "\0", a: "\x07", b: "\b", t: "\t", n: "\n", v: "\v", f: "\f", r: "\r", e: "\x1b", " ": " ", '"': '"', "/": "/",
  "\\": "\\", N: "\x85", _: "\xa0", L: "\u2028", P: "\u2029",
};
const CANNOT = "this page cannot read it, the check of the archive will";

/** What stands in the way of reading, at a line counted from 1. */
export class YamlFault extends Error {
  constructor(line, message) {
    super(message);
    this.line = line;
  }
}

/**
 * The text's value, of texts, arrays and objects without prototype, and the line of each part by its dotted name.
 * Throws YamlFault where the text is not of the plain sort, or larger than a note may be.
 * @param {string} text
 * @returns {{value: string | Array | Object, lines: Map<string, number>}}
 */
export function readYaml(text) {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > MAX_BYTES) throw new YamlFault(0, `${bytes} bytes are too many; keep the file under ${MAX_BYTES}`);
  return new Reader(text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n")).document();
}

class Reader {
  constructor(text) {
    const odd = text.search(ODD);
    this.lines = text.split("\n");
    this.line = odd < 0 ? 0 : text.slice(0, odd).split("\n").length - 1;
    this.places = new Map();
    this.depth = 0;
    if (odd >= 0) this.refuse(`holds an odd character; ${CANNOT}`);
  }

  refuse(message = `is written in a way that ${CANNOT.replace("this page cannot read it", "this page cannot read")}`) {
    throw new YamlFault(this.line + 1, message);
  }

  document() {
    this.skipEmpty();
    if (/^---( +(#.*)?)?$/.test(this.text ?? "")) this.line++;
    this.skipEmpty();
    if (this.text === undefined || this.isMarker()) this.refuse("is empty; fill in the fields");
    const value = this.block(this.indent(), []);
    this.skipEmpty();
    if (/^\.\.\.( +(#.*)?)?$/.test(this.text ?? "")) this.line++;
    this.skipEmpty();
    if (this.text !== undefined) this.refuse();
    return { value, lines: this.places };
  }

  get text() {
    return this.lines[this.line];
  }

  /** Goes on to the next line that says something. */
  skipEmpty() {
    while (this.text !== undefined && /^ *(#|$)/.test(this.text)) this.line++;
  }

  indent(text = this.text) {
    return /^ */.exec(text)[0].length;
  }

  isMarker() {
    return /^(---|\.\.\.)(\s|$)/.test(this.text);
  }

  /** The list or the mapping that begins on this line at the column. */
  block(column, path) {
    if (this.isMarker()) this.refuse();
    if (++this.depth > MAX_DEPTH) this.refuse(`is nested more than ${MAX_DEPTH} deep; write it flat`);
    this.place(path);
    const isList = /^-( |$)/.test(this.text.slice(column));
    const value = isList ? this.list(column, path) : this.mapping(column, path);
    this.depth--;
    return value;
  }

  place(path, line = this.line) {
    const name = path.join(".");
    if (!this.places.has(name)) this.places.set(name, line + 1);
  }

  /** Whether a further entry of the list or mapping at the column begins here; the line is one that says something. */
  goesOn(column) {
    this.skipEmpty();
    if (this.text === undefined || this.isMarker()) return false;
    const indent = this.indent();
    if (indent > column) this.refuse();
    return indent === column;
  }

  list(column, path) {
    const items = [];
    do {
      const rest = this.text.slice(column);
      if (!/^-( |$)/.test(rest)) break;
      const inner = [...path, items.length];
      const at = column + 1 + this.indent(rest.slice(1));
      const content = this.text.slice(at);
      if (KEY.test(content)) {
        this.lines[this.line] = " ".repeat(at) + content;
        items.push(this.block(at, inner));
      } else if (/^-( |$)/.test(content)) this.refuse();
      else items.push(this.value(at, column, inner, false));
    } while (this.goesOn(column));
    return items;
  }

  mapping(column, path) {
    const fields = Object.create(null);
    do {
      const [whole, name] = KEY.exec(this.text.slice(column)) ?? [];
      if (!whole) {
        if (Object.keys(fields).length && /^-( |$)/.test(this.text.slice(column))) break;
        this.refuse();
      }
      const inner = [...path, name];
      if (name in fields)
        this.refuse(`'${name}' stands twice; keep one (the other is on line ${this.places.get(inner.join("."))})`);
      this.place(inner);
      const at = column + whole.length;
      fields[name] = this.value(at + this.indent(this.text.slice(at)), column, inner, true);
    } while (this.goesOn(column));
    return fields;
  }

  /** What stands at the place of this line, or below it where nothing does. */
  value(at, column, path, inMapping) {
    const rest = this.text.slice(at);
    if (!/^(#|$)/.test(rest) || (rest && this.text[at - 1] !== " ")) {
      this.place(path);
      return /^[[{]/.test(rest) ? this.flow(at, path) : this.scalar(at, column);
    }
    const { line } = this;
    this.line++;
    this.skipEmpty();
    if (this.text !== undefined && !this.isMarker()) {
      const indent = this.indent();
      const isList = /^-( |$)/.test(this.text.slice(indent));
      if (isList ? indent > column || (inMapping && indent === column) : indent > column) {
        if (isList || KEY.test(this.text.slice(indent))) return this.block(indent, path);
        this.place(path);
        return this.scalar(indent, column);
      }
    }
    this.place(path, line);
    return "";
  }

  scalar(at, column) {
    const first = this.text[at];
    if (first === "|" || first === ">") return this.literal(at, column);
    if (first === '"' || first === "'") return this.quoted(at, column);
    return this.plain(at, column);
  }

  /** The rest of a line behind a value: nothing, or a comment. */
  endOfLine(rest) {
    if (!/^ *$|^ +#/.test(rest)) this.refuse();
    this.line++;
  }

  plain(at, column) {
    const parts = [];
    let rest = this.text.slice(at);
    if (!/^([^\s\-?:,[\]{}#&*!|>'"%@`]|-[^\s])/.test(rest)) this.refuse();
    for (;;) {
      const comment = rest.search(/ #/);
      const words = trim(comment < 0 ? rest : rest.slice(0, comment), SPACE);
      if (/\t|: |:$/.test(words)) this.refuse();
      parts.push(words);
      this.line++;
      let empty = 0;
      while (/^ *$/.test(this.text ?? "x")) {
        empty++;
        this.line++;
      }
      if (this.text === undefined || this.indent() <= column) break;
      rest = this.text.slice(this.indent());
      if (comment >= 0) this.refuse();
      if (rest.startsWith("#")) break;
      parts.push(empty ? "\n".repeat(empty) : " ");
    }
    return parts.join("");
  }

  quoted(at, column) {
    const quote = this.text[at];
    let out = "";
    let text = this.text;
    for (at++; ; ) {
      const next = quote === "'" ? text.indexOf("'", at) : at + text.slice(at).search(/["\\]|$/);
      const end = next < 0 ? text.length : next;
      out += text.slice(at, end);
      at = end + 1;
      if (text[end] === "\\" && end + 1 < text.length) {
        const [whole, char] = this.escape(text.slice(end));
        out += char;
        at = end + whole.length;
      } else if (text[end] === "'" && text[end + 1] === "'") {
        out += "'";
        at++;
      } else if (text[end] === quote) {
        this.endOfLine(text.slice(at));
        return out;
      } else {
        const joined = text[end] === "\\";
        if (trimEnd(text.slice(0, end), SPACE).endsWith("\t")) this.refuse();
        // blanks before the break go, but not escaped ones
        if (!joined) out = this.withoutBlanks(out, text.slice(0, end));
        let empty = 0;
        for (this.line++; /^ *$/.test(this.text ?? "x"); this.line++) empty++;
        if (this.text === undefined) this.refuse(`a text in ${quote} has no end; write ${quote} after it`);
        if (this.indent() <= column || (joined && empty) || /^ *\t/.test(this.text)) this.refuse();
        if (!joined) out += empty ? "\n".repeat(empty) : " ";
        text = this.text;
        at = this.indent();
      }
    }
  }

  withoutBlanks(out, source) {
    const blanks = source.length - trimEnd(source, SPACE).length;
    if (blanks && source[source.length - blanks - 1] === "\\") this.refuse();
    return blanks ? out.slice(0, Math.max(0, out.length - blanks)) : out;
  }

  escape(text) {
    const [whole, digits] = /^\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/.exec(text)?.filter(Boolean) ?? [];
    if (whole) {
      const code = parseInt(digits, 16);
      if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) this.refuse();
      return [whole, String.fromCodePoint(code)];
    }
    if (!Object.hasOwn(ESCAPES, text[1])) this.refuse(`'\\${text[1]}' is no escape; write \\\\ for a backslash`);
    return [text.slice(0, 2), ESCAPES[text[1]]];
  }

  /** A block of lines after | or >, as YAML 1.1 has it in 9.1. */
  literal(at, column) {
    const [, fold, before, width, after] =
      /^([|>])([-+]?)([1-9]?)([-+]?)(?: *| +#.*)$/.exec(this.text.slice(at)) ?? [];
    if (!fold || (before && after)) this.refuse();
    const chomp = before || after;
    this.line++;
    let margin = width ? column + Number(width) : 0;
    if (!margin) {
      let first = this.line;
      let most = 0;
      for (; first < this.lines.length && /^ *$/.test(this.lines[first]); first++)
        most = Math.max(most, this.lines[first].length);
      const indent = first < this.lines.length ? this.indent(this.lines[first]) : 0;
      if (indent > column && most > indent) this.refuse();
      margin = Math.max(indent, most, column + 1);
    }
    let out = "";
    let empty = 0;
    let before_ = null; // the line before, once there is one
    for (; this.text !== undefined; this.line++) {
      const { text } = this;
      const indent = this.indent();
      if (indent === text.length && indent <= margin) {
        empty++;
        continue;
      }
      if (indent < margin) {
        if (text[indent] === "\t") this.refuse();
        break;
      }
      const words = text.slice(margin);
      if (before_ === null) {
        if (!width && words.startsWith("\t")) this.refuse();
        out += "\n".repeat(empty);
      } else if (fold === "|" || /^[ \t]/.test(before_) || /^[ \t]/.test(words)) out += "\n".repeat(empty + 1);
      else out += "\n".repeat(empty) || " ";
      out += words;
      empty = 0;
      before_ = words;
    }
    const unfinished = this.text === undefined && empty === 0; // no line break at the end of the file
    if (this.text === undefined) empty = Math.max(0, empty - 1);
    if (before_ === null) {
      if (chomp === "+") this.refuse();
      return "";
    }
    if (chomp === "-") return out;
    if (unfinished) return out;
    return out + "\n" + (chomp === "+" ? "\n".repeat(empty) : "");
  }

  /** A list or a mapping of scalars within one line. */
  flow(at, path) {
    if (++this.depth > MAX_DEPTH) this.refuse();
    const close = this.text[at] === "[" ? "]" : "}";
    const value = close === "]" ? [] : Object.create(null);
    const scalar = /"((?:[^"\\\t]|\\[^\t])*)"|'([^'\t]*)'|([\p{L}\p{N}_.~][\p{L}\p{N}_.~ -]*)/uy;
    const blanks = / */y;
    const skip = (pattern) => {
      pattern.lastIndex = at;
      const found = pattern.exec(this.text);
      if (found) at = pattern.lastIndex;
      return found;
    };
    at++;
    skip(blanks);
    for (let index = 0; this.text[at] !== close; index++) {
      let name = index;
      if (close === "}") {
        name = skip(/[A-Za-z_][\w-]*(?=: )/y)?.[0];
        if (!name) this.refuse();
        if (name in value) this.refuse(`'${name}' stands twice; keep one`);
        at++;
        skip(blanks);
      }
      const found = skip(scalar);
      if (!found) this.refuse();
      const [, double, single, plain] = found;
      this.place([...path, name]);
      if (double !== undefined) value[name] = this.unescaped(double);
      else value[name] = single ?? plain.trimEnd();
      skip(blanks);
      if (this.text[at] === close) break;
      if (this.text[at] !== ",") this.refuse();
      at++;
      if (!skip(/ +/y)) this.refuse();
      if (this.text[at] === close) this.refuse();
    }
    this.endOfLine(this.text.slice(at + 1));
    this.depth--;
    return value;
  }

  unescaped(text) {
    let out = "";
    for (let at = 0; at < text.length; at++) {
      if (text[at] !== "\\") {
        out += text[at];
        continue;
      }
      const [whole, char] = this.escape(text.slice(at));
      out += char;
      at += whole.length - 1;
    }
    return out;
  }
}
