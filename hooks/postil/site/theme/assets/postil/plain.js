// Characters: what may not stand in what people write, and what cannot be seen.

const UNSAFE =
  /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff\u061c]/g;
const BLANK = /^[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*$/;

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
  return BLANK.test(text.replace(INVISIBLE, ""));
}
