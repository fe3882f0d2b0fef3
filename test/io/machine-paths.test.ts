import { mkdirSync, realpathSync, symlinkSync } from "node:fs";
import { join, posix, win32 } from "node:path";
import { describe, expect, test } from "vitest";
import { contains, displayPath, resolveReal } from "../../src/io/machine-paths.js";
import { temporaryFolder } from "../cli.js";

describe("displayPath", () => {
  test.each([
    ["below the root", posix, "/b", "/b/content/x.md", "content/x.md"],
    ["the root itself", posix, "/b", "/b", "/b"],
    ["outside", posix, "/b", "/web/dist", "/web/dist"],
    ["a name that begins with two dots", posix, "/b", "/b/..x", "..x"],
    ["NFD on disk", posix, "/b", "/b/Đước.md".normalize("NFD"), "Đước.md"],
    ["a backslash is a letter on POSIX", posix, "/b", "/b/x\\y", "x\\y"],
    ["Windows", win32, "D:\\bantin", "D:\\bantin\\content\\x.md", "content/x.md"],
    ["Windows, other case", win32, "D:\\Bantin", "d:\\bantin\\content\\x.md", "content/x.md"],
    ["Windows, another drive", win32, "D:\\bantin", "E:\\web", "E:/web"],
    ["Windows, a share", win32, "D:\\bantin", "\\\\may\\chung\\web", "//may/chung/web"],
  ] as const)("%s", (_, path, root, machine, shown) => expect(displayPath(root, machine, path)).toBe(shown));
});

describe("contains", () => {
  test.each([
    [posix, "/b", "/b", true],
    [posix, "/b", "/b/x", true],
    [posix, "/b", "/bx", false],
    [posix, "/b", "/b/..x", true],
    [posix, "/b/x", "/b", false],
    [posix, "/", "/b", true],
    [win32, "D:\\b", "d:\\B\\x", true],
    [win32, "D:\\b", "D:\\bx", false],
    [win32, "D:\\b", "E:\\b", false],
    [win32, "D:\\", "D:\\b", true],
  ] as const)("%# %s", (path, outer, inner, answer) => expect(contains(outer, inner, path)).toBe(answer));
});

test("resolveReal follows the links of the part that exists and keeps the rest", () => {
  const folder = realpathSync(temporaryFolder());
  mkdirSync(join(folder, "real"));
  symlinkSync("real", join(folder, "link"));
  symlinkSync("gone", join(folder, "dead"));
  expect(resolveReal(join(folder, "link"))).toBe(join(folder, "real"));
  expect(resolveReal(join(folder, "link/a/b"))).toBe(join(folder, "real/a/b"));
  expect(resolveReal(join(folder, "none"))).toBe(join(folder, "none"));
  expect(() => resolveReal(join(folder, "dead"))).toThrow();
});
