/** What a note rests on: rows that come and go. */

import { button, element } from "./element.js";
import { faultPlace, field, idOf, showFault } from "./fields.js";
import { clean } from "./note_file.js";

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
    }, { class: "quiet", id: idOf("references") });
    this.element = element("fieldset", { class: "field", id: idOf("sources"), "data-field": "references", tabindex: "-1" },
      element("legend", {}, "References"),
      element("p", { class: "field__help" }, "What the note rests on. A claim without one will be asked for it."),
      this.rows, this.add);
    this.element.append(faultPlace(this.element));
    this.element.setAttribute("aria-describedby", `${this.element.id}-fault`);
  }

  get value() {
    return this.filled.map(valueOf);
  }

  /** The rows of which the file keeps anything. */
  get filled() {
    return [...this.rows.children].filter((row) => clean({ references: [valueOf(row)] }).references.length);
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
      const input = element("input", { id: idOf(`reference-${number}-${part}`), "data-part": part, type: "text", autocomplete: "off", ...more });
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

  /** Says of each control which field of the note it is; those of empty rows are none, and nothing is wrong with them. */
  number() {
    const { filled } = this;
    for (const row of this.rows.children) {
      const at = filled.indexOf(row) + 1;
      for (const input of inputsOf(row)) {
        if (at) input.dataset.field = `references.${at}.${input.dataset.part}`;
        else {
          delete input.dataset.field;
          showFault(input, "");
        }
      }
    }
  }
}

const inputsOf = (row) => [...row.querySelectorAll("input")];
const valueOf = (row) => Object.fromEntries(inputsOf(row).map((input) => [input.dataset.part, input.value]));
