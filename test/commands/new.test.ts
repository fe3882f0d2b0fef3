// `bantin new`: what is asked for is what the reader of front matter finds, and no article stands in another's way.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planArticle } from "../../src/commands/new-article.js";
import { readSettings } from "../../src/commands/settings.js";
import { sourcePath } from "../../src/model/paths.js";
import { createDateReader } from "../../src/parse/dates.js";
import { parseFrontMatter } from "../../src/parse/front-matter.js";
import { cleanLine } from "../../src/parse/written-text.js";
import { temporaryFolder, writeFiles } from "../cli.js";
import { make, refusals } from "./making.js";
import { world } from "./world.js";

const config =
  "url: https://xa.example\nimprint: { governingBody: x }\nsections:\n  tin-tuc: { vi: Tin tức, en: News }\n  dang: { vi: Xây dựng Đảng, en: Party building }\n";
const bulletin = { "bantin.yaml": config };

const readDate = createDateReader("Asia/Ho_Chi_Minh");
const parse = (text: string) =>
  parseFrontMatter({ path: sourcePath("content/x.md"), text, hash: "" }, "article", {
    languages: ["vi", "en"],
    readDate,
  });

describe("an article", () => {
  const made = async (args: readonly string[], files: Record<string, string> = {}, env = {}) => {
    const one = await make(["new", ...args], {
      files: { ...bulletin, ...files },
      env: { LANG: "en", ...env },
    });
    const path = one.out.trimEnd();
    const text = one.status === 0 ? readFileSync(join(one.root, path), "utf8") : "";
    return { ...one, path, text, front: parse(text) };
  };

  test("lies in its place, with the path alone on stdout", async () => {
    const { status, out, text, root } = await made(["Cần Đước: Kiện toàn #1"]);
    expect([status, out]).toEqual([0, "content/2026/can-duoc-kien-toan-1.vi.md\n"]);
    await expect(text).toMatchFileSnapshot("new.article.txt");
    const built = await make(["build", "--drafts", "--json"], { root });
    expect(JSON.parse(built.out)).toMatchObject({ ok: true, diagnostics: [] });
  });

  test("says all that was asked for", async () => {
    const args = ["Village meeting", "--language", "EN", "--section", "party BUILDING", "--issue", "1.10"];
    const { path, front } = await made([...args, "--date", "9h50, 20/1/2023"]);
    expect(path).toBe("content/2023/village-meeting.en.md");
    expect(front.diagnostics).toEqual([]);
    expect(front.given).toMatchObject({
      title: "Village meeting",
      section: "dang",
      issue: { label: "1.10" },
      draft: true,
      date: { iso: "2023-01-20T09:50:00+07:00", hasTime: true },
    });
  });

  test("without quotes around the title the words are joined", async () => {
    expect((await made(["Họp", "ấp", "Bình", "Hòa"])).front.given.title).toBe("Họp ấp Bình Hòa");
  });

  test.each([
    ["UTC", "1/11/2026 - 00:00", {}],
    ["Asia/Ho_Chi_Minh", "1/11/2026 - 07:00", {}],
    ["America/New_York", "31/10/2026 - 20:00", {}],
    ["Asia/Ho_Chi_Minh", "20/01/2023 - 09:50", { SOURCE_DATE_EPOCH: "1674183059" }],
  ])("is dated now, in %s: %s", async (zone, date, env) => {
    const { front, text } = await made(["A"], { "bantin.yaml": `${config}timeZone: ${zone}\n` }, env);
    expect(text).toContain(`date: ${date.replace(/^1\//, "01/")}\n`);
    expect(front.diagnostics).toEqual([]);
  });

  test("without a list of sections any name is one", async () => {
    const { front } = await made(["A", "--section", "Tin: nhanh"], { "bantin.yaml": "" });
    expect(front.given.section).toBe("Tin: nhanh");
  });

  test("an emoji is a title too", async () => {
    expect((await made(["🎉"])).path).toBe("content/2026/bai.vi.md");
  });

  test("takes the next free name, and an address of its own; in another language too", async () => {
    const first = await made(["Họp ấp"]);
    const again = await make(["new", "Họp ấp"], { root: first.root });
    const english = await make(["new", "Hop ap", "--language", "en"], { root: first.root });
    expect([again.out, english.out]).toEqual([
      "content/2026/hop-ap-2.vi.md\n",
      "content/2026/hop-ap-3.en.md\n",
    ]);
    const text = readFileSync(join(first.root, "content/2026/hop-ap-2.vi.md"), "utf8");
    expect(parse(text).given.slug).toBe("hop-ap-2");
    const built = await make(["build", "--drafts", "--json"], { root: first.root });
    expect(JSON.parse(built.out)).toMatchObject({ ok: true, diagnostics: [] });
  });

  test("a folder of that name is taken as well", async () => {
    const { path } = await made(["Họp ấp"], { "content/2026/hop-ap/vi.md": "---\ntitle: A\n---\n" });
    expect(path).toBe("content/2026/hop-ap-2.vi.md");
  });

  test("from another folder the path is the one to open from here", async () => {
    const root = temporaryFolder();
    writeFiles(root, { "tin/bantin.yaml": config, "kia/a.txt": "" });
    expect((await make(["new", "A", "--root", "tin"], { root })).out).toBe("tin/content/2026/a.vi.md\n");
    const elsewhere = world({ cwd: join(root, "kia"), env: { LANG: "en" } });
    expect((await make(["new", "B", "--root", "../tin"], { root, cwd: elsewhere.cwd })).out).toBe(
      `${join(root, "tin/content/2026/b.vi.md")}\n`,
    );
  });
});

test("any title reads back exactly", () => {
  const root = temporaryFolder();
  writeFiles(root, bulletin);
  const settings = readSettings(root);
  const cache = { folder: join(root, "cache"), isRead: false, tool: "", started: 0 };
  const input = { world: world(), flags: {}, settings, cache, packageRoot: "/", lang: "vi" as const };
  const title = fc.oneof(
    fc.string({ unit: "binary", minLength: 1, maxLength: 40 }),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom(..."\"'\\:#-&*!%@`|>?[]{},~ \t\n“”…aĐ10/=.".split("")),
      maxLength: 14,
    }),
    fc.constantFrom("null", "true", "~", "1.10", "0x1F", "---", "- a", "a: b", "a #b", "=", "<<", "\\u0041"),
  );
  fc.assert(
    fc.property(title, (typed) => {
      const plan = planArticle({ ...input, words: [typed] }, []);
      if (cleanLine(typed) === "") {
        expect(plan).toHaveProperty("message");
        return;
      }
      const [file] = "names" in plan ? plan.names : [];
      const { given, diagnostics } = parse(String(file?.content));
      expect(diagnostics).toEqual([]);
      expect(given.title).toBe(cleanLine(typed));
    }),
    { numRuns: 300 },
  );
}, 60_000);

test("cleaning leaves a clean title as it is", () => {
  const clean = fc.string({ unit: "grapheme-ascii", maxLength: 30 }).map((text) => text.trim());
  fc.assert(fc.property(clean, (text) => cleanLine(text) === text));
  expect(cleanLine("  Ca\u0302\u0300n\tĐước\r\n ")).toBe("Cần Đước");
});

test("what stands in the way, in both languages", async () => {
  const files = bulletin;
  const tables = [
    await refusals("no title", ["new"], { files }),
    await refusals("a title of spaces", ["new", "  "], { files }),
    await refusals("a title that is too long", ["new", "ấ".repeat(301)], { files }),
    await refusals("an unknown language", ["new", "A", "--language", "fr"], { files }),
    await refusals("a section nearly right", ["new", "A", "--section", "tin tuc moi"], { files }),
    await refusals("an unknown section", ["new", "A", "--section", "thể thao"], { files }),
    await refusals("no such day", ["new", "A", "--date", "30/02/2024"], { files }),
    await refusals("another weekday", ["new", "A", "--date", "Thứ Hai, 20/01/2023"], { files }),
    await refusals("no issue", ["new", "A", "--issue", "00/2026"], { files }),
    await refusals("no bulletin", ["new", "A"]),
    await refusals("no such folder", ["new", "A", "--root", "gone"]),
    await refusals("a faulty bantin.yaml", ["new", "A"], { files: { "bantin.yaml": "languages: [1]\n" } }),
    await refusals("a file in the way", ["new", "A"], { files: { ...bulletin, content: "" } }),
  ];
  await expect(tables.join("\n")).toMatchFileSnapshot("new.reports.txt");
});
