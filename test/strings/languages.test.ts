import { expect, test } from "vitest";
import { languageNames, localeOf } from "../../src/strings/languages.js";

test("languages by their own names, and as they stand in a sentence of another", () => {
  expect(languageNames(["vi", "en", "fr"])).toEqual({
    vi: { own: "Tiếng Việt", within: { vi: "tiếng Việt", en: "Vietnamese", fr: "vietnamien" } },
    en: { own: "English", within: { vi: "tiếng Anh", en: "English", fr: "anglais" } },
    fr: { own: "Français", within: { vi: "tiếng Pháp", en: "French", fr: "français" } },
  });
});

test("a language with a region or an extension has a name too", () => {
  const names = languageNames(["vi-VN", "en-x-demo", "zh-Hant"]);
  expect(names["vi-VN"]?.own).toMatch(/^Tiếng Việt/);
  expect(names["en-x-demo"]?.own).toBe("English");
  expect(names["zh-Hant"]?.within["vi-VN"]).toMatch(/^tiếng Trung/);
});

test.each([
  ["vi", "vi_VN"],
  ["en", "en_US"],
  ["en-GB", "en_GB"],
  ["zh-Hant", "zh_TW"],
  ["km", "km_KH"],
])("networks know %s as %s", (lang, locale) => {
  expect(localeOf(lang)).toBe(locale);
});
