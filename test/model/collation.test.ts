// Names in Vietnamese order: as the runtime's own collation has it, for whatever names are made of.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comparerFor } from "../../src/model/collation.js";

const vi = comparerFor("vi");
const collator = new Intl.Collator("vi");

describe("names in Vietnamese", () => {
  test.each([
    ["letters before tones before case", "An an Án Ăn Ân Ba bà Bà Cà chà Da Đa em Êm"],
    ["tones of the last syllable too", "hoa hỏa hoà hòa hoạ họa"],
    [
      "names of places",
      "An Giang, Bà Rịa, Bắc Giang, Bạc Liêu, Cà Mau, Đà Nẵng, Đắk Lắk, Điện Biên, Ninh Bình",
    ],
  ])("%s", (_, text) => {
    const names = text.includes(",") ? text.split(", ") : text.split(" ");
    expect([...names].sort(vi)).toEqual([...names].sort(collator.compare));
  });

  test("a letter after another that a dictionary has before it", () => {
    const names = [
      "đảng",
      "dân",
      "ơn",
      "ôn",
      "on",
      "ưu",
      "um",
      "Âu",
      "An",
      "ăn",
      "2 tháng 9",
      "10 năm",
      "“Dân”",
    ];
    expect(names.sort(vi).join(" | ")).toBe(
      "“Dân” | 10 năm | 2 tháng 9 | An | ăn | Âu | dân | đảng | on | ôn | ơn | um | ưu",
    );
  });

  test("any names are in the runtime's order, alone known characters or not", () => {
    const common = [..."aàÁăẰâẬbBcdDđĐeéÊệiíoọôỐơờuUưỰyỳzZ0129 -–_.,:;!?…·'’‘\"“”()/&%+@#*[]{}<>=|~$^`\\"];
    const name = fc.string({ unit: fc.constantFrom(...common), maxLength: 8 });
    const any = fc.oneof({ weight: 5, arbitrary: name }, fc.string({ unit: "grapheme", maxLength: 4 }));
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(Math.sign(vi(a, b))).toBe(Math.sign(collator.compare(a, b)));
      }),
      { numRuns: 20_000 },
    );
  });
});

test("other languages are asked of the runtime", () => {
  const names = ["Zebra", "ähnlich", "Apfel", "đ", "d", "É", "e"];
  for (const lang of ["en", "de", "sv"]) {
    expect([...names].sort(comparerFor(lang))).toEqual([...names].sort(new Intl.Collator(lang).compare));
  }
});
