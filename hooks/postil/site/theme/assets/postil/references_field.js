/** What a note rests on: rows that come and go. */

import { button, element } from "./element.js";
import { field } from "./fields.js";

const PARTS = [
  ["title", "Title", {}],
  ["publisher", "Publisher", {}],
  ["date", "Date", { placeholder: "2020-04-13", inputmode: "numeric" }],
  ["url", "Address", { type: "url", placeholder: "https://", inputmode: "url" }],
  ["archived", "Kept copy", { type: "url", placeholder: "https://", inputmode: "url" }],
];

export class ReferencesField {
  /** @param {{most: number, changed: () => void}} given */
  constructor({ most, changed }) {
    Object.assign(this, { most, changed });
    this.made = 0;
    this.rows = element("div", { class: "references-field" });
    this.add = button("Add a reference", () => {
      this.row().querySelector("input").focus();
      changed();
    }, { class: "quiet", id: "note-references" });
    this.element = element("fieldset", { class: "field" },
      element("legend", {}, "References"),
      element("p", { class: "field__help" }, "What the note rests on. A claim without one will be asked for it."),
      this.rows, this.add);
  }

  get value() {
    return this.filled.map((row) => Object.fromEntries(inputsOf(row).map((input) => [input.dataset.part, input.value])));
  }

  /** The rows in which anything stands. */
  get filled() {
    return [...this.rows.children].filter((row) => inputsOf(row).some((input) => input.value.trim()));
  }

  set value(references) {
    this.rows.replaceChildren();
    for (const reference of references) this.row(reference);
    this.count();
  }

  row(reference = {}) {
    const number = ++this.made;
    const row = element("div", { class: "reference", role: "group" });
    for (const [part, label, more] of PARTS) {
      const input = element("input", { id: `note-reference-${number}-${part}`, "data-part": part, type: "text", autocomplete: "off", ...more });
      input.value = reference[part] ?? "";
      row.append(field(label, input, { optional: part !== "title", class: `reference__${part}` }));
    }
    row.append(button("Remove this reference", () => {
      const next = row.nextElementSibling ?? row.previousElementSibling;
      row.remove();
      this.count();
      (next?.querySelector("input") ?? this.add).focus();
      this.changed();
    }, { class: "quiet" }));
    this.rows.append(row);
    this.count();
    return row;
  }

  count() {
    this.add.hidden = this.rows.children.length >= this.most;
    [...this.rows.children].forEach((row, at) => {
      row.setAttribute("aria-label", `Reference ${at + 1}`);
    });
  }

  /** Says of each control which field of the note it is; empty rows are none. */
  number() {
    for (const input of inputsOf(this.rows)) delete input.dataset.field;
    this.filled.forEach((row, at) => {
      for (const input of inputsOf(row)) input.dataset.field = `references.${at + 1}.${input.dataset.part}`;
    });
  }
}

const inputsOf = (row) => [...row.querySelectorAll("input")];
