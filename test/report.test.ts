import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../src/model/diagnostic.js";
import { sourcePath } from "../src/model/paths.js";
import type { Place } from "../src/model/place.js";
import { formatCounts, formatReport, type Paint, plainPaint, type ReportOptions } from "../src/report.js";

const colon: Diagnostic = {
  rule: "front-matter-colon",
  severity: "error",
  file: sourcePath("content/2023/can-duoc/vi.md"),
  place: { line: 4, column: 16 },
  message: {
    vi: "Tiêu đề có dấu hai chấm nên phải đặt trong dấu nháy kép thẳng",
    en: "The title contains a colon, so it needs straight double quotes",
  },
  hint: {
    vi: 'Viết: title: "Cần Đước: Kiện toàn hệ thống chính trị"',
    en: 'Write: title: "Cần Đước: Kiện toàn hệ thống chính trị"',
  },
};
const article = [
  "---",
  "section: Xây dựng Đảng",
  "date: 20/01/2023 - 09:50",
  "title: Cần Đước: Kiện toàn hệ thống chính trị",
  "---",
].join("\n");

function options(source: string | undefined, more: Partial<ReportOptions> = {}): ReportOptions {
  return { lang: "en", paint: plainPaint, sourceOf: () => source, most: 200, ...more };
}

function frameOf(source: string, place: Place): string[] {
  const lines = formatReport([{ ...colon, place }], options(source)).split("\n");
  return lines.slice(2, -2);
}

describe("a report", () => {
  test("in English", () => {
    expect(formatReport([colon], options(article))).toBe(
      `content/2023/can-duoc/vi.md:4:16  error  front-matter-colon
  The title contains a colon, so it needs straight double quotes
    3 | date: 20/01/2023 - 09:50
  > 4 | title: Cần Đước: Kiện toàn hệ thống chính trị
      |                ^
  fix: Write: title: "Cần Đước: Kiện toàn hệ thống chính trị"
`,
    );
  });

  test("in Vietnamese", () => {
    expect(formatReport([{ ...colon, severity: "warning" }], options(article, { lang: "vi" }))).toBe(
      `content/2023/can-duoc/vi.md:4:16  cảnh báo  front-matter-colon
  Tiêu đề có dấu hai chấm nên phải đặt trong dấu nháy kép thẳng
    3 | date: 20/01/2023 - 09:50
  > 4 | title: Cần Đước: Kiện toàn hệ thống chính trị
      |                ^
  cách sửa: Viết: title: "Cần Đước: Kiện toàn hệ thống chính trị"
`,
    );
  });

  test("about a file as a whole, or about one that cannot be shown, has no frame", () => {
    const { place, ...whole } = colon;
    expect(formatReport([whole], options(article))).toBe(
      `content/2023/can-duoc/vi.md  error  front-matter-colon
  The title contains a colon, so it needs straight double quotes
  fix: Write: title: "Cần Đước: Kiện toàn hệ thống chính trị"
`,
    );
    expect(formatReport([colon], options(undefined)).split("\n")).toHaveLength(4);
    expect(
      formatReport([{ ...colon, place: { line: 9, column: 1 } }], options(article)).split("\n"),
    ).toHaveLength(4);
    expect(place).toBeDefined();
  });

  test("lines to paste stand each on its own line", () => {
    const hint = { vi: "", en: "Add to tags.yaml:\nxay-dung-dang:\n  vi: Xây dựng Đảng\n" };
    expect(formatReport([{ ...colon, hint }], options(undefined))).toContain(
      "\n  fix: Add to tags.yaml:\n    xay-dung-dang:\n      vi: Xây dựng Đảng\n",
    );
  });

  test("colour marks its parts and changes nothing else", () => {
    const mark = (name: string) => (text: string) => `<${name}>${text}</${name}>`;
    const paint: Paint = { error: mark("e"), warning: mark("w"), strong: mark("s"), faint: mark("f") };
    const painted = formatReport([colon], options(article, { paint }));
    expect(painted).toContain(
      "<s>content/2023/can-duoc/vi.md:4:16</s>  <e>error</e>  <f>front-matter-colon</f>",
    );
    expect(painted.replace(/<\/?[ewsf]>/g, "")).toBe(formatReport([colon], options(article)));
  });
});

describe("the caret stands under the letter", () => {
  test.each<readonly [string, string, Place, readonly string[]]>([
    ["the first line has none before it", "ab", { line: 1, column: 2 }, ["  > 1 | ab", "      |  ^"]],
    ["the start of a file", "---", { line: 1, column: 1 }, ["  > 1 | ---", "      | ^"]],
    ["an empty line", "a\n\n", { line: 2, column: 1 }, ["    1 | a", "  > 2 |", "      | ^"]],
    ["after the last letter", "a\nbc", { line: 2, column: 3 }, ["    1 | a", "  > 2 | bc", "      |   ^"]],
    ["NFD", "Đước x".normalize("NFD"), { line: 1, column: 6 }, ["  > 1 | Đước x", "      |      ^"]],
    ["a tab", "\tab", { line: 1, column: 2 }, ["  > 1 |     ab", "      |     ^"]],
    ["a tab within", "a\tb", { line: 1, column: 3 }, ["  > 1 | a   b", "      |     ^"]],
    ["wide letters", "title：东x", { line: 1, column: 8 }, ["  > 1 | title：东x", "      |          ^"]],
    ["emoji", "🎉👨‍👩‍👧x", { line: 1, column: 3 }, ["  > 1 | 🎉👨‍👩‍👧x", "      |     ^"]],
    ["Windows lines", "a\r\nb\r\n", { line: 2, column: 1 }, ["    1 | a", "  > 2 | b", "      | ^"]],
    [
      "from line 9 to 10",
      "x\n".repeat(10),
      { line: 10, column: 1 },
      ["     9 | x", "  > 10 | x", "       | ^"],
    ],
  ])("%s", (_, source, place, frame) => expect(frameOf(source, place)).toEqual(frame));

  test("in any line of letters of one cell, NFC or NFD", () => {
    const letter = fc.constantFrom(...'abĐđộẫÂơ .,:"'.split(""), "ữ".normalize("NFD"), "ặ".normalize("NFD"));
    fc.assert(
      fc.property(fc.array(letter, { minLength: 1, maxLength: 300 }), fc.nat(), (letters, chance) => {
        const column = (chance % letters.length) + 1;
        const [line = "", caret = ""] = frameOf(letters.join(""), { line: 1, column });
        const shown = [...line.normalize("NFC")];
        expect(caret).toMatch(/^ {6}\| +\^$/);
        expect(shown[caret.length - 1] ?? " ").toBe(letters[column - 1]?.normalize("NFC"));
        expect(shown.length).toBeLessThanOrEqual(112);
      }),
    );
  });
});

test("a long line is cut around the caret, the one before it at its end", () => {
  const source = `${"a".repeat(500)}\n${"b".repeat(250)}X${"c".repeat(250)}`;
  const [before = "", line = "", caret = ""] = frameOf(source, { line: 2, column: 251 });
  expect(before).toBe(`    1 | ${"a".repeat(100)}…`);
  expect(line).toBe(`  > 2 | …${"b".repeat(60)}X${"c".repeat(39)}…`);
  expect(line.indexOf("X")).toBe(caret.indexOf("^"));
});

test("nothing in a text moves the cursor, hides or turns the writing", () => {
  const hostile = "\x1b[2J\x07\x9b1m\u202eevil\u2066\u2028\u200b\ud800x";
  const report = formatReport(
    [
      {
        ...colon,
        file: sourcePath(`content/${hostile}.md`),
        place: { line: 2, column: 3 },
        message: { vi: hostile, en: hostile },
        hint: { vi: hostile, en: `${hostile}\n${hostile}` },
      },
    ],
    options(`${hostile}\n${hostile}`),
  );
  expect(report).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]/);
  expect(report).toContain("evil");
  const [, frame = ""] = frameOf(`a\n${hostile}`, { line: 2, column: 1 });
  expect(frame).toBe("  > 2 | �[2J��1m�evil����x");
});

describe("many reports", () => {
  const warning: Diagnostic = { ...colon, severity: "warning" };

  test("an empty line between them; none is no text", () => {
    expect(formatReport([colon, colon], options(undefined)).split("\n\n")).toHaveLength(2);
    expect(formatReport([], options(undefined))).toBe("");
  });

  test("above the most, errors come first, each still in its place", () => {
    const all = [warning, colon, warning, colon, warning].map((one, index) => ({
      ...one,
      rule: `r${index}`,
    }));
    const rules = (most: number) => formatReport(all, options(undefined, { most })).match(/r\d/g);
    expect(rules(5)).toEqual(["r0", "r1", "r2", "r3", "r4"]);
    expect(rules(3)).toEqual(["r0", "r1", "r3"]);
    expect(rules(1)).toEqual(["r1"]);
    expect(formatReport(all, options(undefined, { most: 3 }))).toMatch(
      /\n\n… and 2 more; run with --json to see all\n$/,
    );
    expect(formatReport(all, options(undefined, { most: 3, lang: "vi" }))).toMatch(
      /… và 2 mục nữa; chạy với --json/,
    );
  });

  test.each<readonly [number, number, string, string]>([
    [0, 0, "", ""],
    [1, 0, "1 error", "1 lỗi"],
    [2, 1, "2 errors, 1 warning", "2 lỗi, 1 cảnh báo"],
    [0, 3430, "3,430 warnings", "3.430 cảnh báo"],
  ])("%i errors and %i warnings", (errors, warnings, en, vi) => {
    const all = [...Array<Diagnostic>(errors).fill(colon), ...Array<Diagnostic>(warnings).fill(warning)];
    expect(formatCounts(all, "en")).toBe(en);
    expect(formatCounts(all, "vi")).toBe(vi);
  });
});
