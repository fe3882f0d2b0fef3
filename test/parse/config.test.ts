import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { stringify } from "yaml";
import type { Config } from "../../src/model/config.js";
import { isError } from "../../src/model/diagnostic.js";
import { sourcePath } from "../../src/model/paths.js";
import { repairLines } from "../../src/parse/config/lines.js";
import { readSiteUrl } from "../../src/parse/config/site-url.js";
import { parseConfig } from "../../src/parse/config.js";

const parse = (text: string) => parseConfig({ path: sourcePath("bantin.yaml"), text, hash: "" });

/** The configuration of a text without any fault but the missing imprint. */
function read(text: string): Config {
  const { config, diagnostics } = parse(text);
  expect(diagnostics.filter(({ rule }) => rule !== "imprint-empty")).toEqual([]);
  return config;
}

const defaults = {
  languages: ["vi", "en"],
  title: { vi: "Bản tin", en: "Bulletin" },
  description: {},
  publisher: {},
  imprint: {},
  footer: {},
  timeZone: "Asia/Ho_Chi_Minh",
  sections: [],
  pageSize: 20,
  share: ["zalo", "facebook", "copy", "email", "qr", "print"],
  dateFormat: {},
  words: {},
  cards: { colours: {} },
  photos: { avif: false, originals: false, quality: 78, widths: [400, 800, 1200, 1600] },
  search: {},
  hosts: [],
  theme: { colours: {}, dark: {}, fonts: {} },
  byline: "end",
  limits: { articleBytes: 2_097_152, nesting: 100, photoMegapixels: 50, attachmentBytes: 104_857_600 },
  places: {},
};

describe("defaults", () => {
  test("a missing file", () => {
    const { config, diagnostics } = parseConfig(undefined);
    expect(config).toStrictEqual(defaults);
    expect(diagnostics.map(({ rule, file, place }) => [rule, file, place])).toEqual([
      ["imprint-empty", "bantin.yaml", undefined],
    ]);
  });

  test.each([
    ["an empty file", ""],
    ["remarks alone", "# nothing yet\n---\n"],
    ["an empty map", "{}\n"],
  ])("%s", (_, text) => expect(read(text)).toStrictEqual(defaults));

  test("keys with nothing after the colon, but for their places", () => {
    const text = "url:\ntitle:\nmenu:\nsections:\npageSize:\ncards:\nlimits: ~\n";
    expect(read(text)).toStrictEqual(defaults);
  });

  test.each([
    ["url: example.vn", "url"],
    ["languages: []", "languages"],
    ["title: [a]", "title"],
    ["timeZone: Hanoi", "timeZone"],
    ["sections: 5", "sections"],
    ["menu: {}", "menu"],
    ["pageSize: 0", "pageSize"],
    ["share: {}", "share"],
    ["dateFormat: qq", "dateFormat"],
    ["words: a", "words"],
    ["cards: a", "cards"],
    ["photos: a", "photos"],
    ["search: []", "search"],
    ["hosts: {}", "hosts"],
    ["theme: []", "theme"],
    ["byline: a", "byline"],
    ["limits: { nesting: 1 }", "limits"],
  ] as const)("a fault falls back to the default: %s", (text, key) => {
    const { config, diagnostics } = parse(text);
    expect(diagnostics.some(isError)).toBe(true);
    expect(config[key]).toStrictEqual((defaults as Partial<Config>)[key]);
  });
});

describe("a whole configuration", () => {
  const config = read(`
URL: https://Example.vn/dang-uy/
languages: [vi, EN, zh-hant]
title: { vi: Bản tin Đảng bộ, en: Party Bulletin, zh-Hant: 通訊 }
description: >
  Tin tức của
  Đảng bộ xã.
publisher: { vi: Đảng ủy xã }
imprint:
  cơ quan chủ quản: { vi: Đảng ủy xã, en: The Party Committee }
  Giấy phép: Số 01/GP-STTTT
  en:
    telephone: 0272 123 456
footer: |
  Dòng một
  Dòng hai
menu:
  - gioi-thieu
  - content/pages/lien-he.vi.md
  - { title: { vi: Tỉnh ủy }, url: https://tinh.example.vn }
  - { tên: Thư, liên kết: mailto:a@example.vn }
time-zone: asia/ho_chi_minh
sections:
  xay-dung-dang: { vi: Xây dựng Đảng, en: Party building }
  doi-song: Đời sống
page_size: 5
share: zalo, Copy
dateFormat: { vi: "'ngày' dd/MM/yyyy[ - HH:mm]", en: "d MMMM yyyy" }
words:
  zh-Hant: { share: 分享, articles: { other: "{n}" } }
cards: no
search: { excerpt: 30 }
photos: { widths: [960, 480, 480], avif: có, quality: 70 }
hosts: [Example.org, "*.bản-tin.vn"]
editor: "vscode://file/{file}:{line}"
theme: { accent: "#0B5D3B", paper: "#FFF", dark: { gold: "#ccaa55" }, logo: assets/logo-xa.svg, fonts: { text: fonts/chu.woff2 } }
byline: TOP
limits: { nesting: 50 }
`);

  test.each<[keyof Config, unknown]>([
    ["url", "https://example.vn/dang-uy"],
    ["languages", ["vi", "en", "zh-Hant"]],
    ["title", { vi: "Bản tin Đảng bộ", en: "Party Bulletin", "zh-Hant": "通訊" }],
    [
      "description",
      { vi: "Tin tức của Đảng bộ xã.", en: "Tin tức của Đảng bộ xã.", "zh-Hant": "Tin tức của Đảng bộ xã." },
    ],
    ["publisher", { vi: "Đảng ủy xã" }],
    [
      "imprint",
      {
        vi: { governingBody: "Đảng ủy xã", licence: "Số 01/GP-STTTT" },
        en: {
          governingBody: "The Party Committee",
          licence: "Số 01/GP-STTTT",
          telephone: "0272 123 456",
        },
        "zh-Hant": { licence: "Số 01/GP-STTTT" },
      },
    ],
    ["footer", { vi: "Dòng một\nDòng hai", en: "Dòng một\nDòng hai", "zh-Hant": "Dòng một\nDòng hai" }],
    [
      "menu",
      [
        { page: "gioi-thieu" },
        { page: "lien-he" },
        { url: "https://tinh.example.vn/", title: { vi: "Tỉnh ủy" } },
        { url: "mailto:a@example.vn", title: { vi: "Thư", en: "Thư", "zh-Hant": "Thư" } },
      ],
    ],
    ["timeZone", "Asia/Ho_Chi_Minh"],
    [
      "sections",
      [
        { id: "xay-dung-dang", name: { vi: "Xây dựng Đảng", en: "Party building" } },
        { id: "doi-song", name: { vi: "Đời sống" } },
      ],
    ],
    ["pageSize", 5],
    ["share", ["zalo", "copy"]],
    ["dateFormat", { vi: "'ngày' dd/MM/yyyy[ - HH:mm]", en: "d MMMM yyyy" }],
    ["words", { "zh-Hant": { share: "分享", articles: { other: "{n}" } } }],
    ["cards", false],
    ["search", { excerpt: 30 }],
    ["photos", { widths: [480, 960], avif: true, originals: false, quality: 70 }],
    ["hosts", ["example.org", "*.xn--bn-tin-bd8b.vn"]],
    ["editor", "vscode://file/{file}:{line}"],
    [
      "theme",
      {
        colours: { accent: "#0b5d3b", paper: "#ffffff" },
        // The accent is lifted until it can be read on the dark paper.
        dark: { gold: "#ccaa55", accent: "#548e76" },
        logo: "logo-xa.svg",
        fonts: { text: "fonts/chu.woff2" },
      },
    ],
    ["byline", "top"],
    ["limits", { ...defaults.limits, nesting: 50 }],
  ])("%s", (key, value) => expect(config[key]).toStrictEqual(value));

  test("places of keys that later stages report about", () => {
    expect(config.places).toMatchObject({
      url: { line: 2, column: 1 },
      "menu.1": { line: 19, column: 5 },
      "sections.doi-song": { line: 25, column: 3 },
      "words.zh-Hant.articles": { line: 30, column: 25 },
    });
  });
});

describe("spellings", () => {
  test.each<[string, Partial<Config>]>([
    ["title: 2023", { title: { vi: "2023", en: "2023" } }],
    ['title: " Bản   tin "', { title: { vi: "Bản tin", en: "Bản tin" } }],
    ["title:\n  Bản tin", { title: { vi: "Bản tin", en: "Bản tin" } }],
    ["languages: vi", { languages: ["vi"], title: { vi: "Bản tin" } }],
    ["languages: fr, vi-VN", { title: { fr: "Bulletin", "vi-VN": "Bản tin" } }],
    ["cards: có", { cards: defaults.cards }],
    ["cards: { màu: { accent: 036 } }", { cards: { colours: { accent: "#003366" } } }],
    ["cards: { logo: assets/huy-hieu.svg }", { cards: { ...defaults.cards, logo: "huy-hieu.svg" } }],
    [
      'photos: { widths: "800, 400", originals: yes }',
      { photos: { ...defaults.photos, widths: [400, 800], originals: true } },
    ],
    ["cards: không", { cards: false }],
    ["search: off", { search: false }],
    ["share: no", { share: [] }],
    ["share: []", { share: [] }],
    ["share: yes", { share: defaults.share as Config["share"] }],
    ["timeZone: Europe/Berlin", { timeZone: "Europe/Berlin" }],
    ["timeZone: UTC", { timeZone: "UTC" }],
    ["menu: gioi-thieu, lien-he", { menu: [{ page: "gioi-thieu" }, { page: "lien-he" }] }],
    ["menu: []", { menu: [] }],
    ["menu: [{ page: gioi-thieu }]", { menu: [{ page: "gioi-thieu" }] }],
    [
      "sections: [Tin tức, doi-song: Đời sống]",
      {
        sections: [
          { id: "tin-tuc", name: { vi: "Tin tức" } },
          { id: "doi-song", name: { vi: "Đời sống" } },
        ],
      },
    ],
    ["dateFormat: yyyyMMdd", { dateFormat: { vi: "yyyyMMdd", en: "yyyyMMdd" } }],
    ["pageSize: 20  # articles\n# remark\n", { pageSize: 20 }],
    ["share: [\n  zalo,\n  copy\n]\npageSize: 5", { share: ["zalo", "copy"], pageSize: 5 }],
    ["share:\n- zalo\n- copy\npageSize: 5", { share: ["zalo", "copy"], pageSize: 5 }],
    ["description: >-\n  Một: hai\n   #ba\n", {}],
    ['footer: "Một:\n  hai # ba"\n', { footer: { vi: "Một: hai # ba", en: "Một: hai # ba" } }],
    [
      "footer: Một dòng\n  rồi một dòng",
      { footer: { vi: "Một dòng rồi một dòng", en: "Một dòng rồi một dòng" } },
    ],
    ["footer: It's 9:50 at https://example.vn/#a", {}],
  ])("%j", (text, expected) => expect(read(text)).toMatchObject(expected));

  test("a wrong section id is put right, so that articles that name it are not reported too", () => {
    const { config } = parse("sections:\n  Tin tức: Tin trong xã\n  2023: Năm 2023\n  doi-song:\n");
    expect(config.sections).toEqual([
      { id: "tin-tuc", name: { vi: "Tin trong xã" } },
      { id: "nam-2023", name: { vi: "Năm 2023" } },
      { id: "doi-song", name: { vi: "doi-song" } },
    ]);
  });

  test("a language by its name counts as the one that was meant", () => {
    expect(parse("languages: Việt, vn, Anh").config.languages).toEqual(["vi", "en"]);
  });
});

test("the usual time zone is taken without asking the runtime, any other one is asked for", () => {
  const asked = vi.spyOn(Intl, "DateTimeFormat");
  expect(read("timeZone: Asia/Ho_Chi_Minh").timeZone).toBe("Asia/Ho_Chi_Minh");
  expect(asked).not.toHaveBeenCalled();
  expect(read("timeZone: Europe/Paris").timeZone).toBe("Europe/Paris");
  expect(asked).toHaveBeenCalled();
  asked.mockRestore();
});

describe("readSiteUrl", () => {
  test.each([
    ["https://example.vn", "https://example.vn"],
    [" HTTPS://Example.VN/ ", "https://example.vn"],
    ["http://localhost:8080/a/b//", "http://localhost:8080/a/b"],
    ["https://example.vn:443/bản-tin", "https://example.vn/b%E1%BA%A3n-tin"],
    ["https://bản-tin.vn", "https://xn--bn-tin-bd8b.vn"],
  ])("%s", (typed, url) => expect(readSiteUrl(typed)).toEqual({ url }));

  test.each([
    ["", undefined],
    ["https://", undefined],
    ["https:///", undefined],
    ["trang của xã", undefined],
    ["www.example.vn/bantin/", "https://www.example.vn/bantin"],
    ["//example.vn", "https://example.vn"],
    ["htps://example.vn", "https://example.vn"],
    ["https:example.vn", "https://example.vn"],
    ["https:\\\\example.vn", "https://example.vn"],
    ["localhost:3000", "https://localhost:3000"],
    ["http://a:b@example.vn/x?y#z", "http://example.vn/x"],
    ["javascript:alert(1)", undefined],
    ["https://example.vn\\..\\x", undefined],
  ])("%j is refused", (typed, suggestion) => {
    const result = readSiteUrl(typed);
    expect(result).toHaveProperty("message");
    expect("suggestion" in result ? result.suggestion : undefined).toBe(suggestion);
  });

  test("a suggestion is itself accepted as it is", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string()),
        (typed) => {
          const result = readSiteUrl(typed);
          const good = "url" in result ? result.url : result.suggestion;
          if (good !== undefined) expect(readSiteUrl(good)).toEqual({ url: good });
        },
      ),
    );
  });
});

describe("lines", () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom(..."ab “”\"':#-[]{},\n |>&*?Đ：") }),
    fc.constantFrom("Cần Đước: kiện toàn", "Bản tin #1", "- a", "9:50", "https://a.vn/#x", "“a: b”"),
  );
  const key = fc.constantFrom("title", "vi", "page-size", "cơ quan chủ quản", "a", "b2");
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ maxDepth: 3 }, text, tie("list"), tie("map")),
    list: fc.array(tie("tree"), { maxLength: 3 }),
    map: fc.dictionary(key, tie("tree"), { maxKeys: 4 }),
  }));

  test("a well-formed file has no faults and stays as it is", () => {
    fc.assert(
      fc.property(
        fc.dictionary(key, tree, { minKeys: 1 }),
        fc.record({ lineWidth: fc.constantFrom(0, 30), indentSeq: fc.boolean() }),
        (data, options) => {
          const written = stringify(data, options);
          expect(repairLines(written)).toEqual({ text: written, faults: [] });
        },
      ),
      { numRuns: 500 },
    );
  });

  test("any text keeps its lines, and only lines with a report change", () => {
    fc.assert(
      fc.property(
        fc.array(text).map((lines) => lines.join("\n")),
        (typed) => {
          const { text: repaired, faults } = repairLines(typed);
          const before = typed.split("\n");
          const after = repaired.split("\n");
          const reported = new Set(faults.map(({ place }) => place.line));
          expect(after.length).toBe(before.length);
          expect(reported.size).toBe(faults.length);
          expect(after.filter((line, index) => line !== before[index] && !reported.has(index + 1))).toEqual(
            [],
          );
        },
      ),
    );
  });

  test("any text gives a configuration that the build can go on with, and reports that stand in the file", () => {
    const names = fc.constantFrom(
      ..."url languages title imprint menu sections share words limits".split(" "),
    );
    const line = fc.tuple(names, text).map(([name, value]) => `${name}: ${value}`);
    fc.assert(
      fc.property(
        fc.array(fc.oneof(line, text), { maxLength: 6 }).map((lines) => lines.join("\n")),
        (typed) => {
          const { config, diagnostics } = parse(typed);
          expect(config.languages.length).toBeGreaterThan(0);
          expect(Object.keys(config.title)).toEqual(config.languages);
          expect(Object.values(config.title).every((title) => title.trim() !== "")).toBe(true);
          for (const { place } of diagnostics) {
            if (place !== undefined) expect(place.line).toBeLessThanOrEqual(typed.split("\n").length);
          }
        },
      ),
    );
  });
});
