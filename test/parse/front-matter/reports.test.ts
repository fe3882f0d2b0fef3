import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseFile, parseLines, print, readTable } from "./reading.js";

const rows = (name: string) =>
  readTable(readFileSync(new URL(`${name}.reports.txt`, import.meta.url), "utf8"));

describe("where the block begins and ends: whole files", () => {
  test.each(rows("block"))("$input", ({ input, printed }) => {
    const result = parseFile(input);
    expect(`${print(result)}\nbody ${JSON.stringify(input.slice(result.bodyOffset))}`).toBe(printed);
  });
});

describe("mistakes on the raw lines of a block", () => {
  test.each(rows("lines"))("$input", ({ input, printed }) =>
    expect(print(parseLines(...input.split("\n")))).toBe(printed),
  );
});

describe("mistakes in keys and values", () => {
  test.each(rows("fields"))("$input", ({ input, printed }) =>
    expect(print(parseLines(...input.split("\n")))).toBe(printed),
  );
});

test("a standing page without a block is not asked for a date", () => {
  expect(parseFile("Giới thiệu", "page").diagnostics[0]?.hint).toEqual({
    vi: "Bắt đầu tệp bằng các dòng:\n---\ntitle: …\n---",
    en: "Start the file with the lines:\n---\ntitle: …\n---",
  });
});

test.each([
  ["lines", "\n".repeat(5001)],
  ["letters", `lead: ${"a".repeat(200_000)}`],
])("a block of too many %s is not read", (_, lines) => {
  expect(print(parseLines("title: A", lines))).toBe(
    [
      "2:1 error front-matter-long",
      "  Phần thông tin đầu bài dài quá 5000 dòng hoặc 200000 chữ → Xem dòng --- kết thúc có nằm đúng chỗ, ngay dưới mục cuối cùng, không",
      "  The information block has more than 5000 lines or 200000 letters → See whether the closing line of --- stands right below the last field",
      "reads {}",
    ].join("\n"),
  );
});
