// `bantin init`: whatever is answered, the result is a bulletin that builds, and nothing that was there is touched.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { configFile } from "../../src/commands/starter-files.js";
import { sourcePath } from "../../src/model/paths.js";
import { joinLines } from "../../src/parse/config/values.js";
import { parseConfig } from "../../src/parse/config.js";
import { cleanLine } from "../../src/parse/written-text.js";
import { readTree, repository, temporaryFolder } from "../cli.js";
import { make, refusals } from "./making.js";

const config = (root: string) => {
  const text = readFileSync(join(root, "bantin.yaml"), "utf8");
  return parseConfig({ path: sourcePath("bantin.yaml"), text, hash: "" });
};
const names = (root: string) => [...readTree(root).keys()];
const build = (root: string) => make(["build"], { root });

describe("--yes", () => {
  test("makes a bulletin that builds, with the one reminder that it has no address yet", async () => {
    const made = await make(["init", "--yes"]);
    expect([made.status, made.err]).toEqual([0, ""]);
    expect(names(made.root)).toEqual([
      ".gitignore",
      "bantin.yaml",
      "content/2026/loi-chao.en.md",
      "content/2026/loi-chao.vi.md",
      "content/pages/gioi-thieu.en.md",
      "content/pages/gioi-thieu.vi.md",
    ]);
    const built = await build(made.root);
    expect(built.status).toBe(0);
    expect(built.err.match(/^bantin\.yaml .*$/gm)).toEqual(["bantin.yaml  warning  url-missing"]);
    for (const page of [
      "vi/2026/11/loi-chao-ban-doc.html",
      "en/2026/11/a-word-of-welcome.html",
      "vi/gioi-thieu.html",
      "en/about.html",
    ]) {
      expect(existsSync(join(made.root, "dist", page))).toBe(true);
    }
    expect(names(made.root)).toContain("dist/index.html");
  });

  test("says what it made and what comes next, in both languages", async () => {
    const said = [];
    for (const lang of ["vi", "en"])
      said.push((await make(["init", "--yes", "tin", "--messages", lang])).out);
    const shown = said
      .join("\n")
      .replaceAll(join(repository, "lib", "cli.js"), "CLI")
      .replace(/ +(?=\S)/g, " ");
    await expect(shown).toMatchFileSnapshot("init.out.txt");
  });
});

describe("answers", () => {
  const answered = async (answers: readonly string[], options: Parameters<typeof make>[1] = {}) => {
    const made = await make(["init"], { answers, ...options });
    return { ...made, read: () => config(made.root) };
  };

  test("piped in, one a line", async () => {
    const made = await answered([
      "Bản tin: “Cần Đước” #1",
      "en, vi",
      'Đảng ủy "xã"',
      "bantin.example.vn/xa/",
    ]);
    expect([made.status, made.err]).toEqual([0, ""]);
    const { config: read, diagnostics } = made.read();
    expect(diagnostics).toEqual([]);
    expect(read).toMatchObject({
      languages: ["en", "vi"],
      title: { vi: "Bản tin: “Cần Đước” #1", en: "Bản tin: “Cần Đước” #1" },
      publisher: { vi: 'Đảng ủy "xã"', en: 'Đảng ủy "xã"' },
      imprint: { vi: { governingBody: 'Đảng ủy "xã"' }, en: { governingBody: 'Đảng ủy "xã"' } },
      url: "https://bantin.example.vn/xa",
    });
    expect((await build(made.root)).err).toBe("");
  });

  test.each([
    ["vi en", ["vi", "en"]],
    ["EN; vi", ["en", "vi"]],
    ["tiếng Việt và tiếng Anh", ["vi", "en"]],
    ["Vietnamese, English, zh-hant", ["vi", "en", "zh-Hant"]],
    ["vi, vi", ["vi"]],
  ])("languages as people write them: %s", async (typed, languages) => {
    expect((await answered(["", typed])).read().config.languages).toEqual(languages);
  });

  test("where the lines end, or are empty, the usual answers are taken", async () => {
    const made = await answered(["", "tiếng Anh"]);
    expect(made.read().config).toMatchObject({
      languages: ["en"],
      title: { en: "Party Cell Bulletin" },
      publisher: { en: "Local Party Committee" },
    });
    expect(made.read().config.url).toBeUndefined();
  });

  test("a wrong line piped in ends it, with nothing made", async () => {
    const made = await answered(["Bản tin", "vi, klingon klingon"]);
    expect(made.status).toBe(2);
    expect(made.err).toContain("Languages, the main one first: ");
    expect(names(made.root)).toEqual([]);
  });

  test("at a terminal a wrong answer is asked again", async () => {
    const lines = ["Bản tin", "1", "vi", "Đảng ủy", "https://a:b@x.vn", "x.vn"];
    const made = await answered(lines, { terminal: true });
    expect(made.status).toBe(0);
    expect(made.read().config).toMatchObject({ languages: ["vi"], url: "https://x.vn" });
    await expect(made.err).toMatchFileSnapshot("init.questions.txt");
  });

  test("at a terminal the end of input stops it, with nothing made", async () => {
    const made = await answered(["Bản tin"], { terminal: true });
    expect([made.status, made.out]).toEqual([1, ""]);
    expect(made.err).toMatch(/Stopped; nothing was made\.\n$/);
    expect(names(made.root)).toEqual([]);
  });

  test("on Windows the two files are asked for", async () => {
    const made = await answered(["", "", "", "", "không"], { terminal: true, platform: "win32 x64" });
    expect(made.err).toContain("double-click");
    expect(names(made.root)).not.toContain("Xem thử.cmd");
    const wanted = await answered(["", "", "", "", ""], { terminal: true, platform: "win32 x64" });
    expect(names(wanted.root)).toEqual(expect.arrayContaining(["Xem thử.cmd", "Xuất bản.cmd"]));
  });

  test("read back as they were given, whatever signs are in them", () => {
    const name = fc
      .oneof(
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }),
        fc.string({
          unit: fc.constantFrom(..."\"'\\:#-&*!%@`|>?[]{},~ “”aĐ1=".split("")),
          minLength: 1,
          maxLength: 12,
        }),
      )
      .map((text) => joinLines(cleanLine(text)))
      .filter((text) => text !== "");
    fc.assert(
      fc.property(name, name, (title, publisher) => {
        const { content } = configFile({ title, publisher, languages: ["vi", "en"] });
        const read = parseConfig({ path: sourcePath("bantin.yaml"), text: String(content), hash: "" });
        expect(read.diagnostics).toEqual([]);
        expect(read.config.title).toEqual({ vi: title, en: title });
        expect(read.config.publisher).toEqual({ vi: publisher, en: publisher });
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});

describe("every set of languages builds", () => {
  test.each([
    ["vi", ["vi/2026/11/loi-chao-ban-doc.html"], ""],
    ["en", ["en/2026/11/a-word-of-welcome.html"], ""],
    ["en, vi", ["en/2026/11/a-word-of-welcome.html", "vi/2026/11/loi-chao-ban-doc.html"], ""],
    ["vi, en, fr", ["vi/2026/11/loi-chao-ban-doc.html", "fr/index.html"], "words-missing"],
    ["fr", ["fr/2026/11/a-word-of-welcome.html"], "words-missing"],
  ])("%s", async (languages, pages, rule) => {
    const { root } = await make(["init"], { answers: ["", languages, "", "https://xa.example"] });
    const built = await make(["build", "--json"], { root });
    const { ok, diagnostics } = JSON.parse(built.out) as { ok: boolean; diagnostics: { rule: string }[] };
    expect([ok, [...new Set(diagnostics.map((one) => one.rule))].join()]).toEqual([true, rule]);
    for (const page of pages) expect(existsSync(join(root, "dist", page))).toBe(true);
  });
});

describe("what is there stays", () => {
  test("files of the same name are left alone and named", async () => {
    const made = await make(["init", "--yes"], { files: { ".gitignore": "mine\n" } });
    expect(made.out).toContain("There already, left as they are:\n  .gitignore\n");
    expect(readFileSync(join(made.root, ".gitignore"), "utf8")).toBe("mine\n");
  });

  test("a bulletin gets only what it lacks, and no questions", async () => {
    const own = { "bantin.yaml": "languages: [vi]\n", "content/a.md": "---\ntitle: A\n---\n" };
    const made = await make(["init", "--windows"], { files: own, terminal: true, answers: [] });
    expect([made.status, made.err]).toEqual([0, ""]);
    expect(names(made.root).sort()).toEqual(
      [".gitignore", "Xem thử.cmd", "Xuất bản.cmd", "bantin.yaml", "content/a.md"].sort(),
    );
    expect(readFileSync(join(made.root, "bantin.yaml"), "utf8")).toBe(own["bantin.yaml"]);
  });
});

// Every photo and card is drawn, on all cores: where others work too, that takes a while.
test("--demo copies the sample, which builds", async () => {
  const made = await make(["init", "mau", "--demo"]);
  expect(made.status).toBe(0);
  const copied = names(join(made.root, "mau"));
  expect(copied.length).toBeGreaterThan(20);
  expect(copied.filter((path) => path.includes("/_"))).toEqual([]);
  const built = await make(["build", "--root", "mau"], { root: made.root });
  expect(built.status).toBe(0);
}, 120_000);

describe("the files to double-click", () => {
  const texts = async () => {
    const { root } = await make(["init", "--yes", "--windows"]);
    return ["Xem thử.cmd", "Xuất bản.cmd"].map((name) => readFileSync(join(root, name), "utf8"));
  };

  test("are what cmd.exe can read", async () => {
    for (const text of await texts()) {
      const lines = text.split("\r\n");
      expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
      expect(lines.slice(0, 2)).toEqual(["@echo off", "chcp 65001 >nul"]);
      expect(text).not.toMatch(/goto|\ufeff/);
      expect(lines.slice(-3)).toEqual(["echo.", "pause", ""]);
      const words = lines.filter((line) => /^\s*(?:echo|title) /.test(line) && line !== "@echo off");
      expect(words.length).toBeGreaterThan(4);
      for (const line of words) expect(line).not.toMatch(/[&|<>^()%!"]/);
    }
  });

  test("preview apart from what is published", async () => {
    const [preview = "", publish = ""] = await texts();
    expect(preview).toContain(" watch --open --messages vi\r\n");
    expect(preview).not.toContain("dist");
    expect(publish).toContain(" build --messages vi\r\n");
    expect(publish).not.toContain("--drafts");
  });
});

test("what stands in the way, in both languages", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "tin"), "");
  const tables = [
    await refusals("a file in the folder's place", ["init", "tin"], { root: folder }),
    await refusals("a file above it", ["init", "tin/a", "--yes"], { root: folder }),
    await refusals("a file where a folder must be", ["init", "--yes"], { files: { content: "" } }),
    await refusals("the sample over a bulletin", ["init", "--demo"], { files: { "bantin.yaml": "" } }),
    await refusals("a name that is too long", ["init"], { answers: ["a".repeat(201)] }),
    await refusals("no language", ["init"], { answers: ["", "1"] }),
    await refusals("no address", ["init"], { answers: ["", "", "", "chưa có đâu"] }),
    await refusals("an address with a password", ["init"], { answers: ["", "", "", "https://a:b@x.vn"] }),
    await refusals("neither yes nor no", ["init"], {
      answers: ["", "", "", "", "có lẽ"],
      platform: "win32 x64",
    }),
  ];
  await expect(tables.join("\n")).toMatchFileSnapshot("init.reports.txt");
});
