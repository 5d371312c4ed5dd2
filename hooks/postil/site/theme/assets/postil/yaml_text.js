// How texts are written into the YAML of a note, so that a reviewer reads them with ease and a program exactly.

const SEEN = /[\p{L}\p{M}\p{N}\p{P}\p{S} \u200c\u200d]/u;
const PLAIN = /^\p{L}[\p{L}\p{M}\p{N}\p{P}\p{S} \u200c\u200d]*$/u;
const WORDS_OF_YAML = /^(y|n|yes|no|on|off|true|false|null)$/i;

/** The text as a scalar on one line: as it is where nobody could read it otherwise, else in double quotes. */
export function scalar(text) {
  const plain = PLAIN.test(text) && !/: |:$| #|  | $/.test(text) && !WORDS_OF_YAML.test(text);
  return plain ? text : `"${[...text].map(quotedChar).join("")}"`;
}

/** The text as a block of lines below its field, where they say it exactly; else as a scalar on one line. */
export function block(text, indent) {
  const fit = /^\S(.*\S)?$/s.test(text) && [...text].every((char) => SEEN.test(char) || /[\n\p{Zs}]/u.test(char));
  if (!fit) return scalar(text);
  return `|\n${text.split("\n").map((line) => line && indent + line).join("\n")}`;
}

function quotedChar(char) {
  if (char === '"' || char === "\\") return `\\${char}`;
  if (char === "\n") return "\\n";
  if (char === "\t") return "\\t";
  if (SEEN.test(char)) return char;
  const code = char.codePointAt(0).toString(16).toUpperCase();
  if (code.length <= 2) return `\\x${code.padStart(2, "0")}`;
  return code.length <= 4 ? `\\u${code.padStart(4, "0")}` : `\\U${code.padStart(8, "0")}`;
}
