import { statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openFactsIndex } from "../../src/io/facts-index.js";
import { sourcePath } from "../../src/model/paths.js";
import { temporaryFolder } from "../cli.js";

const path = sourcePath("content/a.jpg");
const facts = { path, size: 3, hash: "0", width: 30, height: 20, format: "jpeg" };
const later = Date.now() + 60_000;

function put() {
  const folder = temporaryFolder();
  const file = join(folder, "a.jpg");
  writeFileSync(file, "abc");
  const index = openFactsIndex(folder, "tools 1");
  index.note(facts, statSync(file), later);
  index.save();
  return { folder, file };
}

test("an unchanged photo is known", () => {
  const { folder, file } = put();
  expect(openFactsIndex(folder, "tools 1").find(path, statSync(file))).toEqual(facts);
});

test.each<[string, (file: string) => void]>([
  ["another size", (file) => writeFileSync(file, "abcd")],
  ["another time", (file) => utimesSync(file, 1, 1)],
  [
    "the same size and the same time of change, written anew",
    (file) => {
      const { atime, mtime } = statSync(file);
      writeFileSync(file, "xyz");
      utimesSync(file, atime, mtime);
    },
  ],
])("%s: it is not", async (_, change) => {
  const { folder, file } = put();
  await new Promise((done) => setTimeout(done, 20));
  change(file);
  expect(openFactsIndex(folder, "tools 1").find(path, statSync(file))).toBeUndefined();
});

test("other tools, a damaged index, a photo written a moment ago: it is not", () => {
  const { folder, file } = put();
  expect(openFactsIndex(folder, "tools 2").find(path, statSync(file))).toBeUndefined();
  writeFileSync(join(folder, "photos.json"), "{");
  const index = openFactsIndex(folder, "tools 1");
  expect(index.find(path, statSync(file))).toBeUndefined();
  index.note(facts, statSync(file), Date.now());
  index.save();
  expect(openFactsIndex(folder, "tools 1").find(path, statSync(file))).toBeUndefined();
});

test("what no build asks for any more is forgotten", () => {
  const { folder, file } = put();
  openFactsIndex(folder, "tools 1").save();
  expect(openFactsIndex(folder, "tools 1").find(path, statSync(file))).toBeUndefined();
});
