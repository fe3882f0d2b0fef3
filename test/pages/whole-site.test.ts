// The laws of a whole site, over sites of every shape: no link leads to a page that does not exist, addresses are
// unique, every page stands on its own, translations name each other.
import fc from "fast-check";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { describe, expect, test } from "vitest";
import type { Site } from "../../src/model/site.js";
import type { PageData } from "../../src/pages/frame.js";
import {
  type ArticleSpec,
  assetPaths,
  documentsOf,
  makeIssue,
  makeMoment,
  makeSite,
  planSite,
  renderSite,
} from "./site-factory.js";

type Element = DefaultTreeAdapterTypes.Element;

function elementsOf(node: DefaultTreeAdapterTypes.Node): Element[] {
  const own = "tagName" in node ? [node] : [];
  const children = "childNodes" in node ? node.childNodes : [];
  return [...own, ...children.flatMap(elementsOf)];
}

const attributeOf = (element: Element, name: string) =>
  element.attrs.find((attr) => attr.name === name)?.value;

/** Everything that is wrong with the site's pages, by page. */
function faultsOf(site: Site): string[] {
  const pages = renderSite(site);
  const cards = planSite(site).flatMap(({ card, qr }) => [
    ...(card === undefined ? [] : [card.wide, card.square]),
    ...(qr === undefined ? [] : [qr]),
  ]);
  const known = new Set<string>([
    ...pages.keys(),
    ...documentsOf(site).keys(),
    ...assetPaths,
    ...cards.map(({ path }) => path),
  ]);
  const url = site.config.url;
  const faults: string[] = [];
  const trees = new Map([...pages].map(([path, html]) => [path, elementsOf(parse(html))]));
  const idsOf = (path: string) =>
    (trees.get(path) ?? []).flatMap((element) => attributeOf(element, "id") ?? []);
  for (const [path, elements] of trees) {
    const fault = (text: string) => faults.push(`${path}: ${text}`);
    const ids = idsOf(path);
    if (new Set(ids).size !== ids.length) fault(`an id twice among ${ids}`);
    if (elements.filter(({ tagName }) => tagName === "h1").length !== 1) fault("not one h1");
    if (elements.filter(({ tagName }) => tagName === "main").length !== 1) fault("not one main");
    for (const element of elements) {
      if (attributeOf(element, "style") !== undefined || element.tagName === "style")
        fault("a style in the page");
      for (const name of Object.keys(Object.fromEntries(element.attrs.map((a) => [a.name, a])))) {
        if (/^on/.test(name)) fault(`a handler ${name}`);
      }
      if (attributeOf(element, "lang") === "") fault(`an empty lang on ${element.tagName}`);
      const address = attributeOf(element, "href") ?? attributeOf(element, "src");
      if (address === undefined) continue;
      const target = targetOf(address, path, url);
      if (target === undefined) continue;
      if (target.anchor !== "" && !idsOf(target.path).includes(target.anchor)) fault(`no anchor ${address}`);
      if (!known.has(target.path)) fault(`a dead link ${address} (${target.path})`);
    }
  }
  return faults;
}

/** The output that an address leads to; undefined where it leaves the site. */
function targetOf(address: string, path: string, url: string | undefined) {
  const base = "https://disk.example/";
  if (address.startsWith("#")) return { path, anchor: address.slice(1) };
  if (url !== undefined && (address === url || address.startsWith(`${url}/`))) {
    const inside = address.slice(url.length + 1);
    return { path: inside === "" || inside.endsWith("/") ? `${inside}index.html` : inside, anchor: "" };
  }
  if (/^[a-z]+:/i.test(address)) return undefined;
  const folder = url === undefined ? "/" : `${new URL(url).pathname.replace(/\/$/, "")}/`;
  const there = new URL(address, new URL(path, base));
  const isRooted = address.startsWith("/");
  if (isRooted !== (path === "404.html"))
    return { path: `${address}, which is not as it should begin`, anchor: "" };
  if (isRooted && !address.startsWith(folder))
    return { path: `${address}, outside of ${folder}`, anchor: "" };
  const start = isRooted ? folder.length : 1;
  return { path: decodeURIComponent(there.pathname).slice(start), anchor: there.hash.slice(1) };
}

const manyLanguages = ["vi", "en", "fr"];

const storyOf = (languages: readonly string[]) =>
  fc.record({
    langs: fc.subarray([...languages], { minLength: 1 }),
    month: fc.integer({ min: 1, max: 3 }),
    time: fc.boolean(),
    tags: fc.subarray(["Xây dựng Đảng", "Chi bộ", "Đoàn thanh niên"]),
    section: fc.constantFrom(undefined, "Đời sống", "Gương sáng"),
    author: fc.subarray(["Thanh Nga", "Minh Tuấn"]),
    issue: fc.constantFrom(undefined, "01/2023", "Xuân 2023"),
    featured: fc.constantFrom(undefined, 1, 2),
    kind: fc.constantFrom("article", "article", "article", "page"),
  });

const siteShape = fc.integer({ min: 1, max: 3 }).chain((count) => {
  const languages = manyLanguages.slice(0, count);
  return fc.record({
    languages: fc.constant(languages),
    stories: fc.array(storyOf(languages), { maxLength: 9 }),
    url: fc.constantFrom(undefined, "https://h.example", "https://h.example/ban/tin"),
    pageSize: fc.integer({ min: 1, max: 4 }),
  });
});

type Shape = typeof siteShape extends fc.Arbitrary<infer T> ? T : never;

function siteFrom({ languages, stories, url, pageSize }: Shape): Site {
  const articles = stories.flatMap(({ langs, month, time, kind, ...meta }, index) =>
    langs.map((lang) => {
      const given = Object.entries({ ...meta, issue: meta.issue && makeIssue(meta.issue) });
      return {
        ...Object.fromEntries(given.filter(([, value]) => value !== undefined)),
        key: `k${index}`,
        lang,
        kind: kind as ArticleSpec["kind"],
        title: `Câu chuyện ${index} ${lang}`,
        on: `2023-0${month}-1${index}${time ? "T09:50" : ""}`,
      } as ArticleSpec;
    }),
  );
  return makeSite({ articles, config: { languages, pageSize, ...(url === undefined ? {} : { url }) } });
}

describe("a site of any shape", () => {
  test("has no dead link, no page twice, and whole pages", () => {
    fc.assert(
      fc.property(siteShape, (shape) => {
        const site = siteFrom(shape);
        const paths = planSite(site).map(({ path }) => path);
        expect(new Set(paths).size).toBe(paths.length);
        expect(faultsOf(site)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  test("names translations both ways, itself and a neutral one, and only with a url", () => {
    fc.assert(
      fc.property(siteShape, (shape) => {
        const pages = planSite(siteFrom(shape));
        const sets = new Map<string, readonly string[]>();
        for (const page of pages) {
          const { head } = (page.data() as PageData).page;
          if (shape.url === undefined) expect([head.canonical, head.alternates]).toEqual(["", []]);
          if (head.alternates.length === 0) continue;
          expect(head.alternates.map(({ href }) => href)).toContain(head.canonical);
          expect(head.alternates.at(-1)?.hreflang).toBe("x-default");
          sets.set(
            head.canonical,
            head.alternates.map(({ hreflang, href }) => `${hreflang} ${href}`),
          );
          for (const path of Object.values(page.alternates)) {
            expect(pages.find((other) => other.path === path)?.alternates).toEqual(page.alternates);
          }
        }
        for (const [canonical, set] of sets) {
          for (const named of set.filter((one) => !one.startsWith("x-default"))) {
            const [, href = ""] = named.split(" ");
            expect(sets.get(href), `${canonical} names ${href}`).toEqual(set);
          }
        }
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});

const rich: readonly ArticleSpec[] = [
  {
    key: "rich",
    title: "Cần Đước: “Tốt” & <đẹp>",
    on: "2023-01-20T09:50",
    leadText: "Tóm tắt.",
    kicker: "Đảng bộ huyện",
    tags: ["Chi bộ", "Đảng viên"],
    section: "Đời sống",
    author: ["Thanh Nga", "Minh Tuấn"],
    issue: makeIssue("01/2023"),
    updated: makeMoment("2023-01-21T08:00"),
    corrections: [{ date: makeMoment("2023-01-22"), text: "Bản trước ghi sai tên." }],
    source: "Báo Long An",
    placeNote: "Huyện Cần Đước nay thuộc tỉnh Tây Ninh.",
    attachments: [
      {
        path: "nghi-quyet.pdf",
        title: "Nghị quyết",
        number: "05-NQ/ĐU",
        date: makeMoment("2023-01-05"),
        summary: "Về công tác cán bộ.",
        place: { line: 1, column: 1 },
      },
    ],
    cover: { path: "anh.jpg", alt: "Hội nghị", caption: "Quang cảnh", credit: "Lương Quyên" },
  },
  { key: "rich", lang: "en", title: "A stronger system", byline: "top" },
  { key: "alone", on: "2023-02-01", tags: ["Chi bộ"], section: "Đời sống", featured: 1 },
  { key: "about", kind: "page", title: "Giới thiệu" },
];

const files = [
  { path: "content/anh.jpg", size: 120_000, width: 1600, height: 1000 },
  { path: "content/nghi-quyet.pdf", size: 1_200_000 },
];

const imprint = {
  vi: { governingBody: "Đảng ủy xã", licence: "Số 01/GP", email: "bantin@h.example", reuse: "Ghi rõ nguồn." },
};

describe("html-validate finds nothing", () => {
  const validator = new HtmlValidate(
    new StaticConfigLoader({ root: true, extends: ["html-validate:recommended", "html-validate:a11y"] }),
  );
  test.each([
    ["one language", ["vi"], rich.filter(({ lang }) => lang === undefined)],
    ["two languages", ["vi", "en"], rich],
    ["three languages, one of them empty", ["vi", "en", "fr"], rich],
    ["no article at all", ["vi", "en"], []],
  ])("%s", async (_, languages, articles) => {
    const config = {
      languages,
      pageSize: 1,
      imprint,
      publisher: { vi: "Đảng ủy xã" },
      description: { vi: "Tin xã" },
      footer: { vi: "Xin cảm ơn." },
      url: "https://h.example/a",
    };
    const site = makeSite({ articles, files, config });
    const faults: string[] = [];
    for (const [path, html] of renderSite(site)) {
      const report = await validator.validateString(html, path);
      const messages = report.results.flatMap((result) => result.messages);
      faults.push(...messages.map(({ line, ruleId, message }) => `${path}:${line} ${ruleId} ${message}`));
    }
    expect(faults).toEqual([]);
  });
});
