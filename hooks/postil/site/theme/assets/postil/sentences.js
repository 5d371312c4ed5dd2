import { length } from "./page_text.js";

/**
 * The sentences of a passage, white space left out.
 * @param {string} words the passage
 * @param {number} from where it begins in the text
 * @param {string} language BCP 47
 * @returns {Array<{start: number, end: number}>}
 */
export function sentencesOf(words, from, language) {
  const parts = [];
  let start = from;
  for (const { segment } of new Intl.Segmenter(known(language), { granularity: "sentence" }).segment(words)) {
    const end = start + length(segment);
    if (segment.trim()) parts.push({ start, end: end - length(segment.slice(segment.trimEnd().length)) });
    start = end;
  }
  return parts;
}

function known(language) {
  try {
    return Intl.Segmenter.supportedLocalesOf(language);
  } catch {
    return []; // no language that the browser has heard of
  }
}
