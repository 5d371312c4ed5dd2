// The notes of a text, beside their words: laid in the margin, folded where they are long, opened by a link to them.

const margin = matchMedia("(min-width: 76.25em)");
const GAP = 14;
const FOLD = 190; // a note's text that is taller than this many pixels may be folded
const LATE = 60; // so many pixels below its words a note may stand before those above it are made brief
const LINE = parseFloat(getComputedStyle(document.documentElement).fontSize) * 1.02; // a line of a note, in pixels
const [WHOLE, FOLDED, BRIEF] = [0, 1, 2];

const isWhole = (note) => "whole" in note.dataset; // never folded

/**
 * Lays the notes of a text beside their words, and keeps them there while the text stands on the page.
 * @param {Element} text the article of a reading page, its notes within it
 * @param {AbortSignal} [signal] ends it
 */
export function layNotes(text, signal) {
  const notes = [...text.querySelectorAll(".note")];
  if (notes.length) {
    for (const note of notes) foldable(note);
    lightPairs();
    lay();
    const observer = new ResizeObserver(lay);
    observer.observe(text);
    signal?.addEventListener("abort", () => observer.disconnect());
    margin.addEventListener("change", lay, { signal });
  }
  addEventListener("hashchange", arrive, { signal });
  arrive();

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
    if (isWhole(note) || Boolean(note.dataset.open) === wanted) return;
    for (const other of notes) other.dataset.open = "";
    note.dataset.open = wanted ? "true" : "";
    lay();
  }

  function fold(note, size) {
    const button = note.querySelector(".note__more");
    note.classList.toggle("is-folded", size > WHOLE);
    note.classList.toggle("is-brief", size === BRIEF);
    button.hidden = size === WHOLE && !note.dataset.open;
    button.textContent = size > WHOLE ? "Read on" : "Less";
    button.setAttribute("aria-label", `${button.textContent} in note ${button.dataset.number}`);
  }

  /**
   * Beside the text each note stands at the height of its words, below the note before it. A long one is folded where
   * it would push the next one away, and where notes come too late all the same, those before them are made brief.
   * Elsewhere a note stands below its block, and a long one is folded.
   */
  function lay() {
    if (!text.isConnected) return;
    text.classList.toggle("is-laid-out", margin.matches);
    for (const note of notes) {
      fold(note, WHOLE);
      note.style.removeProperty("--more-lines");
    }
    const heightOf = new Map(notes.map((note) => [note, topOf(note)]));
    const shown = notes.filter((note) => !note.closest("details:not([open])"));
    if (margin.matches) shown.sort((one, two) => heightOf.get(one) - heightOf.get(two));
    const fixed = shown.map((note) => isWhole(note) || Boolean(note.dataset.open));
    const long = shown.map((note, at) => !fixed[at] && note.querySelector(".note__text").scrollHeight > FOLD);
    if (!margin.matches) {
      shown.forEach((note, at) => fold(note, long[at] ? FOLDED : WHOLE));
      for (const note of notes) note.style.top = "";
      text.style.minHeight = "";
      return;
    }
    const origin = text.getBoundingClientRect().top;
    const places = shown.map((note) => heightOf.get(note) - origin);
    const heights = [WHOLE, FOLDED, BRIEF].map((size) => {
      shown.forEach((note, at) => fold(note, fixed[at] || (size === FOLDED && !long[at]) ? WHOLE : size));
      return shown.map((note) => note.offsetHeight);
    });
    const { sizes, tops, end } = stack(places, heights);
    shown.forEach((note, at) => {
      fold(note, fixed[at] ? WHOLE : sizes[at]);
      note.style.top = `${tops[at]}px`;
    });
    spread(shown, tops);
    text.style.minHeight = `${end}px`;
  }

  /** How far down the window the words of a note begin. */
  function topOf(note) {
    return text.querySelector(`.noted[data-notes~="${note.dataset.note}"]`).getBoundingClientRect().top;
  }

  /** Gives a note that is cut short as many more lines as there is room for before the next one. */
  function spread(shown, tops) {
    const bottoms = shown.map((note, at) => tops[at] + note.offsetHeight);
    const hidden = shown.map((note) => {
      const words = note.querySelector(".note__text");
      return (words.scrollHeight - words.clientHeight) / LINE;
    });
    shown.forEach((note, at) => {
      const room = ((tops[at + 1] ?? bottoms[at]) - bottoms[at] - GAP) / LINE;
      note.style.setProperty("--more-lines", Math.max(0, Math.min(Math.floor(room), Math.ceil(hidden[at]))));
    });
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
    if (!text.isConnected) return;
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
}

/**
 * Where notes stand in the margin, each below the one before it, and at which size.
 * @param {number[]} places how far down the words of each stand
 * @param {number[][]} heights how tall each is whole, folded and brief; the same where it cannot be made smaller
 * @returns {{sizes: number[], tops: number[], end: number}} in the notes' order
 */
export function stack(places, heights) {
  const sizes = places.map(() => WHOLE);
  const tops = [];
  let free = 0;
  const put = (at) => {
    tops[at] = Math.max(places[at], free);
    free = tops[at] + heights[sizes[at]][at] + GAP;
  };
  for (let at = 0; at < places.length; at++) {
    sizes[at] = WHOLE;
    const next = places[at + 1] ?? Infinity;
    if (Math.max(places[at], free) + heights[WHOLE][at] + GAP > next && heights[FOLDED][at] < heights[WHOLE][at]) sizes[at] = FOLDED;
    put(at);
    let from = at;
    while (tops[at] - places[at] > LATE && from > 0 && tops[from] > places[from]) {
      from -= 1;
      if (heights[BRIEF][from] >= heights[sizes[from]][from]) continue;
      sizes[from] = BRIEF;
      free = from ? tops[from - 1] + heights[sizes[from - 1]][from - 1] + GAP : 0;
      for (let again = from; again <= at; again++) put(again);
    }
  }
  // What is left free between two notes is given to the upper one.
  for (let at = places.length - 1; at >= 0; at--) {
    const room = (tops[at + 1] ?? Infinity) - tops[at] - GAP;
    sizes[at] = [WHOLE, FOLDED, BRIEF].find((size) => size >= sizes[at] || heights[size][at] <= room);
  }
  const last = places.length - 1;
  return { sizes, tops, end: last < 0 ? 0 : tops[last] + heights[sizes[last]][last] + GAP };
}
