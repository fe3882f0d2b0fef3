import { describe, expect, test } from "vitest";
import { rehypeFigures } from "../../../src/parse/plugins/figures.js";
import { read } from "./reading.js";

function htmlOf(markdown: string): string {
  return read(markdown, [rehypeFigures]).html;
}

const photo = (caption?: string, image = '<img src="a.jpg" alt="Hội trường">') =>
  `<figure class="photo">${image}${caption === undefined ? "" : `<figcaption>${caption}</figcaption>`}</figure>`;
const image = "![Hội trường](a.jpg)";
const credit = '<span class="credit">Ảnh: Lương Quyên</span>';

describe("a photo and its caption", () => {
  test.each([
    ["none", image, photo()],
    ["from the title", '![Hội trường](a.jpg "Quang cảnh hội nghị")', photo("Quang cảnh hội nghị")],
    [
      "title with credit",
      '![Hội trường](a.jpg "Quang cảnh. Ảnh: Lương Quyên")',
      photo(`Quang cảnh. ${credit}`),
    ],
    [
      "title, then the credit",
      '![Hội trường](a.jpg "Quang cảnh.")\n\n*Ảnh: Lương Quyên*',
      photo(`Quang cảnh. ${credit}`),
    ],
    [
      "title, then the credit on its line",
      '![Hội trường](a.jpg "Quang cảnh.")\nẢnh: Lương Quyên',
      photo(`Quang cảnh. ${credit}`),
    ],
    ["next paragraph in italics", `${image}\n\n*Quang cảnh hội nghị*`, photo("Quang cảnh hội nghị")],
    [
      "italics with bold",
      `${image}\n\n*Bí thư **Nguyễn Văn Đát** (bìa phải)*`,
      photo("Bí thư <strong>Nguyễn Văn Đát</strong> (bìa phải)"),
    ],
    ["italics in bold", `${image}\n\n***Quang cảnh***`, photo("<strong>Quang cảnh</strong>")],
    [
      "role - name in a caption",
      `${image}\n\n*Bí thư Huyện ủy - Nguyễn Văn Đát tặng quà*`,
      photo("Bí thư Huyện ủy - Nguyễn Văn Đát tặng quà"),
    ],
    ["italics with credit", `${image}\n\n*Quang cảnh. Ảnh: Lương Quyên*`, photo(`Quang cảnh. ${credit}`)],
    [
      "credit behind the italics",
      `${image}\n\n*Quang cảnh.* Ảnh: Lương Quyên`,
      photo(`<em>Quang cảnh.</em> ${credit}`),
    ],
    [
      "credit in italics",
      `${image}\n\nQuang cảnh. *Ảnh: Lương Quyên*`,
      photo(`Quang cảnh. <span class="credit"><em>Ảnh: Lương Quyên</em></span>`),
    ],
    [
      "credit across emphasis",
      `${image}\n\n*Quang cảnh. Ảnh:* Lương Quyên`,
      photo(`<em>Quang cảnh. </em><span class="credit"><em>Ảnh:</em> Lương Quyên</span>`),
    ],
    ["plain with credit", `${image}\n\nQuang cảnh. Ảnh: Lương Quyên`, photo(`Quang cảnh. ${credit}`)],
    [
      "plain with a credit in brackets",
      `${image}\n\nQuang cảnh (Ảnh: CPV)`,
      photo('Quang cảnh <span class="credit">(Ảnh: CPV)</span>'),
    ],
    ["the credit alone", `${image}\n\nẢnh: Lương Quyên`, photo(credit)],
    ["the next line", `${image}\nQuang cảnh hội nghị`, photo("Quang cảnh hội nghị")],
    ["the next line in italics", `${image}\n*Quang cảnh hội nghị*`, photo("Quang cảnh hội nghị")],
    ["behind a forced break", `${image}\\\nQuang cảnh hội nghị`, photo("Quang cảnh hội nghị")],
    [
      "two lines",
      `${image}\nQuang cảnh\nhội nghị. Ảnh: Lương Quyên`,
      photo(`Quang cảnh\nhội nghị. ${credit}`),
    ],
    [
      "English",
      "![Hội trường](a.jpg)\n\nThe hall (Photo: VNA)",
      photo('The hall <span class="credit">(Photo: VNA)</span>'),
    ],
    ["a linked photo", `[${image}](to-hon.jpg)`, photo()],
  ])("%s", (_, markdown, expected) => {
    expect(htmlOf(markdown)).toBe(expected);
  });

  test("the caption is not repeated as alt", () => {
    expect(htmlOf('![](a.jpg "Quang cảnh")')).toBe(photo("Quang cảnh", '<img src="a.jpg" alt="">'));
  });

  test("words below a photo that has a title stay a paragraph", () => {
    const titled = '![Hội trường](a.jpg "Quang cảnh")';
    expect(htmlOf(`${titled}\nSáng nay.`)).toBe(`${photo("Quang cảnh")}<p>Sáng nay.</p>`);
    expect(htmlOf(`${titled}\n\n*Sáng nay.*`)).toBe(`${photo("Quang cảnh")}\n<p><em>Sáng nay.</em></p>`);
  });

  test.each([
    ["plain words", "Sáng nay, hội nghị khai mạc."],
    ["partly italic", "*Sáng nay*, hội nghị khai mạc."],
    ["a byline", "*Bài, ảnh: Thanh Nga*"],
    ["a credit that is not at the end", "Ảnh: Lương Quyên. Hội nghị khai mạc."],
    ["a heading", "## Ảnh: Lương Quyên"],
    ["a list", "- *Quang cảnh*"],
  ])("the next paragraph is no caption: %s", (_, next) => {
    const alone = read(next, []).html;
    expect(htmlOf(`${image}\n\n${next}`)).toBe(`${photo()}\n${alone}`);
  });

  test("in a list item and in a quote", () => {
    expect(htmlOf(`1. Một\n\n   ${image}\n\n   *Quang cảnh*`)).toContain(photo("Quang cảnh"));
    expect(htmlOf(`> ${image}\n>\n> *Quang cảnh*`)).toBe(
      `<blockquote>\n${photo("Quang cảnh")}\n</blockquote>`,
    );
  });

  test("an image in running text stays there", () => {
    for (const markdown of [`Biểu tượng ${image} của huyện`, `${image} của huyện`, `Sáng nay\n${image}`]) {
      expect(htmlOf(markdown)).toBe(read(markdown, []).html);
    }
  });
});

describe("several images", () => {
  const two = "![Một](1.jpg) ![Hai](2.jpg)";
  const first = photo(undefined, '<img src="1.jpg" alt="Một">');
  const second = photo(undefined, '<img src="2.jpg" alt="Hai">');
  const gallery = (caption?: string) =>
    `<figure class="gallery">${first}${second}${caption === undefined ? "" : `<figcaption>${caption}</figcaption>`}</figure>`;

  test.each([
    ["on one line", two, gallery()],
    ["on two lines", "![Một](1.jpg)\n![Hai](2.jpg)", gallery()],
    ["with the next paragraph", `${two}\n\n*Quang cảnh. Ảnh: Lương Quyên*`, gallery(`Quang cảnh. ${credit}`)],
    ["with the next line", `${two}\nQuang cảnh`, gallery("Quang cảnh")],
  ])("one paragraph is a gallery: %s", (_, markdown, expected) => {
    expect(htmlOf(markdown)).toBe(expected);
  });

  test("each with its title", () => {
    expect(htmlOf('![Một](1.jpg "Trước") ![Hai](2.jpg "Sau")\n\n*Cầu mới*')).toBe(
      '<figure class="gallery"><figure class="photo"><img src="1.jpg" alt="Một"><figcaption>Trước</figcaption></figure>' +
        '<figure class="photo"><img src="2.jpg" alt="Hai"><figcaption>Sau</figcaption></figure>' +
        "<figcaption>Cầu mới</figcaption></figure>",
    );
  });

  test("each with its caption below it are photos one after another", () => {
    expect(htmlOf("![Một](1.jpg)\nTrước\n![Hai](2.jpg)\nSau. Ảnh: Lương Quyên")).toBe(
      photo("Trước", '<img src="1.jpg" alt="Một">') + photo(`Sau. ${credit}`, '<img src="2.jpg" alt="Hai">'),
    );
  });

  test("paragraphs of their own are photos of their own", () => {
    expect(htmlOf("![Một](1.jpg)\n\n![Hai](2.jpg)")).toBe(`${first}\n${second}`);
  });
});

describe("reports", () => {
  const vi = (path: string, target = path) =>
    `Ảnh “${path}” chưa có chú thích, cũng chưa có mô tả | Viết: ![Mô tả ảnh](${target} "Chú thích. Ảnh: Tên người chụp")`;
  const en = (path: string, target = path) =>
    `Photo “${path}” has neither a caption nor a description | Write: ![What the photo shows](${target} "Caption. Photo: Photographer")`;
  const report = (line: number, column: number, path: string, target = path) => [
    `${line}:${column} warning image-without-words`,
    vi(path, target),
    en(path, target),
  ];

  test.each([
    ["no words at all", "![](a.jpg)", report(4, 1, "a.jpg")],
    ["spaces for words", '![ ](a.jpg " ")', report(4, 1, "a.jpg")],
    ["a name with a space", "![](<Ảnh 1.jpg>)", report(4, 1, "Ảnh 1.jpg", "<Ảnh 1.jpg>")],
    ["a name with a bare %", "![](a%b.jpg)", report(4, 1, "a%b.jpg")],
    ["in running text", "Đảng bộ ![](a.jpg) huyện", report(4, 9, "a.jpg")],
    ["the second of a gallery", "![Một](1.jpg) ![](2.jpg)", report(4, 15, "2.jpg")],
    ["words in alt", "![Hội trường](a.jpg)", []],
    ["words in the title", '![](a.jpg "Quang cảnh")', []],
    ["a caption below", "![](a.jpg)\n\n*Quang cảnh*", []],
    ["a gallery's caption", "![](1.jpg) ![](2.jpg)\n\n*Quang cảnh*", []],
  ])("%s", (_, markdown, expected) => {
    const { diagnostics } = read(markdown, [rehypeFigures], { above: "---\ntitle: Tin\n---\n" });
    const printed = diagnostics.flatMap(({ rule, severity, file, place, message, hint }) => {
      expect(file).toBe("content/bai.md");
      return [
        `${place?.line}:${place?.column} ${severity} ${rule}`,
        `${message.vi} | ${hint.vi}`,
        `${message.en} | ${hint.en}`,
      ];
    });
    expect(printed).toEqual(expected);
  });
});
