// An article's text as lists, sharing and search show it: without the end mark `./.` and without the agency's
// prefix `(TG) –`. Nothing else of what the author wrote is changed; every function is linear in its text.
import { letterPattern } from "../model/letters.js";

/** The text for a description: white space folded, agency prefix and end mark left out, otherwise as written. */
export function descriptionOf(text: string): string {
  const mark = lastEndMark(text);
  const unmarked =
    mark === -1 ? text : `${text.slice(0, mark).trimEnd()}${text.slice(mark + endMark.length)}`;
  const folded = foldSpace(unmarked);
  return folded.slice(agencyPrefixOf(folded).length);
}

/** White space between words as one space each, and none around them. */
export function foldSpace(text: string): string {
  // Most texts have it so already; to look is a fraction of replacing.
  return (/[^\S ]| {2}/u.test(text) ? text.replace(/\s+/gu, " ") : text).trim();
}

export const endMark = "./.";

/**
 * The offset of the last end mark, or -1: `minh./.`, `minh ./.`, `”./.`, with nothing after it on its line but
 * closing quotation marks; glued to its word it may have words after it (`minh./. Thanh Nga`). `../.` is a path.
 */
export function lastEndMark(text: string): number {
  let at = text.lastIndexOf(endMark);
  while (at !== -1 && !isEndMark(text, at)) at = at === 0 ? -1 : text.lastIndexOf(endMark, at - 1);
  return at;
}

/**
 * The agency's prefix with which a text begins, dash included, or "": `(TG) – `, `(Chinhphu.vn) - `,
 * `Hà Nội (TTXVN) – `, `TTXVN – `. Without parentheses only the agencies that everybody knows.
 */
export function agencyPrefixOf(text: string): string {
  const opening = text.trimStart().slice(0, longestPrefix);
  if (!/[-–—]/.test(opening)) return "";
  return ((opening.includes("(") ? enclosed.exec(text) : null) ?? bare.exec(text))?.[0] ?? "";
}

/** In UTF-16, generously: a place of 31 letters and an agency in parentheses take 81 units at most. */
const longestPrefix = 128;

const known = "TTXVN|VNA|VOV|VTV|ĐCSVN|NDO|VGP|Chinhphu\\.vn";
const agency = [
  known,
  "\\p{Lu}[\\p{Lu}\\d&./-]{1,11}",
  "[\\p{L}\\d-]{2,24}\\.(?:vn|com|org)",
  "(?:Theo|Báo|Tạp chí|Đài|Cổng) [\\p{L} ]{2,30}",
  "Dân trí",
].join("|");
const place = "\\p{Lu}[\\p{L}\\p{M}. ]{1,30},? ?";
const enclosed = letterPattern(`^\\s*(?:\\((?:${agency})\\)|${place}\\((?:${known})\\))\\s{0,3}[-–—]\\s*`);
const bare = new RegExp(`^\\s*(?:${known})\\s{1,3}[-–—]\\s+`, "u");

function isEndMark(text: string, at: number): boolean {
  const before = text[at - 1] ?? " ";
  if (before === "." || before === "/" || before === "\\") return false;
  let after = at + endMark.length;
  const next = text[after];
  if (next !== undefined && !/[\s”’"'»)\]\ufffc]/u.test(next)) return false;
  if (!/\s/u.test(before)) return true;
  while (after < text.length && /[ \t\u00a0”’"'»)\]\ufffc]/u.test(text[after] as string)) after++;
  return after === text.length || /\s/u.test(text[after] as string);
}
