/** Notes that are not sent yet, kept in this browser and nowhere else; and who writes them. */

/** @typedef {{id: string, note: object, start: number, end: number, saved: string, opened: string}} Draft */

export class Drafts extends EventTarget {
  /**
   * Says `change` whenever the drafts are others than before.
   * @param {string} text identifier
   * @param {string} site the path of the site: one browser may know several archives
   */
  constructor(text, site) {
    super();
    this.key = `postil-drafts ${site} ${text}`;
    this.authorKey = `postil-author ${site}`;
    this.known = new Map();
    this.unsaved = new Map(); // what the browser did not take: drafts by id, null for one that is removed
    this.author = texts(this.stored(this.authorKey), CREATOR);
    this.read();
    addEventListener("storage", (event) => {
      if (event.key === this.key) {
        this.read();
        this.dispatchEvent(new Event("change"));
      }
    });
  }

  /** Whether the browser keeps all of them. */
  get kept() {
    return ![...this.unsaved.values()].some(Boolean);
  }

  /** Every draft, the newest first. @returns {Draft[]} */
  all() {
    return [...this.known.values()].sort((one, two) => two.saved.localeCompare(one.saved));
  }

  /** @param {string} id @returns {Draft | undefined} */
  get(id) {
    return this.known.get(id);
  }

  /**
   * Keeps a draft. Where another tab has kept it since it was `saved` here, both are kept, this one by a new name.
   * @param {Draft} draft
   * @returns {Draft} as it is kept
   */
  save(draft) {
    this.read();
    const there = this.known.get(draft.id);
    const id = there && there.saved > draft.saved ? newId() : draft.id;
    const now = new Date(Math.max(Date.now(), (Date.parse(there?.saved) || 0) + 1)).toISOString();
    const saved = { ...draft, id, saved: now };
    this.change(id, saved);
    return saved;
  }

  /** @param {string} id */
  remove(id) {
    this.change(id, null);
  }

  /** Remembers who writes, for the next note. @param {object} creator */
  remember(creator) {
    this.author = creator;
    this.keep(this.authorKey, creator);
  }

  change(id, draft) {
    this.unsaved.set(id, draft);
    this.read();
    if (this.keep(this.key, [...this.known.values()])) this.unsaved.clear();
    this.dispatchEvent(new Event("change"));
  }

  /** What the browser keeps, for another tab may have written since, and what it did not take. */
  read() {
    const stored = this.stored(this.key);
    const drafts = Array.isArray(stored) ? stored.map(draftOf).filter(Boolean) : [];
    this.known = new Map(drafts.map((draft) => [draft.id, draft]));
    for (const [id, draft] of this.unsaved) {
      if (draft) this.known.set(id, draft);
      else this.known.delete(id);
    }
  }

  stored(key) {
    try {
      return JSON.parse(localStorage.getItem(key) ?? "null");
    } catch {
      return null; // refused, or written by something else
    }
  }

  keep(key, value) {
    try {
      localStorage.setItem(key, JSON.stringify(value));
      return true;
    } catch {
      return false; // refused, or full
    }
  }
}

const CREATOR = ["name", "github", "orcid"];
const text = (value) => (typeof value === "string" ? value : "");
const texts = (value, names) => Object.fromEntries(names.map((name) => [name, text(value?.[name])]));

/** What was stored, in the shape of a draft; null where it is none. The time of one that says none is that of 1970. */
function draftOf(value) {
  const { note } = value ?? {};
  if (!text(value?.id) || typeof note?.target?.exact !== "string") return null;
  const { start, end } = value;
  const isPlace = Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end;
  const time = new Date(text(value.saved));
  return {
    id: value.id,
    note: {
      ...texts(note, ["motivation", "kind", "label", "body", "created", "language"]),
      target: texts(note.target, ["exact", "prefix", "suffix"]),
      references: (Array.isArray(note.references) ? note.references : [])
        .filter((each) => each && typeof each === "object" && !Array.isArray(each))
        .map((each) => texts(each, ["title", "publisher", "date", "url", "archived"])),
      creator: texts(note.creator, CREATOR),
    },
    start: isPlace ? start : 0,
    end: isPlace ? end : 0,
    saved: (Number.isNaN(time.getTime()) ? new Date(0) : time).toISOString(),
    opened: text(value.opened),
  };
}

/** A name that no other draft has. @returns {string} a UUID */
export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const digits = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const [, a, b, c, d, e] = digits.match(/(.{8})(.{4}).(.{3}).(.{3})(.{12})/);
  return `${a}-${b}-4${c}-a${d}-${e}`;
}
