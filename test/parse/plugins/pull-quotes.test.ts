import { describe, expect, test } from "vitest";
import { rehypePullQuotes } from "../../../src/parse/plugins/pull-quotes.js";
import { read } from "./reading.js";

function htmlOf(lines: readonly string[]): string {
  return read(lines.map((line) => `> ${line}`).join("\n"), [rehypePullQuotes]).html.replace(/\n+/g, "\n");
}

const long = "Trưởng ban ".repeat(12).trim();

describe("a quote with its speaker", () => {
  test.each([
    ["a dash in a paragraph of its own", ["Dân là gốc.", "", "– Nguyễn Văn Đát"], "Nguyễn Văn Đát"],
    ["an em dash", ["Dân là gốc.", "", "— Nguyễn Văn Đát, Bí thư"], "Nguyễn Văn Đát, Bí thư"],
    ["a horizontal bar", ["Dân là gốc.", "", "― Nguyễn Văn Đát"], "Nguyễn Văn Đát"],
    ["two hyphens", ["Dân là gốc.", "", "-- Nguyễn Văn Đát"], "Nguyễn Văn Đát"],
    ["no space after the dash", ["Dân là gốc.", "", "–Nguyễn Văn Đát"], "Nguyễn Văn Đát"],
    ["on the last line", ["Dân là gốc.", "– Nguyễn Văn Đát"], "Nguyễn Văn Đát"],
    ["behind a forced break", ["Dân là gốc.\\", "– Nguyễn Văn Đát"], "Nguyễn Văn Đát"],
    ["a list of one item", ["Dân là gốc.", "- Nguyễn Văn Đát"], "Nguyễn Văn Đát"],
    ["a list below an empty line", ["Dân là gốc.", "", "- Nguyễn Văn Đát"], "Nguyễn Văn Đát"],
    ["bold", ["Dân là gốc.", "", "**— Nguyễn Văn Đát**"], "<strong>Nguyễn Văn Đát</strong>"],
    [
      "partly bold",
      ["Dân là gốc.", "– **Nguyễn Văn Đát**, Bí thư"],
      "<strong>Nguyễn Văn Đát</strong>, Bí thư",
    ],
    ["a link", ["Dân là gốc.", "", "– [Hồ Chí Minh](a.md)"], '<a href="a.md">Hồ Chí Minh</a>'],
    [
      "over two lines",
      ["Dân là gốc.", "", "– Nguyễn Văn Đát", "Bí thư Huyện ủy"],
      "Nguyễn Văn Đát\nBí thư Huyện ủy",
    ],
    ["a title with a point", ["Dân là gốc.", "", "– PGS.TS. Trần Thị Mai"], "PGS.TS. Trần Thị Mai"],
    ["with role and name", ["Dân là gốc.", "", "– Bí thư - Nguyễn Văn Đát"], "Bí thư - Nguyễn Văn Đát"],
    [
      "role and name without a dash before",
      ["Dân là gốc.", "", "Bí thư Huyện ủy Cần Đước - Nguyễn Văn Đát"],
      "Bí thư Huyện ủy Cần Đước - Nguyễn Văn Đát",
    ],
    [
      "role and comrade",
      ["Dân là gốc.", "", "Bí thư Huyện ủy – đồng chí Nguyễn Văn Đát"],
      "Bí thư Huyện ủy – đồng chí Nguyễn Văn Đát",
    ],
    [
      "role and name on the last line",
      ["“Dân là gốc.”", "Bí thư Huyện ủy - Nguyễn Văn Đát"],
      "Bí thư Huyện ủy - Nguyễn Văn Đát",
    ],
    ["English", ["Serve the people.", "", "- Jane O’Brien, secretary"], "Jane O’Brien, secretary"],
    ["with the end mark", ["Dân là gốc.", "", "– Nguyễn Văn Đát./."], "Nguyễn Văn Đát./."],
  ])("%s", (_, lines, speaker) => {
    const html = htmlOf(lines);
    expect(html).toMatch(/^<figure class="quote"><blockquote>\n<p>.*<\/p>\n?<\/blockquote><figcaption>/);
    expect(html).toContain(`</blockquote><figcaption>— ${speaker}</figcaption></figure>`);
    expect(html).not.toContain("<ul>");
  });

  test("keeps what was said, without the line break before the speaker", () => {
    expect(htmlOf(["Dân *là*", "gốc.", "– Nguyễn Văn Đát"])).toBe(
      '<figure class="quote"><blockquote>\n<p>Dân <em>là</em>\ngốc.</p></blockquote><figcaption>— Nguyễn Văn Đát</figcaption></figure>',
    );
  });

  test("in a list and in another quote", () => {
    expect(read("1. > Dân là gốc.\n   > — Bác Hồ", [rehypePullQuotes]).html).toContain("<li>\n<figure");
    expect(htmlOf(["> Dân là gốc.", "> — Bác Hồ", "", "Lời bình."])).toMatch(/^<blockquote>\n<figure/);
  });
});

describe("a quote without a speaker stays a quote", () => {
  test.each([
    ["no last line", ["Dân là gốc."]],
    ["nothing but the dash line", ["– Nguyễn Văn Đát"]],
    ["nothing but role and name", ["Bí thư Huyện ủy - Nguyễn Văn Đát"]],
    ["a sentence behind the dash", ["Dân là gốc.", "", "– Chúng ta phải cố gắng."]],
    ["a sentence and more", ["Dân là gốc.", "", "– Tôi nghĩ vậy. Đúng thế"]],
    ["a question", ["Dân là gốc.", "", "– Có đúng không?"]],
    ["more than 120 characters", ["Dân là gốc.", "", `– ${long}`]],
    ["a conversation", ["– Chào đồng chí", "– Chào anh"]],
    ["a conversation in paragraphs", ["– Chào đồng chí", "", "– Chào anh"]],
    ["a list of two", ["Nhiệm vụ.", "- Đoàn kết", "- Sáng tạo"]],
    ["a list that a colon opens", ["Nhiệm vụ:", "- Đoàn kết"]],
    ["direct speech", ["Bí thư nói:", "– Chào các đồng chí"]],
    ["an ordered list", ["Nhiệm vụ.", "", "1. Đoàn kết"]],
    [
      "a caption after role and name",
      ["Dân là gốc.", "", "Bí thư Huyện ủy - Nguyễn Văn Đát tặng quà hộ nghèo"],
    ],
    ["a dash in prose", ["Dân là gốc.", "", "Cần Đước - vùng đất anh hùng"]],
    ["a negative number", ["Nhiệt độ.", "", "-5 độ"]],
    ["code", ["Dân là gốc.", "", "```", "– Nguyễn Văn Đát", "```"]],
    ["an image behind the dash", ["Dân là gốc.", "", "– Ảnh ![a](b.jpg)"]],
  ])("%s", (_, lines) => {
    const html = htmlOf(lines);
    expect(html).toMatch(/^<blockquote>/);
    expect(html).not.toContain("figure");
  });

  test("120 characters are few enough, 121 are not", () => {
    const of = (length: number) => htmlOf(["Dân là gốc.", "", `– ${"ă".repeat(length)}`]);
    expect(of(120)).toContain("figcaption");
    expect(of(121)).not.toContain("figcaption");
  });
});

test("a quote behind the end mark stays at the end", () => {
  const { html } = read("vững mạnh./.\n\n> Dân là gốc.\n> — Bác Hồ", [rehypePullQuotes]);
  expect(html).toMatch(/^<p>vững mạnh\.\/\.<\/p>\n<figure class="quote">/);
});

test("hostile quotes are read in one pass", () => {
  for (const part of ["– a\n", "- a - A", "A ", "-", "– ", "a\n\n– B\n\n", "**– A** "]) {
    const markdown = part
      .repeat(40_000 / part.length)
      .split("\n")
      .map((line) => `> ${line}`)
      .join("\n");
    expect(read(markdown, [rehypePullQuotes]).html).toContain("blockquote");
  }
});
