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
  event: "Event, the source’s words, dated by machine",
};
const MOST = 30; // results shown
const PASSAGES = 4; // shown of one text at once
const WINDOW = 34; // words of an excerpt

let engine;
let asked = 0;

async function load() {
  if (!engine) {
    engine = await import(new URL("pagefind/pagefind.js", site).href);
    // Only words that stand in a passage, caption, note or sentence count: a title would find all that hangs on it.
    const metaWeights = { title: 0, kind: 0, quote: 0, body: 0, note: 0, creator: 0, date: 0, place: 0 };
    await engine.options({ baseUrl: site.pathname, ranking: { metaWeights } });
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
    const scored = found.results.filter(({ score }) => score > 0);
    const results = await Promise.all(scored.slice(0, MOST).map((result) => result.data()));
    if (mine !== asked) return;
    const isHit = matcher(words);
    const entries = results.map((result) => show(result, isHit)).filter(Boolean);
    list.replaceChildren(...entries);
    status.textContent = told(scored.length > MOST && entries.length === MOST ? scored.length : entries.length, words);
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

const plain = (word) => word.normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();

/**
 * Tells which of the words asked for a word is, by number, or -1. Another ending of a long word counts (vaccine,
 * vaccines), the beginning of the last word counts while one types; a mere beginning of what was typed does not,
 * though Pagefind offers it when it has nothing better.
 */
function matcher(query) {
  const wanted = query.split(/\s+/).map(plain).filter(Boolean);
  return (printed) => {
    const word = plain(printed);
    return wanted.findIndex((each, index) => {
      if (word === each || (index === wanted.length - 1 && word.startsWith(each))) return true;
      let same = 0;
      while (same < word.length && word[same] === each[same]) same += 1;
      return same >= 4 && same >= each.length - 2 && word.length - same <= 3;
    });
  };
}

function show(result, isHit) {
  const kind = result.meta.kind ?? "passage";
  const about = [result.meta.title, result.meta.date, result.meta.place, result.meta.creator].filter(Boolean);
  const body = kind === "passage" ? passages(result, isHit) : record(result, isHit);
  return body && element("li", {}, [
    element("p", { className: "result__kind" }, [KINDS[kind]]),
    ...body,
    element("p", { className: "result__where" }, [about.join(" · ")]),
  ]);
}

/** A caption, a note or an event: the source's words, and a note's own beside them. */
function record(result, isHit) {
  const { quote, body } = result.meta;
  const [source, note] = [quote, body].map((words) => (words ? excerpt(words.split(" "), isHit) : null));
  if (!source?.hits && !note?.hits) return null;
  const parts = [element("q", {}, source.words)];
  if (note) parts.push(element("span", { className: "result__body" }, note.words));
  return [element("p", { className: "result__excerpt" }, [element("a", { href: result.url }, parts)])];
}

/** The paragraphs of a text that hold the words: those with most of them first, the rest folded away. */
function passages(result, isHit) {
  const anchors = result.anchors.filter(({ id }) => /^(p|s|b)\d+$|^title$/.test(id)).sort((a, b) => a.location - b.location);
  const content = (result.raw_content ?? result.content).split(/\s+/);
  const found = anchors.map((anchor, index) => {
    const words = content.slice(anchor.location, anchors[index + 1]?.location);
    return { anchor, ...excerpt(words, isHit) };
  }).filter(({ hits }) => hits).sort((a, b) => b.hits - a.hits);
  if (!found.length) return null;
  const most = found[0].hits;
  const items = found.map(({ anchor, hits, words }) =>
    [hits, element("li", { className: "result__excerpt" }, [
      element("a", { href: `${result.url.split("#")[0]}#${anchor.id}` }, words)])]);
  // A paragraph with fewer of the words than the best has is shown only on request.
  const first = items.filter(([hits], index) => index < PASSAGES && hits === most).map(([, item]) => item);
  const rest = items.slice(first.length).map(([, item]) => item);
  const more = rest.length === 1 ? "One more paragraph of this text" : `${rest.length} more paragraphs of this text`;
  return [
    element("ol", {}, first),
    ...(rest.length ? [element("details", {}, [element("summary", {}, [more]), element("ol", {}, rest)])] : []),
  ];
}

/** The stretch of the words with most of those asked for, marked, and how many different ones it all holds. */
function excerpt(words, isHit) {
  const kinds = words.map(isHit);
  const at = kinds.flatMap((kind, index) => (kind >= 0 ? [index] : []));
  let start = 0;
  let best = 0;
  for (const first of at) {
    const from = Math.max(0, first - 8);
    const within = new Set(kinds.slice(from, from + WINDOW).filter((kind) => kind >= 0)).size;
    if (within > best) [start, best] = [from, within];
  }
  const end = Math.min(words.length, start + WINDOW);
  const pieces = words.slice(start, end).flatMap((word, index) =>
    [kinds[start + index] >= 0 ? element("mark", {}, [word]) : word, " "]);
  pieces.pop();
  return {
    hits: new Set(at.map((index) => kinds[index])).size,
    words: [start > 0 ? "… " : "", ...pieces, end < words.length ? " …" : ""],
  };
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
