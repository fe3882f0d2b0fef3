import { describe, expect, test } from "vitest";
import { sourcePath } from "../../src/model/paths.js";
import { parseAbbreviations, parseVocabulary } from "../../src/parse/vocabulary.js";
import { describeCase } from "../reports.js";

const source = (name: string, text: string) => ({ path: sourcePath(`content/${name}.yaml`), text, hash: "" });
const languages = ["vi", "en"];

const parse = (kind: "tags" | "authors", text: string) =>
  parseVocabulary(source(kind, text), kind, languages);

describe("parseVocabulary", () => {
  test.each(["tags", "authors"] as const)("a missing or empty file: %s", (kind) => {
    const nothing = { vocabulary: { entries: [] }, diagnostics: [] };
    expect(parseVocabulary(undefined, kind, languages)).toEqual(nothing);
    expect(parse(kind, "")).toEqual(nothing);
    expect(parse(kind, "# later\n")).toEqual(nothing);
  });

  test("tags by language, by one name, and in a list", () => {
    const text = "xay-dung-dang: { vi: Xây dựng Đảng, EN: Party building }\nchi-bo: Chi bộ\n5k: 5K\n";
    const { vocabulary, diagnostics } = parse("tags", text);
    expect(diagnostics).toEqual([]);
    expect(vocabulary.entries).toEqual([
      {
        id: "xay-dung-dang",
        name: { vi: "Xây dựng Đảng", en: "Party building" },
        place: { line: 1, column: 1 },
      },
      { id: "chi-bo", name: { vi: "Chi bộ" }, place: { line: 2, column: 1 } },
      { id: "5k", name: { vi: "5K" }, place: { line: 3, column: 1 } },
    ]);
    expect(parse("tags", "- Chi bộ\n- hoc-tap: Học tập\n").vocabulary.entries).toEqual([
      { id: "chi-bo", name: { vi: "Chi bộ" }, place: { line: 1, column: 3 } },
      { id: "hoc-tap", name: { vi: "Học tập" }, place: { line: 2, column: 3 } },
    ]);
  });

  test("one name is in the default language, the first", () => {
    const { vocabulary } = parseVocabulary(source("tags", "chi-bo: Party cell\n"), "tags", ["en", "vi"]);
    expect(vocabulary.entries[0]?.name).toEqual({ en: "Party cell" });
  });

  test("authors with role and unit, in Vietnamese words too", () => {
    const { vocabulary, diagnostics } = parse(
      "authors",
      `thanh-nga: Thanh Nga
minh-tuan: { vi: Minh Tuấn, en: Minh Tuan }
van-dat:
  name: Nguyễn Văn  Đát
  role: { vi: Bí thư Đảng ủy, en: Party Secretary }
  unit: Đảng ủy xã
lan:
  Bút danh: Lan
  chức vụ: Cộng tác viên
  đơn vị:
`,
    );
    expect(diagnostics).toEqual([]);
    expect(vocabulary.entries.map(({ place, ...rest }) => rest)).toEqual([
      { id: "thanh-nga", name: { vi: "Thanh Nga" } },
      { id: "minh-tuan", name: { vi: "Minh Tuấn", en: "Minh Tuan" } },
      {
        id: "van-dat",
        name: { vi: "Nguyễn Văn Đát" },
        role: { vi: "Bí thư Đảng ủy", en: "Party Secretary" },
        unit: { vi: "Đảng ủy xã" },
      },
      { id: "lan", name: { vi: "Lan" }, role: { vi: "Cộng tác viên" } },
    ]);
  });

  test("the same name in two languages of one entry is no fault, nor its own id", () => {
    expect(parse("tags", "covid-19: { vi: Covid-19, en: covid-19 }\n").diagnostics).toEqual([]);
  });

  test("faulty entries keep an id, so that articles that use them are not reported too", () => {
    const { vocabulary } = parse("tags", "Chi bộ: { vi: Chi bộ }\nindex: Mục lục\nhoc-tap:\n");
    expect(vocabulary.entries.map(({ id, name }) => [id, name])).toEqual([
      ["chi-bo", { vi: "Chi bộ" }],
      ["muc-luc", { vi: "Mục lục" }],
      ["hoc-tap", { vi: "hoc-tap" }],
    ]);
  });

  test("a name that is a key of every object stays a name", () => {
    const { vocabulary } = parse("tags", "constructor: { vi: __proto__ }\n");
    expect(vocabulary.entries.map(({ id, name }) => [id, name])).toEqual([
      ["constructor", { vi: "__proto__" }],
    ]);
  });
});

describe("parseAbbreviations", () => {
  test("every language has its own, none where nothing is given", () => {
    expect(parseAbbreviations(undefined, languages)).toEqual({
      abbreviations: { vi: {}, en: {} },
      diagnostics: [],
    });
    const text = "vi:\n  TCCSĐ: tổ chức cơ sở  Đảng\n  KT-XH: kinh tế - xã hội\n  QĐ/TW: quyết định\nen:\n";
    expect(parseAbbreviations(source("abbreviations", text), languages)).toEqual({
      abbreviations: {
        vi: {
          TCCSĐ: "tổ chức cơ sở Đảng",
          "KT-XH": "kinh tế - xã hội",
          "QĐ/TW": "quyết định",
        },
        en: {},
      },
      diagnostics: [],
    });
  });

  test("a faulty line leaves the others", () => {
    const { abbreviations } = parseAbbreviations(
      source("abbreviations", "vi:\n  cán bộ: CB\n  ĐV: đảng viên\nfr:\n  PC: Parti communiste\n"),
      languages,
    );
    expect(abbreviations).toEqual({ vi: { ĐV: "đảng viên" }, en: {} });
  });
});

const cases: readonly (readonly [name: string, file: "tags" | "authors" | "abbreviations", text: string])[] =
  [
    ["an id with marks", "tags", "Xây dựng Đảng: { vi: Xây dựng Đảng }\n"],
    ["an id with a capital", "tags", "Chi-bo: Chi bộ\n"],
    ["an id called index", "tags", "index: { vi: Mục lục }\n"],
    ["an id that is a number", "tags", "2023: Năm 2023\n"],
    ["an id of which nothing can be kept", "tags", "🎉: { vi: 🎉 }\n"],
    ["the same id twice", "tags", "chi-bo: Chi bộ\nhoc-tap: Học tập\nchi-bo: Chi bộ đảng\n"],
    ["one name under two ids", "tags", "van-hoa: Văn hoá\nvan-hoa-1: { vi: Xã hội, en: văn hóa }\n"],
    ["the id of another as a name", "tags", "chi-bo: Chi bộ\nto-dang: { vi: Tổ Đảng, en: chi-bo }\n"],
    ["a language that the bulletin has not", "tags", "chi-bo: { vi: Chi bộ, fr: Cellule }\n"],
    ["a country for a language", "tags", "chi-bo: { vn: Chi bộ }\n"],
    ["no name", "tags", "chi-bo:\nhoc-tap: {}\nto-dang: { vi: }\n"],
    ["an empty name", "tags", 'chi-bo: { vi: "" }\n'],
    ["a list for a name", "tags", "chi-bo: [Chi bộ]\n"],
    ["one text", "tags", "Chi bộ\n"],
    ["an unknown field of an author", "authors", "lan: { name: Lan, rol: Phóng viên }\n"],
    ["an author's field in two spellings", "authors", "lan: { tên: Lan, name: Lan }\n"],
    ["an author without a name", "authors", "lan: { role: Phóng viên }\n"],
    ["an author with an empty name", "authors", "lan:\n  name:\n  role: Phóng viên\n"],
    ["a role in an unknown language", "authors", "lan: { name: Lan, role: { fr: Reporter } }\n"],
    ["two authors of one name", "authors", "lan: Lan\nlan-2: { name: { en: LAN } }\n"],
    ["a colon in a name", "tags", "hoc-tap: Chuyên đề: Học tập\n"],
    ["a tab, and no space", "authors", "lan:\n\tname: Lan\nnga:Thanh Nga\n"],
    ["an abbreviation in an unknown language", "abbreviations", "fr: { PC: Parti communiste }\n"],
    ["abbreviations without a language", "abbreviations", "TCCSĐ: tổ chức cơ sở Đảng\n"],
    ["an abbreviation that is none", "abbreviations", "vi:\n  cán bộ: CB\n  Đ: Đảng\n"],
    ["an abbreviation twice", "abbreviations", "vi:\n  CB: cán bộ\n  CB: chi bộ\n"],
    ["an abbreviation without words", "abbreviations", "vi:\n  CB:\n"],
    ["words as a list", "abbreviations", "vi:\n  CB: [cán bộ]\n"],
    ["a language as a text", "abbreviations", "vi: CB\n"],
    ["a list of abbreviations", "abbreviations", "- CB\n"],
  ];

test("reports about vocabularies", async () => {
  const table = cases.map(([name, file, text]) => {
    const { diagnostics } =
      file === "abbreviations"
        ? parseAbbreviations(source(file, text), languages)
        : parseVocabulary(source(file, text), file, languages);
    return describeCase(
      `${name}\n${text.trimEnd().replaceAll("\t", "⇥").replace(/^/gm, "  | ")}`,
      diagnostics,
    );
  });
  await expect(table.join("\n")).toMatchFileSnapshot("vocabulary.reports.txt");
});
