import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sourcePath } from "../../src/model/paths.js";
import { identityOf } from "../../src/parse/identity.js";

const languages = ["vi", "en", "zh-Hant"];

describe("identityOf", () => {
  test.each([
    ["content/2023/can-duoc.vi.md", "article", "2023/can-duoc", "vi", "suffix"],
    ["content/2023/can-duoc.EN.md", "article", "2023/can-duoc", "en", "suffix"],
    ["content/2023/can-duoc.zh-hant.md", "article", "2023/can-duoc", "zh-Hant", "suffix"],
    ["content/2023/can-duoc/vi.md", "article", "2023/can-duoc", "vi", "name"],
    ["content/2023/can-duoc/En.MD", "article", "2023/can-duoc", "en", "name"],
    ["content/vi/2023/x.md", "article", "2023/x", "vi", "folder"],
    ["content/2023/en/x.md", "article", "2023/x", "en", "folder"],
    ["content/vi/a/en/b/x.md", "article", "vi/a/b/x", "en", "folder"],
    ["content/2023/x.md", "article", "2023/x", "vi", "default"],
    ["content/x.fr.md", "article", "x.fr", "vi", "default"],
    ["content/bài 1. mở đầu.md", "article", "bài 1. mở đầu", "vi", "default"],
    // The nearest to the text wins, and only that part leaves the key.
    ["content/en/x.vi.md", "article", "en/x", "vi", "suffix"],
    ["content/en/x/vi.md", "article", "en/x", "vi", "name"],
    ["content/x.vi.en.md", "article", "x.vi", "en", "suffix"],
    ["content/vi.md", "article", "index", "vi", "name"],
    ["content/.vi.md", "article", ".vi", "vi", "default"],
    ["content/pages/gioi-thieu.md", "page", "gioi-thieu", "vi", "default"],
    ["content/pages/gioi-thieu.en.md", "page", "gioi-thieu", "en", "suffix"],
    ["content/pages/gioi-thieu/en.md", "page", "gioi-thieu", "en", "name"],
    ["content/pages/en/gioi-thieu.md", "page", "gioi-thieu", "en", "folder"],
    ["content/2023/pages/x.md", "article", "2023/pages/x", "vi", "default"],
    ["content/pages.md", "article", "pages", "vi", "default"],
  ])("%s", (path, kind, key, lang, langFrom) =>
    expect(identityOf(sourcePath(path), languages)).toEqual({ kind, key, lang, langFrom }),
  );

  test("the default language is the first of the bulletin, and codes of no language of it mean nothing", () =>
    expect(identityOf(sourcePath("content/vi/x.vi.md"), ["fr", "en"])).toEqual({
      kind: "article",
      key: "vi/x.vi",
      lang: "fr",
      langFrom: "default",
    }));

  test("suffix, name and folder pair the translations of one story", () => {
    const part = fc.stringMatching(/^[a-z0-9-]{3,8}$/).filter((text) => !languages.includes(text));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
        const key = parts.join("/");
        for (const place of [
          (lang: string) => `content/${key}.${lang}.md`,
          (lang: string) => `content/${key}/${lang}.md`,
          (lang: string) => `content/${lang}/${key}.md`,
        ]) {
          for (const lang of languages) {
            expect(identityOf(sourcePath(place(lang)), languages)).toMatchObject({ key, lang });
          }
        }
      }),
    );
  });
});
