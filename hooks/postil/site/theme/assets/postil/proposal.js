// Where a proposed note may be read, and how it is: as text, from the forge's raw host alone, never much of it.

import { fill } from "./forge.js";
import { NAME } from "./note_file.js";

const SEGMENT = "[A-Za-z0-9_][A-Za-z0-9_.-]*"; // neither "." nor ".."
const COMMIT = /^[0-9a-f]{7,64}$/;
const LONGEST = 1000; // characters of an address
const PATIENCE = 20_000; // milliseconds

/** @typedef {{label: string, raw: string, pull: string}} Forge templates as in site/forge.py, the repository filled in */

/** A reason not to read something, in words for the reviewer, and the field where more can be said. */
export class Refusal extends Error {
  constructor(message, field = null) {
    super(message);
    this.field = field;
  }
}

export const isName = (name) => new RegExp(`^${NAME}$`).test(name);

/**
 * The address of a note's file in a proposal.
 * @param {Forge} forge
 * @param {{text: string, name: string, pull: string}} proposal
 * @returns {string}
 */
export function addressOf(forge, { text, name, pull }) {
  if (!/^[1-9][0-9]{0,8}$/.test(pull)) throw new Refusal("The number of a proposal is written in figures, as in 12.");
  if (!isName(text) || !isName(name)) throw new Refusal("The name of a note has small letters, digits and single hyphens.");
  const ref = fill(forge.pull, { number: pull });
  return fill(forge.raw, { ref, path: `source_texts/${text}/annotations/${name}.yml` });
}

/**
 * Which note of which project an address names. Only the forge's raw host is allowed, only a repository of this name
 * (a fork keeps it), only a note of this text; the address must be written plainly, with nothing to be resolved.
 * @param {string} address
 * @param {Forge} forge
 * @param {string} project the repository, as `owner/name`
 * @param {string} text
 * @returns {{name: string, from: string}} the note's name, and the project and state it comes from
 */
export function readAddress(address, forge, project, text) {
  const wanted = `It has to be ${forge.raw.replace(/\{path(:flat)?\}/, `source_texts/${text}/annotations/….yml`)}, in this repository or a fork of it.`;
  const found = address.length <= LONGEST && patternOf(forge, project, text).exec(address);
  if (!found) throw new Refusal(`This page does not fetch from that address. ${wanted}`);
  const { owner, ref, name } = found.groups;
  const source = `${decodeURIComponent(owner)}/${project.split("/").pop()}`;
  const whose = source !== project ? ", which is not this repository" : COMMIT.test(ref) ? ", where a fork’s commits can be had too" : "";
  return { name, from: `${source} at ${decodeURIComponent(ref)}${whose}` };
}

function patternOf(forge, project, text) {
  const own = project.split("/").pop();
  const depth = project.split("/").length - 1;
  const folder = `source_texts/${text}/annotations/`;
  const slash = (pattern, flat) => (flat ? pattern.replaceAll("/", "%2F") : pattern);
  let pattern = escaped(forge.raw);
  for (const flat of [false, true]) {
    const whole = flat ? encodeURIComponent(project) : project;
    const owner = `(?<owner>${new Array(depth).fill(SEGMENT).join(slash("/", flat))})`;
    pattern = pattern.replace(`/${escaped(whole)}/`, `/${owner}${slash("/", flat)}${escaped(own)}/`);
    const name = `${slash(folder, flat)}(?<name>${NAME})\\.yml`;
    pattern = pattern.replace(escaped(flat ? "{path:flat}" : "{path}"), () => name);
  }
  const ref = `(?<ref>${SEGMENT}(?:/${SEGMENT})*)`;
  return new RegExp(`^${pattern.replace(escaped("{ref}"), () => ref)}$`);
}

const escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

/**
 * What stands at an address that `readAddress` let through: text, however it is served.
 * @param {string} address
 * @param {number} most bytes
 * @returns {Promise<string>}
 */
export async function fetchText(address, most) {
  let response;
  try {
    response = await fetch(address, {
      credentials: "omit",
      redirect: "error",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE),
    });
  } catch {
    throw new Refusal("The file could not be fetched: no answer, or one that leads elsewhere. Try again, or choose the file from your disk.");
  }
  if (!response.ok) {
    response.body?.cancel();
    const why = response.status === 404 ? "is not there: look at its name and at the proposal’s number" : "cannot be had now";
    throw new Refusal(`The file ${why} (${response.status}).`);
  }
  return decoded(await upTo(response.body, most));
}

/**
 * The text of a file that the reviewer chose or pasted.
 * @param {Blob} blob
 * @param {number} most bytes
 * @returns {Promise<string>}
 */
export async function textOfBlob(blob, most) {
  if (blob.size > most) throw tooLarge(most);
  return decoded(new Uint8Array(await blob.arrayBuffer()));
}

/** The bytes of a stream; it is given up where there are too many. */
async function upTo(stream, most) {
  const reader = stream.getReader();
  const parts = [];
  let size = 0;
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    size += value.length;
    if (size > most) {
      reader.cancel();
      throw tooLarge(most);
    }
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

const tooLarge = (most) => new Refusal(`The file is too large for a note, which has ${most.toLocaleString("en")} bytes at most.`);

function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal("The file is no text in UTF-8.");
  }
}
