import { expect, test } from "vitest";
import { languageNames, localeOf } from "../../src/strings/languages.js";

test("languages by their own names, and as they stand in a sentence of another", () => {
  expect(languageNames(["vi", "en", "fr"])).toEqual({
    vi: { own: "Tiếng Việt", within: { vi: "tiếng Việt", en: "Vietnamese", fr: "vietnamien" } },
    en: { own: "English", within: { vi: "tiếng Anh", en: "English", fr: "anglais" } },
    fr: { own: "Français", within: { vi: "tiếng Pháp", en: "French", fr: "français" } },
  });
});

test.each([[["vi", "en"]], [["en", "vi"]], [["vi"]], [["en"]]])(
  "the usual languages %j are called as the runtime calls them beside a third",
  (languages) => {
    const pick = (names: Readonly<Record<string, unknown>>) => languages.map((lang) => names[lang]);
    const asked = languageNames([...languages, "fr"]);
    const within = (lang: string) =>
      Object.fromEntries(languages.map((reader) => [reader, asked[lang]?.within[reader]]));
    expect(pick(languageNames(languages))).toEqual(
      languages.map((lang) => ({ own: asked[lang]?.own, within: within(lang) })),
    );
    expect(Object.keys(languageNames(languages))).toEqual(languages);
    for (const lang of languages) {
      const { language, region } = new Intl.Locale(lang).maximize();
      expect(localeOf(lang)).toBe(`${language}_${region}`);
    }
  },
);

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
