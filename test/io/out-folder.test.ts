import { existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, describe as group, test } from "vitest";
import { formatMadeFiles } from "../../src/io/made-files.js";
import { openOutFolder } from "../../src/io/out-folder.js";
import { makeStage, type OutPlace, placeOut } from "../../src/io/out-place.js";
import { noStamps } from "../../src/io/stamps.js";
import { writeSite } from "../../src/io/write.js";
import { readTree, temporaryFolder, writeFiles } from "../cli.js";
import { describe, inputOf, openOut, outputsOf, siteIn, writeTexts } from "./outputs.js";

function bulletin(): string {
  const root = temporaryFolder();
  writeFiles(root, { "content/x.md": "x", "assets/x.css": "x", "templates/x.njk": "x", ".git/HEAD": "x" });
  return root;
}

group("folders that are never written to", () => {
  test.each([
    ["the bulletin itself", "."],
    ["above it", ".."],
    ["the whole disk", "/"],
    ["the articles", "content"],
    ["among the articles", "content/dist"],
    ["the theme", "templates"],
    ["among its files", "assets/root"],
    ["Git's own", ".git/x"],
    ["a file", "content/x.md"],
    ["another file", "note.txt"],
  ])("%s", async (_, out) => {
    const root = bulletin();
    writeFiles(root, { "note.txt": "" });
    const before = readTree(root);
    const refused = await openOutFolder({ root, out: join(root, out), patience: 0 });
    expect("rule" in refused && refused.rule).toBe("output-unsafe");
    expect(readTree(root)).toEqual(before);
  });

  test("the same through a link", async () => {
    const root = bulletin();
    symlinkSync("content", join(root, "dist"));
    symlinkSync(root, join(root, "up"));
    symlinkSync("gone", join(root, "dead"));
    for (const out of ["dist", "up", "up/templates", "dead"]) {
      const refused = await openOutFolder({ root, out: join(root, out), patience: 0 });
      expect("rule" in refused && describe(refused)).toBe(`output-unsafe ${out}`);
    }
  });
});

group("folders that are", () => {
  test("any other in the bulletin or outside, with the folders above it made", async () => {
    const root = bulletin();
    const elsewhere = temporaryFolder();
    for (const out of [join(root, "build/site"), join(root, "contents"), join(elsewhere, "a/b")]) {
      await writeTexts(root, { "index.html": "x" }, { out });
      expect(siteIn(out)).toEqual({ "index.html": "x" });
    }
  });

  test("a link to a folder is followed, and reports still speak of the link", async () => {
    const root = bulletin();
    const web = temporaryFolder();
    mkdirSync(join(web, "site"));
    symlinkSync(join(web, "site"), join(root, "dist"));
    await writeTexts(root, { "index.html": "x" });
    expect(siteIn(join(web, "site"))).toEqual({ "index.html": "x" });
    writeFiles(web, { "site/a": "theirs" });
    const { diagnostics } = await writeTexts(root, { a: "ours" });
    expect(diagnostics.map(describe)).toEqual(["output-foreign dist/a"]);
    expect(readdirSync(web)).toEqual(["site"]);
  });
});

test("one build at a time: the second waits, then gives up with a report that names the lock", async () => {
  const root = bulletin();
  const folder = await openOut(root);
  const second = await openOutFolder({ root, out: join(root, "dist"), patience: 60 });
  expect("rule" in second && describe(second)).toBe("build-running dist");
  expect("rule" in second && second.hint.en).toContain(".dist.bantin-lock");
  folder.close();
  expect((await openOut(root)).close()).toBeUndefined();
  expect(readdirSync(root).filter((name) => name.includes("lock"))).toEqual([]);
});

test("what an interrupted build staged is swept away", async () => {
  const root = bulletin();
  writeFiles(root, {
    ".dist.bantin-new/vi/x.html": "half",
    ".dist.bantin-lock": `999999999 ${hostname()}\n`,
    "dist/.bantin-new/y": "half",
  });
  await writeTexts(root, { "index.html": "x" });
  expect(readdirSync(root).filter((name) => name.includes("bantin-"))).toEqual([]);
  expect(readdirSync(join(root, "dist"))).toEqual([".bantin-files", "index.html"]);
});

// No test can mount a volume; a folder of the kernel's refuses new files all the same.
test.runIf(process.platform === "linux")(
  "where nothing may lie beside the output folder, the new files wait in it",
  async () => {
    const root = bulletin();
    const out = join(root, "dist");
    writeFiles(out, { CNAME: "x.vn" });
    const found = placeOut(root, out) as OutPlace;
    const place: OutPlace = { ...found, stages: { ...found.stages, beside: "/sys/bantin-new" } };
    expect(makeStage(place)).toBe("inside");
    expect(existsSync(join(out, ".bantin-new"))).toBe(true);
    const input = inputOf(root, outputsOf(root, { "vi/a.html": "a" }));
    expect(
      await writeSite(
        {
          place: { ...place, stages: { ...place.stages, inside: join(out, ".bantin-new2") } },
          previous: new Map(),
          list: "",
          stamps: noStamps,
          formatList: formatMadeFiles,
        },
        input,
        () => {},
      ),
    ).toMatchObject({ diagnostics: [], written: 1 });
    expect(siteIn(out)).toEqual({ CNAME: "x.vn", "vi/a.html": "a" });
  },
);
