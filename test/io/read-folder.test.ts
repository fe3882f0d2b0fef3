import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findFile, readFolder } from "../../src/io/read-folder.js";
import { sourcePath } from "../../src/model/paths.js";
import { temporaryFolder, writeFiles } from "../cli.js";

const nothing = () => false;

function listed(root: string, ignores: Parameters<typeof readFolder>[2] = nothing) {
  const { files, diagnostics } = readFolder(root, "content", ignores);
  return {
    paths: files.map(({ path }) => path as string),
    reports: diagnostics.map(({ rule, file }) => `${rule} ${file}`).sort(),
  };
}

test("files come in one order, by path, with the name that opens them", () => {
  const root = temporaryFolder();
  writeFiles(root, { "content/b.md": "", "content/a/z.md": "", "content/a.md": "", "content/Đ.md": "" });
  const { files } = readFolder(root, "content", nothing);
  expect(files.map(({ path }) => path)).toEqual([
    "content/a.md",
    "content/a/z.md",
    "content/b.md",
    "content/Đ.md",
  ]);
  expect(files[0]?.machine).toBe(join(root, "content/a.md"));
});

test("an absent folder is an empty listing", () => {
  expect(listed(temporaryFolder())).toEqual({ paths: [], reports: [] });
});

test("names are NFC inside and the machine's own outside; twins of two spellings come both", () => {
  const root = temporaryFolder();
  const nfd = "Cần Đước.md".normalize("NFD");
  writeFiles(root, { [`content/${nfd}`]: "", "content/Cần Đước.md": "" });
  const { files } = readFolder(root, "content", nothing);
  expect(files.map(({ path }) => path)).toEqual(["content/Cần Đước.md", "content/Cần Đước.md"]);
  expect(new Set(files.map(({ machine }) => machine)).size).toBe(2);
});

test("what is ignored is not entered, and draws no report", () => {
  const root = temporaryFolder();
  writeFiles(root, { "content/_x/a.md": "", "content/a.md": "" });
  symlinkSync("/etc", join(root, "content/_x/etc"));
  symlinkSync("/etc", join(root, "content/_etc"));
  expect(listed(root, (name) => name.startsWith("_"))).toEqual({ paths: ["content/a.md"], reports: [] });
});

describe("links", () => {
  test("within the bulletin they are followed, to files and to folders", () => {
    const root = temporaryFolder();
    writeFiles(root, { "photos/a.jpg": "", "content/x.md": "" });
    symlinkSync("../photos", join(root, "content/photos"));
    symlinkSync("../photos/a.jpg", join(root, "content/b.jpg"));
    expect(listed(root)).toEqual({
      paths: ["content/b.jpg", "content/photos/a.jpg", "content/x.md"],
      reports: [],
    });
  });

  test("out of it, broken, in a circle or one in another they are refused", () => {
    const root = temporaryFolder();
    const outside = temporaryFolder();
    writeFiles(outside, { "secret.md": "" });
    writeFiles(root, { "content/a/x.md": "", "shared/y.md": "" });
    symlinkSync(outside, join(root, "content/out"));
    symlinkSync(join(outside, "secret.md"), join(root, "content/secret.md"));
    symlinkSync("/etc/passwd", join(root, "content/a/passwd"));
    symlinkSync("gone.md", join(root, "content/dead.md"));
    symlinkSync("self.md", join(root, "content/self.md"));
    symlinkSync("../..", join(root, "content/a/root"));
    symlinkSync("..", join(root, "content/a/up"));
    symlinkSync("../shared", join(root, "content/shared"));
    mkdirSync(join(root, "other"));
    symlinkSync("../other", join(root, "shared/other"));
    expect(listed(root)).toEqual({
      paths: ["content/a/x.md", "content/shared/y.md"],
      reports: [
        "link-broken content/dead.md",
        "link-broken content/self.md",
        "link-loop content/a/root",
        "link-loop content/a/up",
        "link-loop content/shared/other",
        "link-outside content/a/passwd",
        "link-outside content/out",
        "link-outside content/secret.md",
      ],
    });
  });

  test("content/ itself may not lead out", () => {
    const root = temporaryFolder();
    symlinkSync(temporaryFolder(), join(root, "content"));
    expect(listed(root)).toEqual({ paths: [], reports: ["link-outside content"] });
  });

  test("a root that is a link is the bulletin all the same", () => {
    const root = temporaryFolder();
    writeFiles(root, { "b/content/x.md": "" });
    symlinkSync("b", join(root, "link"));
    expect(listed(join(root, "link"))).toEqual({ paths: ["content/x.md"], reports: [] });
  });
});

test("pipes and unusable names are refused", () => {
  const root = temporaryFolder();
  writeFiles(root, { "content/a\nb.md": "", "content/c\\d.md": "", "content/ok.md": "" });
  execFileSync("mkfifo", [join(root, "content/pipe.md")]);
  symlinkSync("pipe.md", join(root, "content/to-pipe.md"));
  expect(listed(root)).toEqual({
    paths: ["content/ok.md"],
    reports: [
      "file-special content/pipe.md",
      "file-special content/to-pipe.md",
      "name-unusable content/a\nb.md",
      "name-unusable content/c\\d.md",
    ],
  });
});

describe("findFile", () => {
  test("a file, none, and what is no file of the bulletin", () => {
    const root = temporaryFolder();
    writeFiles(root, { "bantin.yaml": "", "folder.yaml/x": "" });
    symlinkSync("/etc/passwd", join(root, "link.yaml"));
    const find = (name: string) => {
      const found = findFile(root, sourcePath(name));
      return found !== undefined && "rule" in found ? found.rule : found?.path;
    };
    expect(["bantin.yaml", "none.yaml", "link.yaml", "folder.yaml"].map(find)).toEqual([
      "bantin.yaml",
      undefined,
      "link-outside",
      "file-special",
    ]);
  });
});
