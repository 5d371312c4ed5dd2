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
const FOLD = 190; // a note's text that is taller than this many pixels is folded

if (text && text.querySelector(".note")) {
  const notes = [...text.querySelectorAll(".note")];
  for (const note of notes) foldable(note);
  lightPairs(notes);
  const layOut = () => lay(notes);
  layOut();
  new ResizeObserver(layOut).observe(text);
  margin.addEventListener("change", layOut);
  addEventListener("hashchange", arrive);
  arrive();
}

/** Gives a note the button that opens and closes it. */
function foldable(note) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "note__more";
  button.hidden = true;
  button.setAttribute("aria-controls", note.id);
  button.addEventListener("click", () => {
    note.dataset.open = note.dataset.open ? "" : "true";
    lay([...text.querySelectorAll(".note")]);
  });
  note.append(button);
}

/** Beside the text each note stands at the height of its words, below the note before it; elsewhere the flow does. */
function lay(notes) {
  text.classList.toggle("is-laid-out", margin.matches);
  if (!margin.matches) {
    for (const note of notes) {
      note.style.top = "";
      note.classList.remove("is-folded");
      note.querySelector(".note__more").hidden = true;
    }
    text.style.minHeight = "";
    return;
  }
  for (const note of notes) note.classList.remove("is-folded");
  const tall = notes.map((note) => note.querySelector(".note__text").scrollHeight > FOLD);
  notes.forEach((note, index) => {
    const button = note.querySelector(".note__more");
    const open = Boolean(note.dataset.open);
    button.hidden = !tall[index];
    button.textContent = open ? "Less" : "Read on";
    button.setAttribute("aria-expanded", String(open));
    note.classList.toggle("is-folded", tall[index] && !open);
  });
  const origin = text.getBoundingClientRect().top;
  const shown = notes.filter((note) => !note.closest("details:not([open])"));
  const places = shown.map((note) =>
    text.querySelector(`.noted[data-notes~="${note.dataset.note}"]`).getBoundingClientRect().top - origin);
  const heights = shown.map((note) => note.offsetHeight);
  let free = 0;
  shown.forEach((note, index) => {
    const top = Math.max(places[index], free);
    note.style.top = `${top}px`;
    free = top + heights[index] + GAP;
  });
  text.style.minHeight = `${free}px`;
}

/** Pointing at a note or at its number lights both the note and its words. */
function lightPairs(notes) {
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

/** A link to a note opens it and moves the keyboard there; a link into a folded piece opens that. */
function arrive() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  const folded = target.closest("details");
  if (folded) folded.open = true;
  if (target.classList.contains("note")) {
    target.dataset.open = "true";
    lay([...text.querySelectorAll(".note")]);
    target.focus({ preventScroll: true });
  }
  target.scrollIntoView({ block: "center" });
}
