// The QR codes that stand as marks in the texts of pages (late-html.ts). They can be drawn before any page is: whoever
// writes the pages has nothing to do while the site is linked.
import { keepSome } from "../model/keep-some.js";
import type { LateCode } from "../model/late-html.js";
import { aroundQr, makeQrPath } from "../model/qr.js";
import { writeLatin1 } from "../model/quick-bytes.js";
import { openShelf } from "./shelf.js";

export interface LateCodes {
  /** Draws the codes of addresses that will be asked for. */
  readonly prepare: (addresses: readonly string[]) => void;
  /** The HTML in the place of a mark, as pieces of UTF-8. Undefined where no code is. */
  readonly html: (mark: string, late: LateCode) => readonly Uint8Array[] | undefined;
}

/** Of codes that are drawn ahead: they take 3 KB each. */
export const mostPrepared = 10_000;

/** Both pages of an article have the same code; others that are made with them (stage-all.ts) come in between. */
const mostFinished = 64;

interface DrawnPath {
  readonly d: Buffer;
  readonly size: number;
}

/** `makePath` is another only for tests that count how often it draws. */
export function openLateCodes(makePath = makeQrPath): LateCodes {
  const shelf = openShelf();
  const prepared = new Map<string, DrawnPath>();
  /** By mark. */
  const finished = new Map<string, readonly Uint8Array[]>();

  const draw = (address: string): DrawnPath | undefined => {
    const path = makePath(address);
    if (path === undefined) return undefined;
    const d = shelf(path.d.length, (place) => writeLatin1(place, path.d, 0));
    return { d, size: path.size };
  };
  return {
    prepare: (addresses) => {
      for (const address of addresses.slice(0, mostPrepared)) {
        const drawn = draw(address);
        if (drawn !== undefined) prepared.set(address, drawn);
      }
    },
    html: (mark, { code, label }) => {
      const known = finished.get(mark);
      if (known !== undefined) return known;
      const drawn = prepared.get(code) ?? draw(code);
      prepared.delete(code);
      if (drawn === undefined) return undefined;
      const { before, after } = aroundQr(drawn.size, label);
      const html = [Buffer.from(before), drawn.d, Buffer.from(after)];
      keepSome(finished, mark, html, mostFinished);
      return html;
    },
  };
}
