import { describe, expect, test } from "vitest";
import { parseFile, parseLines } from "./front-matter/reading.js";

/** One field beside a title; a report would be a mistake of ours. */
function read(...lines: readonly string[]) {
  const { given, diagnostics } = parseLines("title: A", ...lines);
  expect(diagnostics).toEqual([]);
  const { title: _, ...rest } = given;
  return rest;
}

describe("a whole block", () => {
  const text = `---
tiêu đề: "Cần Đước: Kiện toàn hệ thống chính trị"
Ngày đăng: 20/01/2023 - 09:50
tác giả: Thanh Nga, Minh Tuấn
sapo: >
  Dòng một
  dòng hai.
từ khoá: [Cần Đước, xây dựng Đảng]
---
Thân bài.
`;
  const front = parseFile(text);

  test("fields by their English names, with the defaults of those that are not given", () =>
    expect(front.meta).toEqual({
      title: "Cần Đước: Kiện toàn hệ thống chính trị",
      date: { iso: "2023-01-20T09:50:00+07:00", hasTime: true, instant: Date.UTC(2023, 0, 20, 2, 50) },
      author: ["Thanh Nga", "Minh Tuấn"],
      lead: "Dòng một dòng hai.",
      tags: ["Cần Đước", "xây dựng Đảng"],
      aliases: [],
      draft: false,
      corrections: [],
      attachments: [],
      internal: false,
    }));
  test("the place of each value is true to the file", () =>
    expect(front.places).toEqual({
      title: { line: 2, column: 10 },
      date: { line: 3, column: 12 },
      author: { line: 4, column: 10 },
      lead: { line: 5, column: 7 },
      tags: { line: 8, column: 10 },
    }));
  test("the Markdown begins after the closing line", () =>
    expect(text.slice(front.bodyOffset)).toBe("Thân bài.\n"));
});

test.each([
  ["blanks after the hyphens", "---  \ntitle: A\n---\t\nB", "B"],
  ["nothing after the block", "---\ntitle: A\n---", ""],
  ["a rule in the Markdown", "---\ntitle: A\n---\nB\n\n---\n\nC", "B\n\n---\n\nC"],
  ["remarks and blank lines", "---\n# ghi chú\n\ntitle: A # bài\n---\nB", "B"],
  ["all lines indented alike", "---\n  title: A\n  draft: no\n---\nB", "B"],
])("read without an error: %s", (_, text, body) => {
  const { meta, bodyOffset, diagnostics } = parseFile(text);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(meta?.title).toBe("A");
  expect(text.slice(bodyOffset)).toBe(body);
});

describe("texts", () => {
  test.each([
    ["title: 2023", "2023"],
    ["title: 1.10", "1.10"],
    ["title: true", "true"],
    ["title: 0x1F", "0x1F"],
    ["title: 20/01/2023", "20/01/2023"],
    ['title: "Niềm nở: bí quyết"', "Niềm nở: bí quyết"],
    ["title: 'It''s done'", "It's done"],
    ["title: “Niềm nở” khi tiếp dân", "“Niềm nở” khi tiếp dân"],
    ["title: Tỷ lệ 10:1", "Tỷ lệ 10:1"],
    ["title: C# và F#", "C# và F#"],
    ["title: |\n  Dòng một\n  dòng hai: hết", "Dòng một dòng hai: hết"],
    ["title: Dòng một\n  dòng hai", "Dòng một dòng hai"],
    ['title: "Một\\nhai"', "Một hai"],
    ['title: "a\\0l0\\0\\e\\uD800b"', "a\ufffdl0\ufffd\ufffd\ufffdb"],
    ['title: "\\u0110u\\u031Bo\\u031B\\u0323c"', "Đươ\u0323c".normalize("NFC")],
    ["title:\tA", "A"],
    ["TIÊU ĐỀ: A", "A"],
    ["tieu_de: A", "A"],
    ["tiêu đề: A".normalize("NFD"), "A"],
  ])("%j", (line, title) => {
    const { given, diagnostics } = parseLines(...line.split("\n"));
    expect(diagnostics).toEqual([]);
    expect(given.title).toBe(title);
  });
});

describe("values", () => {
  test.each<[string, object]>([
    ["lead:", {}],
    ["date: ~", {}],
    ["tags: Cần Đước, xây dựng Đảng; chi bộ", { tags: ["Cần Đước", "xây dựng Đảng", "chi bộ"] }],
    ["thẻ:\n- Cần Đước\n- 2023\n- cần đước", { tags: ["Cần Đước", "2023"] }],
    ['tags: ["Học tập, làm theo"]', { tags: ["Học tập, làm theo"] }],
    ["tags: hòa bình, hoà bình", { tags: ["hòa bình"] }],
    ["bút danh: Thanh Nga", { author: ["Thanh Nga"] }],
    ["nháp: có", { draft: true }],
    ["draft: Không", { draft: false }],
    ["draft: yes", { draft: true }],
    ["internal: TRUE", { internal: true }],
    ["lưu hành nội bộ: có", { internal: true }],
    ["featured: 5", { featured: 5 }],
    ["tiêu điểm: có", { featured: 1 }],
    ["featured: false", {}],
    ["ngôn ngữ: tiếng Anh", { language: "en" }],
    ["lang: Việt", { language: "vi" }],
    ["language: VI", { language: "vi" }],
    ["language: English", { language: "en" }],
    ["byline: top", { byline: "top" }],
    ["byline: cuối", { byline: "end" }],
    ["slug: can-duoc-2023", { slug: "can-duoc-2023" }],
    ["slug: 2023", { slug: "2023" }],
    ["translationKey: /2023/can-duoc/", { translationKey: "2023/can-duoc" }],
    ["translationKey: 0012", { translationKey: "0012" }],
    ["sourceHash: 01E234", { sourceHash: "01e234" }],
    [
      "kicker: A\nsection: B\nnguồn: C\nplaceNote: D",
      { kicker: "A", section: "B", source: "C", placeNote: "D" },
    ],
  ])("%j", (lines, given) => expect(read(...lines.split("\n"))).toEqual(given));

  test.each([
    ["updated: 21/01/2023", "updated", "2023-01-21T00:00:00+07:00"],
    ["cập nhật: 9h50, 21/1/2023", "updated", "2023-01-21T09:50:00+07:00"],
    ["hết hạn: 2023-01-21T09:50:00Z", "expires", "2023-01-21T16:50:00+07:00"],
    ["featuredUntil: 09:50 - 21/01/2023", "featuredUntil", "2023-01-21T09:50:00+07:00"],
  ])("%s", (line, name, iso) => expect(read(line)).toMatchObject({ [name]: { iso } }));

  test.each([
    ["01/2023", "2023-01", "01/2023", true],
    ["1/2023", "2023-01", "01/2023", true],
    ["Số 01/2023", "2023-01", "01/2023", true],
    ["Bản tin số 1/2023", "2023-01", "01/2023", true],
    ["2023-01", "2023-01", "01/2023", true],
    ["Issue 12/2023", "2023-12", "12/2023", true],
    ["1.10", "1-10", "1.10", true],
    ["01", "so-01", "01", true],
    ["số 7", "so-7", "7", true],
    ['"1.10"', "1-10", "1.10", true],
    ["Xuân 2023", "xuan-2023", "Xuân 2023", false],
    ["Số Tết", "so-tet", "Số Tết", false],
    ["index", "so-index", "index", false],
  ])("issue: %s", (typed, id, label, numbered) =>
    expect(read(`số bản tin: ${typed}`)).toEqual({ issue: { id, label, numbered } }),
  );

  test.each<[string, object]>([
    ["ảnh bìa: anh/Bìa 1.jpg", { path: "anh/Bìa 1.jpg" }],
    ["cover: a%20b%C3%A1.jpg", { path: "a bá.jpg" }],
    ["cover: 100%.jpg", { path: "100%.jpg" }],
    ["cover: a%00b.jpg", { path: "a\ufffdb.jpg" }],
    [
      "cover:\n  ảnh: a.jpg\n  mô tả ảnh: B\n  chú thích: C\n  nguồn ảnh: D",
      { path: "a.jpg", alt: "B", caption: "C", credit: "D" },
    ],
    ["cover: { path: a.jpg, caption: C }", { path: "a.jpg", caption: "C" }],
    ["ảnh đại diện: a.jpg\nchú thích: C\nnguồn ảnh: D", { path: "a.jpg", caption: "C", credit: "D" }],
  ])("%j", (lines, cover) => expect(read(...lines.split("\n"))).toEqual({ cover }));

  test.each([
    ["/vi/2023/01/x.html", "vi/2023/01/x.html"],
    ["vi/2023/01/x.html", "vi/2023/01/x.html"],
    ["https://example.vn/vi/x.html?utm=1#y", "vi/x.html"],
    ["/vi/b%C3%A0i.htm", "vi/bài.htm"],
    ["/vi/x/", "vi/x/index.html"],
    ["/vi/x", "vi/x/index.html"],
  ])("aliases: %s", (typed, path) => expect(read(`aliases: ${typed}`)).toEqual({ aliases: [path] }));

  test.each([
    "../x.html",
    "/a/../x.html",
    "/a/%2e%2e/x.html",
    "/a\\x.html",
    "C:/x.html",
    "/.git/x.html",
    "/a//x.html",
    "/x.php",
    "/",
    "https://example.vn",
    "/a%00.html",
    "/a%0A.html",
    "javascript:x",
  ])("no alias: %s", (typed) => {
    const { given, diagnostics } = parseLines("title: A", `aliases: ["${typed.replaceAll("\\", "\\\\")}"]`);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["alias-invalid"]);
    expect(given.aliases).toEqual([]);
  });

  test("documents and corrections, in a list or alone", () => {
    const date = { iso: "2023-01-21T00:00:00+07:00", hasTime: false, instant: Date.UTC(2023, 0, 20, 17) };
    expect(
      read(
        "tài liệu:",
        "  - a.pdf",
        "  - tệp: b%20c.pdf",
        "    tiêu đề: Hướng dẫn",
        "    số hiệu: 05",
        "    ngày: 21/01/2023",
        "    trích yếu: Về sinh hoạt",
        "đính chính:",
        "  ngày: 21/01/2023",
        "  nội dung: Sửa tên",
      ),
    ).toEqual({
      attachments: [
        { path: "a.pdf", place: { line: 4, column: 5 } },
        {
          path: "b c.pdf",
          place: { line: 5, column: 10 },
          title: "Hướng dẫn",
          number: "05",
          date,
          summary: "Về sinh hoạt",
        },
      ],
      corrections: [{ date, text: "Sửa tên" }],
    });
  });
});
