import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countGraphemes, offsetOf, placeAt, placeFinder } from "../../src/model/place.js";

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

describe("countGraphemes", () => {
  test.each([
    ["Cần Đước", 8],
    ["Cần Đước".normalize("NFD"), 8],
    ["👩‍👩‍👧 Đảng", 6],
    ["", 0],
    ["a\u00adb", 3],
  ])("%j has %i", (text, count) => expect(countGraphemes(text)).toBe(count));

  test("its short cut agrees with Unicode's segmentation", () => {
    const near = fc.integer({ min: 0x20, max: 0x2fff }).map((code) => String.fromCodePoint(code));
    const letter = fc.constantFrom(..."aăâđêôơưẾộ“”–… \u0301\u0323\u200d");
    fc.assert(
      fc.property(fc.array(fc.oneof(near, letter), { maxLength: 12 }), (letters) => {
        const text = letters.join("");
        expect(countGraphemes(text)).toBe([...segmenter.segment(text)].length);
      }),
      { numRuns: 1000 },
    );
  });
});

test("offsetOf undoes placeAt at the start of every grapheme", () => {
  const text = "---\ntitle: Cần Đước\nabc\n\n“Đảng” 👩‍👩‍👧 ơi\n";
  for (const { index } of segmenter.segment(text)) {
    expect(offsetOf(text, placeAt(text, index))).toBe(index);
  }
  expect(placeAt(text, text.indexOf("Đước"))).toEqual({ line: 2, column: 12 });
});

test("placeFinder agrees with placeAt, whatever the order of the questions", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("a", "ế", "\n", "👩‍👩‍👧") }),
      fc.array(fc.nat(60)),
      (text, offsets) => {
        const find = placeFinder(text);
        for (const offset of offsets) expect(find(offset)).toEqual(placeAt(text, offset));
      },
    ),
  );
});
