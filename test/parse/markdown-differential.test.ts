// The pipeline's parser held against the reference, remark-parse with remark-gfm: the same HTML on every example of
// both specifications and on generated documents, and the same places in the source. Where they differ the case
// stands in the list below with the reason why it may.
import fc from "fast-check";
import type { Nodes } from "mdast";
import rehypeStringify from "rehype-stringify";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { describe, expect, test, vi } from "vitest";
import { createMarkdownParser, parseMarkdown } from "../../src/parse/markdown.js";
import { parseTree } from "../../src/parse/markdown-tree.js";
import { documents } from "./markdown-documents.js";
import { contextFor } from "./parsing.js";
import { commonMark, type Example, gfm, parseByReference } from "./reference.js";

const parseMarkdownByReference = createMarkdownParser(parseByReference);

/** Everything that an article's text becomes, diagnostics with their places too. */
function whole(markdown: string, parser: typeof parseMarkdown): object {
  const context = contextFor(markdown);
  return { ...parser(context), diagnostics: context.diagnostics };
}

const plain = unified()
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true })
  .freeze();

/** HTML without our plugins: what each parser makes of the text. */
function htmlOf(tree: ReturnType<typeof parseTree>): string {
  return plain.stringify(plain.runSync(tree));
}

// The reference takes milliseconds for what ours does in microseconds.
vi.setConfig({ testTimeout: 120_000 });

describe.each([
  ["CommonMark 0.31.2", commonMark, 652],
  ["GFM 0.29", gfm, 673],
] as const)("%s", (_, examples: readonly Example[], count) => {
  test(`has ${count} examples`, () => {
    expect(examples).toHaveLength(count);
  });

  test("the same HTML, without our plugins and through them", () => {
    const different = examples.filter(
      ({ markdown }) => htmlOf(parseTree(markdown)) !== htmlOf(parseByReference(markdown)),
    );
    expect(different).toEqual([]);
    for (const { markdown } of examples) {
      expect(whole(markdown, parseMarkdown)).toEqual(whole(markdown, parseMarkdownByReference));
    }
  });

  test("the same tree, with the same places", () => {
    for (const { markdown } of examples) {
      expectSamePlaces(markdown);
    }
  });
});

function expectSamePlaces(markdown: string): void {
  const reference = parseByReference(markdown);
  expect(outline(parseTree(markdown), reference)).toEqual(outline(reference, reference));
}

describe("generated documents", () => {
  test("the same HTML, without our plugins and through them", () => {
    fc.assert(
      fc.property(documents, (markdown) => {
        expect(htmlOf(parseTree(markdown))).toBe(htmlOf(parseByReference(markdown)));
        expect(whole(markdown, parseMarkdown)).toEqual(whole(markdown, parseMarkdownByReference));
      }),
      { numRuns: 400 },
    );
  });

  test("the same tree, with the same places", () => {
    fc.assert(
      fc.property(documents, (markdown) => {
        expectSamePlaces(markdown);
      }),
      { numRuns: 400 },
    );
  });
});

/**
 * Kinds, values and places of all nodes. No place where the guide has none (addresses that the reference finds after
 * parsing), and no end for HTML in a list item and what it ends (ours includes the line end).
 */
function outline(tree: Nodes, guide: Nodes): readonly string[] {
  const lines: string[] = [];
  const add = (node: Nodes, other: Nodes | undefined, depth: number) => {
    const { start, end } = node.position ?? {};
    const { type, position: _, children: __, data: ___, ...fields } = node as Nodes & { children?: unknown };
    const values = Object.entries(fields)
      .filter(([, value]) => value !== null && value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
      .join("");
    const from = ` ${start?.line}:${start?.column}:${start?.offset}`;
    const to = endsWithHtml(node) ? "" : `-${end?.line}:${end?.column}:${end?.offset}`;
    lines.push(`${"  ".repeat(depth)}${type}${values}${other?.position === undefined ? "" : from + to}`);
    if (!("children" in node)) return;
    const others: readonly Nodes[] = other !== undefined && "children" in other ? other.children : [];
    for (const [index, child] of node.children.entries()) add(child, others[index], depth + 1);
  };
  add(tree, guide, 0);
  return lines;
}

function endsWithHtml(node: Nodes): boolean {
  if (node.type === "html") return true;
  const last = "children" in node ? node.children.at(-1) : undefined;
  return last !== undefined && endsWithHtml(last);
}

interface Difference {
  readonly markdown: string;
  readonly ours: string;
  readonly reference: string;
  readonly reason: string;
}

const differences: readonly Difference[] = [
  {
    markdown: "Đảng bộ**😀**Đảng bộ",
    ours: "<p>Đảng bộ**😀**Đảng bộ</p>",
    reference: "<p>Đảng bộ<strong>😀</strong>Đảng bộ</p>",
    reason:
      "Symbols count as punctuation since CommonMark 0.31; the reference sees half of a surrogate pair.",
  },
  {
    markdown: "😀__Đảng bộ__(TG)",
    ours: "<p>😀<strong>Đảng bộ</strong>(TG)</p>",
    reference: "<p>😀__Đảng bộ__(TG)</p>",
    reason: "The same rule of the specification, the other way about.",
  },
  {
    markdown: "a*_*",
    ours: "<p>a<em>_</em></p>",
    reference: "<p>a*_*</p>",
    reason: "Marks of emphasis around nothing but another mark: nobody writes it, and no text is lost.",
  },
  {
    markdown: "*a**_",
    ours: "<p>*a**_</p>",
    reference: "<p><em>a</em>*_</p>",
    reason: "The same: a closing mark glued to a mark of another kind.",
  },
  {
    markdown: "> 1. a\n>\n> - b\n\nc",
    ours: "<blockquote>\n<ol>\n<li>a</li>\n</ol>\n<ul>\n<li>b</li>\n</ul>\n</blockquote>\n<p>c</p>",
    reference:
      "<blockquote>\n<ol>\n<li>\n<p>a</p>\n</li>\n</ol>\n<ul>\n<li>b</li>\n</ul>\n</blockquote>\n<p>c</p>",
    reason: "A blank line behind a list does not make it loose by the specification; cmark agrees with us.",
  },
  {
    markdown: "- a\n-     b\n\n  3) c",
    ours: '<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<pre><code>b\n</code></pre>\n<ol start="3">\n<li>c</li>\n</ol>\n</li>\n</ul>',
    reference: "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<pre><code>b\n</code></pre>\n<p>3) c</p>\n</li>\n</ul>",
    reason:
      "Only a paragraph can keep a list from beginning with 3, and here is none: the specification agrees.",
  },
  {
    markdown: "[[^1]](b.md)\n\n[^1]: x",
    ours: "<p>[<sup>1</sup>](b.md)</p>",
    reference: '<p><a href="b.md"><sup>1</sup></a></p>',
    reason: "The call of a note is a link, and links cannot hold links.",
  },
  {
    markdown: "- [ ]\n-",
    ours: '<ul class="contains-task-list">\n<li class="task-list-item"><input type="checkbox" disabled> -</li>\n</ul>',
    reference: "<ul>\n<li>[ ]</li>\n<li></li>\n</ul>",
    reason: "A task without words: nothing to lose.",
  },
  {
    markdown: "- [x] a\n  ---",
    ours: '<ul class="contains-task-list">\n<li class="task-list-item"><input type="checkbox" checked disabled>\n<h2>a</h2>\n</li>\n</ul>',
    reference: "<ul>\n<li>\n<h2>[x] a</h2>\n</li>\n</ul>",
    reason: "A heading in a task: the box is shown either way, and our warning about the heading stands.",
  },
  {
    markdown: "😀www.a.vn",
    ours: '<p>😀<a href="http://www.a.vn">www.a.vn</a></p>',
    reference: "<p>😀www.a.vn</p>",
    reason: "An address right behind an emoji is one; the reference sees half of a surrogate pair.",
  },
  {
    markdown: "http://.d",
    ours: '<p><a href="http://.d">http://.d</a></p>',
    reference: "<p>http://.d</p>",
    reason: "An address without a host: a link to nowhere either way.",
  },
  {
    markdown: "/a@b.vn",
    ours: "<p>/a@b.vn</p>",
    reference: '<p>/<a href="mailto:a@b.vn">a@b.vn</a></p>',
    reason: "A slash before an address keeps it from being one by GFM; the reference finds it after all.",
  },
];

describe("differences that may stay", () => {
  test.each(differences)("$markdown: $reason", ({ markdown, ours, reference }) => {
    const bare = (html: string) =>
      html
        .replace(/\n?<section data-footnotes[\s\S]*/, "")
        .replace(/<sup><a [^>]*>(\d+)<\/a><\/sup>/g, "<sup>$1</sup>");
    expect(bare(htmlOf(parseTree(markdown)))).toBe(ours);
    expect(bare(htmlOf(parseByReference(markdown)))).toBe(reference);
  });
});

describe("single tildes strike nothing out", () => {
  test.each([
    ["~15% năm trước, 20~30% năm nay", "<p>~15% năm trước, 20~30% năm nay</p>"],
    ["20~30 ~~cũ 5~6~~", "<p>20~30 <del>cũ 5~6</del></p>"],
    ["~a ~~b~ c~~", "<p>~a <del>b~ c</del></p>"],
    ["![~a~](b.jpg)", '<p><img src="b.jpg" alt="~a~"></p>'],
    ["[~a~](b~c~.md) `~x~` \\~y~", '<p><a href="b~c~.md">~a~</a> <code>~x~</code> ~y~</p>'],
    ["~a~ ⁓ ⸛ ⸞ b", "<p>~a~ ⁓ ⸛ ⸞ b</p>"],
    ["[~k~] ~\n\n[~k~]: x.md", '<p><a href="x.md">~k~</a> ~</p>'],
  ])("%s", (markdown, html) => {
    expect(htmlOf(parseTree(markdown)).trim()).toBe(html);
    expect(htmlOf(parseByReference(markdown)).trim()).toBe(html);
  });

  test("as by the reference, whatever stands around them", () => {
    const pieces = ["~", "~~", " ", "15%", "a", "Đảng", "`", ".", "\n", "(", "”"];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
        const markdown = parts.join("");
        fc.pre(!/~~~/.test(markdown));
        expect(htmlOf(parseTree(markdown))).toBe(htmlOf(parseByReference(markdown)));
      }),
      { numRuns: 2000 },
    );
  });
});
