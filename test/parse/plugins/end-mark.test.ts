import { describe, expect, test } from "vitest";
import { rehypeEndMark } from "../../../src/parse/plugins/end-mark.js";
import { rehypeFigures } from "../../../src/parse/plugins/figures.js";
import { read } from "./reading.js";

const mark = '<span class="end-mark">./.</span>';

function htmlOf(markdown: string): string {
  return read(markdown, [rehypeFigures, rehypeEndMark]).html.replace(/\n+/g, "\n").replaceAll("\u00a0", "~");
}

describe("the end mark", () => {
  test.each([
    ["behind the last word", "vững mạnh./.", `<p>vững mạnh${mark}</p>`],
    ["behind a space", "vững mạnh ./.", `<p>vững mạnh~${mark}</p>`],
    ["behind a full stop and a space", "vững mạnh. ./.", `<p>vững mạnh.~${mark}</p>`],
    ["behind a line end", "vững mạnh\n./.", `<p>vững mạnh~${mark}</p>`],
    ["behind a quotation", "“vững mạnh”./.", `<p>“vững mạnh”${mark}</p>`],
    ["inside a quotation", "“vững mạnh./.”", `<p>“vững mạnh${mark}”</p>`],
    ["in bold", "**vững mạnh./.**", `<p><strong>vững mạnh${mark}</strong></p>`],
    ["in bold, behind a space", "**vững mạnh ./.**", `<p><strong>vững mạnh~${mark}</strong></p>`],
    ["behind bold", "**vững mạnh**./.", `<p><strong>vững mạnh</strong>${mark}</p>`],
    ["behind bold and a space", "**vững mạnh** ./.", `<p><strong>vững mạnh</strong>~${mark}</p>`],
    ["itself bold", "vững mạnh **./.**", `<p>vững mạnh~<strong>${mark}</strong></p>`],
    ["in the last item of a list", "- Một\n- Hai./.", `<ul>\n<li>Một</li>\n<li>Hai${mark}</li>\n</ul>`],
    ["before a byline", "vững mạnh./. Thanh Nga", `<p>vững mạnh${mark} Thanh Nga</p>`],
    ["before a byline on its line", "vững mạnh ./.\nThanh Nga", `<p>vững mạnh~${mark}\nThanh Nga</p>`],
    [
      "before a paragraph",
      "vững mạnh./.\n\n**Thanh Nga**",
      `<p>vững mạnh${mark}</p>\n<p><strong>Thanh Nga</strong></p>`,
    ],
    [
      "before a quote",
      "vững mạnh./.\n\n> Dân là gốc.",
      `<p>vững mạnh${mark}</p>\n<blockquote>\n<p>Dân là gốc.</p>\n</blockquote>`,
    ],
    ["in the lead of a short notice", "**vững mạnh./.**", `<p><strong>vững mạnh${mark}</strong></p>`],
    ["the last one only", "một./.\n\nhai./.", `<p>một./.</p>\n<p>hai${mark}</p>`],
    [
      "in a photo's credit",
      "![a](b.jpg)\n\nQuang cảnh. Ảnh: CPV./.",
      `<figure class="photo"><img src="b.jpg" alt="a"><figcaption>Quang cảnh. <span class="credit">Ảnh: CPV</span>${mark}</figcaption></figure>`,
    ],
  ])("%s", (_, markdown, expected) => {
    const opening = "Mở bài.\n\n";
    expect(htmlOf(`${opening}${markdown}`)).toBe(`<p>Mở bài.</p>\n${expected}`);
  });

  test.each([
    ["to the paragraph before", "vững mạnh.\n\n./.", `<p>vững mạnh.~${mark}</p>\n`],
    ["bold", "vững mạnh.\n\n**./.**", `<p>vững mạnh.~${mark}</p>\n`],
    [
      "over a photo",
      "vững mạnh\n\n![a](b.jpg)\n\n./.",
      `<p>vững mạnh~${mark}</p>\n<figure class="photo"><img src="b.jpg" alt="a"></figure>\n`,
    ],
    ["to the last item", "- Một\n- Hai\n\n./.", `<ul>\n<li>Một</li>\n<li>Hai~${mark}</li>\n</ul>\n`],
    [
      "to the last paragraph of the last item",
      "- Một\n\n- Hai\n\n./.",
      `<ul>\n<li>\n<p>Một</p>\n</li>\n<li>\n<p>Hai~${mark}</p>\n</li>\n</ul>\n`,
    ],
    [
      "to an inner list",
      "- Một\n  1. Hai\n\n./.",
      `<ul>\n<li>Một\n<ol>\n<li>Hai~${mark}</li>\n</ol>\n</li>\n</ul>\n`,
    ],
    ["to the lead", "**Huyện ủy họp.**\n\n./.", `<p class="lead">Huyện ủy họp.~${mark}</p>\n`],
  ])("alone in its paragraph it joins: %s", (_, markdown, expected) => {
    expect(htmlOf(markdown)).toBe(expected);
  });

  test.each([
    ["behind a quote", "> Dân là gốc.\n\n./.", `</blockquote>\n<p>${mark}</p>`],
    ["behind a heading", "## Kết quả\n\n./.", `<h2>Kết quả</h2>\n<p>${mark}</p>`],
    ["behind nothing", "./.", `<p>${mark}</p>`],
  ])("alone where nothing is to be joined: %s", (_, markdown, expected) => {
    expect(htmlOf(markdown)).toContain(expected);
  });

  test.each([
    ["a path", "Vào thư mục ../. của máy"],
    ["a path with a name", "Sửa tệp ./.config nhé"],
    ["a longer path", "Vào a/./. rồi"],
    ["among words", "Dấu ./. đặt cuối bài"],
    ["code", "Dấu `./.`"],
    ["a block of code", "```\nvững mạnh./.\n```"],
    ["a heading", "## Kết quả./."],
    ["none", "vững mạnh."],
  ])("no end mark: %s", (_, markdown) => {
    expect(htmlOf(markdown)).toBe(read(markdown, []).html);
  });

  test("a note behind the article is not its end", () => {
    const html = htmlOf("vững mạnh[^1]./.\n\n[^1]: Theo báo cáo./.");
    expect(html).toContain(`</sup>${mark}</p>`);
    expect(html).toContain("Theo báo cáo./.");
    expect(htmlOf("vững **mạnh ./.**[^1]\n\n[^1]: Theo báo cáo.")).toContain(`mạnh~${mark}</strong><sup>`);
  });

  test("of many only one is marked, in one pass", () => {
    for (const part of ["./.", " ./. a", "a./. ", "./.) ", "\u00a0./."]) {
      const { html } = read(part.repeat(200_000 / part.length), [rehypeEndMark]);
      expect(html.split("end-mark").length).toBeLessThanOrEqual(2);
    }
  });
});
