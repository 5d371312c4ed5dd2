/**
 * The canonical text as the page shows it: every character within the article save what is in `[data-apparatus]`.
 * Offsets count Unicode code points, as everywhere in the archive; the DOM counts UTF-16 units.
 */

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

/** How many code points a string has. */
export const length = (text) => text.length - (text.match(PAIR)?.length ?? 0);

/** The UTF-16 offset of a code point of a string. */
function unitsOf(text, points) {
  if (!/[\ud800-\udbff]/.test(text)) return points;
  let at = 0;
  for (let left = points; left > 0 && at < text.length; left--) at += text.codePointAt(at) > 0xffff ? 2 : 1;
  return at;
}

/** The text nodes of the source, in reading order. */
function* nodesOf(article) {
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node.nodeType === Node.TEXT_NODE
      ? NodeFilter.FILTER_ACCEPT
      : node.hasAttribute("data-apparatus") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP);
  while (walker.nextNode()) yield walker.currentNode;
}

/** Each text node with the offsets it covers. */
function* piecesOf(article) {
  let start = 0;
  for (const node of nodesOf(article)) {
    const end = start + length(node.data);
    yield { node, start, end };
    start = end;
  }
}

/**
 * The canonical text.
 * @param {Element} article what carries `data-postil-text`
 * @returns {string}
 */
export function textOf(article) {
  return [...nodesOf(article)].map((node) => node.data).join("");
}

/**
 * The offsets of what a range holds of the text. Ends that lie in the apparatus or outside the article snap inward;
 * one that would split a character takes it in.
 * @param {Element} article
 * @param {Range} range
 * @returns {{start: number, end: number} | null} null where it holds nothing but white space
 */
export function spanOf(article, range) {
  let start = null;
  let end = 0;
  let held = "";
  for (const { node, start: from } of piecesOf(article)) {
    const first = node === range.startContainer ? range.startOffset : range.comparePoint(node, 0) < 0 ? node.length : 0;
    const last = node === range.endContainer ? range.endOffset : range.comparePoint(node, 0) > 0 ? 0 : node.length;
    if (first >= last) continue;
    const low = first - splits(node.data, first);
    const high = last + splits(node.data, last);
    start ??= from + length(node.data.slice(0, low));
    end = from + length(node.data.slice(0, high));
    held += node.data.slice(low, high);
  }
  return held.trim() ? { start, end } : null;
}

const splits = (text, at) => (/[\ud800-\udbff]/.test(text[at - 1] ?? "") && /[\udc00-\udfff]/.test(text[at] ?? "") ? 1 : 0);

/**
 * The place of a span in the document.
 * @param {Element} article
 * @param {number} start
 * @param {number} end
 * @returns {Range}
 */
export function rangeOf(article, start, end) {
  const range = document.createRange();
  let begun = false;
  for (const { node, start: from, end: to } of piecesOf(article)) {
    if (!begun && start < to) {
      range.setStart(node, unitsOf(node.data, Math.max(0, start - from)));
      begun = true;
    }
    if (begun && end <= to) {
      range.setEnd(node, unitsOf(node.data, Math.max(0, end - from)));
      return range;
    }
  }
  if (!begun) range.setStart(article, article.childNodes.length);
  range.setEnd(article, article.childNodes.length);
  return range;
}

/**
 * The block that a place stands in, or the next where it stands between two.
 * @param {Element} article
 * @param {number} start
 * @returns {Element | null} a child of the article
 */
export function blockOf(article, start) {
  const range = rangeOf(article, start, start + 1);
  let node = range.startContainer;
  while (node && node.parentNode !== article) node = node.parentNode;
  while (node && (node.nodeType !== Node.ELEMENT_NODE || node.hasAttribute("data-apparatus"))) node = node.nextSibling;
  return node;
}

/**
 * The span of all that an element holds of the text.
 * @param {Element} article
 * @param {Element} element
 * @returns {{start: number, end: number} | null}
 */
export function spanWithin(article, element) {
  const range = document.createRange();
  range.selectNodeContents(element);
  return spanOf(article, range);
}

/**
 * Wraps the words of a span in marks; the text stays what it is.
 * @param {Element} article
 * @param {number} start
 * @param {number} end
 * @param {string} className
 * @param {string} id what `data-notes` says
 * @returns {HTMLElement[]} the marks, for `eraseNote`
 */
export function drawNote(article, start, end, className, id) {
  const parts = [...piecesOf(article)].filter((piece) => piece.start < end && start < piece.end);
  const marks = [];
  for (const { node, start: from } of parts) {
    const low = unitsOf(node.data, Math.max(0, start - from));
    const high = unitsOf(node.data, Math.min(length(node.data), end - from));
    if (low >= high || (node.parentNode === article && !node.data.trim())) continue;
    const words = low > 0 ? node.splitText(low) : node;
    if (high - low < words.length) words.splitText(high - low);
    const mark = document.createElement("mark");
    mark.className = className;
    mark.dataset.notes = id;
    words.replaceWith(mark);
    mark.append(words);
    marks.push(mark);
  }
  return marks;
}

/** Takes such marks out again. @param {HTMLElement[]} marks */
export function eraseNote(marks) {
  for (const mark of marks) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent?.normalize();
  }
}
