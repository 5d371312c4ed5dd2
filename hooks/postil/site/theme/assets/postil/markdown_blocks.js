// The blocks of a note's body: paragraphs, quotations, lists (CommonMark 0.31, 4.8, 5.1 and 5.2; no block of code).

import { MARKDOWN_WHITE, trim } from "./plain.js";

const MAX_LEVEL = 20; // elements within one another; what lies deeper is left out
const MARKER = /(?:([-+*])|(\d{1,9})([.)]))(?=[ \t\n]|$)/y;

/**
 * The body's blocks: {tag: "p", text, tight} or {tag: "blockquote" | "ul" | "ol" | "li", blocks, start}.
 * A tight paragraph is shown without an element of its own.
 */
export function readBlocks(body) {
  const reader = new Blocks(body.replace(/\r\n?/g, "\n").replaceAll("\0", "\ufffd"));
  return reader.read(0, reader.last).blocks;
}

function isSpace(char) {
  return char === " " || char === "\t";
}

/** Where a line begins and ends, its white space in characters and in columns, and the columns before it. */
function linesOf(source) {
  const lines = [];
  for (let from = 0; from < source.length; ) {
    let to = source.indexOf("\n", from);
    if (to < 0) to = source.length;
    let at = from;
    let indent = 0;
    for (; at < to && isSpace(source[at]); at++) indent += source[at] === "\t" ? 4 - (indent % 4) : 1;
    if (at === source.length) break;
    lines.push({ from, to, white: at - from, indent, before: 0 });
    from = to + 1;
  }
  lines.push({ from: source.length, to: source.length, white: 0, indent: 0, before: 0 });
  return lines;
}

class Blocks {
  constructor(source) {
    this.source = source;
    this.lines = linesOf(source);
    this.last = this.lines.length - 1; // where paragraphs must end
    this.column = 0; // where the content of the block at hand begins
    this.outer = -1; // where that of the list around it begins
    this.level = 0;
    this.line = 0; // the first line not yet read
  }

  /** The blocks of the lines, up to one that stands too far left; and whether no empty line parts them. */
  read(line, end) {
    const blocks = [];
    let tight = true;
    let parted = false;
    while (line < end) {
      while (line < this.last && this.isEmpty(line)) line++;
      this.line = line;
      if (line >= end || this.lines[line].indent < this.column) break;
      if (this.level >= MAX_LEVEL) {
        this.line = end;
        break;
      }
      blocks.push(this.quotation(line, end) ?? this.list(line, end) ?? this.paragraph(line));
      tight = !parted;
      line = this.line;
      if (line - 1 < end && this.isEmpty(line - 1)) parted = true;
      if (line < end && this.isEmpty(line)) {
        parted = true;
        this.line = ++line;
      }
    }
    return { blocks, tight };
  }

  start(line) {
    return this.lines[line].from + this.lines[line].white;
  }

  isEmpty(line) {
    return this.start(line) >= this.lines[line].to;
  }

  isQuoted(line) {
    return this.source[this.start(line)] === ">";
  }

  // Paragraphs

  paragraph(line) {
    let next = line + 1;
    for (; next < this.last && !this.isEmpty(next); next++) {
      const { indent } = this.lines[next];
      if (indent - this.column > 3 || indent < 0) continue;
      if (this.isQuoted(next) || this.listMarker(next, true)) break;
    }
    this.line = next;
    return { tag: "p", text: trim(this.text(line, next), MARKDOWN_WHITE) };
  }

  /** The lines' characters from the column on; a tab that reaches over it leaves spaces. */
  text(line, end) {
    let text = "";
    for (; line < end; line++) {
      const { from, to, white, before } = this.lines[line];
      const last = line + 1 < end ? to + 1 : to;
      let at = from;
      let indent = 0;
      for (; at < last && indent < this.column; at++) {
        if (this.source[at] === "\t") indent += 4 - ((indent + before) % 4);
        else if (this.source[at] === " " || at - from < white) indent++;
        else break;
      }
      text += " ".repeat(Math.max(0, indent - this.column)) + this.source.slice(at, last);
    }
    return text;
  }

  // Quotations

  quotation(line, end) {
    if (!this.isQuoted(line)) return null;
    const kept = [{ ...this.lines[line] }];
    const { last, column } = this;
    let empty = this.passMarker(line);
    let next = line + 1;
    for (; next < end && !this.isEmpty(next); next++) {
      const at = this.lines[next];
      const within = this.isQuoted(next) && at.indent >= column;
      if (!within && empty) break;
      const other = !within && (this.isQuoted(next) || this.listMarker(next, false));
      if (other) this.last = next;
      if (other && column === 0) break;
      kept.push({ ...at });
      if (other) {
        at.indent -= column;
        break;
      }
      if (within) empty = this.passMarker(next);
      else at.indent = -1; // it goes on with the paragraph above, and starts nothing
    }
    this.column = 0;
    this.level++;
    const { blocks } = this.read(line, next);
    this.level--;
    this.column = column;
    this.last = last;
    kept.forEach((saved, index) => Object.assign(this.lines[line + index], saved));
    return { tag: "blockquote", blocks };
  }

  /** Sets the line's start behind its mark of quotation; gives back whether nothing follows it. */
  passMarker(line) {
    const at = this.lines[line];
    let next = this.start(line) + 1;
    let indent = at.indent + 1;
    const spaced = isSpace(this.source[next]);
    const whole = this.source[next] === " " || (spaced && (at.before + indent) % 4 === 3);
    if (whole) {
      next++;
      indent++;
    }
    const content = indent;
    const shift = at.before + (spaced && !whole ? 1 : 0);
    at.from = next;
    for (; next < at.to && isSpace(this.source[next]); next++)
      indent += this.source[next] === "\t" ? 4 - ((indent + shift) % 4) : 1;
    at.before = at.indent + (spaced ? 2 : 1);
    at.indent = indent - content;
    at.white = next - at.from;
    return next >= at.to;
  }

  // Lists

  markerAt(line) {
    MARKER.lastIndex = this.start(line);
    const [marker, bullet, number, mark] = MARKER.exec(this.source) ?? [];
    return marker && { after: MARKER.lastIndex, sign: bullet ?? mark, number: number && Number(number) };
  }

  /** The mark that a list begins with, where one can; in a paragraph only an item with words, numbered 1 if any. */
  listMarker(line, inParagraph) {
    const { indent, to } = this.lines[line];
    if (this.outer >= 0 && indent - this.outer >= 4 && indent < this.column) return null;
    const marker = this.markerAt(line);
    if (marker && inParagraph && indent >= this.column) {
      let at = marker.after;
      while (isSpace(this.source[at])) at++;
      if (at >= to || (marker.number ?? 1) !== 1) return null;
    }
    return marker;
  }

  list(line, end) {
    let marker = this.listMarker(line, false);
    if (!marker) return null;
    const { sign, number } = marker;
    const items = [];
    let tight = true;
    let parted = false;
    while (marker?.sign === sign) {
      const item = this.item(line, end, marker);
      if (!item.tight || parted) tight = false;
      items.push({ tag: "li", blocks: item.blocks });
      parted = this.line - line > 1 && this.isEmpty(this.line - 1);
      line = this.line;
      if (line >= end || this.lines[line].indent < this.column || this.isQuoted(line)) break;
      marker = this.markerAt(line);
    }
    if (tight)
      for (const block of items.flatMap(({ blocks }) => blocks)) if (block.tag === "p") block.tight = true;
    if (number === undefined) return { tag: "ul", blocks: items };
    return { tag: "ol", blocks: items, ...(number !== 1 && { start: number }) };
  }

  item(line, end, marker) {
    const at = this.lines[line];
    const { white, indent } = at;
    const { column, outer } = this;
    const first = indent + marker.after - this.start(line);
    let content = first;
    let next = marker.after;
    for (; next < at.to && isSpace(this.source[next]); next++)
      content += this.source[next] === "\t" ? 4 - ((content + at.before) % 4) : 1;
    const bare = next >= at.to;
    this.outer = column;
    this.column = first + (bare || content - first > 4 ? 1 : content - first);
    at.white = next - at.from;
    at.indent = content;
    this.level += 2;
    let item = { blocks: [], tight: true };
    if (bare && this.isEmpty(line + 1)) this.line = Math.min(line + 2, end);
    else item = this.read(line, end);
    this.level -= 2;
    Object.assign(at, { white, indent });
    this.column = column;
    this.outer = outer;
    return item;
  }
}
