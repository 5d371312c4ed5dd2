/** The two ways to begin a note: words that are selected, and the button that each passage has. */

import { button, element, later } from "./element.js";
import { blockOf, rangeOf, spanOf } from "./page_text.js";

const NAMES = [
  [".text__heading", "this heading"],
  [".text__title", "the title"],
  [".photograph", "this caption"],
  [".text__byline", "this line"],
  [".paragraph", "this paragraph"],
];
const INSIDE = "p:not(.paragraph--table), blockquote"; // a heading's button stands after it, so that it is no part of its name

/**
 * Gives every passage its button.
 * @param {Element} article
 * @param {(block: Element) => void} begin
 */
export function offerAtPassages(article, begin) {
  for (const block of article.querySelectorAll(":scope > [id]")) {
    const [, what] = NAMES.find(([selector]) => block.matches(selector)) ?? [];
    if (!what) continue;
    const number = block.querySelector(".number")?.textContent;
    const words = ["Add a note", element("span", { class: "visually-hidden" }, ` to ${number ? `paragraph ${number}` : what}`)];
    const made = element("button", { type: "button", class: "add-note", lang: "en", dir: "ltr", "data-apparatus": true, onclick: () => begin(block) },
      element("span", { class: "add-note__words" }, ...words));
    block.classList.add("takes-notes");
    if (block.matches(INSIDE)) block.append(made);
    else block.after(element("div", { class: "add-note__place", "data-apparatus": true }, made));
  }
}

/** The button of the passage in which a place stands. @returns {HTMLElement | null} */
export function buttonAt(article, start) {
  const block = blockOf(article, start);
  return block?.querySelector(":scope > .add-note") ?? block?.nextElementSibling?.querySelector?.(".add-note") ?? null;
}

/**
 * Shows a bar while words of the text are selected: below them, and on phones at the foot of the screen, out of the
 * way of the system's own menu.
 * @param {Element} article
 * @param {{begin: (span: {start: number, end: number}) => void, label: () => string}} given
 */
export function offerAtSelection(article, { begin, label }) {
  let span = null;
  const words = element("q", { class: "offer__words", lang: article.lang });
  const add = button("", () => {
    const chosen = span;
    getSelection().removeAllRanges();
    hide();
    begin(chosen);
  }, { class: "offer__add" });
  const bar = element("div", { class: "offer", role: "region", "aria-label": "Selected words", lang: "en", dir: "ltr", hidden: true }, words, add);
  bar.addEventListener("pointerdown", (event) => event.preventDefault()); // the selection stays
  document.body.append(bar);
  document.addEventListener("selectionchange", later(150, look));
  addEventListener("resize", later(150, look));

  function look() {
    const selection = getSelection();
    const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    span = range?.intersectsNode(article) ? spanOf(article, range) : null;
    if (!span || editing()) return hide();
    const held = rangeOf(article, span.start, span.end);
    words.textContent = clipped(selection.toString());
    add.textContent = label();
    bar.hidden = false;
    const last = [...held.getClientRects()].at(-1);
    if (last) {
      const width = bar.offsetWidth;
      const left = Math.min(Math.max(8, last.right - width / 2), document.documentElement.clientWidth - width - 8);
      bar.style.setProperty("--left", `${left + scrollX}px`);
      bar.style.setProperty("--top", `${last.bottom + scrollY + 8}px`);
    }
  }

  function hide() {
    bar.hidden = true;
  }
}

const editing = () => document.activeElement?.matches("input, textarea");
const clipped = (words) => {
  const line = words.replace(/\s+/g, " ").trim();
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
};
