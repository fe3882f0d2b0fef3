import { describe, expect, test } from "vitest";
import type { GatewayData } from "../../src/pages/gateway.js";
import type { HomeData } from "../../src/pages/home.js";
import type { NotFoundData } from "../../src/pages/not-found.js";
import type { ShareData } from "../../src/pages/share.js";
import { type ArticleSpec, dataOf, makeIssue, makeMoment, makeSite, renderSite } from "./site-factory.js";

const many = (count: number, more: (index: number) => Partial<ArticleSpec> = () => ({})): ArticleSpec[] =>
  Array.from({ length: count }, (_, index) => ({
    key: `k${String(index).padStart(2, "0")}`,
    title: `Bài ${index}`,
    on: `2023-01-${String(index + 1).padStart(2, "0")}`,
    ...more(index),
  }));
const home = (articles: readonly ArticleSpec[], path = "vi/index.html") =>
  dataOf<HomeData>(makeSite({ articles }), path).page;
const titles = (items: readonly { readonly title: string }[]) => items.map(({ title }) => title);

describe("the front page", () => {
  test("leads with the newest where nobody chose", () => {
    const page = home(many(5));
    expect(titles(page.leads)).toEqual(["Bài 4", "Bài 3", "Bài 2"]);
    expect(titles(page.latest)).toEqual(["Bài 1", "Bài 0"]);
  });

  test("leads with what editors chose, in their order, then the newest", () => {
    const page = home(
      many(6, (index) => (index === 0 ? { featured: 2 } : index === 1 ? { featured: 1 } : {})),
    );
    expect(titles(page.leads)).toEqual(["Bài 1", "Bài 0", "Bài 5"]);
    expect(titles(page.latest)).toEqual(["Bài 4", "Bài 3", "Bài 2"]);
  });

  test("leads with five stories at most, and forgets those whose time is over", () => {
    expect(titles(home(many(9, (index) => ({ featured: index + 1 }))).leads)).toHaveLength(5);
    const over = { featured: 1, featuredUntil: makeMoment("2023-02-01") };
    expect(titles(home(many(4, (index) => (index === 0 ? over : {}))).leads)).not.toContain("Bài 0");
  });

  test("has a block for each section, without the lead stories and without empty blocks", () => {
    const page = home(many(9, (index) => ({ section: index > 5 ? "Mới" : "Cũ" })));
    expect(
      page.sections.map(({ heading, first, items }) => [heading.text, titles([first, ...items])]),
    ).toEqual([["Cũ", ["Bài 5", "Bài 4", "Bài 3", "Bài 2"]]]);
  });

  test("shows the current issue as contents", () => {
    const page = home(many(3, (index) => ({ issue: makeIssue(index === 0 ? "12/2022" : "01/2023") })));
    expect(page.issue?.heading.text).toBe("Bản tin số 01/2023");
    expect(titles(page.issue?.items ?? [])).toEqual(["Bài 2", "Bài 1"]);
  });

  test("shows the tags that are used most, in the order of their index", () => {
    const page = home(many(25, (index) => ({ tags: index === 3 ? ["zz"] : [`t${index}`, "zz"] })));
    expect(page.tags).toHaveLength(20);
    expect(page.tags.at(-1)).toMatchObject({ text: "zz", count: "25 bài" });
  });

  test("without an article says a friendly word", () => {
    expect(home([])).toMatchObject({ leads: [], latest: [], sections: [], tags: [], allTags: "" });
    expect(renderSite(makeSite({})).get("en/index.html")).toContain("Nothing has been published yet.");
  });

  test("loads only its first photo at once", () => {
    const site = makeSite({
      articles: many(3, () => ({ cover: { path: "/anh.jpg" } })),
      files: [{ path: "content/anh.jpg", size: 1, width: 1600, height: 1000 }],
    });
    const photos =
      renderSite(site)
        .get("vi/index.html")
        ?.match(/<img[^>]*>/g) ?? [];
    expect(photos.map((photo) => photo.includes('loading="lazy"'))).toEqual([false, true, true]);
  });
});

describe("the gateway", () => {
  const articles = [...many(7), { key: "k00", lang: "en", title: "First", on: "2023-01-01" }];
  const site = makeSite({
    articles,
    config: { languages: ["vi", "en", "fr"], publisher: { vi: "Đảng ủy xã" } },
  });
  const { editions } = dataOf<GatewayData>(site, "index.html").page;

  test("shows every language's masthead, newest stories and way in, each in its language", () => {
    expect(
      editions.map(({ lang, title, home: href, readIn, continueIn }) => [
        lang,
        title,
        href,
        readIn,
        continueIn,
      ]),
    ).toEqual([
      [
        "vi",
        "Bản tin (vi)",
        "vi/index.html",
        "Đọc bản tiếng Việt",
        "Lần trước bạn đọc bản tiếng Việt. Đọc tiếp",
      ],
      ["en", "Bản tin (en)", "en/index.html", "Read in English", "Last time you read in English. Continue"],
      ["fr", "Bản tin (fr)", "fr/index.html", "Read in français", "Last time you read in français. Continue"],
    ]);
    expect(editions.map(({ latest }) => titles(latest))).toEqual([
      ["Bài 6", "Bài 5", "Bài 4", "Bài 3", "Bài 2"],
      ["First"],
      [],
    ]);
    expect(editions[1]).toMatchObject({
      publisher: { text: "Đảng ủy xã", lang: "vi" },
      latestHeading: "Latest",
      latest: [{ date: { text: "1 January 2023" }, href: "en/2023/01/first.html" }],
    });
  });

  test("offers nothing before the script has looked", () => {
    const html = renderSite(site).get("index.html") ?? "";
    expect(html.match(/<p class="offer" data-offer="\w+" hidden>/g)).toHaveLength(3);
    expect(html).toMatch(/<script src="assets\/site.js" defer><\/script>/);
  });
});

describe("404.html", () => {
  test.each([
    [undefined, "/"],
    ["https://h.example", "/"],
    ["https://h.example/ban/tin", "/ban/tin/"],
  ])("of %s has paths from %s", (url, base) => {
    const site = makeSite({ articles: many(1), config: url === undefined ? {} : { url } });
    const { editions } = dataOf<NotFoundData>(site, "404.html").page;
    expect(editions.map(({ heading, home: { href }, latest }) => [heading, href, latest.href])).toEqual([
      ["Không tìm thấy trang", `${base}vi/index.html`, `${base}vi/latest/index.html`],
      ["Page not found", `${base}en/index.html`, `${base}en/latest/index.html`],
    ]);
    const html = renderSite(site).get("404.html") ?? "";
    expect(html).toContain(`href="${base}assets/style.css"`);
    expect(html.match(/<h[12]>/g)).toEqual(["<h1>", "<h2>"]);
  });
});

describe("the sharing page", () => {
  const articles: ArticleSpec[] = [{ key: "a", title: "Bài & một", leadText: "Tóm tắt." }];
  const path = "vi/2023/01/bai-mot/share.html";

  test("has the address in a field, and the links", () => {
    const site = makeSite({
      articles,
      config: { url: "https://h.example/a", share: ["viber", "copy", "facebook"] },
    });
    expect(dataOf<ShareData>(site, path).page).toMatchObject({
      title: "Bài & một",
      lead: "Tóm tắt.",
      article: "../bai-mot.html",
      address: "https://h.example/a/vi/2023/01/bai-mot.html",
      share: { links: [{ label: "Viber" }, { label: "Sao chép liên kết" }, { label: "Facebook" }] },
    });
    const html = renderSite(site).get(path) ?? "";
    expect(html).toContain('<label for="address-text">Địa chỉ bài viết</label>');
    expect(html).toMatch(
      /<input id="address-text" type="url" readonly value="https:\/\/h\.example\/a\/vi\/2023\/01\/bai-mot\.html"/,
    );
    expect(html).toContain('<meta name="robots" content="noindex">');
  });

  test("without an address of the site says how to copy it", () => {
    const html = renderSite(makeSite({ articles })).get(path) ?? "";
    expect(html).not.toContain("<input");
    expect(html).toContain("thanh địa chỉ");
  });
});
