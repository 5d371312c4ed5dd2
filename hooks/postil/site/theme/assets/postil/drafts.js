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
    this.known = new Map(); // what is kept while the page is open
    this.author = {};
    /** Whether the browser keeps anything. */
    this.kept = true;
    this.read();
    addEventListener("storage", (event) => {
      if (event.key === this.key) {
        this.read();
        this.dispatchEvent(new Event("change"));
      }
    });
  }

  /** Every draft, the newest first. @returns {Draft[]} */
  all() {
    return [...this.known.values()].sort((one, two) => two.saved.localeCompare(one.saved));
  }

  /** @param {Draft} draft */
  save(draft) {
    this.change(() => this.known.set(draft.id, { ...draft, saved: new Date().toISOString() }));
  }

  /** @param {string} id */
  remove(id) {
    this.change(() => this.known.delete(id));
  }

  /** Remembers who writes, for the next note. @param {object} creator */
  remember(creator) {
    this.author = creator;
    this.keep(this.authorKey, creator);
  }

  change(make) {
    this.read(); // another tab may have written since
    make();
    this.keep(this.key, [...this.known.values()]);
    this.dispatchEvent(new Event("change"));
  }

  read() {
    const drafts = this.stored(this.key);
    if (Array.isArray(drafts)) this.known = new Map(drafts.filter(isDraft).map((draft) => [draft.id, draft]));
    const author = this.stored(this.authorKey);
    if (author && typeof author === "object") this.author = author;
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
      this.kept = true;
    } catch {
      this.kept = false;
    }
  }
}

function isDraft(value) {
  return typeof value?.id === "string" && typeof value.saved === "string" && typeof value.note?.target?.exact === "string";
}

/** A name that no other draft has. @returns {string} a UUID */
export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const digits = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const [, a, b, c, d, e] = digits.match(/(.{8})(.{4}).(.{3}).(.{3})(.{12})/);
  return `${a}-${b}-4${c}-a${d}-${e}`;
}
