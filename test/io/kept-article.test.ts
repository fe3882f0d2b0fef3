// What is kept of an article comes back as it was, text and all, and says nothing twice.
import { expect, test } from "vitest";
import { keepArticle, openHead } from "../../src/io/kept-article.js";
import type { ParseSettings } from "../../src/model/article.js";
import { sourcePath } from "../../src/model/paths.js";
import { parseArticle } from "../../src/parse/article.js";
import { parseConfig } from "../../src/parse/config.js";

const { config } = parseConfig(undefined);
const settings: ParseSettings = { ...config, abbreviations: {} };
const path = sourcePath("content/2023/a.vi.md");
const place = { file: "articles-x.texts", at: 0, length: 1, check: "0" };

test.each([
  ["a plain lead", "lead: Sapo đơn giản.", "Thân bài./."],
  ["a lead with marks", "", "**Sapo** có *chữ nghiêng* & dấu.\n\nThân bài./."],
  ["a lead of the body", "", "**Sapo đậm.**\n\nThân bài./."],
  ["no lead", "", "![Ảnh](x.jpg)"],
  ["nothing", "", ""],
  ["headings and links", "tags: [a, b]", "## Một\n\n[Bài](b.md#x)\n\n### Hai"],
])("%s", (_, field, body) => {
  const text = `---\ntitle: Bài một\ndate: 20/01/2023\n${field}\n---\n${body}\n`;
  const article = parseArticle({ path, text, hash: "ab" }, settings);
  const kept = keepArticle(article, "", () => place);
  if (kept === undefined || "broken" in article) throw new Error("not kept");
  const { body: _body, ...head } = article;
  expect(openHead(path, kept)).toEqual(head);
  const lead = article.lead?.text ?? "";
  if (lead !== "" && lead === article.lead?.html && lead === article.description)
    expect(kept.head.split(lead)).toHaveLength(article.meta.lead === undefined ? 2 : 3);
});

test("a broken article", () => {
  const article = parseArticle({ path, text: "---\ntitle: a: b\n---\n", hash: "ab" }, settings);
  const kept = keepArticle(article, "", () => undefined);
  expect(kept && openHead(path, kept)).toEqual(article);
});
