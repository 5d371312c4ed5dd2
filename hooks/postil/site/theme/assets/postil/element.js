/**
 * An element with its attributes, listeners (`onclick`, …) and children; what people typed only ever becomes text.
 * @param {string} name
 * @param {Object<string, unknown>} given an attribute that is false or null is left out
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
export function element(name, given = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(given)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** A button that sends no form. @returns {HTMLButtonElement} */
export const button = (words, onclick, given = {}) => element("button", { type: "button", onclick, ...given }, words);

/** Calls once, when nothing has happened for so many milliseconds. */
export function later(milliseconds, call) {
  let timer = 0;
  const run = (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => call(...given), milliseconds);
  };
  run.never = () => clearTimeout(timer);
  return run;
}
