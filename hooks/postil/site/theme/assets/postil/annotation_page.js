/** Several drafts in one file, as the archive's own export has notes (W3C Web Annotation), for `postil import`. */

import { fold } from "./anchor.js";

const CONTEXT = "http://www.w3.org/ns/anno.jsonld";
const RIGHTS = "https://creativecommons.org/licenses/by/4.0/";
const AROUND = 32;

/**
 * @param {import("./drafts.js").Draft[]} drafts
 * @param {object} page what the page says of itself
 * @param {string[]} points the canonical text, by code points
 * @returns {string} JSON-LD
 */
export function annotationPage(drafts, page, points) {
  const base = `${page.site || new URL(page.root, location.href).href.replace(/[?#].*$/, "")}texts/${page.text}/`;
  const items = drafts.map((draft) => annotation(draft, base, points));
  const whole = {
    "@context": CONTEXT,
    id: `urn:uuid:${drafts[0].id}#page`,
    type: "AnnotationPage",
    partOf: { id: `${base}annotations.jsonld`, type: "AnnotationCollection", label: `Drafts of notes on: ${page.title}` },
    startIndex: 0,
    items,
  };
  return `${JSON.stringify(whole, null, 1)}\n`;
}

function annotation({ id, note, start, end, saved }, base, points) {
  const { motivation, kind, label, target, body, references, creator, language } = note;
  return {
    id: `urn:uuid:${id}`,
    type: "Annotation",
    ...given({ label }),
    motivation,
    created: /^\d{4}-\d\d-\d\d$/.test(note.created) ? `${note.created}T00:00:00Z` : saved,
    creator: person(creator),
    rights: RIGHTS,
    "schema:creativeWorkStatus": "Draft",
    body: [
      { type: "TextualBody", purpose: motivation, value: body, format: "text/markdown", language },
      { type: "TextualBody", purpose: "tagging", value: kind, format: "text/plain" },
      ...references.map(reference),
    ],
    target: {
      type: "SpecificResource",
      source: `${base}text.txt`,
      scope: base,
      selector: selectors(target, start, end, points),
    },
  };
}

/** The quote and its place; the quote as the draft has it, where its words do not stand at that place. */
function selectors({ exact, prefix, suffix }, start, end, points) {
  const there = around(points, start, end);
  if (!there || (there !== exact && fold(there).text !== fold(exact).text))
    return [given({ type: "TextQuoteSelector", exact, prefix, suffix })];
  return [
    {
      type: "TextQuoteSelector",
      exact,
      prefix: around(points, Math.max(0, start - Math.max(AROUND, [...prefix].length)), start),
      suffix: around(points, end, end + Math.max(AROUND, [...suffix].length)),
    },
    { type: "TextPositionSelector", start, end },
  ];
}

const around = (points, from, to) => points.slice(from, to).join("");
const given = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value));

function person({ name, github, orcid }) {
  const home = github && `https://github.com/${github}`;
  return given({ id: orcid ? `https://orcid.org/${orcid}` : home, type: "Person", name, nickname: github, homepage: home });
}

function reference({ title, publisher, date, url, archived }) {
  const known = given({
    "dcterms:title": title,
    "dcterms:publisher": publisher,
    "dcterms:date": date,
    "dcterms:hasVersion": archived && { id: archived },
  });
  if (url) return { type: "SpecificResource", purpose: "linking", source: { id: url, ...known } };
  const value = [publisher, title, date].filter(Boolean).join(", ");
  return { type: "TextualBody", purpose: "linking", value, format: "text/plain", ...known };
}
