import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Plan } from "../../src/pages/plan.js";
import { planSitemaps } from "../../src/pages/sitemaps.js";
import { isMissing, xmllint } from "../programs.js";
import { xmlFaults } from "../xml-faults.js";
import { type ArticleSpec, documentsOf, makeMoment, makeSite, planSite } from "./site-factory.js";

const schema = join(import.meta.dirname, "schemas/sitemaps.xsd");
const indexSchema = join(import.meta.dirname, "schemas/siteindex.xsd");
const url = "https://h.example/a";
const config = { languages: ["vi", "en"], url, pageSize: 1 };
const articles: readonly ArticleSpec[] = [
  {
    key: "new",
    title: "A & <b>",
    on: "2023-01-20T09:50",
    updated: makeMoment("2023-02-01"),
    tags: ["Chi bộ"],
  },
  { key: "new", lang: "en", title: "A & <b> in English", on: "2023-01-20T09:50" },
  { key: "near", on: "2023-01-18T09:50", aliases: ["vi/cu.html"] },
  { key: "far", on: "2023-01-18T09:49" },
  { key: "about", kind: "page", title: "Giới thiệu" },
];
const site = makeSite({ articles, config });
const sitemap = documentsOf(site).get("sitemap.xml") ?? "";
const news = documentsOf(site).get("news-sitemap.xml") ?? "";
const locations = (xml: string) => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) => loc);

describe("sitemap.xml", () => {
  test("lists every page that search engines may list, and no other", () => {
    const listed = planSite(site).filter(
      ({ path }) => !/(^404|\/share)\.html$/.test(path) && path !== "vi/cu.html",
    );
    expect(locations(sitemap)).toEqual(
      listed.map(({ path }) => `${url}/${path.replace(/(^|\/)index\.html$/, "$1")}`),
    );
    expect(locations(sitemap)).toContain(`${url}/vi/latest/2.html`);
  });

  test("an article with its last change and its translations, in that order", () => {
    expect(sitemap).toContain(
      [
        "<url>",
        `<loc>${url}/vi/2023/01/a-b.html</loc>`,
        "<lastmod>2023-02-01T00:00:00+07:00</lastmod>",
        `<xhtml:link rel="alternate" hreflang="vi" href="${url}/vi/2023/01/a-b.html"/>`,
        `<xhtml:link rel="alternate" hreflang="en" href="${url}/en/2023/01/a-b-in-english.html"/>`,
        `<xhtml:link rel="alternate" hreflang="x-default" href="${url}/vi/2023/01/a-b.html"/>`,
        "</url>",
      ].join("\n"),
    );
  });

  test("more pages than one file may hold go into parts that the index names", () => {
    const pages = planSite(site);
    const [index, ...parts] = planSitemaps({ site } as Plan, pages, 10);
    expect(index?.path).toBe("sitemap.xml");
    expect(locations(index?.text() ?? "")).toEqual(parts.map(({ path }) => `${url}/${path}`));
    expect(parts.flatMap(({ text }) => locations(text()))).toEqual(locations(sitemap));
    expect(parts.length).toBeGreaterThan(1);
  });
});

test("the news sitemap holds the two days up to the newest article", () => {
  expect(locations(news)).toEqual([
    `${url}/vi/2023/01/a-b.html`,
    `${url}/en/2023/01/a-b-in-english.html`,
    `${url}/vi/2023/01/bai-near-vi.html`,
  ]);
  expect(news).toContain("<news:title>A &amp; &lt;b&gt;</news:title>");
});

describe.skipIf(isMissing(xmllint))("valid against the schema", () => {
  test("the sitemap", () => expect(xmlFaults(sitemap, schema)).toBe(""));
  test("the news sitemap", () => expect(xmlFaults(news, schema)).toBe(""));
  test("the index and its parts", () => {
    const [index, ...parts] = planSitemaps({ site } as Plan, planSite(site), 10);
    expect(xmlFaults(index?.text() ?? "", indexSchema)).toBe("");
    for (const part of parts) expect(xmlFaults(part.text(), schema)).toBe("");
  });
  test("a fault would be found", () => {
    const swapped = sitemap.replace(/(<lastmod>.*<\/lastmod>)\n(<xhtml:link [^\n]*)/, "$2\n$1");
    expect(xmlFaults(swapped, schema)).toContain("lastmod");
  });
});

test("robots.txt names the sitemaps; without a url there are none to name", () => {
  expect(documentsOf(site).get("robots.txt")).toBe(
    `User-agent: *\nAllow: /\n\nSitemap: ${url}/sitemap.xml\nSitemap: ${url}/news-sitemap.xml\n`,
  );
  const silent = documentsOf(makeSite({ articles, config: { languages: ["vi", "en"] } }));
  expect(silent.get("robots.txt")).toBe("User-agent: *\nAllow: /\n");
  expect([...silent.keys()].filter((path) => path.includes("sitemap"))).toEqual([]);
});

test("a bulletin without articles has no news sitemap", () => {
  const empty = documentsOf(makeSite({ config }));
  expect(empty.has("news-sitemap.xml")).toBe(false);
  expect(empty.get("robots.txt")).not.toContain("news");
});

test("the manifest names the bulletin and its icons from where it lies", () => {
  const manifest = JSON.parse(documentsOf(site).get("manifest.webmanifest") ?? "");
  expect(manifest).toMatchObject({
    name: "Bản tin (vi)",
    lang: "vi",
    start_url: "./index.html",
    scope: "./",
  });
  expect(manifest.icons).toEqual([{ src: "assets/favicon.svg", sizes: "any", type: "image/svg+xml" }]);
});
