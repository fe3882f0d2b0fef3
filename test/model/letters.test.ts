// A text of common letters is asked a smaller expression: it has to answer as the exact one would.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { letterPattern } from "../../src/model/letters.js";

const everyUnit = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));

describe("a letter pattern", () => {
  test.each(["L", "Lu", "M", "N"])("knows the same characters of \\p{%s}, in a class and alone", (name) => {
    for (const source of [`^\\p{${name}}$`, `^[^\\p{${name}}]$`, `^[-\\p{${name}}\\]]$`]) {
      const exact = new RegExp(source, "u");
      const pattern = letterPattern(source);
      const wrong = everyUnit.filter((unit) => pattern.test(unit) !== exact.test(unit));
      expect(wrong).toEqual([]);
    }
  });

  test("is the exact one for other scripts, and only for them", () => {
    const pattern = letterPattern(String.raw`^\p{Lu}\p{L}*$`);
    for (const text of ["Москва", "Ελλάδα", "北京", "ꓲꓬ", "𐐀", "한국"])
      expect(pattern.on(text)).toEqual(/^\p{Lu}\p{L}*$/u);
    for (const text of ["Đảng", "A\u0309nh", "“Hồ” – 5 ₫ → 6", ""]) expect(pattern.on(text).flags).toBe("");
    expect(pattern.on("Đảng")).toBe(pattern.on("Ấp"));
  });

  test("finds the same in the same places, whatever surrounds it", () => {
    const source = String.raw`(?<![\p{L}\p{N}\p{M}.])\d+(?:[-–/](?:\d+%?|\p{Lu}[\p{L}\p{M}]*))+(?![\p{L}\p{N}\p{M}_]|/[\p{Lu}\p{N}])`;
    const exact = new RegExp(source, "gu");
    const pattern = letterPattern(source, "g");
    const piece = fc.constantFrom(..."05-/–.%_ ĐdẢạ\u0309²ñĲЖ中😀𐐀½");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join("");
        const found = (expression: RegExp) =>
          [...text.matchAll(expression)].map(({ 0: hit, index }) => [hit, index]);
        expect(found(pattern.on(text))).toEqual(found(exact));
      }),
      { numRuns: 2000 },
    );
  });

  test("that asks for what is not known of common letters is refused", () => {
    expect(() => letterPattern(String.raw`\p{P}`).test("a")).toThrow("\\p{P} is not known");
  });
});
