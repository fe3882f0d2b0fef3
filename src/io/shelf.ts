// Memory for many texts that are kept: each by itself would be asked of the system, and be dear.

/** Bytes of a piece of it. */
const pieceSize = 1 << 20;

/** Where a text goes: it takes as many bytes of the room, which has `most`, as `fill` says. */
export type Shelf = (most: number, fill: (room: Buffer) => number) => Buffer;

export function openShelf(): Shelf {
  let piece: Buffer = Buffer.alloc(0);
  let used = 0;
  return (most, fill) => {
    if (used + most > piece.length) {
      piece = Buffer.allocUnsafeSlow(Math.max(pieceSize, most));
      used = 0;
    }
    const start = used;
    used += fill(piece.subarray(start, start + most));
    return piece.subarray(start, used);
  };
}
