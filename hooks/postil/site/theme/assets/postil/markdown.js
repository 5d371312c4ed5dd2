// A note's body as its page shows it: the subset of Markdown that `markup.py` reads, by the same rules.

import { readBlocks } from "./markdown_blocks.js";
import { readInline } from "./markdown_inline.js";
import { isUnseen, safe, tooLong, unsafe } from "./plain.js";

/** How long a body may be, in characters. */
export const MAX_BODY = 5000;

const MAX_NESTING = 4;
const CONTAINERS = new Set(["blockquote", "ul", "ol"]);

/**
 * The body as nodes of the document, and none but the subset's elements; of one too long for a note, its beginning as
 * plain words.
 * @param {string} body
 * @param {Document} document
 * @returns {DocumentFragment}
 */
export function render(body, document) {
  const fragment = document.createDocumentFragment();
  if (tooLong(body, MAX_BODY)) {
    const beginning = document.createElement("p");
    beginning.textContent = `${safe(body.slice(0, MAX_BODY))}…`;
    fragment.append(beginning);
  } else drawBlocks(readBlocks(body), fragment, document);
  return fragment;
}

/**
 * What the body asks for that a note cannot have, each with what to write instead.
 * @param {string} body
 * @returns {string[]}
 */
export function bodyFaults(body) {
  const long = tooLong(body, MAX_BODY);
  if (long) return [long];
  const blocks = readBlocks(body);
  const paragraphs = [...paragraphsOf(blocks)].map(({ text }) => text);
  const pieces = paragraphs.flatMap((text) => readInline(text).pieces);
  const faults = [];
  if (depthOf(blocks) > MAX_NESTING)
    faults.push(`nests quotations and lists more than ${MAX_NESTING} deep; write it flat`);
  if (paragraphs.some((text) => text.includes("![") && readInline(text, true).image))
    faults.push(
      "has an image; a note shows none: write a link, [words](https://…), without the exclamation mark");
  if (pieces.some(({ tag, href }) => tag === "a" && !href))
    faults.push("has a link that leads nowhere; write its address, [words](https://…)");
  const wrong = pieces.map(({ text }) => text && unsafe(text)).find(Boolean);
  if (wrong) faults.push(wrong);
  if (pieces.every(({ text }) => !text || isUnseen(text))) faults.push("has no words; write the note");
  return faults;
}

function* paragraphsOf(blocks) {
  for (const block of blocks) {
    if (block.tag === "p") yield block;
    else yield* paragraphsOf(block.blocks);
  }
}

function depthOf(blocks) {
  return blocks.reduce(
    (most, { tag, blocks: inner = [] }) => Math.max(most, depthOf(inner) + (CONTAINERS.has(tag) ? 1 : 0)), 0);
}

/** Line breaks between the elements stand where the built page has them. */
function drawBlocks(blocks, parent, document) {
  blocks.forEach((block, index) => {
    if (block.tight) {
      drawInline(block.text, parent, document);
      if (blocks[index + 1] && !blocks[index + 1].tight) parent.append("\n");
      return;
    }
    const element = document.createElement(block.tag);
    if (block.start !== undefined) element.setAttribute("start", block.start);
    if (block.tag === "p") drawInline(block.text, element, document);
    else {
      if (block.blocks.length && !block.blocks[0].tight) element.append("\n");
      drawBlocks(block.blocks, element, document);
    }
    parent.append(element, "\n");
  });
}

function drawInline(source, parent, document) {
  const open = [parent];
  let words = "";
  const flush = () => {
    if (words) open.at(-1).append(words);
    words = "";
  };
  for (const piece of readInline(source).pieces) {
    if (piece.tag === undefined) {
      words += piece.text;
      continue;
    }
    flush();
    if (piece.end) {
      open.pop();
      continue;
    }
    const element = document.createElement(piece.tag);
    open.at(-1).append(element);
    if (piece.tag === "a") {
      element.setAttribute("href", piece.href);
      element.setAttribute("rel", "nofollow ugc noopener");
    }
    if (piece.tag === "code") element.textContent = piece.text;
    else if (piece.tag === "br") words = "\n";
    else open.push(element);
  }
  flush();
}
