import { describe, expect, test } from "vitest";
import { isBroken, type ParseSettings } from "../../src/model/article.js";
import { sourcePath } from "../../src/model/paths.js";
import { createArticleParser, parseArticle } from "../../src/parse/article.js";

const settings: ParseSettings = {
  languages: ["vi", "en"],
  timeZone: "Asia/Ho_Chi_Minh",
  abbreviations: {},
  limits: { articleBytes: 2000, nesting: 100, photoMegapixels: 50, attachmentBytes: 1_000_000 },
};
const parse = createArticleParser(settings);
const source = (path: string, text: string) => ({ path: sourcePath(path), text, hash: "h" });
const parseText = (path: string, ...lines: readonly string[]) => parse(source(path, lines.join("\n")));

const body = ["---", "Chi bộ họp.", ""];

describe("an article", () => {
  const article = parseText(
    "content/2023/can-duoc.vi.md",
    "---",
    "title: Cần Đước",
    "date: 20/01/2023 - 09:50",
    "---",
    "**Lời dẫn của bài.**",
    "",
    "Chi bộ họp./.",
  );
  test("knows its file, its story, its language, its fields and its text", () =>
    expect(article).toMatchObject({
      source: "content/2023/can-duoc.vi.md",
      hash: "h",
      kind: "article",
      key: "2023/can-duoc",
      lang: "vi",
      meta: { title: "Cần Đước", date: { iso: "2023-01-20T09:50:00+07:00" } },
      places: { title: { line: 2, column: 8 } },
      lead: { text: "Lời dẫn của bài." },
      description: "Lời dẫn của bài.",
      body: expect.stringContaining("Chi bộ họp"),
      diagnostics: [],
    }));
  test("is the same from the parser of one article", () => {
    const one = source("content/x.md", "---\ntitle: A\n---\nB\n");
    expect(parseArticle(one, settings)).toEqual(parse(one));
  });
  test("may be a standing page", () =>
    expect(parseText("content/pages/gioi-thieu.en.md", "---", "title: About", ...body)).toMatchObject({
      kind: "page",
      key: "gioi-thieu",
      lang: "en",
    }));
  test("has the lead of its front matter", () =>
    expect(parseText("content/x.md", "---", "title: A", "sapo: Lời dẫn.", ...body)).toMatchObject({
      lead: { text: "Lời dẫn." },
      description: "Lời dẫn.",
    }));
});

describe("language and story", () => {
  test.each([
    ["content/x.md", "language: en", "x", "en"],
    ["content/en/x.md", "language: tiếng Anh", "x", "en"],
    ["content/en/x.md", "translationKey: 2023/y", "2023/y", "en"],
  ])("%s with %s", (path, line, key, lang) =>
    expect(parseText(path, "---", "title: A", line, ...body)).toMatchObject({ key, lang }),
  );
  test("a broken article keeps what is known of it", () =>
    expect(
      parseText("content/x.md", "---", "title: A: B", "lang: en", "translationKey: y", ...body),
    ).toMatchObject({ broken: true, key: "y", lang: "en" }));
});

interface Row {
  readonly what: string;
  readonly path?: string;
  readonly lines: readonly string[];
  readonly report: readonly string[];
}

const conflict = (place: string, by: readonly [string, string]) => [
  `${place} error language-conflict`,
  `${by[0]} cho biết bài này viết bằng tiếng Anh, nhưng phần thông tin ghi tiếng Việt → ` +
    "Xóa dòng này nếu bài viết bằng tiếng Anh; nếu không thì đổi “en” thành “vi” trong đường dẫn",
  `The ${by[1]} says that this article is in English, but the information block says Vietnamese → ` +
    "Delete this line if the article is in English; if not, change “en” to “vi” in the path",
];

const unmarked = (place: string, words: string) => [
  `${place} warning internal-unmarked`,
  `Bài có chữ “${words}” nhưng không được đánh dấu là tài liệu nội bộ, nên vẫn được đăng → ` +
    "Thêm vào phần thông tin đầu bài: internal: true (không đăng), hoặc internal: false nếu bài được công khai",
  `The article says “${words}” but is not marked as internal, so it is published → ` +
    "Add to the information block: internal: true (not published), or internal: false if it is public",
];

const missing = [
  "1:1 error title-missing",
  "Bài chưa có tiêu đề → Thêm một dòng: title: …",
  "The article has no title → Add a line: title: …",
];

describe("reports", () => {
  test.each<Row>([
    {
      what: "the front matter against the file's name",
      path: "content/x.en.md",
      lines: ["---", "title: A", "ngôn ngữ: Việt", ...body],
      report: conflict("3:11", ["Tên tệp", "file's name"]),
    },
    {
      what: "the front matter against the folder",
      path: "content/en/x.md",
      lines: ["---", "title: A", "language: vi", ...body],
      report: conflict("3:11", ["Thư mục", "folder"]),
    },
    { what: "no title", lines: ["---", "date: 20/01/2023", ...body], report: missing },
    {
      what: "a file that is too large",
      lines: ["---", "title: A", "---", "Đảng ".repeat(300)],
      report: [
        "undefined:undefined error article-too-large",
        "Bài nặng 3 KB, quá giới hạn 2 KB → Xem bài có dán nhầm ảnh dưới dạng chữ không; " +
          "nếu bài dài thật thì tăng limits.articleBytes trong bantin.yaml",
        "The article is 3 KB, over the limit of 2 KB → See whether a photo was pasted as text; " +
          "if it is really that long, raise limits.articleBytes in bantin.yaml",
      ],
    },
    {
      what: "words of internal circulation",
      lines: ["---", "title: A", "---", "Một.", "", "Tài liệu lưu  hành nội bộ."],
      report: unmarked("6:10", "lưu hành nội bộ"),
    },
    {
      what: "the same in capitals, in the title",
      lines: ["---", "title: TÀI LIỆU LƯU HÀNH NỘI BỘ", ...body],
      report: unmarked("2:8", "LƯU HÀNH NỘI BỘ"),
    },
    ...["MẬT", "TỐI MẬT", "TUYỆT MẬT"].map((stamp) => ({
      what: `a stamp: ${stamp}`,
      lines: ["---", "title: A", "---", "Một.", "", `**${stamp}**`, "", "Hai."],
      report: unmarked("6:3", stamp),
    })),
  ])("$what", ({ path = "content/x.md", lines, report }) => {
    const { diagnostics } = parseText(path, ...lines);
    const printed = diagnostics.map(({ place, severity, rule, message, hint }) => [
      `${place?.line}:${place?.column} ${severity} ${rule}`,
      `${message.vi} → ${hint.vi}`,
      `${message.en} → ${hint.en}`,
    ]);
    expect(printed).toEqual([report]);
  });

  test.each([
    ["internal: true", "Lưu hành nội bộ"],
    ["internal: không", "Lưu hành nội bộ"],
    ["draft: no", "Bí mật, mật thiết, MẬT ONG, tài liệu MẬT của địch"],
    ["draft: no", "Mật"],
  ])("no warning: %s, %s", (line, text) =>
    expect(parseText("content/x.md", "---", "title: A", line, "---", text).diagnostics).toEqual([]),
  );

  test("mistakes of the block and of the text come together, in reading order", () => {
    const article = parseText(
      "content/x.md",
      "---",
      "title: A: B",
      "date: 30/02/2024",
      "tiu đề: C",
      "---",
      "Một.",
      "",
      "    Đoạn thụt đầu dòng như trong Word.",
    );
    expect(isBroken(article)).toBe(true);
    expect(article.diagnostics.map(({ place }) => place?.line)).toEqual([2, 3, 4, 8]);
  });

  test("a text without a block is reported once, and not read as Markdown", () =>
    expect(parseText("content/x.md", "    Thân bài").diagnostics.map(({ rule }) => rule)).toEqual([
      "front-matter-missing",
    ]));
});
