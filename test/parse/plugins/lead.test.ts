import { describe, expect, test } from "vitest";
import { read, type Setting } from "./reading.js";

const body = "Thân bài.";

function htmlOf(opening: string, setting?: Setting): string {
  return read(`${opening}\n\n${body}`, [], setting).html.replace(/\n+/g, "\n").trim();
}

const lead = (words: string) => `<p class="lead">${words}</p>\n<p>Thân bài.</p>`;
const plain = (words: string) => `<p>${words}</p>\n<p>Thân bài.</p>`;

describe("a wholly bold first paragraph is the lead", () => {
  test.each([
    ["bold", "**Huyện ủy họp.**", "Huyện ủy họp."],
    ["bold with emphasis inside", "**Huyện ủy *Cần Đước* họp.**", "Huyện ủy <em>Cần Đước</em> họp."],
    ["bold in italics", "***Huyện ủy họp.***", "<em>Huyện ủy họp.</em>"],
    ["two bold sentences", "**Huyện ủy họp.** **Bàn ba việc.**", "Huyện ủy họp. Bàn ba việc."],
    ["bold over two lines", "**Huyện ủy họp.**\\\n**Bàn ba việc.**", "Huyện ủy họp.<br>\nBàn ba việc."],
    ["the full stop outside", "**Huyện ủy họp**.", "Huyện ủy họp."],
    ["the end mark outside", "**Huyện ủy họp**./.", "Huyện ủy họp./."],
    ["agency before the bold", "(TG) – **Huyện ủy họp.**", "(TG) – Huyện ủy họp."],
    ["agency inside the bold", "**(TG) – Huyện ủy họp.**", "(TG) – Huyện ủy họp."],
    ["agency in a bold of its own", "**(TG)** – **Huyện ủy họp.**", "(TG) – Huyện ủy họp."],
    ["place and agency", "Hanoi (VNA) – **The cell met.**", "Hanoi (VNA) – The cell met."],
    ["a link inside", "**Huyện ủy [Cần Đước](a.md) họp.**", "Huyện ủy Cần Đước họp."],
    ["a link around", "[**Huyện ủy họp.**](a.md)", "Huyện ủy họp."],
    ["a reference link", "**Huyện ủy [họp][1].**\n\n[1]: a.md", "Huyện ủy họp."],
    ["an address", "**Xem https://example.vn nhé.**", "Xem https://example.vn nhé."],
  ])("%s", (_, markdown, expected) => {
    expect(htmlOf(markdown)).toBe(lead(expected));
  });

  test("below a definition and a comment", () => {
    expect(htmlOf("[1]: a.md\n\n**Huyện ủy họp.**")).toBe(lead("Huyện ủy họp."));
  });

  test("it holds no links written as HTML", () => {
    const { tree } = read('**Huyện ủy <a href="x">họp</a>.**', []);
    expect(tree.children).toHaveLength(1);
    expect(JSON.stringify(tree)).not.toContain("href");
  });
});

describe("no lead", () => {
  test.each([
    ["a plain paragraph", "Huyện ủy họp.", "Huyện ủy họp."],
    ["partly bold", "**Huyện ủy** họp.", "<strong>Huyện ủy</strong> họp."],
    ["bold, then italics", "**Huyện ủy** *họp*", "<strong>Huyện ủy</strong> <em>họp</em>"],
    ["words before the bold", "Tin mới – **Huyện ủy họp**", "Tin mới – <strong>Huyện ủy họp</strong>"],
    ["an image", "**![a](b.jpg) Họp**", '<strong><img src="b.jpg" alt="a"> Họp</strong>'],
    ["an agency without bold", "(TG) – Huyện ủy họp.", "(TG) – Huyện ủy họp."],
  ])("%s", (_, markdown, expected) => {
    expect(htmlOf(markdown)).toBe(plain(expected));
  });

  test.each([
    ["an image before the bold", "![a](b.jpg)\n\n**Huyện ủy họp.**"],
    ["a heading before the bold", "## Tin\n\n**Huyện ủy họp.**"],
    ["a quote", "> **Huyện ủy họp.**"],
    ["a note in the bold", "**Huyện ủy họp.[^1]**\n\n[^1]: Theo báo cáo."],
    ["an image written as HTML", '**<img src="a.jpg"> Họp**'],
    ["nothing at all", ""],
  ])("%s", (_, markdown) => {
    expect(htmlOf(markdown)).not.toContain("lead");
  });

  test("a standing page takes none from its text", () => {
    expect(htmlOf("**Huyện ủy họp.**", { kind: "page" })).toBe(plain("<strong>Huyện ủy họp.</strong>"));
  });
});

describe("the lead of the front matter", () => {
  const long = "Sáng 20/1, Huyện ủy Cần Đước tổ chức hội nghị tổng kết công tác xây dựng Đảng năm 2022.";

  test.each([
    ["becomes the lead", "Mở bài.", "Huyện ủy họp", `<p class="lead">Huyện ủy họp</p>\n${plain("Mở bài.")}`],
    [
      "is text, never markup",
      "Mở bài.",
      "A **b** <i>",
      `<p class="lead">A **b** &#x3C;i></p>\n${plain("Mở bài.")}`,
    ],
    [
      "of several lines is one",
      "Mở bài.",
      "Huyện ủy\n  họp\n",
      `<p class="lead">Huyện ủy họp</p>\n${plain("Mở bài.")}`,
    ],
    ["takes the same paragraph's place", "Huyện ủy họp.", "Huyện ủy họp", lead("Huyện ủy họp.")],
    ["ignores marks and spaces", "**HUYỆN ỦY họp!**", "Huyen uy  hop", lead("HUYỆN ỦY họp!")],
    ["ignores agency and end", "**(TG) – Huyện ủy họp./.**", "Huyện ủy họp", lead("(TG) – Huyện ủy họp./.")],
    ["cut short", `**${long}**`, long.slice(0, 59), lead(long)],
    ["cut short with dots", `**${long}**`, `${long.slice(0, 59)}…`, lead(long)],
    ["keeps emphasis and drops links", "**A [b *c*](d.md)**", "A b c", lead("A b <em>c</em>")],
    [
      "too short to be a beginning",
      `**${long}**`,
      "Sáng 20/1, Huyện ủy",
      `<p class="lead">Sáng 20/1, Huyện ủy</p>\n${plain(`<strong>${long}</strong>`)}`,
    ],
    [
      "of a paragraph that is not bold",
      long,
      long.slice(0, 59),
      `<p class="lead">${long.slice(0, 59)}</p>\n${plain(long)}`,
    ],
    [
      "other than the bold paragraph",
      "**Mở bài.**",
      "Huyện ủy họp",
      `<p class="lead">Huyện ủy họp</p>\n${plain("<strong>Mở bài.</strong>")}`,
    ],
    ["empty: the bold paragraph is it", "**Mở bài.**", "  ", lead("Mở bài.")],
  ])("%s", (_, markdown, given, expected) => {
    expect(htmlOf(markdown, { lead: given })).toBe(expected);
  });

  test("stands on a standing page too, once", () => {
    expect(htmlOf("**Huyện ủy họp.**", { lead: "Huyện ủy họp", kind: "page" })).toBe(lead("Huyện ủy họp."));
  });

  test("is there without a body", () => {
    expect(read("", [], { lead: "Huyện ủy họp" }).html).toBe('<p class="lead">Huyện ủy họp</p>');
  });

  test("twenty thousand bold pieces are read in one pass", () => {
    const markdown = "**a** ".repeat(20_000);
    expect(read(markdown, [], { lead: "a ".repeat(20_000) }).html).toMatch(/^<p class="lead">a a/);
  });
});
