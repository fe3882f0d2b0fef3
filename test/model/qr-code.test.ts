// Our encoder of QR codes held against the library that it goes around: the same squares for every size and both
// levels, and the same path for any address.
import fc from "fast-check";
import { type Correction, correction, generate, mode } from "lean-qr";
import { describe, expect, test, vi } from "vitest";
import { encodeQr } from "../../src/model/qr-code.js";
import { wordsAcross } from "../../src/model/qr-frame.js";
import type { QrLevel } from "../../src/model/qr-tables.js";
import { qrPathOf } from "../../src/pages/qr.js";

vi.setConfig({ testTimeout: 120_000 });

function generateAt(address: string, level: Correction) {
  const data = /^[\0-\x7f]*$/.test(address) ? mode.ascii(address) : address;
  return generate(data, { minCorrectionLevel: level, maxCorrectionLevel: level, mask: 2 });
}

/** Rows of squares, as letters; undefined for a text that is too long. */
function libraryRows(ascii: string, level: QrLevel): string[] | undefined {
  try {
    const { size, get } = generateAt(ascii, correction[level]);
    return Array.from({ length: size }, (_, y) =>
      Array.from({ length: size }, (_, x) => (get(x, y) ? "#" : ".")).join(""),
    );
  } catch {
    return undefined;
  }
}

function ourRows(ascii: string, level: QrLevel): string[] | undefined {
  const code = encodeQr(ascii, level);
  if (code === undefined) return undefined;
  const { size, squares } = code;
  const isDark = (x: number, y: number) =>
    (((squares[y * wordsAcross(size) + (x >> 5)] as number) >>> (31 - (x % 32))) & 1) === 1;
  return Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (_, x) => (isDark(x, y) ? "#" : ".")).join(""),
  );
}

/** The path as it would be drawn square by square. */
function slowPath(address: string): { d: string; size: number } {
  const draw = (level: Correction) => {
    const { size, get } = generateAt(address, level);
    let d = "";
    for (let y = 0; y < size; y++) {
      let pen = -1;
      for (let x = 0; x < size; x++) {
        if (!get(x, y)) continue;
        const start = x;
        while (get(x, y)) x++;
        d += `${pen === -1 ? `M${start} ${y}` : `m${start - pen} 0`}h${x - start}`;
        pen = x;
      }
    }
    return { d, size };
  };
  // At level M no code holds more than 2,331 bytes, and the paths of such are long.
  const path = new TextEncoder().encode(address).length <= 2300 ? draw(correction.M) : undefined;
  return path !== undefined && path.d.length <= 4000 ? path : draw(correction.L);
}

const ascii = (most: number) =>
  fc
    .integer({ min: 0, max: most })
    .chain((length) => fc.string({ unit: "binary-ascii", minLength: length, maxLength: length }));

describe.each(["L", "M"] as const)("at level %s", (level) => {
  test("the last and the first length of each of the forty sizes give the library's code", () => {
    const letters = "https://bantin.example/vi/2026/01/~{sinh-hoat}?\0\x7f".repeat(70);
    const sizes = new Set<number>();
    for (let length = 0; length <= 2953; length++) {
      const [text, longer] = [letters.slice(0, length), letters.slice(0, length + 1)];
      const size = encodeQr(text, level)?.size;
      if (size === undefined) break;
      sizes.add(size);
      if (size === encodeQr(longer, level)?.size) continue;
      expect(ourRows(text, level)).toEqual(libraryRows(text, level));
      expect(ourRows(longer, level)).toEqual(libraryRows(longer, level));
    }
    expect(sizes.size).toBe(40);
  });

  test("any text gives the library's code", () => {
    const check = (text: string) => {
      expect(ourRows(text, level)).toEqual(libraryRows(text, level));
    };
    fc.assert(fc.property(ascii(200), check), { numRuns: 300 });
    fc.assert(fc.property(ascii(3000), check), { numRuns: 100 });
  });
});

describe("the path is the one drawn square by square", () => {
  const check = (address: string) => {
    expect(qrPathOf(address)).toEqual(slowPath(address));
  };
  const words = fc.constantFrom(
    ..."sinh hoạt chi bộ đảng ủy Cần Đước 2026 / - _ % ă 漢 € × 🎉 \ud800 ABC".split(" "),
  );

  test("for addresses as they are made", () => {
    const slug = fc.string({ unit: fc.constantFrom(..."abcdeghiklmnopqrstuvxy0123456789-"), maxLength: 100 });
    const dated = fc.integer({ min: 2000, max: 2099 });
    fc.assert(
      fc.property(slug, dated, slug, (host, year, name) =>
        check(`https://${host}.example/vi/${year}/01/${name}.html`),
      ),
      { numRuns: 500 },
    );
  });

  test("for any of ASCII", () => {
    fc.assert(fc.property(ascii(250), check), { numRuns: 300 });
    fc.assert(fc.property(ascii(2900), check), { numRuns: 100 });
  });

  test("for those with Vietnamese and other letters", () => {
    const address = (most: number) => fc.array(words, { maxLength: most }).map((parts) => parts.join(""));
    fc.assert(fc.property(address(40), check), { numRuns: 200 });
    fc.assert(fc.property(address(700), check), { numRuns: 30 });
  });
});

test("an address that the higher level cannot hold has a code of the lower one", () => {
  const sizes = [2300, 2301, 2332, 2900].map((length) => qrPathOf("a".repeat(length))?.size);
  expect(sizes).toEqual([157, 157, 161, 177]);
});
