// The sum by which damage and change are told in bytes of our own making. It takes a third of the time of SHA-256, which
// counts for what is hashed most: every text of the site. Bytes that somebody else may choose have model/hash.ts; and where
// two sums are the same, the bytes themselves say whether they are.
import { crc32 } from "node:zlib";

/** CRC-32, eight lower-case hex digits. */
export function checkBytes(bytes: Uint8Array): string {
  return written(crc32(bytes));
}

/** The same of bytes that come one part after the other. */
export function openCheck(): { readonly add: (part: Uint8Array) => void; readonly check: () => string } {
  let sum = 0;
  return {
    add: (part) => {
      sum = crc32(part, sum);
    },
    check: () => written(sum),
  };
}

function written(sum: number): string {
  return sum.toString(16).padStart(8, "0");
}
