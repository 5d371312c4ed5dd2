// Dates as the Extended Date/Time Format writes them: the plain ones, and intervals of them (`edtf.py` reads more).

const DATE = /^(-?\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d)(?:-(\d\d|XX))?|-XX(?:-XX)?)?[~?%]?$/;
const SHORT = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the archive's check takes the text for a date; it may take some that are not known here. */
export function isDate(text) {
  if (text.split("/").length !== 2) return bounds(text) !== null;
  const [first, last] = text.split("/");
  const isOpen = (end) => end === "" || end === "..";
  if (isOpen(first) || isOpen(last)) return isOpen(first) !== isOpen(last) && bounds(first || last) !== null
    || (isOpen(first) && !isOpen(last) && bounds(last) !== null);
  const [from, to] = [bounds(first), bounds(last)];
  return from !== null && to !== null && from[0] <= to[1];
}

/** The first and last day that the date may mean, as numbers that sort as they do; null where it is none. */
function bounds(text) {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (!year || year === "-0000") return null;
  if (year.includes("X")) {
    if (text.includes("-")) return null;
    return [number(year.replaceAll("X", "0"), 1, 1), number(year.replaceAll("X", "9"), 12, 31)];
  }
  if (!month) return [number(year, 1, 1), number(year, 12, 31)];
  if (month < 1 || month > 12) return null;
  const most = month === "02" && isLeap(Number(year)) ? 29 : SHORT[month - 1];
  if (!day || day === "XX") return [number(year, month, 1), number(year, month, most)];
  return day >= 1 && day <= most ? [number(year, month, day), number(year, month, day)] : null;
}

function isLeap(year) {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function number(year, month, day) {
  return (Number(year) * 12 + Number(month)) * 31 + Number(day);
}
