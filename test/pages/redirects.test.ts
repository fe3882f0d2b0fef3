import { expect, test } from "vitest";
import { documentsOf, makeSite, planSite, renderSite } from "./site-factory.js";

const articles = [
  {
    key: "a",
    title: "Bài “mới” & tốt",
    aliases: ["vi/2022/12/bai-cu.html", "cu/index.html", "vi/tin-cũ.html"],
  },
  { key: "about", kind: "page" as const, title: "Giới thiệu", aliases: ["vi/about.html"] },
  { key: "b", title: "Bài hai", aliases: ["VI/2023/01/Bai-moi-tot.html"] },
];
const target = "vi/2023/01/bai-moi-tot.html";

test("an old address leads on to the new one, and search engines go there", () => {
  const site = makeSite({ articles, config: { url: "https://h.example/a" } });
  const html = renderSite(site).get("vi/2022/12/bai-cu.html") ?? "";
  expect(html).toContain('<meta http-equiv="refresh" content="0; url=../../2023/01/bai-moi-tot.html">');
  expect(html).toContain(`<link rel="canonical" href="https://h.example/a/${target}">`);
  expect(html).toContain('<meta name="robots" content="noindex">');
  expect(html).toContain('<a href="../../2023/01/bai-moi-tot.html">Bài “mới” &amp; tốt</a>');
  expect(html).toContain(`<meta property="og:url" content="https://h.example/a/${target}">`);
});

test("every old address has a page, also at the top and with letters of Vietnamese", () => {
  const site = makeSite({ articles });
  const moved = planSite(site).filter(({ movedTo }) => movedTo !== undefined);
  expect(moved.map(({ path, movedTo }) => [path, movedTo])).toEqual([
    ["vi/2022/12/bai-cu.html", target],
    ["cu/index.html", target],
    ["vi/tin-cũ.html", target],
    ["vi/about.html", "vi/gioi-thieu.html"],
  ]);
  const html = renderSite(site);
  expect(html.get("cu/index.html")).toContain(`url=../${target}`);
  expect(html.get("vi/about.html")).not.toContain("canonical");
});

test("they stand in no list of pages for search engines", () => {
  const site = makeSite({ articles, config: { url: "https://h.example" } });
  expect(documentsOf(site).get("sitemap.xml")).not.toMatch(/bai-cu|about/);
});
