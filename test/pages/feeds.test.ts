// Feeds as a feed reader sees them: parsed by a library, checked for what RFC 4287 and JSON Feed 1.1 require.
import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import type { Site } from "../../src/model/site.js";
import { isMissing, xmllint } from "../programs.js";
import { xmlFaults } from "../xml-faults.js";
import { type ArticleSpec, documentsOf, makeMoment, makeSite, planSite, renderSite } from "./site-factory.js";

const url = "https://h.example/a";
const config = { languages: ["vi", "en"], url, publisher: { vi: "Đảng ủy xã" } };
const feedIn = (site: Site, path: string) => documentsOf(site).get(path) ?? "";
const atomIn = (site: Site, path: string) => parseAtomFeed(feedIn(site, path));

const hostileTitles = [
  "Cần Đước: “Tốt” & <đẹp>",
  "kết ]]> thúc",
  "</title></script><script>alert(1)</script>",
  "chuông \u0007 thoát \u001b và nửa \ud800 chữ",
  "🎉 Tết 👩‍👩‍👧",
  "<!-- ghi chú -->",
];

const rich: readonly ArticleSpec[] = [
  {
    key: "rich",
    title: "Một",
    on: "2023-01-20T09:50",
    leadText: "Tóm tắt.",
    author: ["Thanh Nga"],
    tags: ["Chi bộ"],
    section: "Đời sống",
    source: "Báo Long An",
    updated: makeMoment("2023-01-21T08:00"),
    corrections: [{ date: makeMoment("2023-01-25"), text: "Bản trước ghi sai tên." }],
    attachments: [{ path: "nghi-quyet.pdf", title: "Nghị quyết", place: { line: 1, column: 1 } }],
    cover: { path: "anh.jpg", alt: "Hội nghị", caption: "Quang cảnh", credit: "Lương Quyên" },
    body: '<p>Xem <a class="ref" href="#note-1">chú thích</a> và <code>href="#x"</code>.</p>',
  },
  { key: "rich", lang: "en", title: "One", on: "2023-01-20T09:50" },
  { key: "older", title: "Hai", on: "2022-12-31", tags: ["Chi bộ"] },
];
const files = [
  { path: "content/anh.jpg", size: 120_000, width: 1600, height: 1000 },
  { path: "content/nghi-quyet.pdf", size: 1_200_000 },
];

describe("which feeds there are", () => {
  test("one of each form a language, and one for each section, tag and author that has articles there", () => {
    const paths = [...documentsOf(makeSite({ articles: rich, files, config })).keys()];
    expect(paths.filter((path) => /feed\.(xml|json)$/.test(path))).toEqual([
      "vi/feed.xml",
      "vi/feed.json",
      "vi/sections/doi-song/feed.xml",
      "vi/tags/chi-bo/feed.xml",
      "vi/authors/thanh-nga/feed.xml",
      "en/feed.xml",
      "en/feed.json",
      "en/sections/doi-song/feed.xml",
      "en/tags/chi-bo/feed.xml",
      "en/authors/thanh-nga/feed.xml",
    ]);
  });

  test("pages name them", () => {
    const pages = renderSite(makeSite({ articles: rich, files, config }));
    const named = (path: string) =>
      [
        ...(pages.get(path) ?? "").matchAll(
          /<link rel="alternate" type="([^"]+)" title="[^"]+" href="([^"]+)"/g,
        ),
      ].map(([, type, href]) => `${type} ${href}`);
    const whole = ["application/atom+xml ../feed.xml", "application/feed+json ../feed.json"];
    expect(named("vi/latest/index.html")).toEqual(whole);
    expect(named("vi/tags/chi-bo.html")).toEqual(["application/atom+xml chi-bo/feed.xml", ...whole]);
    expect(named("index.html").length).toBe(4);
    expect(named("404.html")).toEqual([]);
    expect(pages.get("vi/index.html")).toContain('<a href="feed.xml">');
  });
});

describe("Atom", () => {
  const site = makeSite({ articles: rich, files, config });

  test("says who, where, when, newest first", () => {
    const feed = atomIn(site, "vi/feed.xml");
    expect(feed.id).toMatch(/^urn:uuid:/);
    expect(feed.title?.value).toBe("Bản tin (vi)");
    expect(feed.authors).toEqual([{ name: "Đảng ủy xã" }]);
    expect(feed.links?.map(({ rel, href }) => [rel, href])).toEqual([
      ["self", `${url}/vi/feed.xml`],
      ["alternate", `${url}/vi/`],
    ]);
    expect(feed.updated).toBe("2023-01-25T00:00:00+07:00");
    expect(feed.entries?.map(({ title }) => title?.value)).toEqual(["Một", "Hai"]);
    expect(feed.entries?.[0]).toMatchObject({
      links: [{ rel: "alternate", href: `${url}/vi/2023/01/mot.html` }],
      published: "2023-01-20T09:50:00+07:00",
      updated: "2023-01-25T00:00:00+07:00",
      authors: [{ name: "Thanh Nga", uri: `${url}/vi/authors/thanh-nga.html` }],
      categories: [{ term: "chi-bo", label: "Chi bộ" }],
      summary: { value: "Tóm tắt." },
    });
  });

  test("gives the whole text with whole addresses", () => {
    const html = atomIn(site, "vi/feed.xml").entries?.[0]?.content?.value ?? "";
    for (const part of [
      "Bản trước ghi sai tên.",
      "<p><strong>Tóm tắt.</strong></p>",
      `src="${url}/media/anh-800-d818bbebdc.jpg"`,
      "<figcaption>Quang cảnh <em>Ảnh: Lương Quyên</em></figcaption>",
      `<a class="ref" href="${url}/vi/2023/01/mot.html#note-1">`,
      '<code>href="#x"</code>',
      "Nguồn: Báo Long An",
      `<a href="${url}/media/nghi-quyet-abcdef0123.pdf">Nghị quyết</a>`,
    ])
      expect(html).toContain(part);
    expect(html).not.toMatch(/(?:src|href)="(?!https?:)(?!#x)/);
  });

  test("an entry is the same in every feed", () => {
    const entry = (path: string) => /<entry>[\s\S]*?<\/entry>/.exec(feedIn(site, path))?.[0];
    expect(entry("vi/tags/chi-bo/feed.xml")).toBe(entry("vi/feed.xml"));
    expect(entry("vi/feed.xml")).toBeDefined();
  });

  test("ids outlive a new address, and differ by language", () => {
    const ids = (given: Parameters<typeof makeSite>[0], path: string) =>
      atomIn(makeSite(given), path).entries?.map(({ id }) => id);
    const own = ids({ articles: rich, files, config }, "vi/feed.xml");
    const moved = rich.map((spec) => ({ ...spec, slug: `${spec.key}-moi` }));
    expect(
      ids({ articles: moved, files, config: { ...config, url: "http://other.example" } }, "vi/feed.xml"),
    ).toEqual(own);
    expect(ids({ articles: rich, files, config: { languages: ["vi", "en"] } }, "vi/feed.xml")).toEqual(own);
    expect(ids({ articles: rich, files, config }, "en/feed.xml")).not.toContain(own?.[0]);
  });

  test("30 entries at most", () => {
    const articles = Array.from({ length: 40 }, (_, index) => ({
      key: `k${index}`,
      on: `2023-01-01T${String(index % 24).padStart(2, "0")}:${String(index).padStart(2, "0")}`,
    }));
    const { entries = [] } = atomIn(makeSite({ articles, config }), "vi/feed.xml");
    expect(entries.length).toBe(30);
    const times = entries.map(({ published }) => Date.parse(published ?? ""));
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  test("a language without articles has an empty feed that never changed", () => {
    const feed = atomIn(makeSite({ config }), "en/feed.xml");
    expect([feed.entries ?? [], feed.updated]).toEqual([[], "1970-01-01T00:00:00Z"]);
  });
});

describe("JSON Feed", () => {
  test("says the same", () => {
    const site = makeSite({ articles: rich, files, config });
    const text = feedIn(site, "vi/feed.json");
    expect(JSON.parse(text).version).toBe("https://jsonfeed.org/version/1.1");
    const json = parseJsonFeed(text);
    expect([json.title, json.feed_url, json.home_page_url]).toEqual([
      "Bản tin (vi)",
      `${url}/vi/feed.json`,
      `${url}/vi/`,
    ]);
    const atom = atomIn(site, "vi/feed.xml");
    expect(json.items?.map(({ id, title, content_html }) => [id, title, content_html])).toEqual(
      atom.entries?.map(({ id, title, content }) => [id, title?.value, content?.value]),
    );
    expect(json.items?.[0]).toMatchObject({
      url: `${url}/vi/2023/01/mot.html`,
      image: `${url}/media/anh-1600-d818bbebdc.jpg`,
      authors: [{ name: "Thanh Nga", url: `${url}/vi/authors/thanh-nga.html` }],
      tags: ["Chi bộ"],
      language: "vi",
    });
  });
});

describe("hostile titles", () => {
  const site = makeSite({
    articles: hostileTitles.map((title, index) => ({
      key: `k${index}`,
      title,
      leadText: title,
      tags: [title.slice(0, 20).replace(/[^\p{L} ]/gu, "") || "Tết"],
      on: `2023-01-1${index}`,
    })),
    config: { ...config, title: { vi: "A & <b> ]]>", en: "B" } },
  });
  const held = hostileTitles.map((title) => title.replace(/[\u0007\u001b\ud800]/g, "\ufffd"));

  test("are read back as they were", () => {
    const { entries = [] } = atomIn(site, "vi/feed.xml");
    expect(entries.map(({ title }) => title?.value).reverse()).toEqual(held);
    const { items } = JSON.parse(feedIn(site, "vi/feed.json")) as { items: { title: string }[] };
    expect(items.map(({ title }) => title).reverse()).toEqual(hostileTitles);
  });

  test.skipIf(isMissing(xmllint))("leave every XML file well-formed", () => {
    for (const [path, text] of documentsOf(site)) {
      if (path.endsWith(".xml")) expect([path, xmlFaults(text)]).toEqual([path, ""]);
    }
  });
});

test("without a url everything is relative to the feed, and leads to files that exist", () => {
  const site = makeSite({ articles: rich, files, config: { languages: ["vi", "en"] } });
  const documents = documentsOf(site);
  const known = new Set([...planSite(site).map(({ path }) => path as string), ...documents.keys()]);
  for (const path of ["vi/feed.xml", "vi/tags/chi-bo/feed.xml"]) {
    const feed = atomIn(site, path);
    const links = [...(feed.links ?? []), ...(feed.entries ?? []).flatMap((entry) => entry.links ?? [])];
    expect(links.length).toBe(4);
    for (const { href = "" } of links) {
      expect(href).not.toMatch(/^https?:/);
      expect(known).toContain(new URL(href, `https://disk.example/${path}`).pathname.slice(1));
    }
  }
});
