/** Addresses at the forge, from the templates that `site/forge.py` gives each page of a text. */

const encode = (value, keep) => encodeURIComponent(value).replaceAll("%2F", keep ? "/" : "%2F");

/**
 * The template with its values in their places; slashes are kept, and a space in the query is a plus.
 * @param {string} template
 * @param {Object<string, string>} values
 * @returns {string} an address of ASCII characters
 */
export function fill(template, values) {
  const query = template.indexOf("?");
  return template.replace(/\{(\w+)(:flat)?\}/g, (all, name, flat, at) => {
    if (!(name in values)) return all;
    const written = encode(values[name], !flat);
    return query !== -1 && at > query ? written.replaceAll("%20", "+") : written;
  });
}

/**
 * The forge's form for issues, filled in; where the forge has no forms, an issue that lists the fields.
 * @param {{issue: {address: string, template: string, title: string, field: string, body: string}}} forge
 * @param {string} form as `note.yml`
 * @param {string} title
 * @param {Object<string, string>} fields
 * @returns {string}
 */
export function issueAddress({ issue }, form, title, fields) {
  const given = Object.entries(fields).filter(([, value]) => value);
  const query = new URLSearchParams();
  if (issue.template) query.set("template", issue.template.replace("{template}", form));
  query.set(issue.title, title);
  if (issue.field) for (const [name, value] of given) query.set(issue.field.replace("{name}", name), value);
  else query.set(issue.body, given.map(([name, value]) => `**${name}**\n\n${value.replace(/^/gm, "    ")}`).join("\n\n"));
  return `${issue.address}?${query}`;
}
