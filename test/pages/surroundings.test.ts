// What is made once for all pages of equal depth, and for all lists, is what each of them would have made by itself.
import { expect, test } from "vitest";
import type { PageData } from "../../src/pages/frame.js";
import { makeIssue, makeSite, planSite } from "./site-factory.js";

const site = makeSite({
  articles: [
    { key: "a", title: "Một", section: "Đời sống", tags: ["Chi bộ"], aliases: ["vi/2020/cu.html"] },
    { key: "a", lang: "en", title: "One", aliases: ["tin/2023/01/cu.html", "en-US/2023/01/old.html"] },
    { key: "b", title: "Hai", on: "2022-05-01", aliases: ["en/2023/01/hai.html"] },
    { key: "c", title: "Ba", on: "2022-05-02", section: "Đời sống" },
    { key: "about", kind: "page", title: "Giới thiệu" },
    ...Array.from({ length: 7 }, (_, index) => ({
      key: `k${index}`,
      title: `Bài ${index}`,
      on: `${index < 4 ? "2023-01" : "2021-12"}-0${index + 1}`,
      section: index % 2 === 0 ? "Đời sống" : "Tin tức",
      tags: ["Chi bộ", "Đoàn"].slice(index % 2),
      author: index < 5 ? ["Thanh Nga", "Lê Minh"] : ["Lê Minh"],
      issue: makeIssue(index < 5 ? "01/2023" : "02/2021"),
    })),
  ],
  config: { url: "https://h.example", pageSize: 2 },
});

test("a page's head and masthead do not depend on which pages were made before it", () => {
  const together = planSite(site).map((page) => [page.path, dataOf(page)]);
  const alone = planSite(site).map(({ path }) => [
    path,
    dataOf(planSite(site).find((one) => one.path === path)),
  ]);
  expect(together).toEqual(alone);
  expect(together.length).toBeGreaterThan(60);
});

test("a page at an address of another shape finds the home page and the style sheet", () => {
  const planned = planSite(site);
  for (const page of planned) page.data();
  const linksOf = (path: string) => {
    const { page, site: shown } = dataOf(planned.find((one) => one.path === path));
    return [shown.home.href, page.head.stylesheet, page.head.feeds.length];
  };
  expect(linksOf("en/2023/01/one.html")).toEqual(["../../index.html", "../../../assets/style.css", 2]);
  expect(linksOf("tin/2023/01/cu.html")).toEqual(["../../../en/index.html", "../../../assets/style.css", 0]);
  expect(linksOf("en-US/2023/01/old.html")[0]).toBe("../../../en/index.html");
  expect(linksOf("en/2023/01/hai.html")[0]).toBe("../../../vi/index.html");
  expect(linksOf("vi/2020/cu.html")[0]).toBe("../index.html");
});

function dataOf(page: ReturnType<typeof planSite>[number] | undefined): PageData {
  if (page === undefined) throw new Error("no page there");
  return page.data() as PageData;
}
