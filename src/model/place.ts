// Where in a text something stands. Columns count graphemes, so that NFC and NFD spellings of a Vietnamese
// word agree and the caret of a report stands under the right letter.
import { graphemesIn } from "./graphemes.js";

/** 1-based line and 1-based column in graphemes, true to the whole file (front matter included). */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export const fileStart: Place = { line: 1, column: 1 };

/** Latin, Vietnamese in NFC and their punctuation: every UTF-16 unit is a grapheme, counted 100 times faster. */
const singles = /^[\x20-\x7e\xa0-\u02ff\u1e00-\u1eff\u2010-\u2027]*$/;

export function countGraphemes(text: string): number {
  if (singles.test(text)) return text.length;
  let count = 0;
  for (const _ of graphemesIn(text)) count++;
  return count;
}

/** The place of a UTF-16 offset in a text whose lines end in "\n". */
export function placeAt(text: string, offset: number): Place {
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) {
    line++;
    lineStart = at + 1;
  }
  return { line, column: countGraphemes(text.slice(lineStart, offset)) + 1 };
}

/**
 * `placeAt` for many offsets of one text, in any order: the lines are found once, as far as they are asked for, and on
 * one line each place is counted on from the one before.
 */
export function placeFinder(text: string): (offset: number) => Place {
  const starts = [0];
  let next = text.indexOf("\n");
  let last = { line: -1, offset: 0, column: 1 };
  return (offset) => {
    for (; next !== -1 && next < offset; next = text.indexOf("\n", next + 1)) starts.push(next + 1);
    let low = 0;
    for (let high = starts.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle;
    }
    // Before a character of ASCII a grapheme always ends, so that counting may begin there.
    const isBoundary = /^[\x20-\x7e]/.test(text.charAt(last.offset));
    const goesOn = isBoundary && last.line === low && last.offset <= offset;
    const from = goesOn ? last : { offset: starts[low] as number, column: 1 };
    const column = from.column + countGraphemes(text.slice(from.offset, offset));
    last = { line: low, offset, column };
    return { line: low + 1, column };
  };
}

/** The UTF-16 offset of a place: the inverse of `placeAt`; past the end of the line it is the end of the line. */
export function offsetOf(text: string, place: Place): number {
  let lineStart = 0;
  for (let line = 1; line < place.line; line++) {
    const end = text.indexOf("\n", lineStart);
    if (end === -1) return text.length;
    lineStart = end + 1;
  }
  const end = text.indexOf("\n", lineStart);
  const line = text.slice(lineStart, end === -1 ? text.length : end).replace(/\r$/, "");
  let column = 1;
  for (const { index } of graphemesIn(line)) {
    if (column === place.column) return lineStart + index;
    column++;
  }
  return lineStart + line.length;
}
