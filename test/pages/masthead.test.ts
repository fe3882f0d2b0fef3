import { describe, expect, test } from "vitest";
import { type ArticleSpec, dataOf, makeIssue, makeSite } from "./site-factory.js";

const articles: readonly ArticleSpec[] = [
  { key: "a", title: "Bài một", section: "Đời sống", issue: makeIssue("01/2023"), tags: ["Chi bộ"] },
  { key: "a", lang: "en", title: "First" },
  { key: "b", title: "Bài hai", section: "Gương sáng", issue: makeIssue("02/2023"), on: "2023-02-01" },
  { key: "about", kind: "page", title: "Giới thiệu" },
  { key: "contact", kind: "page", title: "Liên hệ" },
  { key: "contact", kind: "page", lang: "en", title: "Contact" },
];
const sections = [
  { id: "guong-sang", name: { vi: "Gương sáng", en: "People" } },
  { id: "doi-song", name: { vi: "Đời sống" } },
  { id: "trong", name: { vi: "Trống" } },
];
const config = {
  sections,
  publisher: { vi: "Đảng ủy xã" },
  footer: { en: "Thank you." },
  imprint: { vi: { governingBody: "Đảng ủy xã", address: "", email: "x@h.example" } },
};
const site = makeSite({ articles, config });
const masthead = (path: string, of = site) => dataOf(of, path).site;

describe("the masthead leads only where there is something", () => {
  test("sections with articles, in the order of the configuration", () => {
    const shown = (path: string) => masthead(path).sections.map(({ text, lang, href }) => [text, lang, href]);
    expect(shown("vi/index.html")).toEqual([
      ["Gương sáng", "", "sections/guong-sang.html"],
      ["Đời sống", "", "sections/doi-song.html"],
    ]);
    expect(shown("en/index.html")).toEqual([["Đời sống", "vi", "sections/doi-song.html"]]);
  });

  test("the current issue of each language", () => {
    expect(masthead("vi/index.html").issue).toMatchObject({ text: "Bản tin số 02/2023" });
    expect(masthead("en/index.html").issue).toMatchObject({ text: "Issue 01/2023" });
    expect(masthead("vi/index.html", makeSite({}))).not.toHaveProperty("issue");
  });

  test("index pages that exist", () => {
    const shown = (of = site) => masthead("vi/index.html", of).indexes.map(({ text }) => text);
    expect(shown()).toEqual(["Chuyên mục", "Các số bản tin", "Tin theo tháng", "Từ khóa"]);
    expect(shown(makeSite({}))).toEqual([]);
  });

  test("the page and its section are marked", () => {
    const marks = (path: string) =>
      [masthead(path).home, masthead(path).latest, ...masthead(path).sections, ...masthead(path).menu]
        .filter(({ current }) => current !== "")
        .map(({ text, current }) => `${text} ${current}`);
    expect(marks("vi/index.html")).toEqual(["Trang chủ page"]);
    expect(marks("vi/2023/01/bai-mot.html")).toEqual(["Đời sống true"]);
    expect(marks("vi/sections/doi-song.html")).toEqual(["Đời sống page"]);
    expect(marks("vi/lien-he.html")).toEqual(["Liên hệ page"]);
    expect(marks("vi/tags/chi-bo.html")).toEqual([]);
  });
});

describe("the menu", () => {
  const menu = (path: string, of = site) =>
    masthead(path, of).menu.map(({ text, href, lang, outside }) => [text, href, lang, outside]);

  test("is every standing page of the language where none is configured", () => {
    expect(menu("vi/index.html")).toEqual([
      ["Giới thiệu", "gioi-thieu.html", "", false],
      ["Liên hệ", "lien-he.html", "", false],
    ]);
    expect(menu("en/index.html")).toEqual([["Contact", "contact.html", "", false]]);
  });

  test("is in the configured order, with links to other sites, without traps and gaps", () => {
    const entries = [
      { page: "contact" },
      { url: "https://h.example/", title: { vi: "Cổng thông tin" } },
      { url: "javascript:alert(1)", title: { vi: "Bẫy" } },
      { url: "vi/khong-co.html", title: { vi: "Không có" } },
      { page: "nowhere" },
      { page: "about" },
    ];
    const own = makeSite({ articles, config: { menu: entries } });
    expect(menu("vi/index.html", own)).toEqual([
      ["Liên hệ", "lien-he.html", "", false],
      ["Cổng thông tin", "https://h.example/", "", true],
      ["Giới thiệu", "gioi-thieu.html", "", false],
    ]);
    expect(menu("en/index.html", own)).toEqual([
      ["Contact", "contact.html", "", false],
      ["Cổng thông tin", "https://h.example/", "vi", true],
    ]);
  });
});

describe("texts of the configuration", () => {
  test("stand in for the language that has none, and say which they are", () => {
    expect(masthead("en/index.html")).toMatchObject({
      publisher: { text: "Đảng ủy xã", lang: "vi" },
      footer: { text: "Thank you.", lang: "" },
      imprint: { lang: "vi", lines: [{ label: "Governing body", text: "Đảng ủy xã" }], email: "x@h.example" },
    });
    expect(masthead("vi/index.html")).toMatchObject({
      publisher: { text: "Đảng ủy xã", lang: "" },
      imprint: { lang: "", lines: [{ label: "Cơ quan chủ quản", text: "Đảng ủy xã" }], reuse: "" },
    });
  });

  test("that nobody wrote are absent", () => {
    const bare = masthead("vi/index.html", makeSite({}));
    expect(Object.keys(bare).sort()).toEqual([
      "feed",
      "home",
      "indexes",
      "issueMonth",
      "latest",
      "logo",
      "menu",
      "sections",
      "title",
    ]);
  });
});
