/** "Your drafts": the notes on this text that are written and not sent, before the text's source and rights. */

import { button, element } from "./element.js";
import { download } from "./files.js";

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" });
const hour = new Intl.DateTimeFormat("en-GB", { timeStyle: "short" });

/**
 * Puts the panel where it belongs and keeps it up to date.
 * @param {{page: object, points: string[], drafts: import("./drafts.js").Drafts, before: Element, contents: Element | null, open: (draft: object, opener: HTMLElement) => void}} given
 */
export function showDrafts({ page, points, drafts, before, contents, open }) {
  const list = element("ul", { class: "drafts__list" });
  const said = element("p", { class: "visually-hidden", role: "status" });
  const all = button("Download all as one file", save, { class: "quiet" });
  const undo = button("Undo", () => bringBack(removed), { class: "quiet" });
  const gone = element("p", { class: "drafts__gone", hidden: true }, "The draft is deleted. ", undo);
  const full = element("p", { role: "status" });
  const panel = element("section", { class: "drafts", id: "drafts", "aria-labelledby": "drafts-head", tabindex: "-1", hidden: true },
    element("h2", { id: "drafts-head" }, "Your drafts"),
    element("p", {}, "Notes on this text that are not sent. They are kept in this browser and nowhere else."),
    full, list, gone, said, element("p", {}, all));
  const link = element("a", { href: "#drafts" });
  const way = element("p", { class: "contents__more", hidden: true }, link);
  let removed = null;
  const openers = new Map(); // by draft: each button outlives a change of the list, for the keyboard to come back to it
  before.before(panel);
  contents?.append(way);
  drafts.addEventListener("change", show);
  show();

  /** In the order of the text, as a reader of the file expects them. */
  async function save() {
    const [{ annotationPage }, { clean }] = await Promise.all([import("./annotation_page.js"), import("./note_file.js")]);
    const sorted = drafts.all().map((draft) => ({ ...draft, note: clean(draft.note) })).sort((one, two) => one.start - two.start);
    download(`${page.text}-drafts.jsonld`, annotationPage(sorted, page, points), "application/ld+json");
  }

  function show() {
    const known = drafts.all();
    panel.hidden = !known.length && !removed;
    way.hidden = !known.length;
    all.hidden = !known.length;
    gone.hidden = !removed || known.some(({ id }) => id === removed.id);
    link.textContent = `Your drafts (${known.length})`;
    const due = drafts.kept ? "" : "This browser keeps nothing more. Download all as one file before you leave.";
    if (full.textContent !== due) full.textContent = due;
    const focused = document.activeElement;
    list.replaceChildren(...known.map(item));
    if (list.contains(focused)) focused.focus({ preventScroll: true });
  }

  function item(draft) {
    const { note, opened, saved } = draft;
    const [, kind] = page.kinds.find(([value]) => value === note.kind) ?? page.kinds[0];
    const body = element("p", { class: "drafts__body" }, note.body.trim() ? "" : "Not written yet");
    if (note.body.trim()) inWords(note.body, body);
    const named = `the note on “${note.target.exact.slice(0, 40)}”`;
    return element("li", { class: "drafts__item" },
      element("p", { class: "card__kind" }, "Draft · ", kind, opened ? " · opened at the forge" : ""),
      element("p", { class: "drafts__quote", lang: page.language }, element("q", {}, clipped(note.target.exact))),
      body,
      element("p", { class: "drafts__foot" },
        Date.parse(saved) ? element("time", { datetime: saved }, written(new Date(saved))) : "", " ",
        opener(draft.id, `Open ${named}`), " ",
        button("Delete", () => remove(draft), { class: "quiet", "aria-label": `Delete ${named}` })));
  }

  function opener(id, name) {
    if (!openers.has(id)) openers.set(id, button("Open", ({ currentTarget }) => open(drafts.get(id), currentTarget), { class: "quiet" }));
    openers.get(id).setAttribute("aria-label", name);
    return openers.get(id);
  }

  function bringBack(draft) {
    drafts.save(draft);
    openers.get(draft.id).focus();
  }

  function remove(draft) {
    removed = draft;
    drafts.remove(draft.id);
    said.textContent = "The draft is deleted.";
    undo.focus();
  }
}

const written = (time) => `${day.format(time)}, ${hour.format(time)}`;

/** The beginning of a body, without its marks. */
async function inWords(body, place) {
  const { render } = await import("./markdown.js");
  place.textContent = clipped(render(body.slice(0, 1000), document).textContent.trim());
}

const clipped = (words) => (words.length > 160 ? `${words.slice(0, 160).trimEnd()}…` : words);
