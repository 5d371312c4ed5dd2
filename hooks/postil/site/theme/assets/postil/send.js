/** What is sent: the file of a note, where it belongs, and the addresses that propose it. */

import { fill, issueAddress } from "./forge.js";
import { nameFor, write } from "./note_file.js";

const FORM = "note.yml";

/**
 * @param {object} note what `clean` of note_file.js gave back
 * @param {object} page what the page says of itself
 * @returns {{name: string, path: string, file: string, address: string, bytes: number, fits: boolean}} `address` is
 *   the forge's page for a new file, empty where there is no forge; `bytes` is its length
 */
export function proposalOf(note, page) {
  const name = nameFor(note);
  const folder = `source_texts/${page.text}/annotations`;
  const path = `${folder}/${name}.yml`;
  const file = `${whereToSee(page, name)}${write(note)}`;
  const { new_file: template = "", most = 0 } = page.forge;
  const values = { path, folder, name: `${name}.yml`, content: file, message: messageOf(note, page) };
  const address = template && fill(template, values);
  return { name, path, file, address, bytes: address.length, fits: Boolean(address) && address.length <= most };
}

/**
 * The form for issues, with as much of the note as the address takes.
 * @returns {{address: string, whole: boolean}} an empty address where there is no forge
 */
export function issueOf(note, page) {
  if (!page.forge.kind) return { address: "", whole: false };
  const { exact, prefix, suffix } = note.target;
  const fields = {
    text: page.text,
    exact: prefix || suffix ? `${prefix}[${exact}]${suffix}` : exact,
    kind: note.kind,
    body: note.body,
    references: note.references
      .map((each) => [each.title, each.publisher, each.date, each.url, each.archived].filter(Boolean).join(", "))
      .join("\n"),
    name: note.creator.name,
  };
  const made = (given) => issueAddress(page.forge, FORM, `note: ${clipped(exact, 60)}`, given);
  const most = page.forge.most;
  if (made(fields).length <= most) return { address: made(fields), whole: true };
  const shorter = [{ ...fields, references: "" }, { text: page.text, exact: fields.exact, kind: note.kind, name: note.creator.name }];
  const fitting = shorter.map(made).find((address) => address.length <= most);
  return { address: fitting ?? made({ text: page.text, kind: note.kind }), whole: false };
}

/** A line with the address that draws the proposed file in its place; none where the site does not know its own. */
function whereToSee({ site, text }, name) {
  return site ? `# See it in its place: ${site}review/?${new URLSearchParams({ text, name })}\n` : "";
}

function messageOf(note, page) {
  return `Note on ${page.text}: ${clipped(note.target.exact, 40)}`;
}

function clipped(words, most) {
  const line = [...words.replace(/\s+/gu, " ").trim()];
  return line.length > most ? `${line.slice(0, most - 1).join("").trimEnd()}…` : line.join("");
}
