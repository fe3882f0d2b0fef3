import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  formatMadeFiles,
  isSafePath,
  type MadeFile,
  type MadeFiles,
  parseMadeFiles,
  publishedIn,
} from "../../src/io/made-files.js";
import { type OutPath, outPath } from "../../src/model/paths.js";

const hash = "0123456789abcdef".repeat(4);
const check = "00c0ffee";

const formatted = (files: MadeFiles) => Buffer.from(formatMadeFiles(files)).toString();

test("the list as it lies in the folder", () => {
  const files = new Map<OutPath, MadeFile>([
    [outPath("vi/b.html"), { hash: check, identity: "2023/bài một vi" }],
    [outPath("404.html"), { hash }],
  ]);
  const text = `bantin-files 1\n404.html\t${hash}\nvi/b.html\t${check}\t2023/bài một vi\n`;
  expect(formatted(files)).toBe(text);
  expect(parseMadeFiles(text)).toEqual(files);
  expect(publishedIn(files)).toEqual({ pages: [{ path: "vi/b.html", identity: "2023/bài một vi" }] });
});

test("any list is read back as it was, and is the same in any order of making", () => {
  const path = fc
    .array(fc.stringMatching(/^[a-zÀ-ỹ0-9][\w .-]{0,8}$/), { minLength: 1, maxLength: 4 })
    .map((names) => outPath(names.join("/")))
    .filter(isSafePath);
  const made = fc.oneof(
    fc.record({ hash: fc.constant(hash) }),
    fc.record({ hash: fc.constant(hash), identity: fc.stringMatching(/^[^\t\n\0]{1,20}$/) }),
  );
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(path, made), { selector: ([one]) => one }), (entries) => {
      const text = formatted(new Map(entries));
      expect(formatted(new Map(entries.toReversed()))).toBe(text);
      expect(parseMadeFiles(text)).toEqual(new Map(entries));
    }),
  );
});

describe("what is no list", () => {
  test.each([
    ["nothing", ""],
    ["another version", `bantin-files 2\na\t${hash}\n`],
    ["cut off", `bantin-files 1\na\t${hash.slice(1)}\n`],
    ["cut off within a sum", `bantin-files 1\na\t${check.slice(1)}\n`],
    ["cut off before its end of line", `bantin-files 1\na\t${hash}`],
    ["a path out of the folder", `bantin-files 1\n../x\t${hash}\n`],
    ["an absolute path", `bantin-files 1\n/etc/passwd\t${hash}\n`],
    ["merged by Git", `<<<<<<< HEAD\nbantin-files 1\na\t${hash}\n`],
  ])("%s", (_, text) => expect(parseMadeFiles(text)).toBeUndefined());
});

describe("isSafePath", () => {
  test.each(["a", "vi/2023/x.html", ".well-known/x", "CNAME", "a b/đ.txt", "..x", "a..b"])("%s", (path) =>
    expect(isSafePath(path)).toBe(true),
  );
  test.each([
    "",
    "/",
    "/a",
    "a/",
    "a//b",
    ".",
    "..",
    "a/../b",
    "a/./b",
    "a\\b",
    "C:/x",
    "c:x",
    "a\tb",
    "a\nb",
    "a\0b",
    ".bantin-files",
    ".bantin-new/x",
    ".BANTIN-journal",
  ])("not %j", (path) => expect(isSafePath(path)).toBe(false));
});
