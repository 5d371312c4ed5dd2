// The search page: asks Pagefind's index as one types, and shows each result by its words and its place.

const site = new URL("../../", import.meta.url);
const form = document.querySelector("[data-search]");
const field = form.querySelector("input[type=search]");
const status = document.querySelector("[data-search-status]");
const list = document.querySelector("[data-search-results]");
const kinds = form.querySelector(".search__kinds");
const KINDS = {
  passage: "Text, the source’s words",
  caption: "Caption, the source’s words",
  note: "Note, an editor’s words",
  event: "Event, the source’s words dated by machine",
};
const MOST = 30;
const PASSAGES = 4; // shown of one text

let engine;
let asked = 0;

async function load() {
  if (!engine) {
    engine = await import(new URL("pagefind/pagefind.js", site).href);
    await engine.options({ baseUrl: site.pathname, excerptLength: 30 });
    await engine.init();
  }
  return engine;
}

async function search() {
  const words = field.value.trim();
  const kind = form.elements.kind.value;
  const address = new URL(location.href);
  for (const [name, value] of [["q", words], ["kind", kind]]) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  history.replaceState(null, "", address);
  const mine = ++asked;
  if (!words) {
    list.replaceChildren();
    status.textContent = "";
    return;
  }
  try {
    const pagefind = await load();
    const found = await pagefind.search(words, kind ? { filters: { kind } } : {});
    const results = await Promise.all(found.results.slice(0, MOST).map((result) => result.data()));
    if (mine !== asked) return;
    list.replaceChildren(...results.map(show));
    status.textContent = told(found.results.length, words);
  } catch (error) {
    if (mine !== asked) return;
    list.replaceChildren();
    status.textContent = "The search index could not be loaded. It is made when the site is built; try again later.";
    console.error(error);
  }
}

function told(number, words) {
  if (number === 0) return `Nothing was found for “${words}”. Try fewer words, or another form of them.`;
  const shown = number > MOST ? `, the best ${MOST} shown` : "";
  return `${number === 1 ? "One result" : `${number} results`} for “${words}”${shown}.`;
}

function show(result) {
  const kind = result.meta.kind ?? "passage";
  const about = [result.meta.date, result.meta.place, result.meta.creator].filter(Boolean).join(", ");
  const places = kind === "passage" ? passages(result) : [{ url: result.url, words: quoted(result.excerpt) }];
  return element("li", {}, [
    element("p", { className: "result__kind" }, [KINDS[kind]]),
    element("ol", {}, places.map(({ url, words }) =>
      element("li", { className: "result__excerpt" }, [element("a", { href: url }, words)]))),
    element("p", { className: "result__where" }, [[result.meta.title, about].filter(Boolean).join(" · ")]),
  ]);
}

/** The paragraphs of a text that hold the words, best first, each with the words around the first of them. */
function passages(result) {
  const anchors = result.anchors.filter(({ id }) => /^(p|s)\d+$|^title$/.test(id)).sort((a, b) => a.location - b.location);
  const content = result.raw_content ?? result.content;
  const words = content.includes("\u200b") ? content.split("\u200b") : content.split(/\s+/);
  const places = new Map();
  for (const { location, balanced_score: score } of result.weighted_locations) {
    const anchor = anchors.findLast((each) => each.location <= location);
    if (!anchor) continue;
    const place = places.get(anchor.id) ?? { anchor, score: 0, hits: new Set() };
    place.score += score;
    place.hits.add(location);
    places.set(anchor.id, place);
  }
  const best = [...places.values()].sort((a, b) => b.score - a.score || a.anchor.location - b.anchor.location);
  if (!best.length) return [{ url: result.url, words: quoted(result.excerpt) }];
  return best.slice(0, PASSAGES).map(({ anchor, hits }) => {
    const next = anchors.find((each) => each.location > anchor.location)?.location ?? words.length;
    const from = Math.max(anchor.location, Math.min(...hits) - 10);
    const to = Math.min(next, from + 32);
    const pieces = [from > anchor.location ? "… " : ""];
    for (let at = from; at < to; at += 1) {
      pieces.push(hits.has(at) ? element("mark", {}, [words[at]]) : words[at], " ");
    }
    pieces.push(to < next ? "…" : "");
    return { url: `${result.url.split("#")[0]}#${anchor.id}`, words: pieces };
  });
}

/** An excerpt's words with its marks, and nothing else of whatever markup it may hold. */
function quoted(excerpt) {
  const parsed = new DOMParser().parseFromString(excerpt, "text/html").body;
  return [...parsed.childNodes].map((node) =>
    node.nodeName === "MARK" ? element("mark", {}, [node.textContent]) : node.textContent);
}

function element(name, properties, children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

let waiting;
function later() {
  clearTimeout(waiting);
  waiting = setTimeout(search, 150);
}

const address = new URL(location.href);
field.value = address.searchParams.get("q") ?? "";
const wanted = address.searchParams.get("kind");
if (wanted in KINDS) form.elements.kind.value = wanted;
kinds.hidden = false;
field.addEventListener("focus", () => load().catch(() => {}), { once: true });
field.addEventListener("input", later);
kinds.addEventListener("change", search);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
if (field.value) search();
else field.focus();
