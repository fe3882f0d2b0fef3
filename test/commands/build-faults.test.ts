// `bantin build` of a bulletin with faults: all of them reported, nothing published.
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { JsonResult } from "../../src/commands/json.js";
import { readTree, temporaryFolder } from "../cli.js";
import { article, bantin, broken, config, good, json } from "./builds.js";

describe("a bulletin with faults", () => {
  test("is not published: every report on stderr, the old site whole", async () => {
    const { root } = await bantin(good);
    const before = readTree(join(root, "dist"));
    const faulty = { "content/b.vi.md": broken, "bantin.yaml": `${config}colour: red\n` };
    const { status, world, dist } = await bantin(faulty, [], { root });
    expect(status).toBe(1);
    expect(world.out()).toBe("");
    expect(world.err()).toMatch(/^bantin\.yaml:3:1 {2}error {2}config-unknown\n/);
    expect(world.err()).toContain(`
content/b.vi.md:2:16  error  front-matter-colon
  The title contains a colon, so it needs straight double quotes
    1 | ---
  > 2 | title: Cần Đước: Kiện toàn
      |                ^
`);
    expect(world.err()).toMatch(
      /\n2 errors\nNothing was published; the previous site is whole\. Urgent\? Put _ before /,
    );
    expect(dist()).toEqual(before);
  });

  test("in Vietnamese, by the bulletin's first language", async () => {
    const { world } = await bantin({ "content/b.vi.md": broken }, [], { env: { LANG: "C.UTF-8" } });
    expect(world.err()).toContain("content/b.vi.md:2:16  lỗi  front-matter-colon");
    expect(world.err()).toMatch(
      /trang đã đăng lần trước vẫn còn nguyên\. Cần đăng gấp\? Thêm dấu _ vào trước tên tệp/,
    );
  });

  test("an underscore takes the article out", async () => {
    const { status, dist } = await bantin({ ...good, "content/_b.vi.md": broken });
    expect(status).toBe(0);
    expect([...dist().keys()].filter((path) => path.includes("can-duoc"))).toEqual([]);
  });

  test("warnings do not stop it; with --strict they do", async () => {
    const files = { ...good, "content/c.vi.md.txt": "x" };
    const loose = await bantin(files);
    expect([loose.status, loose.world.err()]).toEqual([
      0,
      expect.stringMatching(/warning {2}name-txt[\s\S]*\n1 warning\n$/),
    ]);
    const strict = await bantin(files, ["--strict"]);
    expect(strict.status).toBe(1);
    expect(strict.world.err()).toContain(
      "\n1 warning\nRunning with --strict: warnings count as errors.\nNothing was",
    );
    expect(readdirSync(strict.root)).not.toContain("dist");
  });

  test("--json has all of them, with the offset of the letter in the file on disk", async () => {
    const text = broken.normalize("NFD").replaceAll("\n", "\r\n");
    const built = await bantin({ ...good, "content/b.vi.md": `\ufeff${text}` }, ["--json"]);
    const { ok, diagnostics } = json(built);
    expect([built.status, ok, built.world.err()]).toEqual([1, false, ""]);
    expect(diagnostics).toHaveLength(1);
    const { offset, hint, ...rest } = diagnostics[0] as JsonResult["diagnostics"][number];
    expect(rest).toEqual({
      rule: "front-matter-colon",
      severity: "error",
      file: "content/b.vi.md",
      line: 2,
      column: 16,
      message: "The title contains a colon, so it needs straight double quotes",
    });
    expect(text[offset ?? 0]).toBe(":");
    expect(offset).toBe(text.indexOf(":", text.indexOf(":") + 1));
    expect(hint).toContain('"Cần Đước: Kiện toàn"');
  });

  test("a file that cannot be read counts as an article: one fault, one report", async () => {
    const files = {
      ...good,
      "content/b.vi.md": Buffer.from([0x54, 0xf4, 0x69]),
      "content/c.vi.md": article("C", "[b](b.vi.md)"),
    };
    const { diagnostics } = json(await bantin(files, ["--json"]));
    expect(diagnostics.map(({ rule, file, line, offset }) => [rule, file, line, offset])).toEqual([
      ["file-encoding", "content/b.vi.md", null, null],
    ]);
  });

  test("an article over the limit is not read", async () => {
    const limit = { "bantin.yaml": `${config}limits: { articleBytes: 2000 }\n` };
    const { diagnostics } = json(
      await bantin({ ...good, ...limit, "content/b.vi.md": "x".repeat(2001) }, ["--json"]),
    );
    expect(diagnostics.map(({ rule, file }) => [rule, file])).toEqual([
      ["file-too-large", "content/b.vi.md"],
    ]);
  });

  test("a mistake in the bulletin's own template leaves the old site whole", async () => {
    const { root } = await bantin(good);
    const before = readTree(join(root, "dist"));
    for (const template of ["{{ page.title | nonsense }}", "{% if %}", "{{ nothing.at.all }}"]) {
      const { status, world, dist } = await bantin({ "templates/article.njk": `x\n${template}` }, [], {
        root,
      });
      expect(world.err()).toMatch(/^templates\/article\.njk:2:\d+ {2}error {2}template-error\n/);
      expect([status, world.err().match(/template-error/g)?.length]).toEqual([1, 1]);
      expect(dist()).toEqual(before);
    }
  });

  test("a file of others in the way is not overwritten", async () => {
    const { status, world, root } = await bantin({ ...good, "dist/index.html": "theirs" });
    expect(status).toBe(1);
    expect(world.err()).toMatch(/^dist\/index\.html {2}error {2}output-foreign\n/);
    expect(readFileSync(join(root, "dist/index.html"), "utf8")).toBe("theirs");
  });

  test("an output folder that may not be one is reported with all the rest", async () => {
    const { world } = await bantin({ ...good, "content/b.vi.md": broken }, ["--out", "content"]);
    expect(world.err()).toMatch(
      /content {2}error {2}output-unsafe\n[\s\S]*front-matter-colon[\s\S]*\n2 errors\n/,
    );
  });

  test("content/ that is not there, or empty, or leads elsewhere", async () => {
    const missing = await bantin({ "bantin.yaml": config });
    expect([missing.status, missing.world.err()]).toEqual([
      1,
      expect.stringMatching(/^content {2}error {2}content-missing\n/),
    ]);
    const root = temporaryFolder();
    mkdirSync(join(root, "content"));
    const empty = await bantin({ "bantin.yaml": config }, [], { root });
    expect([empty.status, empty.world.err()]).toEqual([
      1,
      expect.stringMatching(/^content {2}error {2}content-empty\n/),
    ]);
    const linked = temporaryFolder();
    symlinkSync(temporaryFolder(), join(linked, "content"));
    const elsewhere = await bantin({ "bantin.yaml": config }, [], { root: linked });
    expect([elsewhere.status, elsewhere.world.err()]).toEqual([
      1,
      expect.stringMatching(/^content {2}error {2}link-outside\n/),
    ]);
  });
});
