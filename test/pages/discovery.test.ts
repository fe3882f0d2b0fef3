// What networks and search engines read in a page's head: Open Graph, alternates, JSON-LD.
import { parse, type DefaultTreeAdapterTypes as Tree } from "parse5";
import { describe, expect, test } from "vitest";
import type { Site } from "../../src/model/site.js";
import { type ArticleSpec, makeMoment, makeSite, renderSite } from "./site-factory.js";

const url = "https://h.example/a";
const imprint = { vi: { email: "bantin@h.example", telephone: "0000", address: "Số 1" } };
const config = {
  languages: ["vi", "en"],
  url,
  pageSize: 1,
  imprint,
  description: { vi: "Tin xã", en: "News" },
};
const hostile = 'A ]]> </script><script>alert(1)</script> <!-- "x" & \u2028';
const articles: readonly ArticleSpec[] = [
  {
    key: "a",
    title: "Cần Đước: “Tốt”",
    on: "2023-01-20T09:50",
    updated: makeMoment("2023-01-21T08:00"),
    leadText: "Tóm tắt.",
    author: ["Thanh Nga", "Minh Tuấn"],
    tags: ["Chi bộ", "Đảng viên"],
    section: "Đời sống",
    cover: { path: "anh.jpg", alt: "Hội nghị" },
  },
  { key: "a", lang: "en", title: "Well done", on: "2023-01-20T09:50" },
  { key: "b", title: hostile, on: "2023-01-10" },
  { key: "about", kind: "page", title: "Giới thiệu" },
];
const photo = "media/anh-1600-d818bbebdc.jpg";
const files = [{ path: "content/anh.jpg", size: 120_000, width: 1600, height: 1000 }];
const site = makeSite({ articles, files, config: { ...config, cards: false } });
const pages = renderSite(site);

interface Found {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

function elementsOf(html: string): Found[] {
  const visit = (node: Tree.Node): Found[] => {
    const children = "childNodes" in node ? node.childNodes : [];
    const own =
      "tagName" in node
        ? [
            {
              tag: node.tagName,
              attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
              text: children.map((child) => ("value" in child ? child.value : "")).join(""),
            },
          ]
        : [];
    return [...own, ...children.flatMap(visit)];
  };
  return visit(parse(html));
}

function metaOf(html: string): string[] {
  return elementsOf(html)
    .filter(({ tag, attributes }) => tag === "meta" && attributes["property"] !== undefined)
    .map(({ attributes }) => `${attributes["property"]} ${attributes["content"]}`);
}

type Thing = Readonly<Record<string, unknown>>;

function thingsOf(html: string): Thing[] {
  const blocks = elementsOf(html).filter(({ attributes }) => attributes["type"] === "application/ld+json");
  return blocks.flatMap(({ text }) => (JSON.parse(text) as { "@graph": Thing[] })["@graph"]);
}

const thing = (html: string, type: string) => thingsOf(html).find((one) => one["@type"] === type);
const page = (path: string, of: ReadonlyMap<string, string> = pages) => of.get(path) ?? "";
const main = "vi/2023/01/can-duoc-tot.html";

describe("Open Graph", () => {
  test("of an article, with its picture, times, section and tags", () => {
    expect(metaOf(page(main))).toEqual([
      "og:type article",
      "og:site_name Bản tin (vi)",
      "og:title Cần Đước: “Tốt”",
      "og:description Tóm tắt.",
      `og:url ${url}/${main}`,
      "og:locale vi_VN",
      "og:locale:alternate en_US",
      `og:image ${url}/${photo}`,
      "og:image:width 1600",
      "og:image:height 1000",
      "og:image:alt Hội nghị",
      "article:published_time 2023-01-20T09:50:00+07:00",
      "article:modified_time 2023-01-21T08:00:00+07:00",
      "article:section Đời sống",
      "article:tag Chi bộ",
      "article:tag Đảng viên",
    ]);
    expect(page(main)).toContain('<meta name="twitter:card" content="summary_large_image">');
  });

  test("of its sharing page: the same card, and the article's address", () => {
    const sharing = page(main.replace(".html", "/share.html"));
    expect(metaOf(sharing)).toEqual(metaOf(page(main)));
    expect(sharing).toContain(`<link rel="canonical" href="${url}/${main}">`);
    expect(sharing).toContain('<meta name="robots" content="noindex">');
    expect(thingsOf(sharing)).toEqual([]);
  });

  test("shows the card where there is one, to search engines still the photo", () => {
    const html = page(main, renderSite(makeSite({ articles, files, config })));
    expect(metaOf(html).filter((one) => one.includes("image"))).toEqual([
      expect.stringMatching(/^og:image https:\/\/h\.example\/a\/cards\/vi\/can-duoc-tot-[0-9a-f]{10}\.jpg$/),
      "og:image:width 1200",
      "og:image:height 630",
      "og:image:alt Cần Đước: “Tốt” | Bản tin (vi)",
    ]);
    expect(thing(html, "NewsArticle")?.["image"]).toMatchObject([{ url: `${url}/${photo}` }]);
  });

  test("of an article in one language, without a picture", () => {
    const alone = metaOf([...pages].find(([path]) => path.includes("/a-script"))?.[1] ?? "");
    expect(alone.filter((one) => /alternate|image/.test(one))).toEqual([]);
    expect(alone).toContain(`og:title ${hostile}`);
  });

  test("of a list and of home", () => {
    expect(metaOf(page("vi/tags/chi-bo.html"))).toEqual([
      "og:type website",
      "og:site_name Bản tin (vi)",
      "og:title Chi bộ",
      `og:url ${url}/vi/tags/chi-bo.html`,
      "og:locale vi_VN",
      "og:locale:alternate en_US",
    ]);
    expect(metaOf(page("en/index.html"))).toContain("og:description News");
    expect(metaOf(page("404.html"))).toEqual([]);
  });
});

describe("alternates", () => {
  const hreflangs = (path: string) =>
    elementsOf(page(path))
      .filter(({ attributes }) => attributes["hreflang"] !== undefined && attributes["rel"] === "alternate")
      .map(({ attributes }) => `${attributes["hreflang"]} ${attributes["href"]?.slice(url.length)}`);

  test.each([
    ["index.html", ["vi /vi/", "en /en/", "x-default /"]],
    ["en/index.html", ["vi /vi/", "en /en/", "x-default /"]],
    [main, [`vi /${main}`, "en /en/2023/01/well-done.html", `x-default /${main}`]],
    ["vi/latest/2.html", []],
    [main.replace(".html", "/share.html"), []],
    ["404.html", []],
  ])("of %s", (path, expected) => {
    expect(hreflangs(path)).toEqual(expected);
  });

  test("page 2 is its own canonical", () => {
    expect(page("vi/latest/2.html")).toContain(`<link rel="canonical" href="${url}/vi/latest/2.html">`);
  });
});

describe("JSON-LD", () => {
  test("an article has all that is required and recommended of news", () => {
    const news = thing(page(main), "NewsArticle");
    expect(news).toMatchObject({
      "@id": `${url}/${main}`,
      mainEntityOfPage: `${url}/${main}`,
      headline: "Cần Đước: “Tốt”",
      description: "Tóm tắt.",
      image: [{ "@type": "ImageObject", url: `${url}/${photo}`, width: 1600, height: 1000 }],
      datePublished: "2023-01-20T09:50:00+07:00",
      dateModified: "2023-01-21T08:00:00+07:00",
      author: [
        { "@type": "Person", name: "Thanh Nga", url: `${url}/vi/authors/thanh-nga.html` },
        { "@type": "Person", name: "Minh Tuấn", url: `${url}/vi/authors/minh-tuan.html` },
      ],
      publisher: {
        "@type": "Organization",
        name: "Bản tin (vi)",
        url: `${url}/vi/`,
        logo: `${url}/assets/favicon.svg`,
      },
      inLanguage: "vi",
      articleSection: "Đời sống",
      keywords: ["Chi bộ", "Đảng viên"],
      workTranslation: [{ "@id": `${url}/en/2023/01/well-done.html`, inLanguage: "en" }],
    });
  });

  test("a translation names the original", () => {
    const news = thing(page("en/2023/01/well-done.html"), "NewsArticle");
    expect(news?.["translationOfWork"]).toMatchObject({ "@id": `${url}/${main}`, inLanguage: "vi" });
    expect(news).not.toHaveProperty("workTranslation");
  });

  test.each([
    [main, ["Trang chủ /vi/", "Đời sống /vi/sections/doi-song.html", `Cần Đước: “Tốt” /${main}`]],
    ["vi/tags/chi-bo.html", ["Trang chủ /vi/", "Từ khóa /vi/tags/", "Chi bộ /vi/tags/chi-bo.html"]],
    ["vi/tags/index.html", ["Trang chủ /vi/", "Từ khóa /vi/tags/"]],
    ["vi/gioi-thieu.html", ["Trang chủ /vi/", "Giới thiệu /vi/gioi-thieu.html"]],
  ])("the way to %s", (path, steps) => {
    const list = thing(page(path), "BreadcrumbList")?.["itemListElement"] as Thing[];
    expect(list.map(({ name, item }) => `${name} ${String(item).slice(url.length)}`)).toEqual(steps);
    expect(list.map(({ position }) => position)).toEqual(list.map((_, index) => index + 1));
  });

  test("home says who publishes and how to reach them", () => {
    expect(thing(page("vi/index.html"), "Organization")).toMatchObject({
      name: "Bản tin (vi)",
      url: `${url}/vi/`,
      address: "Số 1",
      email: "bantin@h.example",
      telephone: "0000",
    });
  });

  test("nothing in a title ends the script", () => {
    const html = [...pages].find(([path]) => path.includes("/a-script"))?.[1] ?? "";
    expect(thing(html, "NewsArticle")?.["headline"]).toBe(hostile);
    expect(
      elementsOf(html).filter(({ tag, text }) => tag === "script" && text.includes("alert(1)")).length,
    ).toBe(1);
    expect(
      elementsOf(html).filter(({ attributes }) => attributes["type"] === "application/ld+json").length,
    ).toBe(1);
  });
});

/** What the same bulletin gives with each kind of `url`. */
describe("with a url at the root, in a sub-path, without", () => {
  const siteWith = (address: string | undefined): Site => {
    const { url: _, ...rest } = config;
    return makeSite({
      articles,
      files,
      config: { ...rest, cards: false, ...(address === undefined ? {} : { url: address }) },
    });
  };

  test.each(["https://h.example", "https://h.example/ban/tin"])(
    "%s stands before every absolute address",
    (address) => {
      const html = page(main, renderSite(siteWith(address)));
      expect(html).toContain(`<link rel="canonical" href="${address}/${main}">`);
      expect(metaOf(html)).toContain(`og:url ${address}/${main}`);
      expect(metaOf(html)).toContain(`og:image ${address}/${photo}`);
      expect(thing(html, "NewsArticle")?.["@id"]).toBe(`${address}/${main}`);
      expect(html).toContain('<svg class="qr-code"');
    },
  );

  test("without one there is no absolute address of ours on any page", () => {
    const silent = renderSite(siteWith(undefined));
    for (const [path, html] of silent) {
      const shown = html.replaceAll("https://schema.org", "").replaceAll("http://www.w3.org/2000/svg", "");
      expect([path, /https?:/.exec(shown)?.[0]]).toEqual([path, undefined]);
    }
    const html = page(main, silent);
    expect(metaOf(html).filter((one) => /og:url|og:image/.test(one))).toEqual([]);
    expect(html).not.toMatch(/rel="canonical"|hreflang="x-default"|class="qr-code"/);
    expect(thing(html, "NewsArticle")).toMatchObject({ headline: "Cần Đước: “Tốt”", inLanguage: "vi" });
    expect(thing(html, "BreadcrumbList")).toBeUndefined();
    const channels = [...html.matchAll(/data-channel="(\w+)"/g)].map(([, channel]) => channel);
    expect(channels).toEqual(["copy", "print"]);
  });
});
