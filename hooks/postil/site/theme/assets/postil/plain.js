// Characters: what may not stand in what people write, what cannot be seen, and how much is too much.

const UNSAFE =
  /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff\u061c]/g;

/** White space as Unicode has it: what the check takes off the edges of a field. */
export const WHITE = /[^\S\ufeff]|\x85/;

/** White space as Python has it. */
export const PYTHON_WHITE = /[^\S\ufeff]|[\x1c-\x1f\x85]/;

/** White space at the edges of Markdown's paragraphs. */
export const MARKDOWN_WHITE = /[^\S\ufeff]/;

/** What is wrong with a text that holds control characters or turns the direction of writing round; or "". */
export function unsafe(text) {
  const [found] = UNSAFE.exec(text) ?? [];
  if (!found) return "";
  const code = found.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
  return `holds the invisible character U+${code}; take it out`;
}

/** The text without the characters that `unsafe` speaks of. */
export function safe(text) {
  return text.replace(new RegExp(UNSAFE, "gu"), "");
}

/** Whether nothing is there that can be seen. */
export function isUnseen(text) {
  return trimEnd(text.replace(INVISIBLE, ""), PYTHON_WHITE) === "";
}

/** The text without the white space around it. (A pattern such as / +$/ looks at every run of spaces, from each of them.) */
export function trim(text, white = WHITE) {
  let start = 0;
  while (start < text.length && white.test(text[start])) start++;
  return trimEnd(text.slice(start), white);
}

/** The text without the white space behind it. */
export function trimEnd(text, white = WHITE) {
  let end = text.length;
  while (end > 0 && white.test(text[end - 1])) end--;
  return text.slice(0, end);
}

/** What is wrong with a text of more characters than that; or "". */
export function tooLong(text, most) {
  if (text.length <= most || (text.length <= 2 * most && [...text].length <= most)) return "";
  return `is longer than ${most.toLocaleString("en")} characters; shorten it`;
}
