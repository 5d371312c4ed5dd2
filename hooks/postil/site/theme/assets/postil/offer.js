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
 * way of the system's own menu. Escape hides it.
 * @param {Element} article
 * @param {{points: string[], isWhole: () => boolean, begin: (span: {start: number, end: number}) => void, label: () => string}} given
 *   `points` are the characters of the text, `isWhole` whether the page still shows them
 * @returns {() => {start: number, end: number} | null} takes the selected words, if any are offered
 */
export function offerAtSelection(article, { points, isWhole, begin, label }) {
  let span = null;
  const words = element("q", { class: "offer__words", lang: article.lang });
  const add = button("", () => begin(take()), { class: "offer__add" });
  const bar = element("div", { class: "offer", role: "region", "aria-label": "Selected words", lang: "en", dir: "ltr", hidden: true }, words, add);
  bar.addEventListener("pointerdown", (event) => event.preventDefault()); // the selection stays
  document.body.append(bar);
  document.addEventListener("selectionchange", later(150, look));
  addEventListener("resize", later(150, look));
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
    if (event.key !== "Tab" || event.shiftKey || bar.hidden || !document.activeElement.contains(article)) return;
    event.preventDefault(); // from the selected words the keyboard comes to the bar, which stands at the page's end
    add.focus();
  });
  return take;

  function take() {
    const taken = span;
    if (taken) getSelection().removeAllRanges();
    hide();
    return taken;
  }

  function look() {
    const selection = getSelection();
    const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    span = range?.intersectsNode(article) ? spanOf(article, range) : null;
    if (!span || editing()) return hide();
    if (!isWhole()) {
      hide();
      if (!told) sayChanged();
      return;
    }
    const held = rangeOf(article, span.start, span.end);
    words.textContent = clipped(points.slice(span.start, span.end).join(""));
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
    span = null;
    bar.hidden = true;
  }
}

let told = false;

/** Says at the foot of the window that the page does not show the text as it was captured. */
export function sayChanged() {
  told = true;
  document.querySelector(".offer--said")?.remove();
  const said = element("p", { role: "status" });
  const notice = element("div", { class: "offer offer--said", lang: "en", dir: "ltr" }, said,
    button("Reload", () => location.reload(), { class: "offer__add" }),
    button("Close", () => notice.remove(), { class: "offer__close" }));
  document.body.append(notice);
  said.textContent = "The words of this page have been changed, perhaps by a translation. To write a note, reload the page and read the original.";
}

const editing = () => document.activeElement?.matches("input, textarea");
const clipped = (words) => {
  const line = words.replace(/\s+/g, " ").trim();
  return line.length > 60 ? `${line.slice(0, 60).trimEnd()}…` : line;
};
