/** The form in which a note is written. It is a panel beside the text, and a sheet over it where there is no room. */

import { newId } from "./drafts.js";
import { button, element, later } from "./element.js";
import { field, idOf, showFault } from "./fields.js";
import { render } from "./markdown.js";
import { clean, faultsOf } from "./note_file.js";
import { ReferencesField } from "./references_field.js";
import { Sending } from "./sending.js";
import { WordsField } from "./words_field.js";

const narrow = matchMedia("(max-width: 59.9844em)");
const number = new Intl.NumberFormat("en");

export class NoteForm {
  /**
   * @param {{article: Element, text: string, page: object, drafts: import("./drafts.js").Drafts, back: (span: object | null) => void}} given
   *   `back` takes the keyboard to where the words stand
   */
  constructor({ article, text, page, drafts, back }) {
    Object.assign(this, { page, drafts, back });
    const input = (id, name, more = {}) => element("input", { id: idOf(id), type: "text", "data-field": name, ...more });
    this.words = new WordsField({ article, text, language: page.language, direction: article.dir, changed: () => this.changed() });
    this.words.control.dataset.field = "target.exact";
    this.kind = element("select", { id: idOf("kind"), "data-field": "kind" }, ...page.kinds.map(([value, label]) => element("option", { value }, label)));
    this.purpose = element("span", {});
    this.body = element("textarea", { id: idOf("body"), rows: 6, "data-field": "body" });
    this.count = element("span", { class: "field__count" });
    this.preview = element("div", { class: "preview note__body" });
    this.previewed = element("div", { class: "preview__frame", role: "group", "aria-label": "As it will look", hidden: true }, element("p", { class: "field__help" }, "As it will look"), this.preview);
    this.references = new ReferencesField({ most: page.limits.references, changed: () => this.changed() });
    this.name = input("name", "creator.name", { autocomplete: "name" });
    this.handle = input("github", "creator.github", { autocomplete: "username", autocapitalize: "off", spellcheck: "false" });
    this.orcid = input("orcid", "creator.orcid", { autocomplete: "off" });
    this.language = input("language", "language", { autocapitalize: "off", spellcheck: "false", size: 8 });
    this.summary = element("div", { class: "faults", id: idOf("faults"), role: "group", "aria-labelledby": idOf("faults-head"), tabindex: "-1", hidden: true });
    this.kept = element("p", { class: "note-form__kept", role: "status" });
    this.sending = new Sending({
      page,
      settle: () => this.settle(),
      refuse: () => this.refuse(),
      opened: () => this.keep({ opened: new Date().toISOString() }),
      sent: () => this.close({ keep: false }),
    });
    this.form = element("form", { class: "note-form__fields", novalidate: true, onsubmit: (event) => event.preventDefault() }, ...this.parts());
    this.panel = element("dialog", { class: "note-form", "aria-labelledby": idOf("head"), lang: "en", dir: "ltr" },
      element("div", { class: "note-form__head" },
        element("h2", { id: idOf("head"), tabindex: "-1" }, "Add a note"), this.kept,
        button("Close", () => this.close(), { class: "quiet", "aria-label": "Close; what you wrote is kept as a draft" })),
      this.form);
    this.save = later(400, () => this.keep());
    this.check = later(250, () => this.update());
    this.listen();
    document.body.append(this.panel);
  }

  parts() {
    const handle = this.page.forge.kind === "github" ? field("GitHub handle", this.handle, { optional: true }) : "";
    return [
      this.summary,
      field("Words", this.words.element),
      field("Kind", this.kind, { help: this.purpose }),
      field("Note", this.body, { help: element("span", {}, "Markdown: *emphasis*, **strong**, [words](https://…), lists, > quotations. ", this.count) }),
      this.previewed,
      this.references.element,
      element("fieldset", { class: "field field--author" },
        element("legend", {}, "You"),
        field("Name or pen name", this.name, { class: "field--whole" }),
        field("ORCID iD", this.orcid, { optional: true, class: "field--whole" }),
        handle,
        field("Language of the note", this.language)),
      element("p", { class: "licence" }, "By proposing this note you give it under ", element("a", { href: "https://creativecommons.org/licenses/by/4.0/", rel: "license noopener", target: "_blank" }, "CC BY 4.0"), ": anybody may use it who names you."),
      this.sending.element,
    ];
  }

  listen() {
    this.form.addEventListener("input", () => this.changed());
    this.form.addEventListener("focusout", ({ target }) => {
      if (target.dataset.field) {
        this.touched.add(target);
        this.check();
      }
    });
    this.panel.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.isComposing) {
        event.preventDefault();
        this.close();
      }
    });
    this.panel.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.close();
    });
    narrow.addEventListener("change", () => {
      if (!this.panel.open) return;
      const focused = document.activeElement;
      this.panel.close();
      this.appear();
      focused?.focus();
    });
    this.drafts.addEventListener("change", () => this.follow());
    addEventListener("pagehide", () => {
      if (!this.panel.open) return;
      this.words.settle();
      this.keep();
    });
    addEventListener("beforeunload", (event) => {
      if (!this.drafts.kept) event.preventDefault();
    });
  }

  get isOpen() {
    return this.panel.open;
  }

  /**
   * Opens on these words, within this passage.
   * @param {{start: number, end: number} | null} span
   * @param {{start: number, end: number} | null} scope
   */
  begin(span, scope) {
    this.fill({ id: newId(), note: { creator: this.drafts.author, references: [] }, opened: "" }, () => this.words.begin(span, scope));
  }

  /** Opens a draft again. @param {import("./drafts.js").Draft} draft @param {object | null} span where its words stand now */
  resume(draft, span) {
    if (this.panel.open) this.keep();
    if (this.panel.open && this.id === draft.id) return this.body.focus();
    this.fill(draft, () => this.words.begin(span, null, draft.note.target.exact));
  }

  fill({ id, note, opened, saved = "" }, words) {
    if (this.panel.open) this.keep();
    Object.assign(this, { id, opened, saved, touched: new Set(), tried: false, closing: false });
    this.kind.value = note.kind ?? this.page.kinds[0][0];
    this.body.value = note.body ?? "";
    this.references.value = note.references ?? [];
    this.name.value = note.creator?.name ?? "";
    this.handle.value = note.creator?.github ?? "";
    this.orcid.value = note.creator?.orcid ?? "";
    this.language.value = note.language || "en";
    this.summary.hidden = true;
    this.kept.textContent = "";
    this.sending.begin(opened);
    this.appear();
    words();
    this.save.never();
    this.asKept = this.state;
    this.update();
    this.panel.scrollTop = 0;
    (this.words.span ? this.kind : this.words.control).focus({ preventScroll: true });
  }

  appear() {
    document.documentElement.classList.add("has-note-form");
    if (narrow.matches) this.panel.showModal();
    else this.panel.show();
  }

  /** Closes; what was written stays as a draft, unless the note is on its way. */
  close({ keep = true } = {}) {
    this.words.settle();
    this.save.never();
    this.check.never();
    if (keep) this.keep();
    else this.discard();
    const { span } = this.words;
    this.words.end();
    this.panel.close();
    document.documentElement.classList.remove("has-note-form");
    this.back(span);
  }

  /** What stands in the fields, as it was typed. */
  get typed() {
    return {
      motivation: "commenting",
      kind: this.kind.value,
      target: this.words.target,
      body: this.body.value,
      references: this.references.value,
      creator: { name: this.name.value, github: this.page.forge.kind === "github" ? this.handle.value : "", orcid: this.orcid.value },
      created: today(),
      language: this.language.value,
    };
  }

  /** Whether there is anything that would be missed. */
  get written() {
    return Boolean(this.body.value.trim() || this.references.value.length);
  }

  changed() {
    if (!this.panel?.open) return;
    this.check();
    this.save();
  }

  /** All that a draft keeps, to be compared. */
  get state() {
    const { start = 0, end = 0 } = this.words.span ?? {};
    return JSON.stringify({ note: this.typed, start, end, opened: this.opened });
  }

  /** Forgets the draft, if there is one. */
  discard() {
    const { saved } = this;
    this.saved = "";
    this.kept.textContent = "";
    if (saved) this.drafts.remove(this.id);
  }

  /** Closes when the draft was deleted elsewhere; what was written since is another one. */
  follow() {
    if (!this.panel.open || !this.saved || this.drafts.get(this.id)) return;
    this.saved = "";
    if (this.state === this.asKept) return this.close({ keep: false });
    this.id = newId();
    this.keep();
  }

  keep(more = {}) {
    Object.assign(this, more);
    const { state } = this;
    if (state === this.asKept) return;
    this.asKept = state;
    this.drafts.remember({ name: this.name.value, github: this.handle.value, orcid: this.orcid.value });
    if (!this.written) return this.discard();
    const { id, saved } = this.drafts.save({ id: this.id, saved: this.saved, ...JSON.parse(state) });
    const isOther = id !== this.id;
    Object.assign(this, { id, saved });
    const done = isOther ? "Changed in another tab: kept as a second draft" : "Kept as a draft";
    const said = this.drafts.kept ? done : "This browser keeps no drafts: copy the file before you leave";
    if (this.kept.textContent !== said) this.kept.textContent = said;
    this.kept.classList.toggle("is-wrong", !this.drafts.kept);
  }

  /** Waits no longer for more to be typed. */
  settle() {
    this.words.settle();
    this.check.never();
    this.update();
  }

  /** Brings everything that follows from the fields up to date. */
  update() {
    this.references.number();
    const note = clean(this.typed);
    this.faults = this.faultsNow(note);
    this.purpose.textContent = this.page.kinds.find(([value]) => value === this.kind.value)?.[2] ?? "";
    this.count.textContent = `${number.format([...note.body].length)} of ${number.format(this.page.limits.body)} characters.`;
    this.previewed.hidden = !note.body;
    this.preview.lang = /^[A-Za-z-]+$/.test(note.language) ? note.language : "";
    this.preview.replaceChildren(render(note.body, document));
    for (const control of this.controls()) {
      const fault = this.faults.find((each) => each.control === control);
      const due = this.tried || (control.value?.trim() && (control === this.body || this.touched.has(control)));
      const said = control === this.words.control && !this.words.span; // where the words stand, or that they do not
      showFault(control, fault && due ? fault.message : "", said);
    }
    if (!this.summary.hidden) this.summarize();
    this.sending.show(note, !this.faults.length);
  }

  /** What is wrong, each with the control it is said of. */
  faultsNow(note) {
    const controls = new Map([...this.controls()].map((control) => [control.dataset.field, control]));
    const faults = faultsOf(note).map(({ field: name, message }) => ({
      control: controls.get(name) ?? (name.startsWith("target.") ? this.words.control : this.body),
      message: /^[a-z]/.test(message) ? `${name === "references" ? "They" : "This"} ${message}.` : message,
    }));
    const { control, span, statement } = this.words;
    if (!span && !faults.some((fault) => fault.control === control)) faults.unshift({ control, message: statement.textContent });
    return faults;
  }

  controls() {
    return this.form.querySelectorAll("[data-field]");
  }

  /** Says what has to be done before the note can be sent. */
  refuse() {
    this.tried = true;
    this.update();
    this.summarize();
    this.summary.focus();
    this.panel.scrollTop = 0;
  }

  summarize() {
    const items = this.faults.map(({ control, message }) =>
      element("li", {}, button(`${labelOf(control)}: ${message}`, () => control.focus())));
    this.summary.replaceChildren(element("h3", { id: idOf("faults-head") }, "Before it can be sent"), element("ul", {}, ...items));
    this.summary.hidden = !items.length;
  }
}

const labelOf = (control) => (control.labels?.[0] ?? control.querySelector("legend")).firstChild.textContent;

function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
