// For any edit, a build on top of earlier ones gives the same bytes as a build from nothing; and where nothing was
// edited it says the same again.
import { rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { main } from "../src/commands/main.js";
import { readTree, temporaryFolder, writeFiles } from "./cli.js";
import { article, good } from "./commands/builds.js";
import { world } from "./commands/world.js";
import { bursts, startOfEdits } from "./watch/edits.js";

/** Long after every file was written, so that their times are believed; or right after, so that their bytes decide. */
const clocks = { later: () => Date.UTC(2031, 0, 1), "at once": Date.now } as const;
let clock: () => number = clocks.later;

async function build(root: string, ...args: readonly string[]) {
  const here = world({ cwd: root, env: { LANG: "en" } });
  const status = await main(["build", "--json", ...args], { ...here, clock });
  return { status, result: JSON.parse(here.out()) as { diagnostics: { rule: string }[]; pages: number } };
}

const treeOf = (root: string, out: string) => Object.fromEntries(readTree(join(root, out)));

describe("a build on top of others", () => {
  test.each(Object.entries(clocks))(
    "gives the bytes of a build from nothing, after any edits (%s)",
    async (_, own) => {
      clock = own;
      let whole = 0;
      await fc.assert(
        fc.asyncProperty(bursts, async (all) => {
          const root = temporaryFolder();
          writeFiles(root, startOfEdits);
          await build(root);
          for (const burst of all) {
            for (const edit of burst) edit.apply(root);
            const warm = await build(root);
            rmSync(join(root, "cold"), { recursive: true, force: true });
            const cold = await build(root, "--no-cache", "--cache", "cold-cache", "--out", "cold");
            expect(warm.status).toBe(cold.status);
            if (cold.status !== 0) continue;
            whole++;
            expect(treeOf(root, "dist")).toEqual(treeOf(root, "cold"));
            const again = await build(root);
            const lasting = warm.result.diagnostics.filter(({ rule }) => rule !== "address-changed");
            expect(again.result).toEqual({
              ...warm.result,
              diagnostics: lasting,
            });
            expect(treeOf(root, "dist")).toEqual(treeOf(root, "cold"));
          }
        }),
        { numRuns: 15 },
      );
      expect(whole).toBeGreaterThan(5);
    },
    240_000,
  );
});

describe.each(Object.entries(clocks))("where nothing was edited (%s)", (_, own) => {
  beforeEach(() => {
    clock = own;
  });

  const start = async () => {
    const root = temporaryFolder();
    writeFiles(root, good);
    await build(root);
    return root;
  };
  const page = "dist/vi/2023/01/bai-mot.html";

  test("no file of the site is touched", async () => {
    const root = await start();
    const before = statSync(join(root, page));
    await build(root);
    expect(statSync(join(root, page)).mtimeMs).toBe(before.mtimeMs);
  });

  test("a file of the site that somebody else changed is mended, and one that is gone comes back", async () => {
    const root = await start();
    const whole = treeOf(root, "dist");
    const { atime, mtime } = statSync(join(root, page));
    writeFileSync(join(root, page), (whole[page.slice(5)] as string).replace("<h1>", "<h2>"));
    utimesSync(join(root, page), atime, mtime);
    rmSync(join(root, "dist/robots.txt"));
    await build(root);
    expect(treeOf(root, "dist")).toEqual(whole);
  });

  test("texts that are gone from the cache, or are others, are made again", async () => {
    for (const damage of ["gone", "others"]) {
      const root = await start();
      for (const [name, text] of readTree(join(root, ".bantin/cache"))) {
        if (!name.endsWith(".texts")) continue;
        if (damage === "gone") rmSync(join(root, ".bantin/cache", name));
        else writeFileSync(join(root, ".bantin/cache", name), "x".repeat(text.length));
      }
      writeFiles(root, { "content/a.en.md": article("First", "Another body.") });
      expect((await build(root)).status).toBe(0);
      await build(root, "--no-cache", "--cache", "cold-cache", "--out", "cold");
      expect(treeOf(root, "dist")).toEqual(treeOf(root, "cold"));
    }
  });

  test("a date that has passed since publishes its article", async () => {
    const root = temporaryFolder();
    writeFiles(root, { ...good, "content/b.vi.md": article("Bài hai").replace("2023", "2024") });
    await build(root, "--now", "01/01/2024");
    expect(treeOf(root, "dist")["vi/2024/01/bai-hai.html"]).toBeUndefined();
    await build(root, "--now", "19/01/2024");
    expect(treeOf(root, "dist")["vi/2024/01/bai-hai.html"]).toBeUndefined();
    await build(root, "--now", "21/01/2024");
    expect(treeOf(root, "dist")["vi/2024/01/bai-hai.html"]).toBeDefined();
    await build(root, "--now", "19/01/2024");
    expect(treeOf(root, "dist")["vi/2024/01/bai-hai.html"]).toBeUndefined();
  });

  test.each([
    ["cut short", (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ["empty", () => Buffer.alloc(0)],
    ["another's", () => Buffer.from('["x","{}"]')],
    [
      "with another letter",
      (bytes: Buffer) => Buffer.from(bytes.toString("latin1").replace(/[a-f]/, "0"), "latin1"),
    ],
  ])("a cache that is %s is as good as none", async (_, damage) => {
    const root = await start();
    const whole = treeOf(root, "dist");
    for (const [name, text] of readTree(join(root, ".bantin/cache"))) {
      writeFileSync(join(root, ".bantin/cache", name), damage(Buffer.from(text, "latin1")));
    }
    writeFiles(root, { "content/a.en.md": article("First", "Another body.") });
    const { status } = await build(root);
    expect(status).toBe(0);
    await build(root, "--no-cache", "--cache", "cold-cache", "--out", "cold");
    expect(treeOf(root, "dist")).toEqual(treeOf(root, "cold"));
    expect(treeOf(root, "dist")).not.toEqual(whole);
  });
});
