import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nameKey } from "../../src/model/spelling.js";

describe("nameKey", () => {
  test.each([
    ["Hòa bình", "hoà bình"],
    ["HÒA  BÌNH", "hoà bình"],
    ["uỷ ban", "uỷ ban"],
    ["Ủy ban", "uỷ ban"],
    ["  Nghị\tquyết ", "nghị quyết"],
    ["Chi bộ 4 tốt", "chi bộ 4 tốt"],
    ["", ""],
  ])("%s → %s", (name, key) => expect(nameKey(name)).toBe(key));

  test("is the same for every spelling of a text in Unicode", () => {
    const letters = "aàảãáạăằặâấậeèẹêếoòỏõóọôồộơờợuùủũúụưừựyỳỷỹýỵdđbnAÀÁẠĂÂẬĐEÊỆOÒÓỌÔỘƠỢUÙÚỤƯỰYÝỴ19-&";
    const text = fc.string({ unit: fc.constantFrom(...letters, " "), maxLength: 12 });
    // In NFD it goes the long way.
    fc.assert(
      fc.property(text, (name) => {
        const marked = `${name} ế`;
        expect(nameKey(marked)).toBe(nameKey(marked.normalize("NFD")));
      }),
      { numRuns: 20_000 },
    );
  });

  test("every letter goes the short way as it goes the long one", () => {
    for (let code = 0x20; code < 0x2200; code++) {
      const marked = `${String.fromCharCode(code)} ế${String.fromCharCode(code)}`;
      if (nameKey(marked) !== nameKey(marked.normalize("NFD"))) expect.fail(code.toString(16));
    }
  });
});
