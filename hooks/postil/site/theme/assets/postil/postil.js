// What a script adds to pages that are whole without it: light or dark, a key for the search, notes beside their words.

const root = document.documentElement;

// --- light or dark ---

const schemeButton = document.querySelector("[data-scheme-button]");
const systemDark = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : systemDark.matches);

function showScheme() {
  schemeButton.setAttribute("aria-pressed", String(isDark()));
}

if (schemeButton) {
  schemeButton.hidden = false;
  showScheme();
  systemDark.addEventListener("change", showScheme);
  schemeButton.addEventListener("click", () => {
    root.dataset.scheme = isDark() ? "light" : "dark";
    try {
      localStorage.setItem("postil-scheme", root.dataset.scheme);
    } catch {
      // a browser that keeps nothing still shows the choice on this page
    }
    showScheme();
  });
}

// --- "/" goes to the search ---

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input:not([type=radio]), textarea, select, [contenteditable]");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const field = document.querySelector("[data-search-key]");
    if (field) {
      event.preventDefault();
      field.focus();
    }
  }
});

// --- the reading page ---

const text = document.querySelector("[data-postil-text]");
const margin = matchMedia("(min-width: 76.25em)");
const GAP = 14;
const FOLD = 190; // a note's text that is taller than this many pixels may be folded
const notes = text ? [...text.querySelectorAll(".note")] : [];

if (notes.length) {
  for (const note of notes) foldable(note);
  lightPairs();
  lay();
  new ResizeObserver(lay).observe(text);
  margin.addEventListener("change", lay);
}
if (text) {
  addEventListener("hashchange", arrive);
  arrive();
}

/** Gives a note the button that opens and closes it; the keyboard opens it by going in. */
function foldable(note) {
  const number = note.querySelector(".note__number").textContent;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "note__more";
  button.hidden = true;
  button.dataset.number = number;
  button.addEventListener("click", () => open(note, !note.dataset.open));
  note.querySelector(".note__text").after(button);
  note.querySelector(".note__text").addEventListener("focusin", () => open(note, true));
}

/** One note is open at a time, so that the others stay beside their words. */
function open(note, wanted) {
  if (Boolean(note.dataset.open) === wanted) return;
  for (const other of notes) other.dataset.open = "";
  note.dataset.open = wanted ? "true" : "";
  lay();
}

function fold(note, folded) {
  const button = note.querySelector(".note__more");
  note.classList.toggle("is-folded", folded);
  button.hidden = !folded && !note.dataset.open;
  button.textContent = folded ? "Read on" : "Less";
  button.setAttribute("aria-label", `${button.textContent} in note ${button.dataset.number}`);
}

/**
 * Beside the text each note stands at the height of its words, below the note before it, and is folded only where
 * it would push the next one away. Elsewhere a note stands below its block, and a long one is folded.
 */
function lay() {
  text.classList.toggle("is-laid-out", margin.matches);
  for (const note of notes) fold(note, false);
  const shown = notes.filter((note) => !note.closest("details:not([open])"));
  const long = shown.map((note) => note.querySelector(".note__text").scrollHeight > FOLD && !note.dataset.open);
  if (!margin.matches) {
    shown.forEach((note, index) => fold(note, long[index]));
    for (const note of notes) note.style.top = "";
    text.style.minHeight = "";
    return;
  }
  const origin = text.getBoundingClientRect().top;
  const places = shown.map((note) => {
    const words = text.querySelector(`.noted[data-notes~="${note.dataset.note}"]`);
    return words.getBoundingClientRect().top - origin;
  });
  const whole = shown.map((note) => note.offsetHeight);
  let free = 0;
  shown.forEach((note, index) => {
    const top = Math.max(places[index], free);
    fold(note, long[index] && top + whole[index] + GAP > (places[index + 1] ?? Infinity));
    note.style.top = `${top}px`;
    free = top + note.offsetHeight + GAP;
  });
  text.style.minHeight = `${free}px`;
}

/** Pointing at a note or at its number lights both the note and its words. */
function lightPairs() {
  const light = (id, on) => {
    for (const part of text.querySelectorAll(`.noted[data-notes~="${id}"], .note[data-note="${id}"]`)) {
      part.classList.toggle("is-lit", on);
    }
  };
  for (const part of [...notes, ...text.querySelectorAll(".call")]) {
    for (const [event, on] of [["pointerenter", true], ["pointerleave", false], ["focusin", true], ["focusout", false]]) {
      part.addEventListener(event, () => light(part.dataset.note, on));
    }
  }
}

/** What the address points at; while the page is loading `:target` does not know it yet. */
function addressed() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null; // an address that is badly encoded points at nothing
  }
}

/**
 * A link to a note opens it and moves the keyboard there; a link into a folded piece opens that; a link to an event
 * lights its whole sentence.
 */
function arrive() {
  for (const part of text.querySelectorAll(".told.is-lit")) part.classList.remove("is-lit");
  const target = addressed();
  if (!target) return;
  const folded = target.closest("details");
  if (folded) folded.open = true;
  if (target.classList.contains("note")) {
    open(target, true);
    lay();
    target.focus({ preventScroll: true });
  }
  for (const part of text.querySelectorAll(`.told[data-event~="${CSS.escape(target.id)}"]`)) part.classList.add("is-lit");
  target.scrollIntoView({ block: "nearest" });
}
