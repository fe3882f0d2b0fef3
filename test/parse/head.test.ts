// The beginning of a file tells of the article what the whole of it does, or that the whole is needed.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ParseSettings } from "../../src/model/article.js";
import { sourcePath } from "../../src/model/paths.js";
import { createArticleOpener, openBeginning } from "../../src/parse/article.js";
import { parseConfig } from "../../src/parse/config.js";
import { decodeSource } from "../../src/parse/decode.js";
import { headLength } from "../../src/parse/front-matter/head.js";

const { config } = parseConfig(undefined);
const settings: ParseSettings = { ...config, abbreviations: {} };
const open = createArticleOpener(settings);
const path = sourcePath("content/2023/a.vi.md");

function read(bytes: Uint8Array) {
  const source = decodeSource(path, bytes, "ab");
  return "rule" in source ? undefined : source;
}

/** What the head alone tells; undefined where it does not. */
function openFirst(bytes: Uint8Array) {
  const length = headLength(bytes);
  const head = length === undefined ? undefined : read(bytes.subarray(0, length));
  return head && openBeginning(open, head);
}

describe("the place where the Markdown begins", () => {
  test.each([
    ["---\ntitle: A\n---\n|Một.\n"],
    ["---\r\ntitle: A\r\n---\r\n|Một.\r\n"],
    ["\ufeff---\ntitle: Đ\n---\n|"],
    ["---\n---\n|"],
    ["---\ntitle: A\n----\nx: ---\n --- \n---\n|---\n"],
    ["---\ntitle: A\n---x\n---\r\n|"],
  ])("%j", (marked) => {
    const [head = "", body = ""] = marked.split("|");
    expect(headLength(Buffer.from(head + body))).toBe(Buffer.byteLength(head));
  });

  test.each([
    [""],
    ["---"],
    ["---\n"],
    ["---\ntitle: A\n---"],
    ["---\rtitle: A\r---\r"],
    ["----\ntitle: A\n---\n"],
    ["--- \ntitle: A\n---\n"],
    ["\n---\ntitle: A\n---\n"],
    ["title: A\n---\n"],
  ])("is not told in %j", (text) => {
    expect(headLength(Buffer.from(text))).toBeUndefined();
  });
});

test("most articles are told by their beginning", () => {
  for (const text of [
    "---\ntitle: A\ndate: 20/01/2023\n---\n\nMột.\n",
    "\ufeff---\r\ntiêu đề: Đảng bộ\r\nlạ: x\r\n---\r\n\r\nMột.\r\n",
    "---\ntitle: A\ninternal: true\n---\n",
  ]) {
    expect(openFirst(Buffer.from(text))?.front.meta).toBeDefined();
    expect(openFirst(Buffer.from(text))).toEqual(
      open(read(Buffer.from(text)) as NonNullable<ReturnType<typeof read>>),
    );
  }
});

const lines = fc.constantFrom(
  ...[
    "---",
    "--- ",
    "----",
    "—",
    "***",
    "...",
    "",
    "# Một",
    "Một câu văn.",
    "title: A",
    "title: Đảng bộ",
    "title",
    "title: A: B",
  ],
  ...[
    "date: 20/01/2023",
    "date: hôm qua",
    "lead: Lời dẫn",
    "tags: [a, b]",
    "tags: [a",
    "tags:",
    "  - a",
    "lang: en",
    "x: y",
  ],
  ...[
    "internal: false",
    "lead: lưu hành nội bộ",
    "Lưu hành nội bộ",
    "MẬT",
    "a\0b",
    "A\u030a",
    "\u0301a",
    "slug: a",
  ],
);
const ends = fc.constantFrom("\n", "\n", "\n", "\r\n", "\r");
const written = fc.array(fc.tuple(lines, ends), { maxLength: 5 }).map((all) => all.flat().join(""));
const texts = fc
  .tuple(
    fc.constantFrom("", "", "\ufeff"),
    fc.constantFrom("---\n", "---\ntitle: A\n", "---\ntitle: A\n", "\n---\n", ""),
    written,
    fc.constantFrom("---\n", "---\n", "--- \n", ""),
    written,
    fc.boolean(),
  )
  .map(([mark, opening, fields, closing, body, isWindows]) => {
    const text = mark + opening + fields + closing + body;
    return isWindows ? text.replace(/\r?\n|\r/g, "\r\n") : text;
  });

test("what the beginning tells is what the whole tells", () => {
  let told = 0;
  fc.assert(
    fc.property(texts, (text) => {
      const bytes = Buffer.from(text);
      const opened = openFirst(bytes);
      if (opened === undefined) return;
      told++;
      const whole = read(bytes);
      expect(whole && open(whole)).toEqual(opened);
    }),
    { numRuns: 5000 },
  );
  expect(told).toBeGreaterThan(200);
});
