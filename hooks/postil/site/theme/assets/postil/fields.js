/** A field of the form: label, control, help, and what is wrong with it in words. */

import { element } from "./element.js";

/**
 * @param {string} label
 * @param {HTMLElement} control an input with an id, or what holds one
 * @param {{help?: string | Node, optional?: boolean, class?: string}} given
 * @returns {HTMLElement}
 */
export function field(label, control, { help = "", optional = false, class: name = "" } = {}) {
  const input = control.matches("input, textarea, select") ? control : control.querySelector("input, textarea, select");
  const { id } = input;
  const described = [help && `${id}-help`, input.getAttribute("aria-describedby"), `${id}-fault`].filter(Boolean);
  input.setAttribute("aria-describedby", [...new Set(described.join(" ").split(" "))].join(" "));
  return element("div", { class: `field ${name}`.trim() },
    element("label", { for: id }, label, optional ? element("span", { class: "field__optional" }, " optional") : ""),
    control,
    help ? element("p", { class: "field__help", id: `${id}-help` }, help) : "",
    element("p", { class: "field__fault", id: `${id}-fault`, hidden: true }));
}

/**
 * Shows what is wrong with a control, or that nothing is.
 * @param {HTMLElement} control
 * @param {string} message
 * @param {boolean} said whether the page says so already beside the control
 */
export function showFault(control, message, said = false) {
  const place = document.getElementById(`${control.id}-fault`);
  if (message) control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");
  if (!place) return;
  place.hidden = !message || said;
  if (place.textContent !== message) place.textContent = message;
}
