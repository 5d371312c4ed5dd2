/** The words a note speaks of: typed, chosen by sentence or selected, always resolved to one place of the text. */

import { describe, matchQuote } from "./anchor.js";
import { button, element, later } from "./element.js";
import { drawNote, eraseNote } from "./page_text.js";
import { sentencesOf } from "./sentences.js";

const SHOWN = 6; // places offered to choose from
const AROUND = 30; // characters shown around each

export class WordsField {
  /**
   * @param {{article: Element, text: string, language: string, direction: string, changed: () => void}} given
   *   `changed` is called whenever the place, or the want of one, is another
   */
  constructor({ article, text, language, direction, changed }) {
    Object.assign(this, { article, text, language, changed });
    this.points = [...text];
    this.marks = [];
    /** Where the words stand; null where that is not known. */
    this.span = null;
    this.scope = null;
    this.control = element("textarea", { id: "note-exact", rows: 3, lang: language, dir: direction, "aria-describedby": "note-exact-place note-exact-fault", spellcheck: "false" });
    this.statement = element("p", { id: "note-exact-place", class: "field__help words__place", role: "status" });
    this.choices = element("ul", { class: "words__choices", hidden: true });
    this.sentences = element("details", { class: "words__sentences", hidden: true });
    this.element = element("div", { class: "words" }, this.control, this.statement, this.choices, this.sentences);
    this.typed = false; // and not resolved yet
    this.soon = later(200, () => this.settle());
    this.control.addEventListener("input", () => {
      this.typed = true;
      this.soon();
    });
    this.control.addEventListener("change", () => this.settle());
  }

  /** The quote with as much context as it needs. @returns {{exact: string, prefix: string, suffix: string}} */
  get target() {
    if (!this.span) return { exact: this.control.value, prefix: "", suffix: "" };
    return describe(this.span.start, this.span.end, this.text);
  }

  /**
   * Begins with these words; `scope` is the passage in which they are looked for first.
   * @param {{start: number, end: number} | null} span
   * @param {{start: number, end: number} | null} scope
   */
  begin(span, scope, words = "") {
    this.scope = scope;
    this.divide();
    if (span) return this.choose(span);
    this.control.value = words;
    this.resolve();
  }

  /** The words at this place, whatever was there before. */
  choose(span) {
    this.control.value = this.slice(span).trim();
    this.place(span);
  }

  /** Resolves what was typed, if it is not resolved yet. */
  settle() {
    this.soon.never();
    if (this.typed) this.resolve();
  }

  resolve() {
    const words = this.control.value;
    if (!words.trim()) return this.place(null, "Select words in the text, or write them here as they stand there.");
    const all = matchQuote({ exact: words }, this.text).map(([start, end]) => ({ start, end }));
    const near = this.scope ? all.filter(({ start, end }) => this.scope.start <= start && end <= this.scope.end) : [];
    const places = near.length ? near : all;
    const same = places.find(({ start, end }) => start === this.span?.start && end === this.span?.end);
    if (same ?? (places.length === 1 && places[0])) this.place(same ?? places[0]);
    else if (places.length) this.place(null, `These words stand in ${places.length} places. Which of them is meant?`, places);
    else this.place(null, "These words do not stand in the text. Copy them from it, letter for letter.");
  }

  place(span, wrong = "", places = []) {
    this.typed = false;
    this.span = span;
    this.lightUp();
    this.offer(places);
    this.control.toggleAttribute("aria-invalid", false);
    this.statement.classList.toggle("is-wrong", Boolean(wrong));
    this.statement.replaceChildren(...(wrong ? [wrong] : this.stated()));
    for (const box of this.sentences.querySelectorAll("input")) {
      const { start, end } = this.parts[box.value];
      box.checked = Boolean(span && span.start < end && start < span.end);
    }
    this.changed();
  }

  /** In how many places the words stand, and what tells them apart. */
  stated() {
    const { exact, prefix, suffix } = this.target;
    if (!prefix && !suffix) return ["These words stand once in the text."];
    const quote = (words) => element("q", { lang: this.language }, words.trim());
    const told = [prefix && [quote(prefix), " before them"], suffix && [quote(suffix), " after them"]].filter(Boolean);
    const count = matchQuote({ exact }, this.text).length;
    return [`These words stand in ${count} places. This one has `, ...told.flatMap((each, at) => (at ? [" and ", ...each] : each)), "; the note will say so."];
  }

  offer(places) {
    this.choices.hidden = !places.length;
    const items = places.slice(0, SHOWN).map((span) => {
      const before = this.slice({ start: Math.max(0, span.start - AROUND), end: span.start }).replace(/^\S*\s/, "");
      const after = this.slice({ start: span.end, end: span.end + AROUND }).replace(/\s\S*$/, "");
      const words = element("span", { lang: this.language }, `…${before}`, element("strong", {}, this.slice(span)), `${after}…`);
      return element("li", {}, button(words, () => {
        this.place(span);
        this.control.focus();
      }));
    });
    const more = places.length > SHOWN ? [element("li", {}, `and ${places.length - SHOWN} more; write more of the words`)] : [];
    this.choices.replaceChildren(...items, ...more);
  }

  /** The sentences of the scope, each with a box; what is between two chosen ones is chosen too. */
  divide() {
    this.parts = this.scope ? sentencesOf(this.slice(this.scope), this.scope.start, this.language) : [];
    this.sentences.hidden = this.parts.length < 2;
    const boxes = this.parts.map((part, at) => {
      const box = element("input", { type: "checkbox", value: at, onchange: () => this.mark(at, box.checked) });
      return element("li", {}, element("label", {}, box, element("span", { lang: this.language }, this.slice(part).trim())));
    });
    this.sentences.replaceChildren(element("summary", {}, "Choose by sentence"), element("ul", {}, ...boxes));
  }

  mark(at, wanted) {
    const boxes = [...this.sentences.querySelectorAll("input")];
    const chosen = boxes.flatMap((box, index) => (box.checked ? [index] : []));
    let [first, last] = [chosen[0], chosen.at(-1)];
    if (!wanted && first < at && at < last) last = at - 1;
    if (first === undefined) {
      this.control.value = "";
      return this.resolve();
    }
    this.choose({ start: this.parts[first].start, end: this.parts[last].end });
  }

  slice({ start, end }) {
    return this.points.slice(start, end).join("");
  }

  lightUp() {
    eraseNote(this.marks);
    this.marks = this.span ? drawNote(this.article, this.span.start, this.span.end, "is-chosen", "draft") : [];
  }

  /** Leaves the text as it was. */
  end() {
    this.soon.never();
    this.span = null;
    this.lightUp();
  }
}
