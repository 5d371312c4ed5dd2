/** The words a note speaks of: typed, chosen by sentence or selected, always resolved to one place of the text. */

import { describe, matchQuote } from "./anchor.js";
import { button, element, later } from "./element.js";
import { idOf } from "./fields.js";
import { blockOf, drawNote, eraseNote, textOf } from "./page_text.js";
import { sentencesOf } from "./sentences.js";

const SHOWN = 12; // places offered to choose from
const AROUND = 120; // characters before and after the words in which their sentence is sought
const NEAR = 50; // as many are shown where the sentence says no more than the words
const LONG = 300; // characters that are more than a note should speak of
const TELLING = 8; // characters of the words that have to agree with the text, for it to be known where they part
const ORDINAL = new Intl.PluralRules("en", { type: "ordinal" });
const ENDINGS = { one: "st", two: "nd", few: "rd", other: "th" };

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
    this.control = element("textarea", { id: idOf("exact"), rows: 3, lang: language, dir: direction, "aria-describedby": idOf("exact-place"), spellcheck: "false" });
    this.statement = element("p", { id: idOf("exact-place"), class: "field__help words__place", role: "status" });
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
    return this.span ? this.quote : { exact: this.control.value, prefix: "", suffix: "" };
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
    else this.place(null, `These words do not stand in the text. ${this.parting(words) ?? "Copy them from it, letter for letter."}`);
  }

  /** Where words that do not stand in the text part from it; undefined where too few of them do. */
  parting(words) {
    const ends = [...words.matchAll(/\S+/gu)].map(({ index, 0: word }) => words.slice(0, index + word.length).trimStart());
    const isWhole = ([, end]) => !/[\p{L}\p{N}]/u.test(this.points[end] ?? "");
    const place = (count) => matchQuote({ exact: ends[count - 1] }, this.text).find(isWhole);
    let [low, high] = [0, ends.length - 1]; // so many of the first words agree; all of them do not
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (place(middle)) low = middle;
      else high = middle - 1;
    }
    if (!low || ends[low - 1].length < TELLING) return undefined;
    const [, end] = place(low);
    const after = this.slice({ start: end, end: end + NEAR }).trimStart().split(/\s+/u).slice(0, 5).join(" ");
    const agreed = ends[low - 1].split(/\s+/u).slice(-5).join(" ");
    return after ? `After “${agreed}” it reads “${after} …”.` : `It ends after “${agreed}”.`;
  }

  place(span, wrong = "", places = []) {
    this.typed = false;
    this.span = span;
    this.quote = span && describe(span.start, span.end, this.text);
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

  /** In how many places the words stand, which of them is meant, and whether they are many. */
  stated() {
    const { exact, prefix, suffix } = this.target;
    const { start, end } = this.span;
    const places = prefix || suffix ? matchQuote({ exact }, this.text) : [];
    const at = places.findIndex((each) => each[0] < end && start < each[1]) + 1;
    const which = at ? [`The note speaks of the ${at}${ENDINGS[ORDINAL.select(at)]} of the ${places.length} places where these words stand: `, this.around(this.span)] : ["These words stand once in the text."];
    const isLong = end - start > LONG || blockOf(this.article, start) !== blockOf(this.article, end - 1);
    return isLong ? [...which, " They are many: mark only those that you speak of."] : which;
  }

  /** The words in their sentence. */
  around({ start, end }) {
    const from = Math.max(0, start - AROUND);
    const sentences = sentencesOf(this.slice({ start: from, end: end + AROUND }), from, this.language).filter((each) => each.start < end && start < each.end);
    let [left, right] = [Math.min(start, sentences[0]?.start ?? start), Math.max(end, sentences.at(-1)?.end ?? end)];
    if (right - left < end - start + NEAR) [left, right] = [Math.max(0, start - NEAR), end + NEAR];
    const words = this.slice({ start, end });
    const shown = words.length > 2 * NEAR ? `${words.slice(0, NEAR).replace(/\S*$/u, "")}… ${words.slice(-NEAR).replace(/^\S*\s/u, "")}` : words;
    const isCut = (at) => /^\S\S$/u.test(this.slice({ start: at - 1, end: at + 1 })); // within a word
    const before = this.slice({ start: left, end: start }).replace(isCut(left) ? /^\S+\s+/u : /^\s+/u, "");
    const after = this.slice({ start: end, end: right }).replace(isCut(right) ? /\s+\S+$/u : /\s+$/u, "");
    return element("span", { lang: this.language }, isEnd(this.slice({ start: Math.max(0, left - 4), end: left })) ? "" : "…", before, element("strong", {}, shown), after, isEnd(after) || right >= this.points.length ? "" : "…");
  }

  offer(places) {
    this.choices.hidden = !places.length;
    const items = places.slice(0, SHOWN).map((span) => {
      return element("li", {}, button(this.around(span), () => {
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
    const isWhole = this.span && textOf(this.article) === this.text; // no translation stands in its place
    this.marks = isWhole ? drawNote(this.article, this.span.start, this.span.end, "is-chosen", "draft") : [];
  }

  /** Leaves the text as it was. */
  end() {
    this.soon.never();
    this.span = null;
    this.lightUp();
  }
}

const isEnd = (words) => /(^|\n|\p{Sentence_Terminal}['"”’)\]]*)\s*$/u.test(words);
