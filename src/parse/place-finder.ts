// Places of many offsets of one text. On one line each is counted on from the one before, so that an article of ten
// thousand links costs no more than one reading of it.
import { countGraphemes, type Place } from "../model/place.js";

/** Gives the place of a UTF-16 offset in a text whose lines end in "\n". */
export function createPlaceFinder(text: string): (offset: number) => Place {
  let starts: readonly number[] | undefined;
  let last = { line: 0, offset: 0, column: 1 };
  return (offset) => {
    starts ??= findLineStarts(text);
    const line = lineOf(starts, offset);
    const start = starts[line] ?? 0;
    const from = last.line === line && last.offset <= offset ? last : { offset: start, column: 1 };
    const column = from.column + countGraphemes(text.slice(from.offset, offset));
    last = { line, offset, column };
    return { line: line + 1, column };
  };
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  return starts;
}

/** The index of the last line that starts at or before the offset. */
function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
