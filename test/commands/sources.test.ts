import { join } from "node:path";
import { expect, test } from "vitest";
import { openSources } from "../../src/commands/sources.js";
import { sourcePath } from "../../src/model/paths.js";
import { temporaryFolder, writeFiles } from "../cli.js";

test("a file is shown from the first root that has it, as on disk but for byte order mark and lone CR", () => {
  const [bulletin, theme] = [temporaryFolder(), temporaryFolder()];
  writeFiles(bulletin, { "templates/a.njk": "theirs", "content/x.md": "\ufeffa\r\nb\rc\n" });
  writeFiles(theme, { "templates/a.njk": "ours", "templates/b.njk": "ours" });
  const sourceOf = openSources([bulletin, theme]);
  expect(
    ["templates/a.njk", "templates/b.njk", "content/x.md"].map((path) => sourceOf(sourcePath(path))),
  ).toEqual(["theirs", "ours", "a\r\nb\nc\n"]);
});

test("a name in NFD is found by its NFC path, its text left as it is", () => {
  const root = temporaryFolder();
  const text = "Cần Đước".normalize("NFD");
  writeFiles(root, { [`content/${"Cần Đước.md".normalize("NFD")}`]: text });
  expect(openSources([root])(sourcePath("content/Cần Đước.md"))).toBe(text);
});

test("what is not there, no file, or no UTF-8 is not shown", () => {
  const root = temporaryFolder();
  writeFiles(root, { "content/x.md": Buffer.from([0xc1]), "content/folder/y": "" });
  const sourceOf = openSources([root, join(root, "gone")]);
  expect(["content/x.md", "content/folder", "none"].map((path) => sourceOf(sourcePath(path)))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
