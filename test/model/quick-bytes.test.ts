// The quick way to bytes and back gives what the documented one gives, and is the one that every Node in use takes.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { documentedWays, quickWays, readLatin1, type Ways } from "../../src/model/quick-bytes.js";

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: fc.constantFrom(..."aễ–😀\ud83d\u0000ÿ"), maxLength: 200 }),
);
const latin = fc.string({ unit: fc.constantFrom(..."a\u0000\u007f\u0080é ÿ"), maxLength: 200 });
const place = fc.integer({ min: 0, max: 9 });

function written(ways: Ways, way: "writeLatin1" | "writeUtf8" | "writeUtf16", one: string, at: number) {
  const bytes = Buffer.alloc(at + 3 * one.length + 5, 7);
  const size = ways[way](bytes, one, at);
  return { size, bytes: bytes.toString("hex") };
}

test("this Node has the quick way", () => {
  expect(readLatin1).toBe(quickWays.readLatin1);
});

describe("both ways are the same", () => {
  test.each([
    ["writeUtf8", text],
    ["writeUtf16", text],
    ["writeLatin1", latin],
  ] as const)("%s", (way, texts) => {
    fc.assert(
      fc.property(texts, place, (one, at) => {
        expect(written(quickWays, way, one, at)).toEqual(written(documentedWays, way, one, at));
      }),
    );
  });

  test.each(["readLatin1", "readUtf8Part"] as const)("%s", (way) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), place, place, (array, start, cut) => {
        const bytes = Buffer.from(array);
        const [from, to] = [Math.min(start, bytes.length), Math.max(0, bytes.length - cut)];
        if (from > to) return;
        expect(quickWays[way](bytes, from, to)).toBe(documentedWays[way](bytes, from, to));
      }),
    );
  });
});

test("what is written is what Buffer makes of the text", () => {
  const word = "Đảng bộ 😀\ud83d";
  const bytes = Buffer.alloc(100);
  expect(bytes.subarray(0, quickWays.writeUtf8(bytes, word, 0))).toEqual(Buffer.from(word));
  expect(bytes.subarray(0, quickWays.writeUtf16(bytes, word, 0))).toEqual(Buffer.from(word, "utf16le"));
});
