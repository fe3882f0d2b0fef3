// What is laid out of an original. A skeleton shows its readers nothing of running text, whatever is in it.
import fc from "fast-check";
import { expect, test } from "vitest";
import { layOutTranslation } from "../../src/parse/skeleton.js";
import { commentOut } from "../../src/parse/written-text.js";

const layOut = (body: string, lang = "en") =>
  layOutTranslation(body, { lang, pathOf: (typed) => `P/${typed}` });

test.each([
  ["", ""],
  ["Chữ.", "<!--\nChữ.\n-->"],
  ["## Kết quả ##", "## [Kết quả]"],
  ["Kết quả\n---", "## [Kết quả]"],
  ["#", ""],
  ["**Sapo.**", "<!--\n**Sapo.**\n-->\n\n**[…]**"],
  ["![](a.jpg)", "![](P/a.jpg)"],
  ["![A](a b (1).jpg)", "![[A]](P/a b (1).jpg)"],
  ['![A](a.jpg "B")', '![[A]](P/a.jpg "[B]")'],
  ["![A](a.jpg “B. Ảnh: C”)", "![[A]](P/a.jpg “[B.] Photo: C”)"],
  ["![](a.jpg)\n![](b.jpg)\n\n_C_", "![](P/a.jpg)\n![](P/b.jpg)\n\n*[C]*"],
  ["![](a.jpg)\nC (Ảnh: D)", "![](P/a.jpg)\n*[C] (Photo: D)*"],
  ["![](a.jpg)\n\nC. Ảnh: D", "![](P/a.jpg)\n\n*[C.] Photo: D*"],
  ["![](a.jpg)\n\nMột đoạn.", "![](P/a.jpg)\n\n<!--\nMột đoạn.\n-->"],
  ["*C*", "<!--\n*C*\n-->"],
  ["Chữ ![](a.jpg) chữ.", "<!--\nChữ ![](a.jpg) chữ.\n-->"],
  ["- a\n- b", "<!--\n- a\n- b\n-->"],
  ["<!-- ghi chú -->", ""],
  ["a --> b --!> c", "<!--\na -- > b -- !> c\n-->"],
  ["| A | 1 |\n|:-:|---|\n| 2 | |", "| [A] | 1 |\n| :---: | --- |\n| 2 |  |"],
  ["~~~\nmã\n~~~", "~~~\nmã\n~~~"],
  ["    thụt dòng", "<!--\n    thụt dòng\n-->"],
])("%j", (body, wanted) => expect(layOut(body)).toBe(wanted));

test("into Vietnamese", () => expect(layOut("![](a.jpg)\n\n*B. Photo: C*", "vi")).toContain("*[B.] Ảnh: C*"));

test("no text ends its comment early", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("-", ">", "!", "<", "a", "\n") }), (text) => {
      const inside = commentOut(text).slice(4, -3);
      expect(inside).not.toMatch(/--!?>/);
    }),
  );
});
