// What an article's text becomes, case by case: Markdown in, HTML out, its holes shown as ⟨link 0⟩.
import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import { parseMarkdown } from "../../src/parse/markdown.js";
import { contextFor, parse } from "./parsing.js";

type Cases = readonly (readonly [name: string, markdown: string, html: string])[];

const text: Cases = [
  ["paragraphs and breaks", "Một\nhai  \nba\\\nbốn\n\nNăm", "<p>Một\nhai<br>\nba<br>\nbốn</p>\n<p>Năm</p>"],
  [
    "emphasis",
    "*a* **b** ***c*** ~~d~~ `e`",
    "<p><em>a</em> <strong>b</strong> <em><strong>c</strong></em> <del>d</del> <code>e</code></p>",
  ],
  [
    "no smart punctuation, no mathematics, no attributes",
    '"a" -- ... $x$ H~2~O\n\n:::x\n\n# b {#c}',
    '<p>"a" -- ... $x$ H~2~O</p>\n<p>:::x</p>\n<h2 id="h-b-c">b {#c}</h2>',
  ],
  ["a line of three hyphens at the top is a rule", "---\na: b\n\nc", "<hr>\n<p>a: b</p>\n<p>c</p>"],
  ["code keeps its blank lines", "```\n\na\n\n```", "<pre><code>\na\n\n</code></pre>"],
  [
    "code keeps its blank lines beside HTML",
    "<u>x</u>\n\n```\n\na\n```",
    "<p><u>x</u></p>\n<pre><code>\na\n</code></pre>",
  ],
  ["a code's language is no class", "```yaml\na: b\n```", "<pre><code>a: b\n</code></pre>"],
  [
    "a table",
    "|a|b|c|\n|:-:|--:|:--|\n|1<br>2|3|4|",
    '<table>\n<thead>\n<tr>\n<th class="center">a</th>\n<th class="right">b</th>\n<th>c</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td class="center">1<br>2</td>\n<td class="right">3</td>\n<td>4</td>\n</tr>\n</tbody>\n</table>',
  ],
  [
    "tasks",
    "- [ ] a\n- [x] b",
    '<ul>\n<li class="task"><span class="check" role="img" aria-label="Chưa xong">☐</span> a</li>\n<li class="task"><span class="check" role="img" aria-label="Đã xong">☑</span> b</li>\n</ul>',
  ],
  [
    "tasks apart",
    "- [x] a\n\n- b",
    '<ul>\n<li class="task">\n<p><span class="check" role="img" aria-label="Đã xong">☑</span> a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>',
  ],
  ["lists", "3. a\n4. b\n   - c", '<ol start="3">\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ol>'],
];

const headings: Cases = [
  [
    "ids by our slugs",
    "## Đảng bộ Cần Đước\n\n## 😀",
    '<h2 id="h-dang-bo-can-duoc">Đảng bộ Cần Đước</h2>\n<h2 id="h-2">😀</h2>',
  ],
  [
    "ids once each",
    "## Kết quả\n\n## Kết quả\n\n## Kết quả 2\n\n## Kết quả",
    '<h2 id="h-ket-qua">Kết quả</h2>\n<h2 id="h-ket-qua-2">Kết quả</h2>\n<h2 id="h-ket-qua-2-2">Kết quả 2</h2>\n<h2 id="h-ket-qua-3">Kết quả</h2>',
  ],
  [
    "all go down below the title",
    "# a\n\n## b\n\n# c",
    '<h2 id="h-a">a</h2>\n<h3 id="h-b">b</h3>\n<h2 id="h-c">c</h2>',
  ],
  [
    "no level is skipped",
    "#### a\n\n###### b\n\n###### c\n\n##### d\n\n## e",
    '<h2 id="h-a">a</h2>\n<h3 id="h-b">b</h3>\n<h3 id="h-c">c</h3>\n<h3 id="h-d">d</h3>\n<h2 id="h-e">e</h2>',
  ],
  [
    "h6 is the deepest",
    "# a\n## b\n### c\n#### d\n##### e\n###### f",
    '<h2 id="h-a">a</h2>\n<h3 id="h-b">b</h3>\n<h4 id="h-c">c</h4>\n<h5 id="h-d">d</h5>\n<h6 id="h-e">e</h6>\n<h6 id="h-f">f</h6>',
  ],
  ["none without words", "##\n\n## <!-- b -->\n\n## \u00a0\n\n## a", '\n\n\n<h2 id="h-a">a</h2>'],
  ["a photo alone is none", "## ![](a.jpg)", '<figure class="photo">⟨image 0⟩</figure>'],
  [
    "of HTML, with the author's id",
    '<h1 id="Phan 2">a</h1>\n\n<h4>b</h4>',
    '<h2 id="u-Phan-2">a</h2>\n<h3 id="h-b">b</h3>',
  ],
];

const links: Cases = [
  ["to an article", "[a](b.md) [c](b.md#x)", "<p>⟨link 0⟩a</a> ⟨link 1⟩c</a></p>"],
  ["to a file, with its facts", "Xem [a](b.pdf).", "<p>Xem ⟨link 0⟩a</a>⟨facts 0⟩.</p>"],
  ["to a file alone in its paragraph", "[a](b.pdf)", "<p>⟨link 0⟩a</a>⟨facts 0⟩</p>"],
  [
    "to a recording alone in its paragraph",
    "Một\n\n[**Nghe**](b.mp3)",
    "<p>Một</p>\n⟨player 0⟩<strong>Nghe</strong>⟨playerEnd 0⟩",
  ],
  ["to a recording in running text", "Nghe [a](b.mp3).", "<p>Nghe ⟨link 0⟩a</a>⟨facts 0⟩.</p>"],
  [
    "to another host",
    "[a](https://b.vn/c?d=1&e) www.b.vn <https://b.vn>",
    '<p><a href="https://b.vn/c?d=1&#x26;e" rel="noopener">a</a> <a href="http://www.b.vn" rel="noopener">www.b.vn</a> <a href="https://b.vn" rel="noopener">https://b.vn</a></p>',
  ],
  [
    "to another host, as people write it",
    "[a](//b.vn/c) [d](www.b.vn/c)",
    '<p><a href="https://b.vn/c" rel="noopener">a</a> <a href="http://www.b.vn/c" rel="noopener">d</a></p>',
  ],
  [
    "to mail and telephone",
    "[a](mailto:a@b.vn) [b](tel:+84272) c@d.vn",
    '<p><a href="mailto:a@b.vn">a</a> <a href="tel:+84272">b</a> <a href="mailto:c@d.vn">c@d.vn</a></p>',
  ],
  [
    "without words",
    "[](b.md) [](https://b.vn)",
    '<p>⟨link 0⟩b.md</a> <a href="https://b.vn" rel="noopener">https://b.vn</a></p>',
  ],
  ["that cannot be", "[a](javascript:x) [b]() [c](C:\\d.doc)", "<p>a b c</p>"],
  ["around a photo", "[![a](b.jpg)](c.md) x", "<p>⟨link 0⟩⟨image 0⟩</a> x</p>"],
  ["by HTML", '<a href="b.md" title="&quot;T&quot;" target=_blank>a</a>', "<p>⟨link 0⟩a</a></p>"],
];

const photos: Cases = [
  ["alone", "![a](b.jpg)", '<figure class="photo">⟨image 0⟩</figure>'],
  ["in running text", "Một ![a](b.jpg) hai", "<p>Một ⟨image 0⟩ hai</p>"],
  ["of another site", "Một ![a](https://b.vn/c.jpg) hai", "<p>Một a hai</p>"],
  ["with spaces in the name", "![a](IMG 2023 01.jpg)", '<figure class="photo">⟨image 0⟩</figure>'],
  [
    "with a title in curly quotes",
    "![a](anh.jpg “Lễ ra mắt”)",
    '<figure class="photo">⟨image 0⟩<figcaption>Lễ ra mắt</figcaption></figure>',
  ],
  [
    "by name and title alone",
    "(anh 1.jpg “Lễ ra mắt”)",
    '<figure class="photo">⟨image 0⟩<figcaption>Lễ ra mắt</figcaption></figure>',
  ],
  [
    "by HTML",
    '<img src="b.jpg" alt="a" width="10" onerror="x()">',
    '<figure class="photo">⟨image 0⟩</figure>',
  ],
];

const html: Cases = [
  [
    "simple elements",
    "H<sub>2</sub>O <u>a</u> <kbd>Ctrl</kbd> <mark>b</mark>",
    "<p>H<sub>2</sub>O <u>a</u> <kbd>Ctrl</kbd> <mark>b</mark></p>",
  ],
  [
    "details",
    "<details><summary>a</summary>\n\nb **c**\n\n</details>",
    "<details><summary>a</summary>\n<p>b <strong>c</strong></p>\n</details>",
  ],
  [
    "alignment",
    '<p align="center">a</p>\n\n<div align=right>b</div>\n\n<p align=justify>c</p>',
    '<p class="center">a</p>\n<div class="right">b</div>\n<p>c</p>',
  ],
  ["comments", "a <!-- b --> c\n\n<!-- d\n\ne -->\n\nf", "<p>a  c</p>\n\n<p>f</p>"],
  [
    "a table with joined cells",
    "<table><tr><td colspan=2 bgcolor=red>a</td></tr></table>",
    '<table><tbody><tr><td colspan="2">a</td></tr></tbody></table>',
  ],
  [
    "a figure",
    "<figure><img src=a.jpg alt=b><figcaption>c</figcaption></figure>",
    "<figure>⟨image 0⟩<figcaption>c</figcaption></figure>",
  ],
  [
    "ids once each, with a prefix",
    '<p id="a">x</p><p id="a">y</p><a name="b">z</a>',
    '<p id="u-a">x</p><p>y</p><a id="u-b">z</a>',
  ],
  [
    "players",
    "<audio controls src=a.mp3></audio>\n\n<video><source src='b c.mp4'></video>",
    "⟨player 0⟩a.mp3⟨playerEnd 0⟩\n⟨player 1⟩b c.mp4⟨playerEnd 1⟩",
  ],
  [
    "a player in running text",
    "Nghe <audio src=a.mp3 title=Tin></audio> này",
    "<p>Nghe ⟨link 0⟩Tin</a>⟨facts 0⟩ này</p>",
  ],
  ["what is not closed", "<div>a\n\nb **c", "<div>a\n<p>b **c</p></div>"],
  ["text from Word", "<p class=MsoNormal><font face=x>Đảng</font><o:p>bộ</o:p></p>", "<p>Đảngbộ</p>"],
];

const prose: Cases = [
  [
    "an indented paragraph",
    "    Đảng bộ **Cần Đước** [a](b.md).",
    "<p>Đảng bộ <strong>Cần Đước</strong> ⟨link 0⟩a</a>.</p>",
  ],
  ["several", "\tĐảng bộ một.\n\n\tĐảng bộ hai.", "<p>Đảng bộ một.</p>\n<p>Đảng bộ hai.</p>"],
  ["with its other lines not indented", "    Đảng bộ\nCần Đước\n\nba", "<p>Đảng bộ\nCần Đước</p>\n<p>ba</p>"],
  ["in a list", "- một\n\n      Đảng bộ hai.", "<ul>\n<li>\n<p>một</p>\n<p>Đảng bộ hai.</p>\n</li>\n</ul>"],
  ["code", "    const a = { b };", "<pre><code>const a = { b };\n</code></pre>"],
];

describe.each([
  ["text", text],
  ["headings", headings],
  ["links", links],
  ["photos", photos],
  ["raw HTML", html],
  ["indented prose", prose],
] as const)("%s", (_, cases: Cases) => {
  test.each(cases)("%s", (_name, markdown, expected) => {
    expect(parse(markdown).body).toBe(expected);
  });
});

describe("footnotes", () => {
  const markdown = "a[^x] b[^Ý] c[^x]\n\n[^x]: Một **hai**\n[^Ý]: ba\n";

  test("have ids by number, and words in the article's language", () => {
    const { body, anchors, headings: listed } = parse(markdown);
    expect(body).toBe(
      '<p>a<sup><a href="#note-1" id="note-1-ref">1</a></sup> b<sup><a href="#note-2" id="note-2-ref">2</a></sup> c<sup><a href="#note-1" id="note-1-ref-2">1</a></sup></p>\n' +
        '<section class="notes"><h2 id="note-label">Chú thích</h2>\n<ol>\n<li id="note-1">\n' +
        '<p>Một <strong>hai</strong> <a href="#note-1-ref" class="note-back" aria-label="Về chỗ dẫn chú thích 1">↩</a> <a href="#note-1-ref-2" class="note-back" aria-label="Về chỗ dẫn chú thích 1, lần 2">↩</a></p>\n' +
        '</li>\n<li id="note-2">\n<p>ba <a href="#note-2-ref" class="note-back" aria-label="Về chỗ dẫn chú thích 2">↩</a></p>\n</li>\n</ol>\n</section>',
    );
    expect(anchors).toEqual(["note-1-ref", "note-2-ref", "note-1-ref-2", "note-label", "note-1", "note-2"]);
    expect(listed).toEqual([]);
    const english = parse(markdown, { lang: "en" }).body;
    expect(english).toContain('<h2 id="note-label">Notes</h2>');
    expect(english).toContain('aria-label="Back to note 1 in the text, mention 2"');
  });

  test("have the same ids beside raw HTML", () => {
    expect(parse(`<u>x</u>\n\n${markdown}`).body.replace("<p><u>x</u></p>\n", "")).toBe(parse(markdown).body);
  });

  test("are found behind raw HTML that is not closed, below any heading", () => {
    for (const open of ["<div>", "<b>x", "<table><tr><td>", "<ul><li>x"]) {
      const { body, anchors } = parse(`# Một\n\n${open}\n\n${markdown}`);
      expect(body).toContain('<h2 id="note-label">');
      expect(body).toContain('<a href="#note-2" id="note-2-ref">2</a>');
      expect(anchors).toContain("note-1-ref-2");
    }
  });

  test("are no part of what a reader hears", () => {
    expect(parse("## Một[^1]\n\nHai[^1] ba\n\n[^1]: x").headings[0]?.text).toBe("Một");
    expect(parse("Hai[^1] ba\n\n[^1]: x").description).toBe("Hai ba");
  });
});

describe("what is told of links and photos", () => {
  const linkOf = (markdown: string) => parse(markdown).links[0];

  test.each([
    ["[a](b.md)", { path: "b.md" }],
    ["[a](b.md#ket-qua)", { path: "b.md", anchor: "ket-qua" }],
    ["[a](#K%E1%BA%BFt)", { path: "", anchor: "Kết" }],
    ["[a](Bao%20cao%202023.pdf)", { path: "Bao cao 2023.pdf" }],
    ["[a](<Bao cao 2023.pdf>)", { path: "Bao cao 2023.pdf" }],
    ["[a](Bao cao 2023.pdf)", { path: "Bao cao 2023.pdf" }],
    ["[a](100%.pdf)", { path: "100%.pdf" }],
    ["[a](%ff.pdf)", { path: "%ff.pdf" }],
    ["[a](b.pdf?v=2#page=3)", { path: "b.pdf", anchor: "page=3" }],
    ["[a](/2023/b.md)", { path: "/2023/b.md" }],
    ["[a](../b.md)", { path: "../b.md" }],
    [`[a](${"hòa.md".normalize("NFD")})`, { path: "hòa.md" }],
    ["[a](b%00.md)", { path: "b\ufffd.md" }],
    ["[05-CT: a](05-CT:b.pdf)", { path: "05-CT:b.pdf" }],
  ])("%s", (markdown, expected) => {
    expect(linkOf(markdown)).toMatchObject(expected);
    expect(linkOf(markdown)?.anchor).toBe("anchor" in expected ? expected.anchor : undefined);
  });

  test("attributes are written out, escaped", () => {
    expect(linkOf('[a](b.md "x \\"y\\" <z>")')?.attributes).toBe(' title="x &quot;y&quot; &lt;z&gt;"');
    expect(linkOf('<a id=x lang=en href="b.md">a</a>')?.attributes).toBe(' id="u-x" lang="en"');
    expect(linkOf("[a](b.md)")?.attributes).toBe("");
  });

  test("places are those of the file, in letters as a reader counts them", () => {
    const above = "---\ntitle: Một\n---\n";
    const markdown =
      "Đảng 👨‍👩‍👧 [a](b.md) và [c](d.md)\n\n> ![e](f.jpg)\n>\n> ![g](h i.jpg) <img src=k.jpg alt=l>\n";
    const { links: found, images } = parse(markdown, { above });
    expect(found.map(({ place }) => place)).toEqual([
      { line: 4, column: 8 },
      { line: 4, column: 21 },
    ]);
    expect(images.map(({ place }) => place)).toEqual([
      { line: 6, column: 3 },
      { line: 8, column: 3 },
      { line: 8, column: 17 },
    ]);
  });

  test("photos say how they stand", () => {
    const { images } = parse("![a](b.jpg)\n\nx ![c](<d e.jpg>) y\n\n![f](g.jpg)\n![h](i.jpg)\n");
    expect(images.map(({ path, alt, role }) => `${path} ${alt} ${role}`)).toEqual([
      "b.jpg a figure",
      "d e.jpg c inline",
      "g.jpg f gallery",
      "i.jpg h gallery",
    ]);
  });

  test.each([
    "IMG_2023 (1).jpg",
    "z4052_ab 12.jpg",
    "ANH 1.JPG",
    "a b.jfif",
    "a b.webp",
    "a b.heic",
    "ảnh số 1.png",
  ])("a photo named %s", (path) => {
    expect(parse(`Xem ![a](${path}) nhé`).images[0]).toMatchObject({ path, alt: "a" });
  });

  test.each([
    "![a](b c)",
    "![a](b c.doc)",
    "[a](b c)",
    "[a] (b c.jpg)",
    "(b.jpg)",
    "x (b.jpg “c”)",
    "\\![a](b c.doc)",
  ])("%s stays text", (markdown) => {
    expect(parse(markdown)).toMatchObject({ images: [], links: [] });
  });
});

describe("lead and description", () => {
  test("a bold first paragraph is the lead, and stands apart", () => {
    const result = parse("**(TG) – Năm qua, *Đảng bộ* [Cần Đước](b.md) “kiện toàn”./.**\n\nHai.");
    expect(result.lead?.text).toContain("(TG) – Năm qua, Đảng bộ Cần Đước “kiện toàn”");
    expect(result.lead?.html).not.toMatch(/<a|⟨|\0/);
    expect(result.lead?.html).toContain("<em>Đảng bộ</em>");
    expect(result.description).toBe("Năm qua, Đảng bộ Cần Đước “kiện toàn”");
    expect(result.body).toBe("<p>Hai.</p>");
    expect(result.links).toEqual([]);
  });

  test("front matter's lead comes first", () => {
    expect(parse("Một.", { lead: "Mở đầu <b>" })).toMatchObject({
      lead: { text: "Mở đầu <b>", html: "Mở đầu &#x3C;b>" },
      description: "Mở đầu <b>",
      body: "<p>Một.</p>",
    });
  });

  test("without a lead the first paragraph with words describes the article", () => {
    const result = parse("## Một\n\n![a](b.jpg)\n\n> Hai\n\nBa [bốn](c.md) ![năm](d.jpg)\n\nSáu");
    expect(result.lead).toBeUndefined();
    expect(result.description).toBe("Ba bốn");
    expect(parse("").description).toBe("");
    expect(parse("![a](b.jpg)").description).toBe("");
  });
});

test("more reports of one kind than anyone reads are not made", () => {
  expect(parse("[a](x:b) ".repeat(300)).rules).toHaveLength(100);
});

test("a parsed article is the same each time", () => {
  const markdown = [...text, ...headings, ...links, ...photos, ...html, ...prose]
    .map(([, one]) => one)
    .join("\n\n");
  expect(parse(markdown)).toEqual(parse(markdown));
  const context = contextFor(markdown);
  expect(parseMarkdown(context).body).toContain("\0");
  expect(parseMarkdown({ ...context, diagnostics: [] }).body).toBe(parseMarkdown(context).body);
});

test("the HTML is valid", async () => {
  const validator = new HtmlValidate({
    extends: ["html-validate:recommended"],
    rules: { "long-title": "off" },
  });
  const cases = [
    ...text,
    ...headings,
    ...links,
    ...photos,
    ...html,
    ...prose,
    ["notes", "", "a[^1]\n\n[^1]: b"] as const,
  ];
  for (const [name, markdown] of cases) {
    const { body } = parse(markdown === "" ? "a[^1]\n\n[^1]: b" : markdown);
    const page = `<!DOCTYPE html>\n<html lang="vi">\n<head><title>a</title></head>\n<body>\n<h1>a</h1>\n${fillVisible(body)}\n</body>\n</html>\n`;
    const report = await validator.validateString(page);
    const messages = report.results.flatMap(({ messages: some }) =>
      some.map(({ ruleId, message }) => `${ruleId}: ${message}`),
    );
    expect(messages, name).toEqual([]);
  }
});

/** Shown holes filled with something valid. */
function fillVisible(body: string): string {
  return body
    .replace(/⟨link \d+⟩/g, '<a href="x.html">')
    .replace(/⟨facts \d+⟩/g, "<span>(PDF)</span>")
    .replace(/⟨player \d+⟩/g, "<p>")
    .replace(/⟨playerEnd \d+⟩/g, "</p>")
    .replace(/⟨image \d+⟩/g, '<img src="x.jpg" alt="x">');
}
