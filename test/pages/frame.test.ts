import { describe, expect, test } from "vitest";
import { type ArticleSpec, dataOf, makeIssue, makeSite, planSite } from "./site-factory.js";

const articles: readonly ArticleSpec[] = [
  { key: "both", title: "Bài chung", tags: ["Chi bộ"], section: "Đời sống", issue: makeIssue("01/2023") },
  { key: "both", lang: "en", title: "Shared story" },
  { key: "alone", title: "Bài riêng", on: "2022-12-01", tags: ["Đảng viên"] },
  { key: "about", kind: "page", title: "Giới thiệu" },
  { key: "contact", kind: "page", title: "Liên hệ" },
  { key: "contact", kind: "page", lang: "en", title: "Contact" },
];
const url = "https://h.example/a";
const languages = ["vi", "en", "fr"];
const site = makeSite({ articles, config: { url, languages } });

const switcher = (path: string) =>
  Object.fromEntries(
    dataOf(site, path).page.switcher.map(({ lang, href, note, current }) => [
      lang,
      `${href}${current ? " (here)" : ""}${note === "" ? "" : ` (${note})`}`,
    ]),
  );

describe("the language switch", () => {
  test.each([
    [
      "leads to the translation, else home, saying so",
      "vi/2023/01/bai-chung.html",
      {
        vi: "bai-chung.html (here)",
        en: "../../../en/2023/01/shared-story.html",
        fr: "../../../fr/index.html (Bài này chưa có bản tiếng Pháp)",
      },
    ],
    [
      "says it in the language of the page",
      "en/2023/01/shared-story.html",
      {
        vi: "../../../vi/2023/01/bai-chung.html",
        en: "shared-story.html (here)",
        fr: "../../../fr/index.html (This article is not available in French)",
      },
    ],
    [
      "leads from a sharing page to a sharing page",
      "vi/2023/01/bai-chung/share.html",
      {
        vi: "share.html (here)",
        en: "../../../../en/2023/01/shared-story/share.html",
        fr: "../../../../fr/index.html (Bài này chưa có bản tiếng Pháp)",
      },
    ],
    [
      "says of a standing page that it is a page",
      "vi/gioi-thieu.html",
      {
        vi: "gioi-thieu.html (here)",
        en: "../en/index.html (Trang này chưa có bản tiếng Anh)",
        fr: "../fr/index.html (Trang này chưa có bản tiếng Pháp)",
      },
    ],
    [
      "leads from a list to the same list, else home",
      "vi/tags/chi-bo.html",
      { vi: "chi-bo.html (here)", en: "../../en/tags/chi-bo.html", fr: "../../fr/index.html" },
    ],
    [
      "leads from a list to the index of its kind",
      "vi/tags/dang-vien.html",
      { vi: "dang-vien.html (here)", en: "../../en/tags/index.html", fr: "../../fr/index.html" },
    ],
    [
      "leads from home to home",
      "fr/index.html",
      { vi: "../vi/index.html", en: "../en/index.html", fr: "index.html (here)" },
    ],
    [
      "leads from the latest to the latest",
      "fr/latest/index.html",
      { vi: "../../vi/latest/index.html", en: "../../en/latest/index.html", fr: "index.html (here)" },
    ],
  ])("%s", (_, path, entries) => {
    expect(switcher(path)).toEqual(entries);
  });

  test("calls each language by its own name", () => {
    const labels = dataOf(site, "vi/index.html").page.switcher.map(({ label }) => label);
    expect(labels).toEqual(["Tiếng Việt", "English", "Français"]);
  });

  test("from the second page of a list leads to the first of the other language", () => {
    const long = makeSite({
      config: { pageSize: 1 },
      articles: ["a", "b"].flatMap((key) => ["vi", "en"].map((lang) => ({ key, lang, tags: ["Chi bộ"] }))),
    });
    const { page } = dataOf(long, "vi/tags/chi-bo/2.html");
    expect(page.switcher.map(({ href }) => href)).toEqual(["2.html", "../../../en/tags/chi-bo.html"]);
  });
});

describe("what the head tells search engines", () => {
  const head = (path: string, of = site) => dataOf(of, path).page.head;
  const hreflangs = (path: string) =>
    head(path).alternates.map(({ hreflang, href }) => `${hreflang} ${href.slice(url.length)}`);

  test.each([
    ["vi/2023/01/bai-chung.html", "/vi/2023/01/bai-chung.html"],
    ["vi/index.html", "/vi/"],
    ["index.html", "/"],
    ["vi/2023/01/bai-chung/share.html", "/vi/2023/01/bai-chung.html"],
  ])("the canonical address of %s", (path, canonical) => {
    expect(head(path).canonical).toBe(url + canonical);
  });

  test.each([
    ["vi/index.html", ["vi /vi/", "en /en/", "fr /fr/", "x-default /"]],
    [
      "en/2023/01/shared-story.html",
      [
        "vi /vi/2023/01/bai-chung.html",
        "en /en/2023/01/shared-story.html",
        "x-default /vi/2023/01/bai-chung.html",
      ],
    ],
    ["vi/2022/12/bai-rieng.html", ["vi /vi/2022/12/bai-rieng.html", "x-default /vi/2022/12/bai-rieng.html"]],
    [
      "vi/tags/chi-bo.html",
      ["vi /vi/tags/chi-bo.html", "en /en/tags/chi-bo.html", "x-default /vi/tags/chi-bo.html"],
    ],
    ["vi/2023/01/bai-chung/share.html", []],
    ["index.html", ["vi /vi/", "en /en/", "fr /fr/", "x-default /"]],
    ["404.html", []],
  ])("the languages of %s", (path, alternates) => {
    expect(hreflangs(path)).toEqual(alternates);
  });

  test("the second page of a list is paired with none", () => {
    const long = makeSite({ articles, config: { url, pageSize: 1 } });
    expect(head("vi/latest/2.html", long)).toMatchObject({
      alternates: [],
      canonical: `${url}/vi/latest/2.html`,
    });
  });

  test("only sharing pages and 404.html ask not to be listed", () => {
    const hidden = planSite(site)
      .map(({ path }) => path as string)
      .filter((path) => head(path).noindex);
    expect(hidden.filter((path) => !path.endsWith("/share.html"))).toEqual(["404.html"]);
    expect(hidden).toHaveLength(4);
  });

  test.each([
    ["vi/2023/01/bai-chung.html", "Bài chung | Bản tin (vi)"],
    ["vi/2023/01/bai-chung/share.html", "Bài chung | Chia sẻ bài viết | Bản tin (vi)"],
    ["404.html", "Không tìm thấy trang | Bản tin (vi)"],
    ["index.html", "Bản tin (vi) | Bản tin (en) | Bản tin (fr)"],
    ["en/tags/index.html", "Tags | Bản tin (en)"],
  ])("the title of %s", (path, title) => {
    expect(head(path).title).toBe(title);
  });

  test("a long title goes without the name of the bulletin", () => {
    const title = "Một tiêu đề rất dài, dài hơn mức mà máy tìm kiếm chịu hiện ra cho người đọc";
    const long = makeSite({ articles: [{ title }] });
    const page = planSite(long).find(({ template }) => template === "article.njk");
    expect(head(page?.path ?? "", long).title).toBe(title);
  });
});

describe("what a page is known by", () => {
  test("articles and standing pages carry their story and file, other pages neither", () => {
    const known = planSite(site).flatMap(({ path, identity, source }) =>
      identity === undefined && source === undefined ? [] : [`${path} = ${identity} from ${source}`],
    );
    expect(known).toEqual([
      "vi/2023/01/bai-chung.html = both vi from content/both.vi.md",
      "vi/2022/12/bai-rieng.html = alone vi from content/alone.vi.md",
      "en/2023/01/shared-story.html = both en from content/both.en.md",
      "vi/gioi-thieu.html = about vi from content/pages/about.vi.md",
      "vi/lien-he.html = contact vi from content/pages/contact.vi.md",
      "en/contact.html = contact en from content/pages/contact.en.md",
    ]);
  });

  test.each([
    ["vi/2023/01/bai-chung.html", ["vi/2023/01/bai-chung.html", "en/2023/01/shared-story.html"]],
    ["en/tags/chi-bo.html", ["vi/tags/chi-bo.html", "en/tags/chi-bo.html"]],
    ["vi/2022/12/bai-rieng.html", ["vi/2022/12/bai-rieng.html"]],
    ["en/contact.html", ["vi/lien-he.html", "en/contact.html"]],
    ["vi/2023/01/bai-chung/share.html", ["vi/2023/01/bai-chung/share.html"]],
  ])("%s knows its translations", (path, paths) => {
    const page = planSite(site).find((one) => one.path === path);
    expect(Object.values(page?.alternates ?? {})).toEqual(paths);
  });

  test("an asset that the theme lacks is left out", () => {
    expect(dataOf(site, "vi/index.html").page.head).toMatchObject({
      stylesheet: "../assets/style.css",
      remember: "vi",
    });
    expect(dataOf(site, "index.html").page.head.remember).toBe("");
  });
});
