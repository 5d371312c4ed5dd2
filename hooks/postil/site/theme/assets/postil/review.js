// The review page: draws a proposed note on its text. Everything that is read here is a stranger's: it becomes text
// nodes, or what markdown.js makes of it, and never anything else.

import { locate } from "./anchor.js";
import { element } from "./element.js";
import { render } from "./markdown.js";
import { layNotes } from "./margin.js";
import { read } from "./note_file.js";
import { blockOf, drawNote, textOf } from "./page_text.js";
import { Refusal, addressOf, fetchText, isName, readAddress, textOfBlob } from "./proposal.js";
import { isWebAddress } from "./web_address.js";

const site = new URL("../../", import.meta.url);
const data = JSON.parse(document.getElementById("postil-review").textContent);
const texts = new Map(data.texts);
const kinds = new Map(data.kinds);
const bare = (name) => name.trim().replace(/\.ya?ml$/, "");
const part = (name) => document.querySelector(`[data-review-${name}]`);
const form = part("form");
const BAD_NAME = "The file’s name has to be of small letters, digits and single hyphens, and end in .yml.";

/** @typedef {{name: string, from: string, content?: string, refused?: string}} Proposal a file, or why it is not read */

/** A stranger's words within ours: they cannot turn ours round. */
const theirs = (words) => element("bdi", {}, words);

function say(words) {
  part("status").textContent = words;
}

// --- what is asked for ---

/** The ways to name a proposal; who uses one leaves the others. */
const WAYS = [["pull", "name"], ["file"], ["disk"], ["pasted"]];

form.addEventListener("input", ({ target }) => {
  if (target.name === "text") return;
  for (const name of WAYS.filter((way) => !way.includes(target.name)).flat()) {
    if (form.elements[name]) form.elements[name].value = "";
  }
});

/** The proposals that the form names. */
async function wanted() {
  const { text, pull, name, file, disk, pasted } = form.elements;
  if (disk.files.length) {
    return Promise.all([...disk.files].map(async (chosen) => {
      const file = { name: bare(chosen.name), file: chosen.name, from: "a file of yours" };
      try {
        return { ...file, content: await textOfBlob(chosen, data.most) };
      } catch (error) {
        return { ...file, refused: error instanceof Refusal ? error.message : "The file could not be read." };
      }
    }));
  }
  if (pasted.value.trim()) {
    return [{ name: "", from: "what you pasted", content: await textOfBlob(new Blob([pasted.value]), data.most) }];
  }
  if (!file?.value.trim() && !name?.value.trim()) throw new Refusal("Say which note: a proposal, a file of yours, or its content.");
  if (!file.value.trim() && !pull.value.trim()) {
    throw new Refusal("Write the number of the proposal. It is given when the proposal is made, so this link cannot know it.", pull);
  }
  const address = file.value.trim() || addressOf(data.forge, { text: text.value, name: bare(name.value), pull: pull.value.trim() });
  const { name: its, from } = readAddress(address, data.forge, data.project, text.value);
  return [{ name: its, from, content: await fetchText(address, data.most) }];
}

/** Puts what the address asks for into the form; whether it asks for anything. */
function fillForm() {
  const query = new URLSearchParams(location.search);
  for (const name of ["pull", "name", "file"]) {
    if (form.elements[name]) form.elements[name].value = query.get(name) ?? "";
  }
  if (query.has("file") && (query.has("name") || query.has("pull"))) {
    form.elements.file.value = "";
    throw new Refusal("The link names two proposals: an address, and a note with a number. Ask whoever gave it which of them is meant.");
  }
  if (!query.has("text")) return false;
  if (!texts.has(query.get("text"))) {
    throw new Refusal("There is no such text on this site. If the proposal brings it, look at the site that its check keeps.");
  }
  form.elements.text.value = query.get("text");
  if (!data.forge && (query.has("name") || query.has("file"))) {
    throw new Refusal("This site knows of no forge to ask. Choose the file from your disk, or paste it.");
  }
  return query.has("name") || query.has("file");
}

/** The address of this page says what is shown, so that it can be handed on. */
function keepInAddress() {
  const address = new URL(location.pathname, location.href);
  for (const name of ["text", "pull", "name", "file"]) {
    const value = form.elements[name]?.value.trim();
    if (value) address.searchParams.set(name, value);
  }
  history.replaceState(null, "", address);
}

// --- what is shown ---

/** The text as its own page has it: a new copy, its links leading where they lead there. */
async function fetchArticle(text) {
  const address = new URL(`texts/${text}/`, site);
  const response = await fetch(address);
  if (!response.ok) throw new Refusal(`The page of the text cannot be had now (${response.status}).`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const article = document.importNode(page.querySelector("[data-postil-text]"), true);
  for (const link of article.querySelectorAll("a[href]")) {
    const href = link.getAttribute("href");
    if (!href.startsWith("#")) link.href = new URL(href, address).href;
  }
  return article;
}

/**
 * Reads a proposal against the text.
 * @returns {{note: object | null, faults: {line?: number, field: string, message: string}[], place: object | null}}
 */
function judge({ name, content, refused }, text) {
  if (refused) return { note: null, faults: [{ field: "", message: refused }], place: null };
  const { note, faults: written } = read(content);
  const other = !note && OTHERS.find(([pattern]) => pattern.test(content));
  const faults = other ? [{ field: "", message: other[1] }] : [...written];
  if (name && !isName(name)) faults.push({ field: "", message: BAD_NAME });
  if (!note?.target.exact) return { note, faults, place: null };
  const found = locate(note.target, text);
  if (found.reason) faults.push({ field: "target.exact", message: found.reason });
  return { note, faults, place: found.reason ? null : found };
}

/** What is given for a note and is none. */
const OTHERS = [
  [/^\s*</, "This is a web page and no note’s file. Take the raw file."],
  [/^\s*[[{]/, "This is JSON and no note’s file. If these are drafts or notes from elsewhere, an editor takes them in with postil import."],
];

/** Puts a note among those of its passage, in the order in which their words end. */
function insert(article, card, mark, end) {
  const block = blockOf(article, end - 1);
  const own = block.matches("details") ? block.querySelector(".notes") : block.nextElementSibling;
  const holder = own?.matches(".notes") ? own : element("div", { class: "notes", "data-apparatus": true, lang: "en", dir: "ltr" });
  if (holder !== own) block.after(holder);
  const later = [...holder.children].find((note) => {
    const last = [...article.querySelectorAll(`.noted[data-notes~="${note.dataset.note}"]`)].at(-1);
    return mark.compareDocumentPosition(last) & Node.DOCUMENT_POSITION_FOLLOWING;
  });
  holder.insertBefore(card, later ?? null);
}

let laid = new AbortController();

/** Draws the proposals; how many of them are notes that can be shown. */
function show(article, text, proposals) {
  const canonical = textOf(article);
  const findings = [];
  const links = [];
  const unplaced = [];
  const cards = [];
  proposals.forEach((proposal, index) => {
    const number = `P${index + 1}`;
    const id = `proposed:${index + 1}`;
    const { note, faults, place } = judge(proposal, canonical);
    const card = note && cardOf(note, number, id, article.lang);
    if (place) {
      const marks = drawNote(article, place.start, place.end, "noted noted--proposed", id);
      const call = { class: "call call--proposed", id: `ref-${id}`, href: `#note-${id}`, "data-apparatus": true, "data-note": id };
      (marks.at(-1).closest("a") ?? marks.at(-1)).after(element("a", { ...call, "aria-label": `Proposed note ${number}` }, number));
      card.querySelector(".note__quote").textContent = marks.map((mark) => mark.textContent).join("").replace(/\s+/g, " ");
      insert(article, card, marks.at(-1), place.end);
      marks[0].closest("details")?.setAttribute("open", "");
      cards.push(card);
    } else if (card) {
      unplaced.push(card);
    }
    findings.push(findingOf({ proposal, number, id, note, faults, article, where: place && whereOf(article, place) }));
    if (card) links.push(element("a", { href: `#note-${id}` }, number), " ");
    if (faults.length) links.push(element("a", { href: `#finding-${id}` }, `${number}: ${counted(faults.length, "fault")}`), " ");
  });

  const place = part("place");
  place.querySelector("[data-postil-text]")?.remove();
  part("unplaced").replaceChildren(...unplaced);
  part("unplaced").after(article);
  part("findings").replaceChildren(...findings);
  part("links").replaceChildren(...links);
  part("from").replaceChildren("From ", theirs([...new Set(proposals.map(({ from }) => from))].join("; ")), ".");
  part("kicker").replaceChildren(element("a", { href: new URL(`texts/${text}/`, site).href }, texts.get(text)));
  place.hidden = false;
  part("band").hidden = false;
  laid.abort();
  laid = new AbortController();
  layNotes(article, laid.signal);
  const [first = unplaced[0] ?? findings[0]] = cards;
  first?.focus({ preventScroll: true });
  first?.scrollIntoView(); // the style sheet keeps it from the edge
  return cards.length + unplaced.length;
}

/** Where a place stands, as a reader would say it. */
function whereOf(article, { start }) {
  const number = blockOf(article, start).querySelector(".number")?.textContent;
  return number ? `paragraph ${number}` : "the text";
}

/** What was found of one file. */
function findingOf({ proposal, number, id, note, faults, where, article }) {
  const kind = note && kinds.get(note.kind);
  const known = isName(proposal.name) && article.querySelector(`#${CSS.escape(`note-${proposal.name}`)}`);
  const rows = [
    ["File", proposal.name && element("code", {}, theirs(proposal.file ?? `${proposal.name}.yml`))],
    ["From", theirs(proposal.from)],
    ["About", note?.label && theirs(note.label)],
    ["By", note?.creator.name && theirs(note.creator.name)],
    ["Place", where ? element("a", { href: `#note-${id}` }, `once, in ${where}`) : note && "none"],
    ["Archive", known && "It takes the place of the note that has this name now."],
  ].filter(([, value]) => value);
  const verdict = faults.length ? `Found: ${counted(faults.length, "fault")}.` : "No fault was found.";
  return element("section", { class: faults.length ? "finding finding--wrong" : "finding", id: `finding-${id}`, tabindex: -1 },
    element("h2", {}, kind ? `${number}: ${kind}` : number),
    element("p", { class: "finding__verdict" }, verdict),
    element("ul", { hidden: !faults.length }, ...faults.map(faultOf)),
    element("dl", {}, ...rows.flatMap(([term, value]) => [element("dt", {}, term), element("dd", {}, value)])));
}

const counted = (number, noun) => (number === 1 ? `one ${noun}` : `${number} ${noun}s`);

function faultOf({ line, field, message }) {
  const where = [line && `Line ${line}: `, field && element("strong", {}, theirs(field)), field && ": "];
  return element("li", {}, ...where.filter(Boolean), theirs(message));
}

/** The note as the site would show it. */
function cardOf(note, number, id, language) {
  const kind = kinds.get(note.kind);
  return element("div", {
    class: kind ? `note note--${note.kind} note--proposed` : "note note--proposed", id: `note-${id}`, role: "note",
    "aria-label": `Proposed note ${number}`, "data-note": id, "data-whole": true, tabindex: -1,
  },
    element("p", { class: "note__head" },
      element("a", { class: "note__number", href: `#ref-${id}`, "aria-label": `Proposed note ${number}, back to its words` }, number),
      " ", element("span", { class: "note__kind" }, kind ?? "No known kind"),
      " ", element("span", { class: "note__state" }, "Proposed, not reviewed")),
    element("blockquote", { class: "note__quote", lang: language, dir: "auto" }, note.target.exact),
    element("div", { class: "note__text" },
      element("div", { class: "note__body", lang: note.language || "en", dir: "auto" }, render(note.body, document)),
      element("ul", { class: "references", hidden: !note.references.length }, ...note.references.map(referenceOf))),
    element("p", { class: "note__foot" }, ...personOf(note.creator), ...(note.created ? [", ", date(note.created)] : [])));
}

/** Who wrote it, and what they say they are elsewhere. */
function personOf({ name, github, orcid }) {
  const claims = [
    /^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/.test(github) && linked(`https://github.com/${github}`, `@${github}`),
    /^(\d{4}-){3}\d{3}[\dX]$/.test(orcid) && linked(`https://orcid.org/${orcid}`, "ORCID"),
  ].filter(Boolean);
  const listed = claims.flatMap((claim, index) => [index ? ", " : " (", claim]);
  return [theirs(name || "Nobody is named"), ...listed, claims.length ? ")" : ""];
}

function referenceOf({ title, publisher, date: when, url, archived }) {
  const parts = [linked(url, element("cite", {}, title))];
  if (publisher) parts.unshift(`${publisher}, `);
  if (when) parts.push(", ", date(when));
  if (archived) parts.push(" (", linked(archived, "kept copy"), ")");
  return element("li", { dir: "auto" }, ...parts, ".");
}

/** A link to the web; with any other address, the words alone. */
function linked(address, words) {
  return isWebAddress(address) ? element("a", { href: address, rel: "nofollow ugc noopener" }, words) : words;
}

/** A date in words, where it is plain; else as EDTF has it. */
function date(edtf) {
  const [, year, month, day, open] = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?([~?]?)$/.exec(edtf) ?? [];
  if (!year) return theirs(edtf);
  const when = new Date(Date.UTC(2000, (month ?? 1) - 1, day ?? 1));
  when.setUTCFullYear(year);
  const style = { timeZone: "UTC", year: "numeric", ...(month && { month: "long" }), ...(day && { day: "numeric" }) };
  const words = when.toLocaleDateString("en-GB", style);
  return element("time", { datetime: !open && edtf }, { "~": `about ${words}`, "?": `${words}?` }[open] ?? words);
}

// --- when ---

let asked = 0;

async function act() {
  const mine = ++asked;
  const text = form.elements.text.value;
  try {
    for (const name of ["place", "band"]) part(name).hidden = true;
    part("place").querySelector("[data-postil-text]")?.remove();
    say("Reading the proposal.");
    const proposals = await wanted();
    const article = await fetchArticle(text);
    if (mine !== asked) return;
    keepInAddress();
    part("fold").open = false;
    const shown = show(article, text, proposals);
    say(shown ? `${shown === 1 ? "One proposed note is" : `${shown} proposed notes are`} shown.` : "There is no note in it that can be shown.");
  } catch (error) {
    if (mine === asked) refuse(error);
  }
}

function refuse(error) {
  part("fold").open = true;
  say(error instanceof Refusal ? error.message : "The page of the text, or the file, could not be read.");
  const at = error.field ?? part("status");
  at.focus();
  at.scrollIntoView({ block: "nearest" });
  if (!(error instanceof Refusal)) console.error(error);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  act();
});
part("without").hidden = true;
part("fold").hidden = false;
try {
  if (fillForm()) act();
  else part("fold").open = true;
} catch (error) {
  refuse(error);
}
