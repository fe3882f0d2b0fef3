import fc from "fast-check";
import { expect, test } from "vitest";
import { readUtf8, unitsOf } from "../../src/model/utf8.js";

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decode(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

const texts = fc.array(
  fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("Cần Đước ", "plain ", "\ufeff", "é", "x".repeat(300), "ấ".repeat(150)),
  ),
);

test("reads what a decoder reads, and refuses what that refuses", () => {
  fc.assert(
    fc.property(texts, fc.option(fc.tuple(fc.nat(2000), fc.nat(255)), { freq: 3 }), (parts, damage) => {
      const bytes = new TextEncoder().encode(`-${parts.join("")}`);
      if (damage !== null) bytes[damage[0] % bytes.length] = damage[1];
      // At an odd place of a larger piece of memory, as files of the cache are.
      expect(readUtf8(bytes.subarray(1))).toBe(decode(bytes.subarray(1)));
    }),
    { numRuns: 1000 },
  );
});

test("the units of a text are its letters, wherever in memory they come to lie", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" }), { maxLength: 9 }), texts, (before, parts) => {
      for (const text of [...before, parts.join("")]) {
        expect([...unitsOf(text)]).toEqual(Array.from(text.split(""), (letter) => letter.charCodeAt(0)));
      }
    }),
  );
});
