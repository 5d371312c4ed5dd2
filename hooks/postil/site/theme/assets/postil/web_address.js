// Addresses as notes may hold them: what is a safe one, and how one of a note's body is written in its page.

import { PYTHON_WHITE, tooLong, trim } from "./plain.js";

/** How long an address of the web may be, in characters. */
export const MAX_ADDRESS = 2000;

const HOST = /^https?:\/\/([^/?#@\\]+)(?:[/?#]|$)/i; // in full, and nothing before it that could be taken for it
const NOT_IN_ADDRESS = new RegExp(`${PYTHON_WHITE.source}|[<>"\\\\^\`{|}]`);
const RECODED = new Set([undefined, "http:", "https:", "mailto:"]);
const SLASHED = new Set(["http:", "https:", "ftp:", "gopher:", "file:"]);
const KEPT = ";/?:@&=+$,#%"; // stay escaped where an address is shown

/** Whether a link of a note's body may lead there: to the web, with no name before its host, or to mail. */
export function isSafeLink(address) {
  return /^mailto:/i.test(address) || hasHost(address);
}

/** Whether it is a full address of the web, as the check of the archive wants it. */
export function isWebAddress(address) {
  return !tooLong(address, MAX_ADDRESS) && hasHost(address) && !NOT_IN_ADDRESS.test(address);
}

/** The address of a link, percent-encoded, its host in ASCII. */
export function encoded(address) {
  const parts = partsOf(address);
  if (parts.host && RECODED.has(parts.protocol)) parts.host = eachLabel(parts.host, toAscii);
  if (!parts.host?.includes(":")) return escaped(joined(parts));
  const { protocol, slashes, user, host, port, rest } = parts;
  return joined({
    protocol: escaped(protocol), slashes, user: escaped(user), host: escaped(host), port, rest: escaped(rest),
  });
}

/** The address as a reader sees it: its host and its escapes as letters. */
export function shown(address) {
  const parts = partsOf(address);
  if (parts.host && RECODED.has(parts.protocol)) {
    try {
      parts.host = eachLabel(parts.host, toUnicode);
    } catch {
      // a host that only looks encoded stays as it is
    }
  }
  return joined(parts).replace(/(?:%[a-f0-9]{2})+/gi, (run) => decoded(run));
}

/** Whether the address leads to a host of the web, as Python's `urlsplit` would have it. */
function hasHost(address) {
  const [, host] = HOST.exec(address) ?? [];
  if (!host || host.includes("[") !== host.includes("]")) return false;
  if (host.includes("[") ? !isBracketed(host.slice(host.indexOf("[") + 1).split("]")[0]) : host[0] === ":") return false;
  const bare = host.replaceAll(":", "");
  const plain = bare.normalize("NFKC");
  return bare === plain || !/[/?#@:]/.test(plain);
}

function isBracketed(host) {
  if (host.startsWith("v")) return /^v[a-f0-9]+\.[^\n]+$/i.test(host);
  const [, address, zone] = /^([0-9a-f:.]*)(%[^%]+)?$/is.exec(host) ?? [];
  return address !== undefined && (zone === undefined || zone.length > 1) && URL.canParse(`http://[${address}]/`);
}

function partsOf(address) {
  let rest = trim(address, PYTHON_WHITE);
  const protocol = /^[a-z0-9.+-]+:/i.exec(rest)?.[0];
  rest = rest.slice(protocol?.length ?? 0);
  const slashes = rest.startsWith("//") && protocol !== "javascript:";
  if (slashes) rest = rest.slice(2);
  const parts = { protocol, slashes, rest };
  if (slashes || (protocol && protocol !== "javascript:" && !SLASHED.has(protocol))) readHost(parts);
  return parts;
}

function readHost(parts) {
  let { rest } = parts;
  const stop = rest.search(/[/?#]/);
  const at = rest.lastIndexOf("@", stop < 0 ? rest.length : stop);
  if (at >= 0) parts.user = rest.slice(0, at);
  rest = rest.slice(at + 1);
  let end = rest.search(/[%/?;#'{}|\\^`<>" \r\n\t]/);
  if (end < 0) end = rest.length;
  if (end > 0 && rest[end - 1] === ":") end--;
  let host = rest.slice(0, end);
  rest = rest.slice(end);
  const [port] = /:[0-9]*$/.exec(host) ?? [""];
  parts.port = port.slice(1);
  host = host.slice(0, host.length - port.length);
  const bracketed = host.startsWith("[") && host.endsWith("]");
  if (!bracketed) [host, rest] = soundHost(host, rest);
  if ([...host].length > 255) host = "";
  parts.host = bracketed ? host.slice(1, -1) : host;
  parts.rest = rest;
}

/** The host up to its first label that none can have, and what then belongs to the rest. */
function soundHost(host, rest) {
  const labels = host.split(".");
  const odd = labels.findIndex((label) => !/^[+\w-]{0,63}$/.test(label.replace(/[^\0-\x7f]/gu, "x")));
  if (odd < 0) return [host, rest];
  const [start] = /^[+\w-]{0,63}/.exec(labels[odd]);
  const after = [labels[odd].slice(start.length), ...labels.slice(odd + 1)];
  return [[...labels.slice(0, odd), start].join("."), after.join(".") + rest];
}

function joined({ protocol = "", slashes, user, host = "", port, rest }) {
  const place = host.includes(":") ? `[${host}]` : host;
  return `${protocol}${slashes ? "//" : ""}${user ? `${user}@` : ""}${place}${port ? `:${port}` : ""}${rest}`;
}

function escaped(text) {
  return text?.replace(/%[0-9a-f]{2}|%|[^%]+/gi, (piece) =>
    piece.length === 3 && /^%[0-9a-f]{2}$/i.test(piece) ? piece : encodeURI(piece.replace(/\p{Cs}/gu, "\ufffd")));
}

const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** A run of escapes as characters; what is no UTF-8 becomes U+FFFD. */
function decoded(run) {
  const bytes = run.slice(1).split("%").map((digits) => parseInt(digits, 16));
  let text = "";
  for (let at = 0; at < bytes.length; at++) {
    const first = bytes[at];
    if (first < 0x80) {
      const char = String.fromCharCode(first);
      text += KEPT.includes(char) ? `%${first.toString(16).toUpperCase()}` : char;
      continue;
    }
    const size = first >= 0xf8 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
    const sequence = bytes.slice(at, at + size);
    if (size === 1 || sequence.length < size || sequence.slice(1).some((byte) => (byte & 0xc0) !== 0x80)) {
      text += "\ufffd";
      continue;
    }
    try {
      text += UTF8.decode(new Uint8Array(sequence));
    } catch {
      text += "\ufffd".repeat(size);
    }
    at += size - 1;
  }
  return text;
}

function eachLabel(host, change) {
  return host.split(/[.\u3002\uff0e\uff61]/).map(change).join(".");
}

// Punycode, RFC 3492: section 5 gives the numbers, 6.1 the bias, 6.2 and 6.3 the way back and forth.

const DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";

function biasAfter(delta, first, count) {
  let left = Math.floor(delta / (first ? 700 : 2));
  left += Math.floor(left / count);
  let k = 0;
  for (; left > 455; k += 36) left = Math.floor(left / 35);
  return k + Math.floor((36 * left) / (left + 38));
}

function threshold(k, bias) {
  return Math.min(Math.max(k - bias, 1), 26);
}

function toAscii(label) {
  if (!/[^\0-\x7e]/.test(label)) return label;
  const points = [...label].map((char) => char.codePointAt(0));
  const basic = points.filter((point) => point < 0x80);
  let out = String.fromCodePoint(...basic) + (basic.length ? "-" : "");
  let [low, delta, bias, done] = [0x80, 0, 72, basic.length];
  while (done < points.length) {
    const next = Math.min(...points.filter((point) => point >= low));
    delta += (next - low) * (done + 1);
    low = next;
    for (const point of points) {
      if (point < low) delta++;
      if (point !== low) continue;
      let left = delta;
      let k = 36;
      for (let t; left >= (t = threshold(k, bias)); k += 36) {
        out += DIGITS[t + ((left - t) % (36 - t))];
        left = Math.floor((left - t) / (36 - t));
      }
      out += DIGITS[left];
      bias = biasAfter(delta, done === basic.length, done + 1);
      delta = 0;
      done++;
    }
    delta++;
    low++;
  }
  return `xn--${out}`;
}

function toUnicode(label) {
  if (!label.startsWith("xn--")) return label;
  const coded = label.slice(4).toLowerCase();
  if (/[^\0-\x7f]/.test(coded)) throw new RangeError(label);
  const split = coded.lastIndexOf("-");
  const points = [...coded.slice(0, Math.max(split, 0))].map((char) => char.codePointAt(0));
  let [point, place, bias] = [0x80, 0, 72];
  for (let at = split + 1; at < coded.length; place++) {
    const before = place;
    const first = at === split + 1;
    for (let [weight, k] = [1, 36]; ; k += 36) {
      const digit = DIGITS.indexOf(coded.charAt(at++) || "?");
      if (digit < 0) throw new RangeError(label);
      place += digit * weight;
      const t = threshold(k, bias);
      if (digit < t) break;
      weight *= 36 - t;
    }
    bias = biasAfter(place - before, first, points.length + 1);
    point += Math.floor(place / (points.length + 1));
    place %= points.length + 1;
    points.splice(place, 0, point);
    if (point > 0x10ffff) throw new RangeError(label);
  }
  return String.fromCodePoint(...points);
}
