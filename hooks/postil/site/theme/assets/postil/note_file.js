// The file of a note: what is typed made safe, what is wrong with it, its YAML, and that YAML read again.

import { isDate } from "./edtf.js";
import { bodyFaults, MAX_BODY } from "./markdown.js";
import { isUnseen, safe, tooLong, trim, unsafe } from "./plain.js";
import { isWebAddress, MAX_ADDRESS } from "./web_address.js";
import { MAX_BYTES, readYaml, YamlFault } from "./yaml.js";
import { block, scalar } from "./yaml_text.js";

/** How much a note may hold, in characters and entries: as in `records.py`. */
export const LIMITS = { body: MAX_BODY, quoted: 5000, line: 1000, web: MAX_ADDRESS, references: 20 };

/** What a note may do. */
export const KINDS = [
  "context", "correction", "source", "dispute", "gloss", "person", "place", "organization", "event", "capture-note",
];

/** The motivations of W3C's vocabulary. */
export const MOTIVATIONS = [
  "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying",
  "linking", "moderating", "questioning", "replying", "tagging",
];

/** What a note's file may be called, without its suffix: a pattern. */
export const NAME = "[a-z0-9]+(?:-[a-z0-9]+)*";

const BREAKS = /\r\n?|[\v\f\x85\u2028\u2029]/g;
const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };

const quoted = (text) => safe(text.replace(/\r\n?/g, "\n"));
const many = (text) => trim(safe(text.replace(BREAKS, "\n")).normalize("NFC"));
const one = (text) => trim(safe(text.replace(/[\t\n\x1c-\x1e]/g, " ").replace(BREAKS, " ")).normalize("NFC"));
const bare = (text) => trim(safe(text.replace(/[\t\n]/g, " ").replace(BREAKS, " ")));

// Each field by its dotted name: how what was typed is cleaned, and what is wrong with what it then says.
const FIELDS = {
  motivation: [bare, oneOf(MOTIVATIONS)],
  kind: [bare, oneOf(KINDS), "Choose what the note does."],
  label: [one, line],
  "target.exact": [quoted, (text) => quote(text, true), "Mark the words that the note speaks of."],
  "target.prefix": [quoted, quote],
  "target.suffix": [quoted, quote],
  body: [many, body, "Write the note."],
  "creator.name": [one, line, "Write your name, or a pen name."],
  "creator.github": [handle, pattern(/^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/, "is no handle; write it as in ada-1815")],
  "creator.orcid": [
    orcid, pattern(/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/, "is no ORCID iD; write it as in 0000-0002-1825-0097"),
  ],
  created: [bare, date, "Write the day, as in 2026-11-23."],
  language: [
    bare, pattern(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "is no code of a language; write it as in en or pt-BR"),
  ],
};
const REFERENCE = {
  title: [one, line, "Write its title."],
  publisher: [one, line],
  date: [bare, date],
  url: [bare, web],
  archived: [bare, web],
};
const ORDER = [
  "motivation", "kind", "label", "target.exact", "target.prefix", "target.suffix", "body", "references",
  "creator.name", "creator.github", "creator.orcid", "created", "language",
];

function got(note, name) {
  const [outer, inner] = name.split(".");
  const value = inner ? own(own(note, outer), inner) : own(note, outer);
  return value === undefined || value === null ? "" : String(value);
}

function own(object, name) {
  return object && Object.hasOwn(object, name) ? object[name] : undefined;
}

function references(note) {
  const list = own(note, "references");
  return Array.isArray(list) ? list : [];
}

/**
 * The note as it can be stored: its edges trimmed, without control characters, one line where one belongs.
 * Nothing is cut short, and the quoted words keep their very characters.
 */
export function clean(note) {
  const value = (name) => FIELDS[name][0](got(note, name));
  return {
    motivation: value("motivation"),
    kind: value("kind"),
    label: value("label"),
    target: { exact: value("target.exact"), prefix: value("target.prefix"), suffix: value("target.suffix") },
    body: value("body"),
    references: references(note)
      .map((each) =>
        Object.fromEntries(Object.entries(REFERENCE).map(([name, [tidy]]) => [name, tidy(got(each, name))])))
      .filter((each) => Object.values(each).some(Boolean)),
    creator: {
      name: value("creator.name"), github: value("creator.github"), orcid: value("creator.orcid"),
    },
    created: value("created"),
    language: value("language"),
  };
}

/**
 * What is wrong with the note, each with the field's dotted name (references counted from 1) and what to do.
 * @returns {{field: string, message: string}[]}
 */
export function faultsOf(note) {
  const faults = [];
  const look = (holder, fields, before) => {
    for (const [name, [, wrong, missing]] of Object.entries(fields)) {
      const text = got(holder, name);
      const messages = text === "" ? (missing ? [missing] : []) : [wrong(text)].flat().filter(Boolean);
      for (const message of messages) faults.push({ field: before + name, message });
    }
  };
  look(note, FIELDS, "");
  const list = references(note);
  if (list.length > LIMITS.references)
    faults.push({ field: "references", message: `There are more than ${LIMITS.references}; keep the best.` });
  list.forEach((each, index) => look(each, REFERENCE, `references.${index + 1}.`));
  if (!faults.length && new TextEncoder().encode(write(note)).length > MAX_BYTES)
    faults.push({ field: "references", message: "are too much for one file together with the note; shorten them" });
  return faults;
}

function oneOf(words) {
  return (text) => !words.includes(text) && `'${text}' is not one of the words used here; write one of ${words.join(", ")}`;
}

function pattern(shape, message) {
  return (text) => !shape.test(text) && message;
}

function quote(text, isExact = false) {
  return tooLong(text, LIMITS.quoted) || unsafe(text)
    || (isExact && isUnseen(text) && "has no words; mark some");
}

function line(text) {
  const trimmed = trim(text);
  return tooLong(trimmed, LIMITS.line) || (isUnseen(trimmed) && "is empty; write it") || unsafe(trimmed)
    || (/[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/.test(trimmed) && "is more than one line; write it on one");
}

function body(text) {
  const trimmed = trim(text);
  if (!trimmed) return "has no words; write the note";
  const wrong = tooLong(trimmed, LIMITS.body) || unsafe(trimmed);
  return wrong || bodyFaults(trimmed);
}

function web(text) {
  return tooLong(text, LIMITS.web) || unsafe(text)
    || (!isWebAddress(text) && "is not a web address; write it in full, as in https://example.org/page");
}

function date(text) {
  return !isDate(text)
    && "is not a date as used here; write 1821, 1821-05 or 1821-05-03, with ~ for about and ? for uncertain";
}

function handle(text) {
  return bare(text).replace(/^(https?:\/\/)?(www\.)?github\.com\//i, "").replace(/^@|\/$/g, "");
}

function orcid(text) {
  return bare(text).replace(/^(https?:\/\/)?(www\.)?orcid\.org\//i, "").replace(/\/$/, "").toUpperCase();
}

/** The note's file; fields that say nothing are left out. */
export function write(note) {
  const out = [];
  let holder = "";
  for (const name of ORDER) {
    if (name === "references") {
      writeReferences(references(note), out);
      continue;
    }
    const text = got(note, name);
    if (text === "") continue;
    const [outer, inner] = name.split(".");
    if (inner && outer !== holder) out.push(`${outer}:`);
    holder = outer;
    if (name === "body") out.push(`body: ${block(text, "  ")}`);
    else out.push(inner ? `  ${inner}: ${scalar(text)}` : `${name}: ${scalar(text)}`);
  }
  return `${out.join("\n")}\n`;
}

function writeReferences(list, out) {
  const written = list.map((each) => Object.keys(REFERENCE).filter((name) => got(each, name) !== ""));
  if (!written.some((names) => names.length)) return;
  out.push("references:");
  list.forEach((each, index) =>
    written[index].forEach((name, at) => out.push(`  ${at ? " " : "-"} ${name}: ${scalar(got(each, name))}`)));
}

/**
 * The note that a file holds, with every fault of it; without a note where the file is not of the sort that is read here.
 * @param {string} text
 * @returns {{note: Object | null, faults: {line: number, field: string, message: string}[]}}
 */
export function read(text) {
  try {
    const { value, lines: places } = readYaml(text);
    const shape = [...shapeFaults(value)];
    const note = shape.length ? null : withDefaults(value);
    const faults = note ? faultsOf(note) : shape;
    return { note, faults: faults.map((fault) => ({ line: lineOf(places, fault.field), ...fault })) };
  } catch (error) {
    if (!(error instanceof YamlFault)) throw error;
    return { note: null, faults: [{ line: error.line, field: "", message: error.message }] };
  }
}

function withDefaults(value) {
  const empty = clean({});
  const filled = (holder, names) => Object.fromEntries(names.map((name) => [name, own(holder, name) ?? ""]));
  return {
    ...filled(value, Object.keys(empty)),
    motivation: own(value, "motivation") ?? "commenting",
    language: own(value, "language") ?? "en",
    body: trim(own(value, "body") ?? ""),
    target: filled(own(value, "target"), Object.keys(empty.target)),
    creator: filled(own(value, "creator"), Object.keys(empty.creator)),
    references: (own(value, "references") ?? []).map((each) => filled(each, Object.keys(REFERENCE))),
  };
}

const isText = (value) => typeof value === "string";
const isMapping = (value) => typeof value === "object" && !Array.isArray(value);

function* shapeFaults(value) {
  if (!isMapping(value)) {
    yield { field: "", message: "must be a mapping of fields" };
    return;
  }
  yield* fieldFaults(value, Object.keys(clean({})), "");
  for (const outer of ["target", "creator"]) {
    const inner = own(value, outer);
    if (inner === undefined) continue;
    if (!isMapping(inner)) yield { field: outer, message: "must be a mapping of fields" };
    else yield* fieldFaults(inner, Object.keys(clean({})[outer]), `${outer}.`);
  }
  const list = own(value, "references");
  if (list === undefined) return;
  if (!Array.isArray(list)) yield { field: "references", message: "must be a list" };
  else
    for (const [index, each] of list.entries()) {
      if (!isMapping(each)) yield { field: `references.${index + 1}`, message: "must be a mapping of fields" };
      else yield* fieldFaults(each, Object.keys(REFERENCE), `references.${index + 1}.`);
    }
}

/** Fields that are none here, and values that are no text; an empty one says nothing, which the check refuses. */
function* fieldFaults(holder, names, before) {
  const nested = ["target", "creator", "references"];
  for (const [name, value] of Object.entries(holder)) {
    if (!names.includes(name)) yield { field: before + name, message: `is no field here; the fields are ${names.join(", ")}` };
    else if (!before && nested.includes(name)) continue;
    else if (!isText(value)) yield { field: before + name, message: "must be a text" };
    else if (value === "") yield { field: before + name, message: "is empty; write it, or leave the field out" };
  }
}

function lineOf(places, field) {
  let name = field.replace(/^references\.(\d+)/, (_, number) => `references.${number - 1}`);
  while (!places.has(name) && name.includes(".")) name = name.slice(0, name.lastIndexOf("."));
  return places.get(name) ?? 1;
}

/** A good name for the note's file, without suffix: what it does, the words it speaks of, and a mark of its own. */
export function nameFor(note) {
  const words = got(note, "target.exact").toLowerCase().replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter])
    .normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^a-z0-9]+/g, "-").slice(0, 41);
  const slug = (words.length > 40 ? words.replace(/-[^-]*$/, "") : words).replace(/^-+|-+$/g, "").slice(0, 40);
  const kind = KINDS.includes(got(note, "kind")) ? got(note, "kind") : "note";
  const day = /^\d{4}-\d\d-\d\d$/.exec(got(note, "created"))?.[0];
  return [kind, slug || day, mark(write(note))].filter(Boolean).join("-");
}

/** Seven letters and digits that stand for the text (FNV-1a, 32 bits). */
function mark(text) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(36).padStart(7, "0");
}
