/** A field of the form: label, control, help, and what is wrong with it in words. */

import { element } from "./element.js";

const faultOf = new WeakMap(); // the place beside a control that says what is wrong with it

/** The id of a part of the form. No name of a note and no heading of a text makes such a one. */
export const idOf = (part) => `write_${part}`;

/**
 * @param {string} label
 * @param {HTMLElement} control an input with an id, or what holds one
 * @param {{help?: string | Node, optional?: boolean, class?: string}} given
 * @returns {HTMLElement}
 */
export function field(label, control, { help = "", optional = false, class: name = "" } = {}) {
  const input = control.matches("input, textarea, select") ? control : control.querySelector("input, textarea, select");
  const { id } = input;
  const fault = faultPlace(input);
  const described = [help && `${id}-help`, input.getAttribute("aria-describedby"), fault.id];
  input.setAttribute("aria-describedby", described.filter(Boolean).join(" "));
  return element("div", { class: `field ${name}`.trim() },
    element("label", { for: id }, label, optional ? element("span", { class: "field__optional" }, " optional") : ""),
    control,
    help ? element("p", { class: "field__help", id: `${id}-help` }, help) : "",
    fault);
}

/** Where `showFault` says what is wrong with a control. @returns {HTMLElement} */
export function faultPlace(control) {
  const place = element("p", { class: "field__fault", id: `${control.id}-fault`, hidden: true });
  faultOf.set(control, place);
  return place;
}

/**
 * Shows what is wrong with a control, or that nothing is.
 * @param {HTMLElement} control
 * @param {string} message
 * @param {boolean} said whether the page says so already beside the control
 */
export function showFault(control, message, said = false) {
  if (message && control.matches("input, textarea, select")) control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");
  const place = faultOf.get(control);
  place.hidden = !message || said;
  if (place.textContent !== message) place.textContent = message;
}
