/** The words of the interface: English as it stands in the scripts, and what the site's catalogue has for it. */

import messages from "./messages.js";

const plural = new Intl.PluralRules(document.documentElement.lang || "en");

/**
 * The message in the site's language.
 * @param {string} message the English words, with names in braces where values stand
 * @param {Record<string, string|number>} [values] what stands there
 */
export function say(message, values) {
  return filled(messages[message] ?? message, values);
}

/**
 * One of two messages, by a number, which stands where they have {n}.
 * @param {number} n
 * @param {string} one the English words for one
 * @param {string} many those for any other number
 * @param {Record<string, string|number>} [values]
 */
export function counted(n, one, many, values) {
  const forms = messages[one];
  return filled(forms ? (forms[plural.select(n)] ?? forms.other) : n === 1 ? one : many, { n, ...values });
}

function filled(message, values = {}) {
  return message.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
}
