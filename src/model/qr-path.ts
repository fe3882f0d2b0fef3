// The dark squares of a QR code as the path of an SVG: one stroke for each run of them in a row, which begins where the
// last one ended. Found by the edges of runs, 32 squares at a time, and written as bytes: a code has five hundred
// strokes, and to put strings together takes three times as long.
import type { QrCode } from "./qr-code.js";
import { readLatin1 } from "./quick-bytes.js";

const [space, zero, letterM, letterH, letterm] = [32, 48, 77, 104, 109] as const;

/** Undefined where it would have more than `most` bytes. */
export function drawPath({ size, squares }: QrCode, most: number): string | undefined {
  const bytes = roomFor(size);
  let at = 0;
  let word = 0;
  for (let y = 0; y < size; y++) {
    let pen = -1;
    let start = -1;
    let before = 0;
    for (let left = 0; left < size; left += 32) {
      const row = squares[word++] as number;
      // 1 where a square is not as the one before it.
      let edges = row ^ ((row >>> 1) | (before << 31));
      before = row;
      while (edges !== 0) {
        const lead = Math.clz32(edges);
        edges ^= 1 << ~lead;
        if (start === -1) {
          start = left + lead;
          continue;
        }
        const end = left + lead;
        const gap = start - pen;
        const length = end - start;
        if (pen !== -1 && gap < 10 && length < 10) {
          // Nearly all strokes.
          bytes[at] = letterm;
          bytes[at + 1] = zero + gap;
          bytes[at + 2] = space;
          bytes[at + 3] = zero;
          bytes[at + 4] = letterH;
          bytes[at + 5] = zero + length;
          at += 6;
        } else {
          at = pen === -1 ? writeStart(bytes, at, start, y) : writeGap(bytes, at, gap);
          bytes[at++] = letterH;
          at = writeNumber(bytes, at, length);
        }
        pen = end;
        start = -1;
      }
    }
    if (at > most) return undefined;
  }
  return readLatin1(bytes, 0, at);
}

function writeStart(bytes: Uint8Array, at: number, x: number, y: number): number {
  bytes[at] = letterM;
  const next = writeNumber(bytes, at + 1, x);
  bytes[next] = space;
  return writeNumber(bytes, next + 1, y);
}

function writeGap(bytes: Uint8Array, at: number, gap: number): number {
  bytes[at] = letterm;
  const next = writeNumber(bytes, at + 1, gap);
  bytes[next] = space;
  bytes[next + 1] = zero;
  return next + 2;
}

/** `value`: below 200; the largest code has 177 squares on a side. */
function writeNumber(bytes: Uint8Array, at: number, value: number): number {
  if (value < 10) {
    bytes[at] = zero + value;
    return at + 1;
  }
  let next = at;
  if (value >= 100) bytes[next++] = zero + 1;
  bytes[next] = zero + (Math.floor(value / 10) % 10);
  bytes[next + 1] = zero + (value % 10);
  return next + 2;
}

/** Written anew for every path, and no part of any. */
let room = Buffer.alloc(0);

/** At most six bytes for a dark square and a light one, and a few more in each row. */
function roomFor(size: number): Buffer {
  const most = 3 * size * size + 8 * size;
  if (room.length < most) room = Buffer.allocUnsafeSlow(most);
  return room;
}
