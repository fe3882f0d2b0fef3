// Where in a text something stands. Columns count graphemes, so that NFC and NFD spellings of a Vietnamese
// word agree and the caret of a report stands under the right letter.

/** 1-based line and 1-based column in graphemes, true to the whole file (front matter included). */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export const fileStart: Place = { line: 1, column: 1 };

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

export function countGraphemes(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let count = 0;
  for (const _ of graphemes.segment(text)) count++;
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
  for (const { index } of graphemes.segment(line)) {
    if (column === place.column) return lineStart + index;
    column++;
  }
  return lineStart + line.length;
}
