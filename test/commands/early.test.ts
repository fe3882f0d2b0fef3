// Threads that start before the command is loaded: for a first build of many articles, and ended where it comes to none.
import { join } from "node:path";
import { expect, test } from "vitest";
import { countFirst } from "../../src/commands/early.js";
import { bantin, temporaryFolder, writeFiles } from "../cli.js";
import { article, config } from "./builds.js";

/** So many articles, a hundred in a folder. */
function many(count: number): Record<string, string> {
  const files: Record<string, string> = {
    "bantin.yaml": `${config}cards: no\n`,
    "content/tags.yaml": "",
    "content/a.jpg": "",
  };
  for (let i = 0; i < count; i++)
    files[`content/2023/${Math.floor(i / 100)}/bai-${i}.vi.md`] = article(`Bài ${i}`);
  return files;
}

test("articles of a first build are counted, of all else none", () => {
  const root = temporaryFolder();
  expect(countFirst(["build"], root)).toBe(0);
  writeFiles(root, many(250));
  expect(countFirst(["build"], root)).toBe(250);
  expect(countFirst(["build", "--quiet", "--out", "../dist"], root)).toBe(250);
  expect(countFirst(["build", "--strict", "--root", root], "/")).toBe(250);
  expect(countFirst(["build", "--root", "content"], root)).toBe(0);
  for (const argv of [[], ["watch"], ["--root", root], ["build", "--help"], ["build", "-h"]])
    expect(countFirst(argv, root)).toBe(0);
  // Whether it has to be read is asked elsewhere.
  expect(countFirst(["build", "--cache", "x"], root)).toBe(0);
  writeFiles(root, { ".bantin/cache/settings.json": "" });
  expect(countFirst(["build"], root)).toBe(0);
});

test("no more are counted than matter", () => {
  const root = temporaryFolder();
  writeFiles(root, many(1500));
  expect(countFirst(["build"], root)).toBeLessThan(1500);
  expect(countFirst(["build"], root)).toBeGreaterThanOrEqual(900);
});

test.each([
  ["a wrong option", [], ["--outt", "x"], 2],
  ["broken settings", [["bantin.yaml", "url: [\n"]], [], 1],
  ["hardly any settings", [["bantin.yaml", "cards: no\n"]], [], 0],
  ["an article with an error", [["content/x.vi.md", "---\ntitle: x\ndate: 99/99/2023\n---\nx"]], [], 1],
  ["nothing wrong", [], [], 0],
] as const)("a build with %s ends", (_, others, args, expected) => {
  const root = temporaryFolder();
  writeFiles(root, { ...many(320), ...Object.fromEntries(others) });
  const { status, stderr } = bantin(["build", "--root", root, ...args]);
  expect(stderr).not.toContain(join("lib", "early.js"));
  expect(status).toBe(expected);
});
