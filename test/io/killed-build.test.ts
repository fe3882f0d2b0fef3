// Builds killed at every one of their steps, and at any moment: the old site is whole, or the next command makes the
// new one whole. Needs the compiled code, as `npm test` makes it.
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { repository, temporaryFolder } from "../cli.js";
import { leftovers, openOut, siteIn, type Texts, writeTexts } from "./outputs.js";

const script = join(import.meta.dirname, "killed-build.mjs");
const lib = join(repository, "lib/modules");

/** undefined where it was killed, else the number of its steps. */
function buildKilledAt(root: string, texts: Texts, step: number): number | undefined {
  const { signal, stdout, stderr } = spawnSync(process.execPath, [script, lib, root, String(step)], {
    input: JSON.stringify(texts),
    encoding: "utf8",
  });
  if (signal === "SIGKILL") return undefined;
  if (stdout === "") throw new Error(stderr);
  return Number(stdout);
}

/** Whole files only, each of the old site or of the new one. */
function expectNoTornFile(out: string, before: Texts, after: Texts): void {
  for (const [path, text] of Object.entries(siteIn(out))) {
    if (path.startsWith(".bantin")) continue;
    expect([before[path], after[path]]).toContain(text);
  }
}

async function finish(root: string): Promise<void> {
  (await openOut(root)).close();
}

const before: Texts = {
  "index.html": "old",
  "vi/a.html": "old",
  "vi/b.html": "same",
  "vi/c": "file",
  "x/y/z": "old",
};
const after: Texts = {
  "index.html": "new",
  "vi/a.html": "new",
  "vi/b.html": "same",
  "vi/c/d": "folder",
  "vi/e": "new",
};

describe("killed before each of its steps", () => {
  test.each([
    ["a first build", {}],
    ["a later build", before],
  ])(
    "%s",
    async (_, old: Texts) => {
      const isFirst = Object.keys(old).length === 0;
      const counted = temporaryFolder();
      if (!isFirst) await writeTexts(counted, old);
      const steps = buildKilledAt(counted, after, 0) ?? 0;
      expect(steps).toBeGreaterThan(isFirst ? 5 : 15);

      const ends = { old: 0, new: 0 };
      for (let step = 1; step <= steps; step++) {
        const root = temporaryFolder();
        const out = join(root, "dist");
        if (!isFirst) await writeTexts(root, old);
        expect(buildKilledAt(root, after, step)).toBeUndefined();
        expectNoTornFile(out, old, after);
        const committed = existsSync(join(out, ".bantin-journal"));
        if (!committed) expect([old, after]).toContainEqual(siteIn(out));
        await finish(root);
        const site = siteIn(out);
        expect(site).toEqual(committed || site["vi/e"] !== undefined ? after : old);
        expect(leftovers(out)).toEqual([]);
        ends[site["vi/e"] === undefined ? "old" : "new"]++;
        await writeTexts(root, after);
        expect(siteIn(out)).toEqual(after);
      }
      expect(ends.old).toBeGreaterThan(3);
      if (!isFirst) expect(ends.new).toBeGreaterThan(5);
    },
    60_000,
  );
});

test("killed again and again while it is being finished", async () => {
  const root = temporaryFolder();
  const out = join(root, "dist");
  await writeTexts(root, before);
  let kills = 0;
  for (let step = 1; !existsSync(join(out, ".bantin-journal")); step++) buildKilledAt(root, after, step);
  for (; existsSync(join(out, ".bantin-journal")); kills++) {
    buildKilledAt(root, after, 2 + Math.floor(kills / 2));
    expectNoTornFile(out, before, after);
  }
  expect(kills).toBeGreaterThan(3);
  await finish(root);
  expect(siteIn(out)).toEqual(after);
}, 60_000);

test("killed at any moment by someone else", async () => {
  const pages = (text: string) =>
    Object.fromEntries(
      Array.from({ length: 400 }, (_, index) => [`vi/${index % 7}/${index}.html`, text.repeat(5000)]),
    );
  const [old, fresh] = [pages("old "), pages("new ")];
  let killed = 0;
  for (const delay of [40, 55, 70, 85, 100, 120, 140, 160]) {
    const root = temporaryFolder();
    const out = join(root, "dist");
    await writeTexts(root, old);
    const child = spawn(process.execPath, [script, lib, root, "0"], { stdio: ["pipe", "ignore", "ignore"] });
    child.stdin.on("error", () => {});
    child.stdin.end(JSON.stringify(fresh));
    setTimeout(() => child.kill("SIGKILL"), delay);
    await new Promise((done) => child.on("close", done));
    if (child.signalCode === "SIGKILL") killed++;
    expectNoTornFile(out, old, fresh);
    await finish(root);
    expect([old, fresh]).toContainEqual(siteIn(out));
  }
  expect(killed).toBeGreaterThan(0);
}, 60_000);
