// The short ways of the pipeline held against the libraries that they go around: the same tree, the same HTML, and
// nothing passed by the sanitiser that it would have changed.
import fc from "fast-check";
import type { Element, Nodes, Root, RootContent } from "hast";
import rehypeRaw from "rehype-raw";
import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { VFile } from "vfile";
import { describe, expect, test, vi } from "vitest";
import { writeHtml } from "../../src/parse/html-text.js";
import { parseTree } from "../../src/parse/markdown-tree.js";
import { remarkToHtml, vietnamese } from "../../src/parse/plugins/to-html.js";
import { isAllowed } from "../../src/parse/sanitise.js";
import { allowedAttributes, allowedElements, schema } from "../../src/parse/sanitise-schema.js";
import { documents } from "./markdown-documents.js";
import { contextFor } from "./parsing.js";
import { commonMark, gfm } from "./reference.js";

vi.setConfig({ testTimeout: 120_000 });

const examples = [...commonMark, ...gfm].map(({ markdown }) => markdown);

test("a text that holds no sign of GitHub's additions is read the same without them", () => {
  // A paragraph of such a sign alone turns them on.
  const agrees = (markdown: string) => {
    const [, ...without] = parseTree(`a\n\n${markdown}`).children;
    const [, ...withThem] = parseTree(`@\n\n${markdown}`).children;
    expect(without, markdown).toEqual(withThem);
  };
  for (const markdown of examples) agrees(markdown);
  const signs = fc.constantFrom(
    ..."a Đ 1 www http : : . / - - = + * _ ` > # ( ) ! & ; < \\ x ^ ] ] { $".split(" "),
    " ",
    "\n",
    "\n",
  );
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 14 }), (some) => agrees(some.join(""))),
    { numRuns: 4_000 },
  );
  fc.assert(fc.property(documents, agrees), { numRuns: 400 });
});

/** Every example of both specifications, then generated documents. */
function forAllTexts(check: (markdown: string) => void): void {
  for (const markdown of examples) check(markdown);
  fc.assert(fc.property(documents, check), { numRuns: 400 });
}

function fileOf(markdown: string): VFile {
  return new VFile({ value: markdown, data: { context: contextFor(markdown) } });
}

test("the tree of HTML, with its places, is the one that remark-rehype makes", () => {
  const library = remarkRehype(vietnamese);
  const ours = remarkToHtml();
  forAllTexts((markdown) => {
    const file = fileOf(markdown);
    expect(ours(parseTree(markdown), file)).toEqual(library(parseTree(markdown), file));
  });
});

const withRaw = unified().use(remarkRehype, { allowDangerousHtml: true }).use(rehypeRaw).freeze();
const sanitise = rehypeSanitize(schema);
const stringifier = unified().use(rehypeStringify, { allowDangerousHtml: true }).freeze();

/** Of any elements, allowed and not, with any attributes, those of the schema often. */
const names = fc.constantFrom(
  ...allowedElements,
  "script",
  "svg",
  "font",
  "template",
  "constructor",
  "*",
  "P",
);
const properties = fc.constantFrom(
  ...Object.values(allowedAttributes)
    .flat()
    .map((definition) => (typeof definition === "string" ? definition : definition[0])),
  ..."onClick style className dataX rel ariaDescribedBy __proto__ toString".split(" "),
);
const word = fc.constantFrom(
  ...Object.values(allowedAttributes)
    .flat()
    .flatMap((definition) => (typeof definition === "string" ? [] : definition.slice(1)))
    .filter((value) => typeof value === "string"),
  ..."h-a note-1 u-x x #a javascript:a a&b <b> \"q\" 'q' ế &amp; \u00a0 \0".split(" "),
  "",
  " ",
);
const value = fc.oneof(
  { weight: 4, arbitrary: word },
  { weight: 3, arbitrary: fc.array(word, { maxLength: 3 }) },
  fc.constantFrom(true, false, null, undefined, 3, Number.NaN),
);
const { node: anyNode } = fc.letrec<{ node: RootContent; children: RootContent[] }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small" },
    { weight: 3, arbitrary: word.map((text): RootContent => ({ type: "text", value: text })) },
    {
      weight: 6,
      arbitrary: fc
        .tuple(names, fc.array(fc.tuple(properties, value), { maxLength: 2 }), tie("children"))
        .map(([tagName, pairs, children]) => makeElement(tagName, pairs, children)),
    },
    fc.constantFrom<RootContent>({ type: "comment", value: "a" }, { type: "doctype" }),
    fc.constant<RootContent>({ type: "raw", value: "<a>" }),
  ),
  children: fc.array(tie("node"), { maxLength: 3 }),
}));

function makeElement(
  tagName: string,
  pairs: readonly (readonly [string, unknown])[],
  children: RootContent[],
): Element {
  const element: Element = { type: "element", tagName, properties: {}, children: children as Element[] };
  for (const [name, given] of pairs) {
    Object.defineProperty(element.properties, name, {
      value: given,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return element;
}

const anyTree = fc.array(anyNode, { maxLength: 3 }).map((children): Root => ({ type: "root", children }));

/** Trees of HTML as they come before the sanitiser. */
function forAllTrees(check: (tree: Root) => void): void {
  forAllTexts((markdown) => check(withRaw.runSync(parseTree(markdown), new VFile(markdown)) as Root));
  fc.assert(fc.property(anyTree, check), { numRuns: 20_000 });
}

describe("a tree that is passed by", () => {
  test("is one that the sanitiser would not have changed", () => {
    let passed = 0;
    forAllTrees((tree) => {
      if (!isAllowed(tree, [])) return;
      passed++;
      expect(withoutPlaces(sanitise(tree))).toEqual(withoutPlaces(tree));
    });
    expect(passed).toBeGreaterThan(2_000);
  });

  // But for lists that it leaves empty where it refused every class.
  test("is what the sanitiser gives, nearly always", () => {
    let passed = 0;
    let all = 0;
    forAllTexts((markdown) => {
      all++;
      if (isAllowed(sanitise(withRaw.runSync(parseTree(markdown), new VFile(markdown)) as Root), []))
        passed++;
    });
    expect(passed / all).toBeGreaterThan(0.9);
  });
});

describe("HTML that is written the short way", () => {
  test("is the same as by rehype-stringify", () => {
    let written = 0;
    forAllTrees((tree) => {
      for (const one of [tree, sanitise(tree)]) {
        const html = writeHtml(one);
        if (html === undefined) continue;
        written++;
        expect(html).toBe(stringifier.stringify(one));
      }
    });
    expect(written).toBeGreaterThan(4_000);
  });
});

function withoutPlaces(node: Nodes): object {
  const { position: _, ...bare } = node;
  return "children" in bare ? { ...bare, children: bare.children.map(withoutPlaces) } : bare;
}
