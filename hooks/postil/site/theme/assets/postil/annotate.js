/** Notes written on the page: from words of the text, or from a passage, to a file that is proposed at the forge. */

import { Drafts } from "./drafts.js";
import { showDrafts } from "./drafts_panel.js";
import { buttonAt, offerAtPassages, offerAtSelection, sayChanged } from "./offer.js";
import { blockOf, rangeOf, spanWithin, textOf } from "./page_text.js";
import { sentencesOf } from "./sentences.js";

const SHORT = 300; // a passage of so many characters is quoted whole at first

const article = document.querySelector("[data-postil-text]");
const page = JSON.parse(document.getElementById("postil-page").textContent);
const text = textOf(article);
const points = [...text];
const drafts = new Drafts(page.text, new URL(page.root, location.href).pathname);
let form = null; // from the first note on
let opener = null;

const isWhole = () => textOf(article) === text;
const taken = offerAtSelection(article, {
  points, isWhole,
  begin(span) {
    if (!form?.isOpen) return begin(span, spanWithin(article, blockOf(article, span.start)));
    form.words.choose(span);
    form.words.control.focus();
  },
  label() {
    fetched().catch(() => {}); // tried again when the button is pressed
    return form?.isOpen ? "Use these words" : "Add a note";
  },
});
offerAtPassages(article, (block) => {
  if (!isWhole()) return sayChanged();
  const scope = spanWithin(article, block);
  const chosen = taken();
  if (chosen && scope.start <= chosen.start && chosen.end <= scope.end) return begin(chosen, scope);
  const words = points.slice(scope.start, scope.end).join("");
  const [first = scope] = words.length > SHORT ? sentencesOf(words, scope.start, page.language) : [];
  begin(first, scope);
});
showDrafts({
  page, points, drafts,
  before: document.getElementById("provenance"),
  contents: document.querySelector(".contents"),
  open: (draft, button) => withForm(({ form, locate }) => {
    const known = points.slice(draft.start, draft.end).join("") === draft.note.target.exact;
    const place = known && draft.end ? draft : locate(draft.note.target, text);
    opener = button;
    form.resume(draft, "start" in place ? { start: place.start, end: place.end } : null);
    if ("start" in place) show(place);
  }),
});

/** The form and what it works with, fetched when it is first wanted: most readers only read. */
async function fetched() {
  const [{ NoteForm }, { locate }] = await Promise.all([import("./note_form.js"), import("./anchor.js")]);
  form ??= new NoteForm({ article, text, page, drafts, back });
  return { form, locate };
}

async function withForm(use) {
  let all = null;
  try {
    all = await fetched();
  } catch {
    document.getElementById("provenance").scrollIntoView(); // where the way without the form stands
    return;
  }
  use(all);
}

function begin(span, scope) {
  withForm(({ form }) => {
    opener = buttonAt(article, span.start);
    form.begin(span, scope);
    show(span);
  });
}

/** Brings the words into sight. */
function show(span) {
  const { top, bottom } = rangeOf(article, span.start, span.end).getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) scrollBy(0, top - innerHeight / 3);
}

/** The keyboard goes on where the words stand. */
function back(span) {
  const place = opener?.isConnected ? opener : span && buttonAt(article, span.start);
  (place ?? document.getElementById("content")).focus({ preventScroll: true });
}
