import fc from "fast-check";
import type { Nodes } from "hast";
import { expect, test } from "vitest";
import { allPlugins, read } from "./reading.js";

const word = fc.constantFrom(
  "Đảng",
  "bộ",
  "cán bộ (CB)",
  "đảng viên (ĐV)",
  "CBĐV",
  "CB",
  "05-CT/TW",
  "15-20%",
  "-",
  "–",
  "**Huyện ủy**",
  "*họp*",
  "`CB - ./.`",
  "[CB - ĐV](a.md)",
  "vững mạnh./.",
  "./.",
  "“tốt”",
  "😀",
  "e\u0301",
  "\\\n",
  "Ảnh: Lương Quyên",
  "![ảnh](a.jpg)",
  "Nguyễn Văn Đát",
);
const words = fc
  .array(fc.tuple(word, fc.constantFrom(" ", "  ", "\n", "")), { minLength: 1, maxLength: 9 })
  .map((pairs) => pairs.flat().join("").trim());
const block = fc.oneof(
  words,
  words.map((text) => `**${text}**`),
  words.map((text) => `*${text}*`),
  words.map((text) => `> ${text.replaceAll("\n", "\n> ")}\n>\n> — Nguyễn Văn Đát`),
  words.map((text) => `> ${text.replaceAll("\n", "\n> ")}\n> - Bí thư`),
  words.map((text) => `- ${text.replaceAll("\n", "\n  ")}`),
  words.map((text) => `## ${text.replaceAll("\n", " ")}`),
  fc.constantFrom("![](a.jpg)", "![a](1.jpg) ![b](2.jpg)", "![a](a.jpg)\nHội nghị. Ảnh: X", "./.", "**./.**"),
);
const article = fc.array(block, { minLength: 1, maxLength: 7 }).map((blocks) => blocks.join("\n\n"));

test("no plugin changes the words, but for white space, the dash of a speaker and the place of the end mark", () => {
  fc.assert(
    fc.property(article, (markdown) => {
      const before = textOf(read(markdown, []).tree);
      const after = textOf(read(markdown, allPlugins).tree);
      expect(foldMoved(after)).toBe(foldMoved(before));
      expect(after.split("./.")).toHaveLength(before.split("./.").length);
    }),
    { numRuns: 600 },
  );
});

test("the plugins emit these elements and classes only", () => {
  const allowed = [
    "abbr.first",
    "figure.gallery",
    "figure.photo",
    "figure.quote",
    "p.lead",
    "span.credit",
    "span.end-mark",
    "span.nowrap",
  ];
  fc.assert(
    fc.property(article, (markdown) => {
      for (const name of namesIn(read(markdown, allPlugins).tree)) expect(allowed).toContain(name);
    }),
    { numRuns: 200 },
  );
});

test("an article as editors write it", () => {
  const markdown = `**(TG) – Đảng bộ huyện Cần Đước có 37 tổ chức cơ sở Đảng (TCCSĐ) – nhiều nhất tỉnh.**

Năm 2021, các TCCSĐ học tập Chỉ thị 05-CT/TW - gấp 1,5-2 lần. Cán bộ (CB), đảng viên (ĐV) nêu gương.

![](hoi-nghi.jpg)

*Quang cảnh hội nghị. Ảnh: Lương Quyên*

CBĐV càng **vững mạnh ./.**

> “Dân là gốc.”
>
> - Nguyễn Văn Đát, Bí thư Huyện ủy`;
  expect(read(markdown, allPlugins).html.replaceAll("\u00a0", "~")).toBe(
    `<p class="lead">(TG)~– Đảng bộ huyện Cần Đước có 37 tổ chức cơ sở Đảng (TCCSĐ)~– nhiều nhất tỉnh.</p>
<p>Năm 2021, các <abbr class="first" title="tổ chức cơ sở Đảng">TCCSĐ</abbr> học tập Chỉ thị <span class="nowrap">05-CT/TW</span>~- gấp <span class="nowrap">1,5-2</span> lần. Cán bộ (CB), đảng viên (ĐV) nêu gương.</p>
<figure class="photo"><img src="hoi-nghi.jpg" alt=""><figcaption>Quang cảnh hội nghị. <span class="credit">Ảnh: Lương Quyên</span></figcaption></figure>
<p><abbr class="first" title="Cán bộ, đảng viên">CBĐV</abbr> càng <strong>vững mạnh~<span class="end-mark">./.</span></strong></p>
<figure class="quote"><blockquote>
<p>“Dân là gốc.”</p>
</blockquote><figcaption>— Nguyễn Văn Đát, Bí thư Huyện ủy</figcaption></figure>`,
  );
});

function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}

function foldMoved(text: string): string {
  return text.replace(/\.\/\./g, "").replace(/[\s\-–—]+/gu, "");
}

function namesIn(node: Nodes): string[] {
  if (!("children" in node)) return [];
  const inside = node.children.flatMap(namesIn);
  const classes = node.type === "element" ? node.properties["className"] : undefined;
  return node.type === "element" && Array.isArray(classes)
    ? [`${node.tagName}.${classes.join(".")}`, ...inside]
    : inside;
}
