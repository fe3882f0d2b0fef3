import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatNumber, formatSize } from "../../src/strings/numbers.js";

describe("numbers", () => {
  test.each([
    [0, "0", "0"],
    [999, "999", "999"],
    [1000, "1.000", "1,000"],
    [3430, "3.430", "3,430"],
    [1234567, "1.234.567", "1,234,567"],
  ])("%d", (value, vietnamese, english) => {
    expect(formatNumber(value, "vi")).toBe(vietnamese);
    expect(formatNumber(value, "en")).toBe(english);
  });

  test.each(["vi", "en"])("whole ones are those of the runtime in %s", (lang) => {
    const runtime = new Intl.NumberFormat(lang);
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.nat(15), (value, digits) => {
        const shorter = Number(String(value).slice(0, digits + 1));
        expect(formatNumber(shorter, lang)).toBe(runtime.format(shorter));
        const negative = 0 - shorter;
        expect(formatNumber(negative, lang)).toBe(runtime.format(negative));
      }),
    );
  });

  test("no narrow no-break space, no other digits", () => {
    expect(formatNumber(1234567, "fr")).toBe("1\u00a0234\u00a0567");
    expect(formatNumber(1234, "ar")).toMatch(/^1.?234$/);
  });
});

describe("sizes of files", () => {
  test.each([
    [0, "1 KB", "1 KB"],
    [512, "1 KB", "1 KB"],
    [48_300, "48 KB", "48 KB"],
    [999_499, "999 KB", "999 KB"],
    [999_500, "1 MB", "1 MB"],
    [1_200_000, "1,2 MB", "1.2 MB"],
    [12_340_000, "12,3 MB", "12.3 MB"],
    [999_949_999, "999,9 MB", "999.9 MB"],
    [2_500_000_000, "2,5 GB", "2.5 GB"],
  ])("%d bytes", (bytes, vietnamese, english) => {
    expect(formatSize(bytes, "vi")).toBe(vietnamese.replace(" ", "\u00a0"));
    expect(formatSize(bytes, "en")).toBe(english.replace(" ", "\u00a0"));
  });
});
