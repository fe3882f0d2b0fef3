import { describe, expect, test } from "vitest";
import type { IndexData } from "../../src/pages/indexes.js";
import type { ListData } from "../../src/pages/listing.js";
import { type ArticleSpec, dataOf, makeIssue, makeSite, planSite } from "./site-factory.js";

const many = (count: number, more: Partial<ArticleSpec> = {}): ArticleSpec[] =>
  Array.from({ length: count }, (_, index) => ({
    key: `k${String(index).padStart(2, "0")}`,
    title: `Bài ${index}`,
    on: `2023-01-${String(index + 1).padStart(2, "0")}`,
    ...more,
  }));

const listPaths = (articles: readonly ArticleSpec[], folder: string, languages = ["vi", "en"]) =>
  planSite(makeSite({ articles, config: { pageSize: 3, languages } }))
    .map(({ path }) => path as string)
    .filter((path) => path.includes(`/${folder}/`));

describe("which lists there are", () => {
  test("the latest are in every language, even without an article", () => {
    expect(listPaths([], "latest")).toEqual(["vi/latest/index.html", "en/latest/index.html"]);
    const data = dataOf<ListData>(makeSite({}), "en/latest/index.html");
    expect(data.page).toMatchObject({ items: [], count: "0 articles" });
  });

  test.each([
    [3, ["vi/latest/index.html"]],
    [4, ["vi/latest/index.html", "vi/latest/2.html"]],
    [7, ["vi/latest/index.html", "vi/latest/2.html", "vi/latest/3.html"]],
  ])("%d articles, three a page", (count, paths) => {
    expect(listPaths(many(count), "latest", ["vi"])).toEqual(paths);
  });

  test("every kind has its addresses, and an index where it has articles", () => {
    const articles = many(4, {
      tags: ["Xây dựng Đảng"],
      section: "Đời sống",
      author: ["Thanh Nga"],
      issue: makeIssue("01/2023"),
    });
    expect(listPaths(articles, "tags")).toEqual([
      "vi/tags/xay-dung-dang.html",
      "vi/tags/xay-dung-dang/2.html",
      "vi/tags/index.html",
    ]);
    expect(listPaths(articles, "sections")).toContain("vi/sections/doi-song/2.html");
    expect(listPaths(articles, "authors")).toContain("vi/authors/thanh-nga.html");
    expect(listPaths(articles, "issues")).toContain("vi/issues/2023-01.html");
    expect(listPaths(articles, "archive")).toEqual([
      "vi/archive/2023/01.html",
      "vi/archive/2023/01/2.html",
      "vi/archive/index.html",
    ]);
    expect(listPaths(many(1), "tags")).toEqual([]);
  });
});

describe("one list", () => {
  const site = makeSite({
    articles: many(31, { tags: ["Chi bộ"] }),
    config: { pageSize: 3, languages: ["vi"] },
  });
  const page = (number: number) =>
    dataOf<ListData>(site, number === 1 ? "vi/tags/chi-bo.html" : `vi/tags/chi-bo/${number}.html`);

  test("its pages hold every article once, newest first", () => {
    const titles = Array.from({ length: 11 }, (_, index) =>
      page(index + 1).page.items.map((i) => i.title),
    ).flat();
    expect(titles).toEqual(Array.from({ length: 31 }, (_, index) => `Bài ${30 - index}`));
  });

  test.each([
    [1, "1* 2 3 … 11", "", "chi-bo/2.html"],
    [2, "1 2* 3 4 … 11", "../chi-bo.html", "3.html"],
    [6, "1 … 4 5 6* 7 8 … 11", "5.html", "7.html"],
    [10, "1 … 8 9 10* 11", "9.html", "11.html"],
    [11, "1 … 9 10 11*", "10.html", ""],
  ])("pagination of page %d", (number, shown, previous, next) => {
    const { pagination } = page(number).page;
    const text = pagination?.pages.map(
      ({ number: n, current, afterGap }) => `${afterGap ? "… " : ""}${n}${current ? "*" : ""}`,
    );
    expect(text?.join(" ")).toBe(shown);
    expect(pagination).toMatchObject({ previous, next, text: `Trang ${number}/11` });
  });

  test("one page needs no pagination", () => {
    const single = dataOf<ListData>(
      makeSite({ articles: many(3), config: { pageSize: 3 } }),
      "vi/latest/index.html",
    );
    expect(single.page).not.toHaveProperty("pagination");
  });

  test("its pages after the first say which they are", () => {
    expect(page(1).page.head.title).toBe("Chi bộ | Bản tin (vi)");
    expect(page(2).page.head.title).toBe("Chi bộ | Trang 2 | Bản tin (vi)");
  });
});

describe("what a list is called", () => {
  const articles: ArticleSpec[] = [
    { key: "a", tags: ["Chi bộ"], issue: makeIssue("01/2023") },
    { key: "a", lang: "en", title: "First" },
    { key: "b", on: "2022-12-05", issue: makeIssue("Xuân 2023") },
    { key: "b", lang: "en", title: "Second", on: "2022-12-05" },
  ];
  const site = makeSite({ articles });
  test.each([
    ["vi/issues/2023-01.html", { text: "Bản tin số 01/2023", lang: "" }, "Số bản tin"],
    ["en/issues/2023-01.html", { text: "Issue 01/2023", lang: "" }, "Issue"],
    ["vi/issues/xuan-2023.html", { text: "Bản tin Xuân 2023", lang: "" }, "Số bản tin"],
    ["en/issues/xuan-2023.html", { text: "Xuân 2023", lang: "vi" }, "Issue"],
    ["vi/archive/2022/12.html", { text: "Tháng 12/2022", lang: "" }, "Tin theo tháng"],
    ["en/archive/2022/12.html", { text: "December 2022", lang: "" }, "Month"],
    ["vi/tags/chi-bo.html", { text: "Chi bộ", lang: "" }, "Từ khóa"],
    ["en/tags/chi-bo.html", { text: "Chi bộ", lang: "vi" }, "Tag"],
  ])("%s", (path, heading, up) => {
    const { page } = dataOf<ListData>(site, path);
    expect(page.heading).toEqual(heading);
    expect(page.up?.text).toBe(up);
  });

  test("the archive is by year, newest first", () => {
    const { page } = dataOf<IndexData>(site, "en/archive/index.html");
    expect(
      page.groups.map((g) => [g.heading, g.entries.map(({ text, count }) => `${text}: ${count}`)]),
    ).toEqual([
      ["2023", ["January 2023: 1 article"]],
      ["2022", ["December 2022: 1 article"]],
    ]);
  });
});
