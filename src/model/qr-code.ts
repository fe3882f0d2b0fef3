// Our own encoder of QR codes (ISO/IEC 18004:2015), for addresses as they are: ASCII in byte mode, with the mask that
// `qr-frame.ts` gives reasons for. The codes are those of lean-qr square for square, at a quarter of its time: what all
// codes of a size share is kept, check bytes are reckoned four at a time, and only bits that are 1 are placed.
import { frameFor, type QrFrame } from "./qr-frame.js";
import type { QrLevel } from "./qr-tables.js";

export interface QrCode {
  /** Squares on a side, without the quiet zone. */
  readonly size: number;
  /** 1 where dark, row by row: 32 to a word from its upper end, each row in words of its own (`wordsAcross`). */
  readonly squares: Int32Array;
}

/**
 * Undefined for a text that is too long at this level. It holds until the next of its size is asked for.
 * @param ascii letters below 128 only
 */
export function encodeQr(ascii: string, level: QrLevel): QrCode | undefined {
  const frame = frameFor(ascii.length, level);
  if (frame === undefined) return undefined;
  const { squares } = frame.room;
  squares.set(frame.blank);
  placeBlocks(frame, writeText(frame, ascii), squares);
  return { size: frame.size, squares };
}

/** Mode, length, text, end, and then two bytes by turns until the code is full (7.4). */
function writeText({ version, dataLength, room }: QrFrame, ascii: string): Uint8Array {
  const { data } = room;
  const { length } = ascii;
  let at = 0;
  // The mode takes half a byte: all that follows lies half in one byte and half in the next.
  let half = 4;
  if (version >= 10) {
    data[at++] = (half << 4) | (length >> 12);
    half = (length >> 8) & 15;
  }
  data[at++] = (half << 4) | ((length >> 4) & 15);
  half = length & 15;
  for (let i = 0; i < length; i++) {
    const code = ascii.charCodeAt(i);
    data[at++] = (half << 4) | (code >> 4);
    half = code & 15;
  }
  data[at++] = half << 4;
  for (let pad = 0xec; at < dataLength; pad ^= 0xec ^ 0x11) data[at++] = pad;
  return data;
}

/** The first bytes of all blocks, the second ones and so on, then their check bytes in the same way (7.6). */
function placeBlocks(frame: QrFrame, data: Uint8Array, squares: Int32Array): void {
  const { places, dataLength, blocks, longer, blockLength, checks, multiples } = frame;
  const { rest } = frame.room;
  // The last word takes its bytes from one more, which stays 0.
  const words = rest.length - 1;
  const shorter = blocks - longer;
  for (let block = 0, at = 0; block < blocks; block++) {
    rest.fill(0);
    const end = at + blockLength + (block < shorter ? 0 : 1);
    // The shorter blocks have no part in the last turn.
    for (let turn = 0; at < end; turn++, at++) {
      const byte = data[at] as number;
      placeByte(squares, places, turn * blocks + block - (turn < blockLength ? 0 : shorter), byte);
      divide(rest, words, multiples, byte);
    }
    for (let i = 0; i < checks; i++) {
      const byte = ((rest[i >> 2] as number) >> (24 - 8 * (i & 3))) & 255;
      placeByte(squares, places, dataLength + i * blocks + block, byte);
    }
  }
}

/** One step of the division whose remainder is the check bytes (7.5.2). */
function divide(rest: Int32Array, words: number, multiples: Int32Array, byte: number): void {
  let multiple = (((rest[0] as number) >>> 24) ^ byte) * words;
  for (let i = 0; i < words; i++) {
    const moved = ((rest[i] as number) << 8) | ((rest[i + 1] as number) >>> 24);
    rest[i] = moved ^ (multiples[multiple++] as number);
  }
}

/** `turn`: which of the code's bytes it is. */
function placeByte(squares: Int32Array, places: Uint16Array, turn: number, byte: number): void {
  for (let bits = byte << 24; bits !== 0; ) {
    const lead = Math.clz32(bits);
    const place = places[8 * turn + lead] as number;
    squares[place >> 5] = (squares[place >> 5] as number) ^ (1 << ~place);
    bits ^= 1 << ~lead;
  }
}
