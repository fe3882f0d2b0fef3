// An edit of words alone: what recompile gives back is what compile would give, and anything more is left to compile.
import { describe, expect, test } from "vitest";
import { compile } from "../src/compile.js";
import { recompile } from "../src/recompile.js";
import { compileBulletin } from "./bulletin.js";

const imprint = "url: https://h.example\nimprint: { governingBody: x }\n";
const article = (title: string, body: string, more = "") =>
  `---\ntitle: ${title}\ndate: 20/01/2023 - 09:50\ntags: Chi bộ\n${more}---\n\n**Sapo.**\n\n${body}\n`;
const files = {
  "bantin.yaml": imprint,
  "content/a.vi.md": article("Một", "Thân bài [hai](b.vi.md).\n\n## Mục"),
  "content/a.en.md": article("One", "Body."),
  "content/b.vi.md": article("Hai", "Xem [một](a.vi.md#muc)."),
  "content/c.vi.md": article("Ba, mới nhất", "Bài đứng trên các bài khác.").replace("20/01", "25/01"),
};

const textsOf = ({ outputs }: ReturnType<typeof compile>) =>
  Object.fromEntries(
    outputs.flatMap((output) => ("text" in output ? [[output.path, output.text()] as const] : [])),
  );

function edit(path: string, text: string, options: { readonly now?: string } = {}) {
  const before = compileBulletin(files).input;
  const after = compileBulletin({ ...files, [path]: text }, options).input;
  const kept = { ...after, config: before.config, theme: before.theme, files: before.files };
  const parts = { tags: before.tags, authors: before.authors, folder: before.folder, tools: before.tools };
  const unchanged = new Map(before.articles.map((one) => [one.source, one]));
  const articles = after.articles.map((one) => {
    const old = unchanged.get(one.source);
    return old !== undefined && old.hash === one.hash ? old : one;
  });
  const input = { ...kept, ...parts, articles };
  const last = { input: before, result: compile(before) };
  // All was shown once: what is remembered of that must not be shown again.
  textsOf(last.result);
  return { last, input, result: recompile(last, input) };
}

describe("a text that was edited", () => {
  test("is on its page and in the feeds, as if all had been compiled anew", () => {
    const { input, result, last } = edit(
      "content/a.vi.md",
      article("Một", "Chữ mới [hai](b.vi.md).\n\n## Mục"),
    );
    if (result === undefined) throw new Error("compiled anew");
    expect(textsOf(result)).toEqual(textsOf(compile(input)));
    const others = result.outputs.filter((output, index) => output !== last.result.outputs[index]);
    expect(others.map(({ path }) => path)).toContain("vi/2023/01/mot.html");
    expect(others.filter(({ path }) => path.endsWith(".html")).map(({ path }) => path)).toEqual([
      "vi/2023/01/mot.html",
    ]);
  });
});

describe("a title or a lead that was edited", () => {
  test.each([
    ["a title, and so its address", article("Một nữa", "Thân bài [hai](b.vi.md).\n\n## Mục")],
    [
      "a title with an address of its own",
      article("Một nữa", "Thân bài [hai](b.vi.md).\n\n## Mục", "slug: mot\n"),
    ],
    ["a lead", article("Một", "Thân bài [hai](b.vi.md).\n\n## Mục").replace("Sapo", "Sapo mới")],
  ])("%s: every page is as if all had been compiled anew", (_, text) => {
    const { input, result } = edit("content/a.vi.md", text);
    if (result === undefined) throw new Error("compiled anew");
    const fresh = compile(input);
    expect(textsOf(result)).toEqual(textsOf(fresh));
    expect(result.outputs.map(({ path }) => path)).toEqual(fresh.outputs.map(({ path }) => path));
  });
});

describe("compiled anew is", () => {
  test.each([
    ["an address that another has", "content/a.vi.md", article("Hai", "Thân bài [hai](b.vi.md).\n\n## Mục")],
    [
      "another heading, which a link may name",
      "content/a.vi.md",
      article("Một", "[hai](b.vi.md)\n\n## Mục mới"),
    ],
    ["another link", "content/a.vi.md", article("Một", "Thân bài.\n\n## Mục")],
    ["a new photo", "content/a.en.md", article("One", "![a](a.jpg)")],
    ["a new date", "content/a.en.md", article("One", "Body.").replace("20/01", "21/01")],
    ["a draft", "content/a.en.md", article("One", "Body.", "draft: true\n")],
    ["a mistake", "content/a.en.md", article("One: two", "Body.")],
  ])("%s", (_, path, text) => {
    expect(edit(path, text).result).toBeUndefined();
  });

  test("what lies on the other side of a date", () => {
    const text = article("One", "Another body.");
    expect(edit("content/a.en.md", text).result).toBeDefined();
    expect(edit("content/a.en.md", text, { now: "2020-01-01T00:00:00+07:00" }).result).toBeUndefined();
  });
});
