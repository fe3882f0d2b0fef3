// After an edit of words a build writes the pages that show them and nothing else, and leaves the very site that a build
// from nothing gives: for any such edits, one after another, and with any other edit in between.
import { readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { main } from "../src/commands/main.js";
import { readTree, temporaryFolder, writeFiles } from "./cli.js";
import { world } from "./commands/world.js";

const names = ["a", "b", "c", "kho/d", "kho/e", "f", "g"];
const langs = ["vi", "en"];
const sources = names.flatMap((name) => langs.map((lang) => `content/${name}.${lang}.md`));

interface Words {
  readonly title: string;
  readonly kicker: string;
  readonly lead: string;
  readonly body: string;
}

/** Everything but the words follows from where the article is. */
function textOf(source: string, { title, kicker, lead, body }: Words, tags?: string): string {
  const at = sources.indexOf(source) >> 1;
  const lines = [
    `title: ${title}`,
    `date: ${String(10 + (at % 4)).padStart(2, "0")}/0${1 + (at % 2)}/2023 - 08:00`,
    `slug: bai-${at}`,
    `tags: [${tags ?? ["chi-bo", "chi-bo, duong", "duong", "ban-tin"][at % 4]}]`,
    at % 3 === 0 ? "section: Tin tức" : "author: An, Bình",
    kicker === "" ? "" : `kicker: ${kicker}`,
    lead === "" ? "" : `lead: ${lead}`,
  ];
  return `---\n${lines.filter((line) => line !== "").join("\n")}\n---\n${body}\n\nXem [bài kia](/f.vi.md).\n`;
}

const words: fc.Arbitrary<Words> = fc.record({
  title: fc.constantFrom("Bài một", "Bài hai", "Họp ấp & xã"),
  kicker: fc.constantFrom("", "Đại hội"),
  lead: fc.constantFrom("", "Sapo."),
  body: fc.constantFrom("Thân bài./.", "**Mở đầu.**\n\nHai đoạn.", "HĐND họp, <b>lại</b> họp."),
});

const settings = (cards: string) =>
  `url: https://h.example\npageSize: 2\ncards: ${cards}\nsections: [Tin tức]\n` +
  "imprint: { vi: { governingBody: Đảng ủy }, en: { governingBody: Committee } }\n";

const first: Words = { title: "Bài một", kicker: "", lead: "", body: "Thân bài./." };
const start = (cards: string) => ({
  "bantin.yaml": settings(cards),
  "content/pages/gioi-thieu.vi.md": "---\ntitle: Giới thiệu\n---\nĐịa chỉ.\n",
  ...Object.fromEntries(sources.map((source) => [source, textOf(source, first)])),
});

/** Long after every file was written, so that times are believed. */
const clock = () => Date.UTC(2031, 0, 1);

async function build(root: string, ...args: readonly string[]): Promise<number> {
  return main(["build", "--quiet", ...args], { ...world({ cwd: root, env: { LANG: "en" } }), clock });
}

const treeOf = (root: string, out: string) => Object.fromEntries(readTree(join(root, out)));

async function expectCold(root: string, out = "dist"): Promise<void> {
  rmSync(join(root, "cold"), { recursive: true, force: true });
  expect(await build(root, "--no-cache", "--cache", "cold-cache", "--out", "cold")).toBe(0);
  expect(treeOf(root, out)).toEqual(treeOf(root, "cold"));
}

/** What is kept of the site is written by whole builds alone. */
function keptAt(root: string): number {
  const cache = join(root, ".bantin/cache");
  const kept = readdirSync(cache).filter((name) => name.endsWith(".site"));
  return Math.max(...kept.map((name) => statSync(join(cache, name)).mtimeMs));
}

const edits = fc.array(
  fc.record({
    articles: fc.uniqueArray(fc.tuple(fc.constantFrom(...sources), words), {
      minLength: 1,
      maxLength: 3,
      selector: ([source]) => source,
    }),
    // Now and then more than words.
    tags: fc.oneof(
      { weight: 4, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom("duong", "moi") },
    ),
  }),
  { minLength: 1, maxLength: 5 },
);

const wordsAlone = ["Một.", "Hai.", "Ba."].map((body) => ({
  articles: [["content/a.vi.md", { ...first, lead: "Sapo.", body }] as [string, Words]],
  tags: null,
}));

test.each([
  ["no", 20],
  ["yes", 3],
])(
  "any edits of words give the bytes of a build from nothing (cards: %s)",
  async (cards, numRuns) => {
    let short = 0;
    await fc.assert(
      fc.asyncProperty(edits, async (all) => {
        const root = temporaryFolder();
        writeFiles(root, start(cards));
        expect(await build(root)).toBe(0);
        for (const { articles, tags } of all) {
          const kept = keptAt(root);
          for (const [source, own] of articles) {
            // With another title there is another card, and everything is built.
            const said = cards === "no" ? own : { ...own, title: first.title };
            writeFileSync(join(root, source), textOf(source, said, tags ?? undefined));
          }
          expect(await build(root)).toBe(0);
          if (keptAt(root) === kept) short++;
          await expectCold(root);
          // And nothing is left to do.
          const page = statSync(join(root, "dist/vi/index.html")).mtimeMs;
          expect(await build(root)).toBe(0);
          expect(statSync(join(root, "dist/vi/index.html")).mtimeMs).toBe(page);
        }
      }),
      { numRuns, examples: [[wordsAlone]] },
    );
    expect(short).toBeGreaterThanOrEqual(wordsAlone.length);
  },
  240_000,
);

const edited = "content/b.vi.md";
const pageOf = "dist/vi/2023/02/bai-1.html";

async function started(cards = "no"): Promise<string> {
  const root = temporaryFolder();
  writeFiles(root, start(cards));
  expect(await build(root)).toBe(0);
  return root;
}

test("an edit of one text writes its page and the feeds that hold it, and reads no more", async () => {
  const root = await started("yes");
  const kept = keptAt(root);
  const before = new Map(readTree(join(root, "dist")));
  writeFileSync(join(root, edited), textOf(edited, { ...first, body: "Thân bài./.\n\nThêm." }));
  expect(await build(root)).toBe(0);
  expect(keptAt(root)).toBe(kept);
  const written = [...readTree(join(root, "dist"))].filter(([path, text]) => before.get(path) !== text);
  expect(written.map(([path]) => path).sort()).toEqual([
    ".bantin-files",
    "vi/2023/02/bai-1.html",
    "vi/authors/an/feed.xml",
    "vi/authors/binh/feed.xml",
    "vi/feed.json",
    "vi/feed.xml",
    "vi/tags/chi-bo/feed.xml",
    "vi/tags/duong/feed.xml",
  ]);
  await expectCold(root);
});

test("another output folder, whose edits the first has not seen, does not mislead it", async () => {
  const root = await started();
  expect(await build(root, "--out", "other")).toBe(0);
  writeFileSync(join(root, edited), textOf(edited, { ...first, title: "Tên khác" }));
  expect(await build(root, "--out", "other")).toBe(0);
  await expectCold(root, "other");
  writeFileSync(join(root, "content/c.vi.md"), textOf("content/c.vi.md", { ...first, body: "Nữa." }));
  expect(await build(root)).toBe(0);
  await expectCold(root);
});

test.each([
  ["a page that somebody changed", () => [pageOf, "<p>"] as const],
  [
    "an article with an error",
    () => ["content/c.vi.md", "---\ntitle: x\ndate: 31/02/2023\n---\nx\n"] as const,
  ],
  ["an article that is new", () => ["content/moi.vi.md", textOf("content/moi.vi.md", first)] as const],
])("beside an edit, %s is dealt with as ever", async (_, make) => {
  const root = await started();
  const whole = treeOf(root, "dist");
  const [path, text] = make();
  writeFileSync(join(root, path), text);
  writeFileSync(join(root, edited), textOf(edited, { ...first, body: "Đoạn khác." }));
  const status = await build(root);
  if (status === 0) await expectCold(root);
  else expect(treeOf(root, "dist")).toEqual(whole);
});

test("many edits one after another leave few files of texts in use", async () => {
  const root = await started();
  for (let round = 0; round < 12; round++) {
    const source = sources[round % 5] as string;
    writeFileSync(join(root, source), textOf(source, { ...first, body: `Lần ${round}.` }));
    expect(await build(root)).toBe(0);
  }
  await expectCold(root);
  const recent = readTree(join(root, ".bantin/cache")).get("articles.recent") ?? "";
  expect(new Set(recent.match(/articles-[0-9a-f-]+\.texts/g)).size).toBeLessThan(8);
});
