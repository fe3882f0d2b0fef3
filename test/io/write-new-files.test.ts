import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { explainRefusal, writeNewFiles } from "../../src/io/write-new-files.js";
import { sourcePath } from "../../src/model/paths.js";
import { temporaryFolder, writeFiles } from "../cli.js";
import { describeCase } from "../reports.js";

const file = (path: string, content: string) => ({ path: sourcePath(path), content });

test("files are written and copied, and none is overwritten", () => {
  const root = temporaryFolder();
  writeFiles(root, { "a.txt": "old", "from/x.bin": new Uint8Array([0, 255]) });
  const copy = { path: sourcePath("b/x.bin"), content: { copyOf: join(root, "from/x.bin") } };
  const again = { path: sourcePath("a.txt"), content: { copyOf: join(root, "from/x.bin") } };
  expect(writeNewFiles(root, [file("a.txt", "new"), file("b/c.txt", "Đ"), copy, again])).toEqual({
    written: ["b/c.txt", "b/x.bin"],
    kept: ["a.txt", "a.txt"],
  });
  expect(readFileSync(join(root, "a.txt"), "utf8")).toBe("old");
  expect(readFileSync(join(root, "b/c.txt"), "utf8")).toBe("Đ");
  expect([...readFileSync(join(root, "b/x.bin"))]).toEqual([0, 255]);
});

test("a link that leads nowhere is something that is there", () => {
  const root = temporaryFolder();
  symlinkSync(join(root, "gone"), join(root, "a.txt"));
  expect(writeNewFiles(root, [file("a.txt", "new")])).toEqual({ written: [], kept: ["a.txt"] });
  expect(existsSync(join(root, "gone"))).toBe(false);
});

test("where one is refused, the others are taken back", () => {
  const root = temporaryFolder();
  writeFiles(root, { b: "a file" });
  expect(writeNewFiles(root, [file("a.txt", "new"), file("b/c.txt", "new")])).toMatchObject({
    rule: "new-file-refused",
    file: "b/c.txt",
  });
  expect(readdirSync(root)).toEqual(["b"]);
});

test("the folder itself is made where it is missing", () => {
  const root = join(temporaryFolder(), "x/y");
  expect(writeNewFiles(root, [file("a.txt", "new")])).toEqual({ written: ["a.txt"], kept: [] });
  mkdirSync(join(root, "z"));
  expect(readdirSync(root)).toEqual(["a.txt", "z"]);
});

test("what the machine refuses is a report; what it never refuses is a fault of ours", async () => {
  const problem = new Error("no");
  const codes = ["EACCES", "EROFS", "ENOSPC", "EEXIST", "ENAMETOOLONG"];
  const tables = codes.map((code) =>
    describeCase(code, [explainRefusal(sourcePath("bantin.yaml"), code, problem)]),
  );
  await expect(tables.join("\n")).toMatchFileSnapshot("write-new-files.reports.txt");
  expect(() => explainRefusal(sourcePath("a"), "EWEIRD", problem)).toThrow(problem);
  expect(() => explainRefusal(sourcePath("a"), undefined, problem)).toThrow(problem);
});
