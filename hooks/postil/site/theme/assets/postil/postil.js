// What a script adds to pages that are whole without it: light or dark, a key for the search, notes beside their words.

import { layNotes } from "./margin.js";

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
if (text) layNotes(text);
