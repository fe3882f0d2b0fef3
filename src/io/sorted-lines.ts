// A text of lines, each with its key in front of a tab, in the order of the keys: a few of thousands of lines are found
// and replaced without taking the rest apart. A tab comes before any sign of a key, so whole lines are in that order too.
import { writeUtf8 } from "../model/quick-bytes.js";
import { bytesOfUnit } from "../model/utf8.js";

/** The keys of what is to be lines, in their order. */
export function inOrder<Key extends string>(lines: ReadonlyMap<Key, unknown>): Key[] {
  return [...lines.keys()].sort();
}

/** Bytes of most lines. */
const usualLine = 256;
export const endOfLine = 10;

/**
 * A line for each of these keys, with its end, after the bytes of `head`. They become bytes one by one: all in one text
 * first would take as much new memory twice more.
 */
export function bytesOfLines<Key>(
  keys: readonly Key[],
  lineOf: (key: Key) => string,
  head: Uint8Array = new Uint8Array(),
): Buffer {
  let room = Buffer.allocUnsafeSlow(head.length + keys.length * usualLine);
  room.set(head);
  let size = head.length;
  for (const key of keys) {
    const line = lineOf(key);
    const end = size + line.length * bytesOfUnit + 1;
    if (end > room.length) {
      const larger = Buffer.allocUnsafeSlow(2 * end);
      room.copy(larger, 0, 0, size);
      room = larger;
    }
    size += writeUtf8(room, line, size);
    room[size++] = endOfLine;
  }
  return room.subarray(0, size);
}

/** The line of a key, without its end; undefined where there is none. */
export function findLine(text: string, key: string): string | undefined {
  const [from, to] = rangeOf(text, key) ?? [];
  return from === undefined ? undefined : text.slice(from, to);
}

/** The text with other lines for their keys; undefined where one of the keys has none. */
export function replaceLines(text: string, fresh: ReadonlyMap<string, string>): string | undefined {
  const parts: string[] = [];
  let done = 0;
  for (const key of [...fresh.keys()].sort()) {
    const range = rangeOf(text, key);
    if (range === undefined) return undefined;
    const [from, to] = range;
    parts.push(text.slice(done, from), fresh.get(key) ?? "");
    done = to;
  }
  return parts.join("") + text.slice(done);
}

function rangeOf(text: string, key: string): readonly [from: number, to: number] | undefined {
  let [from, to] = [0, text.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const start = middle === 0 ? 0 : text.lastIndexOf("\n", middle - 1) + 1;
    const next = text.indexOf("\n", start);
    const end = next === -1 ? text.length : next;
    const tab = text.indexOf("\t", start);
    const found = text.slice(start, tab === -1 || tab > end ? end : tab);
    if (found === key) return [start, end];
    if (found < key) from = end + 1;
    else to = start;
  }
  return undefined;
}
