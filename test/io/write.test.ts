import { existsSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, describe as group, test } from "vitest";
import { readTree, temporaryFolder, writeFiles } from "../cli.js";
import { leftovers, listIn, openOut, siteIn, type Texts, writeTexts } from "./outputs.js";

const first: Texts = {
  "index.html": "gateway",
  "vi/2023/01/a.html": "a",
  "vi/2023/02/b.html": "b",
  "media/x.jpg": "photo",
};

function bulletin(): { readonly root: string; readonly out: string } {
  const root = temporaryFolder();
  return { root, out: join(root, "dist") };
}

group("a site is what was made, and no more", () => {
  test("first, unchanged, changed, smaller", async () => {
    const { root, out } = bulletin();
    const counts = { diagnostics: [], written: 4, removed: 0 };
    expect(await writeTexts(root, first)).toEqual({ ...counts, list: listIn(out) });
    expect(siteIn(out)).toEqual(first);

    const before = statSync(join(out, ".bantin-files")).mtimeMs;
    expect(await writeTexts(root, first)).toEqual({ ...counts, written: 0, list: listIn(out) });
    expect(statSync(join(out, ".bantin-files")).mtimeMs).toBe(before);

    const second = { "index.html": "gateway", "vi/2023/01/a.html": "a!", "vi/2023/01/c.html": "c" };
    const changed = await writeTexts(root, second);
    expect(changed).toEqual({ ...counts, written: 2, removed: 2, list: listIn(out) });
    expect(siteIn(out)).toEqual(second);
    expect(existsSync(join(out, "media"))).toBe(false);
    expect(existsSync(join(out, "vi/2023/02"))).toBe(false);
    expect(leftovers(out)).toEqual([]);
  });

  test("files of others stay, with their folders", async () => {
    const { root, out } = bulletin();
    const foreign = { CNAME: "x.vn", ".git/HEAD": "ref", "vi/2023/02/note.txt": "mine" };
    writeFiles(out, foreign);
    await writeTexts(root, first);
    await writeTexts(root, { "index.html": "gateway" });
    expect(siteIn(out)).toEqual({ "index.html": "gateway", ...foreign });
  });

  test("a page that someone changed or deleted is put right", async () => {
    const { root, out } = bulletin();
    await writeTexts(root, first);
    writeFiles(out, { "index.html": "edited by hand", "media/x.jpg": "foto!" });
    rmSync(join(out, "vi/2023/01/a.html"));
    expect(await writeTexts(root, first)).toMatchObject({ written: 3, removed: 0 });
    expect(siteIn(out)).toEqual(first);
  });

  test("a file becomes a folder, a folder a file, a name changes its case", async () => {
    const { root, out } = bulletin();
    const before = { "vi/x": "file", "vi/y/z": "in a folder", "root/Foo": "foo", "root/bar/A": "a" };
    const after = { "vi/x/1": "in a folder", "vi/y": "file", "root/foo": "foo", "root/Bar/a": "b" };
    await writeTexts(root, before);
    expect((await writeTexts(root, after)).diagnostics).toEqual([]);
    expect(siteIn(out)).toEqual(after);
  });

  test("the list is the same bytes for the same site, however it came about", async () => {
    const [one, two] = [bulletin(), bulletin()];
    await writeTexts(one.root, first);
    await writeTexts(two.root, { "vi/old.html": "old", "index.html": "other" });
    await writeTexts(two.root, Object.fromEntries(Object.entries(first).toReversed()));
    expect(readTree(two.out)).toEqual(readTree(one.out));
  });

  test("what the last build left is known to the next", async () => {
    const { root } = bulletin();
    await writeTexts(root, first);
    const folder = await openOut(root);
    folder.close();
    expect(folder.published().pages).toEqual([
      { path: "vi/2023/01/a.html", identity: "a vi" },
      { path: "vi/2023/02/b.html", identity: "b vi" },
    ]);
  });

  test("any sequence of sites leaves exactly the last one", async () => {
    const name = fc.constantFrom(
      "a",
      "b",
      "A",
      "vi/a",
      "vi/b",
      "vi/B/a",
      "vi/a/b",
      "en/a",
      "media/m",
      "media/n",
    );
    const site = fc.dictionary(name, fc.constantFrom("1", "2", "longer"), { maxKeys: 6 }).filter(isPossible);
    await fc.assert(
      fc.asyncProperty(fc.array(site, { minLength: 1, maxLength: 5 }), async (sites) => {
        const { root, out } = bulletin();
        for (const texts of sites) expect((await writeTexts(root, texts)).diagnostics).toEqual([]);
        expect(siteIn(out)).toEqual(sites.at(-1));
        expect(leftovers(out)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

/** No file where another needs a folder, no two names that differ by case alone. */
function isPossible(texts: Texts): boolean {
  const paths = Object.keys(texts).map((path) => path.toLowerCase());
  return (
    new Set(paths).size === paths.length &&
    !paths.some((path) => paths.some((other) => other.startsWith(`${path}/`)))
  );
}
