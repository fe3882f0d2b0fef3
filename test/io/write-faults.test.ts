// What keeps a site from being written: the old one stays byte for byte, and no file of others is touched.
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, describe as group, test } from "vitest";
import { openOutFolder } from "../../src/io/out-folder.js";
import type { Diagnostic } from "../../src/model/diagnostic.js";
import type { Output } from "../../src/model/page.js";
import { outPath, sourcePath } from "../../src/model/paths.js";
import { readTree, temporaryFolder, writeFiles } from "../cli.js";
import {
  describe,
  inputOf,
  leftovers,
  listIn,
  openOut,
  outputsOf,
  siteIn,
  type Texts,
  writeTexts,
} from "./outputs.js";

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

group("nothing is overwritten that Bantin did not make", () => {
  test.each<readonly [string, (out: string) => void, readonly string[]]>([
    [
      "another file",
      (out) => writeFiles(out, { "index.html": "theirs" }),
      ["output-foreign dist/index.html"],
    ],
    ["a file for a folder", (out) => writeFiles(out, { vi: "theirs" }), ["output-foreign dist/vi"]],
    [
      "a folder for a file",
      (out) => writeFiles(out, { "index.html/theirs": "x" }),
      ["output-foreign dist/index.html/theirs"],
    ],
    [
      "an empty folder",
      (out) => mkdirSync(join(out, "index.html"), { recursive: true }),
      ["output-foreign dist/index.html"],
    ],
    [
      "a link for a file",
      (out) => {
        mkdirSync(out);
        symlinkSync("/etc/hostname", join(out, "index.html"));
      },
      ["output-foreign dist/index.html"],
    ],
    [
      "a link for a folder",
      (out) => {
        mkdirSync(out);
        symlinkSync(temporaryFolder(), join(out, "vi"));
      },
      ["output-foreign dist/vi"],
    ],
  ])("%s", async (_, put, reports) => {
    const { root, out } = bulletin();
    put(out);
    const before = readTree(out);
    const { diagnostics, written } = await writeTexts(root, first);
    expect(diagnostics.map(describe)).toEqual(reports);
    expect(written).toBe(0);
    expect(readTree(out)).toEqual(before);
    expect(leftovers(out)).toEqual([]);
  });

  test("but a file with the very same bytes is taken over", async () => {
    const { root, out } = bulletin();
    writeFiles(out, { "index.html": "gateway", "media/x.jpg": "photo" });
    const result = await writeTexts(root, first);
    expect(result).toEqual({ diagnostics: [], written: 2, removed: 0, list: listIn(out) });
    await writeTexts(root, { "vi/a.html": "a" });
    expect(siteIn(out)).toEqual({ "vi/a.html": "a" });
  });

  test("a list that someone spoiled stops the build before anything is touched", async () => {
    const { root, out } = bulletin();
    await writeTexts(root, first);
    writeFileSync(join(out, ".bantin-files"), `bantin-files 1\n../content/x.md\t${"0".repeat(64)}\n`);
    const refused = await openOutFolder({ root, out, patience: 0 });
    expect("rule" in refused && describe(refused)).toBe("output-list-damaged dist/.bantin-files");
    expect(siteIn(out)).toEqual(first);
    expect(leftovers(out)).toEqual([]);
  });

  test("a made folder that became a link is not followed when its files go", async () => {
    const { root, out } = bulletin();
    const elsewhere = temporaryFolder();
    writeFiles(elsewhere, { "x.jpg": "photo" });
    await writeTexts(root, first);
    rmSync(join(out, "media"), { recursive: true });
    symlinkSync(elsewhere, join(out, "media"));
    await writeTexts(root, { "index.html": "gateway" });
    expect(readFileSync(join(elsewhere, "x.jpg"), "utf8")).toBe("photo");
  });
});

group("an error while it is made leaves the old site byte for byte", () => {
  const mistake: Diagnostic = {
    rule: "template-error",
    severity: "error",
    file: sourcePath("templates/x.njk"),
    message: { vi: "", en: "" },
    hint: { vi: "", en: "" },
  };
  const broken = (path: string): Output => ({
    kind: "text",
    path: outPath(path),
    text: () => {
      throw new Error("broken");
    },
  });

  test("a mistake in a template is one report, however many pages it spoils", async () => {
    const { root, out } = bulletin();
    await writeTexts(root, first);
    const before = readTree(out);
    const folder = await openOut(root);
    const outputs = [...outputsOf(root, { "index.html": "new" }), broken("x.html"), broken("y.html")];
    const result = await folder.write({ ...inputOf(root, outputs), faultOf: () => mistake });
    folder.close();
    expect(result).toEqual({ diagnostics: [mistake], written: 0, removed: 0 });
    expect(readTree(out)).toEqual(before);
    expect(leftovers(out)).toEqual([]);
  });

  test("a fault of ours is thrown, and leaves nothing behind", async () => {
    const { root, out } = bulletin();
    await writeTexts(root, first);
    const before = readTree(out);
    const folder = await openOut(root);
    const outputs = [...outputsOf(root, { "index.html": "new" }), broken("x.html")];
    await expect(folder.write(inputOf(root, outputs))).rejects.toThrow("broken");
    folder.close();
    expect(readTree(out)).toEqual(before);
    expect(leftovers(out)).toEqual([]);
  });

  test("a photo that changed or went while the site was made", async () => {
    const { root, out } = bulletin();
    await writeTexts(root, { "index.html": "gateway" });
    for (const [change, report] of [
      [(file: string) => writeFileSync(file, "newer"), "file-changed content/media/x.jpg"],
      [(file: string) => rmSync(file), "file-gone content/media/x.jpg"],
    ] as const) {
      const folder = await openOut(root);
      const outputs = outputsOf(root, first);
      change(join(root, "content/media/x.jpg"));
      const { diagnostics } = await folder.write(inputOf(root, outputs));
      folder.close();
      expect(diagnostics.map(describe)).toEqual([report]);
      expect(siteIn(out)).toEqual({ "index.html": "gateway" });
    }
  });

  test("two files for one address, compared without case", async () => {
    const { root, out } = bulletin();
    const { diagnostics } = await writeTexts(root, { "media/A.jpg": "1", "media/a.jpg": "2", "vi/x": "x" });
    expect(diagnostics.map(describe)).toEqual(["output-twice content/media/a.jpg"]);
    expect(existsSync(out)).toBe(false);
  });

  test("a path out of the folder is a fault of ours", async () => {
    const { root } = bulletin();
    const folder = await openOut(root);
    for (const path of ["../x", "/etc/x", "a/../../x", ".bantin-files"]) {
      const output: Output = { kind: "text", path: outPath(path), text: () => "" };
      await expect(folder.write(inputOf(root, [output]))).rejects.toThrow("not a path of the output folder");
    }
    folder.close();
  });
});
