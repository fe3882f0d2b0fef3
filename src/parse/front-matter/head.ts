// Where the Markdown of an article begins, found in the bytes of its file, so that what it says of itself can be read while
// somebody else decodes and parses the rest.

/**
 * Bytes up to the Markdown; undefined where no line of three hyphens opens the file and another one follows. Both end as
 * lines of Windows or of Unix do, so that what is before and after can be decoded by itself (parse/decode.ts): no letter
 * is composed with a line's end.
 */
export function headLength(bytes: Uint8Array): number | undefined {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = whole[0] === 0xef && whole[1] === 0xbb && whole[2] === 0xbf ? 3 : 0;
  if (!whole.subarray(first, first + fence.length).equals(fence)) return undefined;
  const opened = lineEnd(whole, first + fence.length);
  if (opened === undefined) return undefined;
  for (let at = whole.indexOf(closing, opened - 1); at !== -1; at = whole.indexOf(closing, at + 1)) {
    const end = lineEnd(whole, at + closing.length);
    if (end !== undefined) return end;
  }
  return undefined;
}

const fence = Buffer.from("---");
const closing = Buffer.from("\n---");

/** The place after the line's end that is at this place; undefined where none is. */
function lineEnd(bytes: Uint8Array, at: number): number | undefined {
  if (bytes[at] === 0x0a) return at + 1;
  return bytes[at] === 0x0d && bytes[at + 1] === 0x0a ? at + 2 : undefined;
}
