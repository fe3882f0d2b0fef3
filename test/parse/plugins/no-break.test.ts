import { describe, expect, test } from "vitest";
import { rehypeFigures } from "../../../src/parse/plugins/figures.js";
import { rehypeNoBreak } from "../../../src/parse/plugins/no-break.js";
import { rehypePullQuotes } from "../../../src/parse/plugins/pull-quotes.js";
import { read } from "./reading.js";

/** U+00A0 as `~`, nowrap as `{…}`. */
function htmlOf(markdown: string): string {
  return read(markdown, [rehypeFigures, rehypePullQuotes, rehypeNoBreak])
    .html.replaceAll("\u00a0", "~")
    .replace(/<span class="nowrap">([^<]*)<\/span>/g, "{$1}");
}

describe("the space before a spaced dash", () => {
  test.each([
    ["kinh tế - xã hội", "kinh tế~- xã hội"],
    ["kinh tế – xã hội — văn hóa ― du lịch", "kinh tế~– xã hội~— văn hóa~― du lịch"],
    ["**kinh tế** - xã hội", "<strong>kinh tế</strong>~- xã hội"],
    ["kinh tế **- xã hội**", "kinh tế~<strong>- xã hội</strong>"],
    ["kinh tế -\nxã hội", "kinh tế~-\nxã hội"],
    ["kinh tế\n– xã hội", "kinh tế~– xã hội"],
    ["kinh tế  - xã hội", "kinh tế~~- xã hội"],
    ["kinh tế\u00a0- xã hội", "kinh tế~- xã hội"],
    ["kinh tế \\\n– xã hội", "kinh tế <br>\n– xã hội"],
    ["kinh tế-xã hội", "kinh tế-xã hội"],
    ["kinh tế -xã hội", "kinh tế -xã hội"],
    ["kinh tế- xã hội", "kinh tế- xã hội"],
    ["– xã hội", "– xã hội"],
    ["Gõ `a - b`", "Gõ <code>a - b</code>"],
    ["[kinh tế - xã hội](a.md)", '<a href="a.md">kinh tế~- xã hội</a>'],
  ])("%j → %j", (markdown, expected) => {
    expect(htmlOf(markdown)).toBe(`<p>${expected}</p>`);
  });

  test("headings, items and cells too, but neither captions nor attributions nor code", () => {
    expect(htmlOf("## Kinh tế - xã hội")).toBe("<h2>Kinh tế~- xã hội</h2>");
    expect(htmlOf("- Kinh tế - xã hội")).toContain("<li>Kinh tế~- xã hội</li>");
    expect(htmlOf("| A |\n|-|\n| B - C |")).toContain("<td>B~- C</td>");
    expect(htmlOf("```\na - b\n```")).toContain("a - b");
    expect(htmlOf("![a](b.jpg)\n\n*Bí thư - Nguyễn Văn Đát*")).toContain(">Bí thư - Nguyễn");
    expect(htmlOf("> A - b.\n> — Bí thư - Nguyễn Văn Đát")).toMatch(/A~- b.*>— Bí thư - Nguyễn/s);
  });
});

describe("what no line may part", () => {
  test.each([
    ["Chỉ thị 05-CT/TW, ngày", "Chỉ thị {05-CT/TW}, ngày"],
    ["Nghị quyết 39-NQ/TW.", "Nghị quyết {39-NQ/TW}."],
    ["Nghị định 123/2023/NĐ-CP", "Nghị định {123/2023/NĐ-CP}"],
    ["1234/QĐ-TTg", "{1234/QĐ-TTg}"],
    ["gấp 1,5-2 lần", "gấp {1,5-2} lần"],
    ["15-20%, (15%-20%)", "{15-20%}, ({15%-20%})"],
    ["15-20%/năm", "{15-20%}/năm"],
    ["2020-2025; 2020–2025.", "{2020-2025}; {2020–2025}."],
    ["1.000-2.000 người", "{1.000-2.000} người"],
    ["từ 20/01/2023-25/01/2023", "từ {20/01/2023-25/01/2023}"],
    ["20/01/2023, 01/2023, 24/7", "20/01/2023, 01/2023, 24/7"],
    ["2020 - 2025", "2020~- 2025"],
    ["Học **05-CT/TW**", "Học <strong>{05-CT/TW}</strong>"],
    ["05-**CT**/TW", "05-<strong>CT</strong>/TW"],
    ["`05-CT/TW`", "<code>05-CT/TW</code>"],
    ["x.vn/2023-01, x@1-2, ?x=1-2", "x.vn/2023-01, x@1-2, ?x=1-2"],
    ["kinh tế-xã hội, COVID-19", "kinh tế-xã hội, COVID-19"],
    ["20-anh, 5-year-old", "20-anh, 5-year-old"],
    [`1${"-1".repeat(30)}`, `1${"-1".repeat(30)}`],
  ])("%j → %j", (markdown, expected) => {
    expect(htmlOf(markdown)).toBe(`<p>${expected}</p>`);
  });

  test("captions keep their characters and get the element", () => {
    expect(htmlOf("![a](b.jpg)\n\n*Học tập 05-CT/TW*")).toContain(
      "<figcaption>Học tập {05-CT/TW}</figcaption>",
    );
  });
});

test("hostile articles are read in one pass", () => {
  const parts = ["a - ", "a  ", "- ", "1,", "1-", "1.1-", "1", "05-CT/", "1-Đ", "%-", "*1-2* ", "a\u00a0– "];
  for (const part of parts) {
    const { html } = read(`x${part.repeat(100_000 / part.length)}`, [rehypeNoBreak]);
    expect(html.length).toBeGreaterThan(50_000);
  }
});
