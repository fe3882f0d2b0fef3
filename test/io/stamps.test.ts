import { readdirSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openStamps } from "../../src/io/stamps.js";
import { outPath } from "../../src/model/paths.js";
import { temporaryFolder, writeFiles } from "../cli.js";

const path = outPath("media/a.jpg");

function noted() {
  const root = temporaryFolder();
  const [cache, out] = [join(root, "cache"), join(root, "dist")];
  writeFiles(out, { [path]: "a picture" });
  const file = join(out, path);
  const stamps = openStamps(cache, out);
  stamps.note(path, statSync(file), { hash: "ab" });
  stamps.save();
  return { cache, out, file };
}

test("a file is known again, for its own folder and its own hash", () => {
  const { cache, out, file } = noted();
  const vouches = (folder: string, hash: string) =>
    openStamps(cache, folder).vouch(path, statSync(file), hash);
  expect([vouches(out, "ab"), vouches(out, "cd"), vouches(`${out}2`, "ab")]).toEqual([true, false, false]);
});

test.each<[string, (file: string) => void]>([
  ["written to", (file) => writeFileSync(file, "a picturE")],
  [
    "written to, with its old times",
    (file) => {
      const { atime, mtime } = statSync(file);
      writeFileSync(file, "a picturE");
      utimesSync(file, atime, mtime);
    },
  ],
  [
    "replaced by another of the same size and times",
    (file) => {
      const { atime, mtime } = statSync(file);
      writeFileSync(`${file}2`, readFileSync(file));
      utimesSync(`${file}2`, atime, mtime);
      renameSync(`${file}2`, file);
    },
  ],
])("one that was %s is not", async (_, change) => {
  const { cache, out, file } = noted();
  // Longer than the coarsest clock of a file system in use here.
  await new Promise((resolve) => setTimeout(resolve, 20));
  change(file);
  expect(openStamps(cache, out).vouch(path, statSync(file), "ab")).toBe(false);
});

test("only what a build asked for is kept, and damage is nothing", () => {
  const { cache, out, file } = noted();
  openStamps(cache, out).save();
  expect(openStamps(cache, out).vouch(path, statSync(file), "ab")).toBe(false);
  const damaged = noted();
  for (const name of readdirSync(damaged.cache)) writeFileSync(join(damaged.cache, name), "[[");
  expect(openStamps(damaged.cache, damaged.out).vouch(path, statSync(damaged.file), "ab")).toBe(false);
});
