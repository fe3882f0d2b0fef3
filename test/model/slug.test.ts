import slugify from "@sindresorhus/slugify";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSlug, slugOf } from "../../src/model/slug.js";

describe("slugOf", () => {
  test.each([
    ["Cần Đước: Kiện toàn hệ thống chính trị", "can-duoc-kien-toan-he-thong-chinh-tri"],
    ["Chỉ thị 05-CT/TW & Nghị quyết 39-NQ/TW", "chi-thi-05-ct-tw-nghi-quyet-39-nq-tw"],
    ["GDĐT và iPhone", "gddt-va-iphone"],
    ["Đảng bộ".normalize("NFD"), "dang-bo"],
    ["🎉🎉", ""],
    ["Con", "con-1"],
  ])("%s → %s", (text, slug) => expect(slugOf(text)).toBe(slug));

  test("a long title is cut at a word, within 100 bytes", () => {
    const slug = slugOf("Đảng bộ xã ".repeat(30));
    expect(slug.length).toBeLessThanOrEqual(100);
    expect(slug).toMatch(/(dang|bo|xa)$/);
    expect(isSlug(slug)).toBe(true);
  });
});

describe("the short way for Vietnamese and English", () => {
  const library = (text: string) =>
    slugify(text.normalize("NFC"), { decamelize: false, customReplacements: [["&", " "]] });
  const check = (text: string): void => {
    // With a letter beside it, for names that Windows reserves are ours alone.
    for (const beside of [`x ${text}`, `${text} x`]) expect(slugOf(beside)).toBe(library(beside));
  };

  test("agrees with the library on every character, between letters and alone", () => {
    for (let code = 0; code < 0x2100; code++) {
      const sign = String.fromCodePoint(code);
      for (const text of [sign, `a${sign}b`, `A${sign}`, `${sign}1`]) check(text);
    }
  });

  const letters = [..."aáÀẢãẠăẮặâẤậđĐeÉêỆiÍịoỎôỐộơỜợuỤưỪựyỲỵbcNTSts019"];
  const signs = [..." \t.,:;!?()[]{}<>\"'“”‘’„…-–—/\\|_*+=%#@&~$^`´\u0300\u0323ßöİſ\u{1f984}"];
  const text = fc.string({ unit: fc.constantFrom(...letters, ...letters, ...signs), maxLength: 30 });
  test("agrees with the library on any text", () => {
    fc.assert(fc.property(text, check), { numRuns: 5_000 });
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 20 }), check), { numRuns: 2_000 });
  });
});
