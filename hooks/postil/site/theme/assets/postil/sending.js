/** The end of the form: the address that proposes the note, how long it is, and the ways where there is none. */

import { button, element } from "./element.js";
import { idOf } from "./fields.js";
import { copy, download } from "./files.js";
import { fill } from "./forge.js";
import { issueOf, proposalOf } from "./send.js";

const number = new Intl.NumberFormat("en");
const STEPS = {
  github: "GitHub asks you to sign in, then press Commit changes, Propose changes and Create pull request.",
  gitlab: "GitLab asks you to sign in; press Commit changes and open a merge request.",
  gitea: "Gitea asks you to sign in; choose a new branch, propose the change and open a pull request.",
  forgejo: "Forgejo asks you to sign in; choose a new branch, propose the change and open a pull request.",
};
const PLAIN = "Nothing passes through a server of this archive.";

export class Sending {
  /**
   * @param {{page: object, settle: () => void, refuse: () => void, opened: () => void, sent: () => void}} given
   *   `settle` brings everything up to date, `refuse` shows what is wrong, `opened` hears that the forge was opened, `sent` that the note is on its way
   */
  constructor({ page, settle, refuse, opened, sent }) {
    Object.assign(this, { page, settle, refuse, opened, sent });
    const { label = "" } = page.forge;
    this.go = this.link("send__go");
    this.meter = element("meter", { class: "send__meter", min: 0, max: page.forge.most ?? 0, "aria-hidden": "true" });
    this.bytes = element("span", { class: "send__bytes" });
    this.measure = element("p", { class: "send__measure" }, this.meter, this.bytes);
    this.lead = element("p", { class: "send__lead" });
    this.said = element("p", { class: "send__said", role: "status" });
    this.file = element("textarea", { id: idOf("file"), readonly: true, rows: 8, spellcheck: "false", "aria-label": "The file of the note" });
    this.copying = button("Copy the file", () => this.copy(), { class: "quiet" });
    this.saving = button("Download the file", () => this.save(), { class: "quiet" });
    this.page_ = this.link("send__page", `Open ${label}’s page for a new file`);
    this.issue = this.link("send__issue");
    this.path = element("p", { class: "field__help send__path" });
    this.shown = element("details", { class: "send__file" }, element("summary", {}, "The file"), this.path, this.file);
    this.byHand = element("div", { class: "send__by-hand" });
    this.ways = element("details", { class: "send__ways" }, element("summary", {}, "Other ways"), this.byHand);
    this.after = element("p", { class: "send__after", hidden: true },
      "Is it on its way? ", button("Yes, remove the draft", () => this.sent(), { class: "quiet" }),
      element("span", { class: "field__help" }, " Until then the draft stays in this browser."));
    this.element = element("section", { class: "send", "aria-labelledby": idOf("send") },
      element("h3", { id: idOf("send") }, "Propose it"), this.lead, this.go, this.measure, this.ways, this.said, this.after);
  }

  /** A way to the forge. It has an address only while the note is sound; before, to press it says what is missing. */
  link(name, words = "") {
    return element("a", {
      class: name, role: "link", tabindex: "0", target: "_blank", rel: "noopener",
      onclick: (event) => this.leave(event),
      onauxclick: (event) => event.button === 1 && this.leave(event),
      onkeydown: ({ key, currentTarget }) => key === "Enter" && !currentTarget.href && currentTarget.click(),
    }, words);
  }

  /**
   * Shows what would be sent now.
   * @param {object} note cleaned
   * @param {boolean} sound whether it can be sent as it is
   */
  show(note, sound) {
    const { forge } = this.page;
    this.sound = sound;
    const proposal = proposalOf(note, this.page);
    if (this.proposal && this.proposal.file !== proposal.file) this.begin("");
    this.proposal = proposal;
    const direct = this.proposal.fits && forge.takes_content;
    this.file.value = this.proposal.file;
    this.go.hidden = !direct;
    this.go.textContent = `Propose this note on ${forge.label}`;
    this.point(this.go, this.proposal.address);
    this.measure.hidden = !forge.takes_content;
    this.meter.value = this.proposal.bytes;
    this.measure.classList.toggle("is-too-long", !this.proposal.fits);
    this.bytes.textContent = `${number.format(this.proposal.bytes)} of ${number.format(forge.most ?? 0)} bytes`;
    this.lead.textContent = this.leading(direct);
    this.layOut(direct, note);
  }

  leading(direct) {
    const { forge } = this.page;
    if (!forge.kind) return "This archive names no repository to send it to. Keep the file, and give it to the archive’s editors.";
    if (direct) return `${forge.label} opens with the file filled in. ${STEPS[forge.kind]} ${PLAIN}`;
    const why = forge.takes_content
      ? `The note is too long for an address: ${forge.label} would not open it.`
      : `${forge.label} cannot be given the text of a file by an address.`;
    return `${why} Copy the file, open the page for a new file, and paste it there. ${STEPS[forge.kind]} ${PLAIN}`;
  }

  layOut(direct, note) {
    const { forge } = this.page;
    const { address, whole } = issueOf(note, this.page);
    const { path } = this.proposal;
    const folder = path.slice(0, path.lastIndexOf("/"));
    const named = { path, folder, name: path.slice(folder.length + 1), content: "", message: "" };
    this.point(this.page_, forge.kind && fill(forge.new_file, named));
    this.point(this.issue, address);
    this.issue.textContent = whole ? "Fill in the issue form instead" : "Open the issue form instead, and paste what is missing";
    this.path.textContent = path;
    this.ways.hidden = !direct;
    if (this.direct !== direct) this.arrange(direct);
  }

  point(link, address) {
    if (this.sound && address) link.href = address;
    else link.removeAttribute("href");
  }

  /** The ways by hand stand open where the address does not do, and folded away where it does. */
  arrange(direct) {
    this.direct = direct;
    const { kind } = this.page.forge;
    const steps = direct || !kind
      ? [element("p", { class: "send__buttons" }, this.copying, this.saving)]
      : [element("ol", { class: "send__steps" }, element("li", {}, this.copying), element("li", {}, this.page_)),
         element("p", { class: "send__buttons" }, this.saving)];
    if (kind) steps.push(element("p", {}, this.issue));
    this.byHand.replaceChildren(...steps, this.shown);
    if (direct) this.ways.append(this.byHand);
    else this.measure.after(this.byHand);
  }

  /** The address is followed as it stands after this, so that it holds the last word that was typed. */
  leave(event) {
    this.settle();
    if (this.sound) {
      this.after.hidden = false;
      return this.opened();
    }
    event.preventDefault();
    this.refuse();
  }

  async copy() {
    this.settle();
    if (!this.sound) return this.refuse();
    if (await copy(this.proposal.file)) this.say("Copied.");
    else {
      this.shown.open = true;
      this.file.select();
      this.say("The browser does not let a page copy. The file is selected: copy it yourself.");
    }
    this.after.hidden = false;
  }

  save() {
    this.settle();
    if (!this.sound) return this.refuse();
    download(`${this.proposal.name}.yml`, this.proposal.file, "text/yaml");
    this.say(`Saved as ${this.proposal.name}.yml.`);
    this.after.hidden = false;
  }

  say(words) {
    this.said.textContent = "";
    requestAnimationFrame(() => (this.said.textContent = words));
  }

  /** Forgets what was said of the note before. @param {string} opened when this one was opened at the forge */
  begin(opened) {
    this.proposal = null;
    this.after.hidden = !opened;
    this.said.textContent = "";
  }
}
