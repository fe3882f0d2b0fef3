// Every report of the hands, in both languages; the table is io.reports.txt.
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type OutPlace, placeOut } from "../../src/io/out-place.js";
import * as reading from "../../src/io/read-faults.js";
import { readTheme } from "../../src/io/read-theme.js";
import * as writing from "../../src/io/write-faults.js";
import type { Diagnostic } from "../../src/model/diagnostic.js";
import { sourcePath } from "../../src/model/paths.js";
import { temporaryFolder, writeFiles } from "../cli.js";
import { describeCase } from "../reports.js";

const photo = sourcePath("content/2023/anh.jpg");
const root = () => {
  const folder = temporaryFolder();
  writeFiles(folder, { "content/x.md": "", "note.txt": "", "templates/x.njk": Buffer.from([0xc1]) });
  return folder;
};

function refusedBy(code: string, committed: boolean): Diagnostic {
  const bulletin = root();
  const place = placeOut(bulletin, join(bulletin, "dist")) as OutPlace;
  const fault = Object.assign(new Error(code), { code, path: join(place.out, "vi/a.html") });
  return writing.explainFault(place, fault, committed);
}

function refusedPlace(out: string): Diagnostic {
  const bulletin = root();
  mkdirSync(join(bulletin, "sub"));
  symlinkSync("gone", join(bulletin, "sub/dead"));
  const place = placeOut(join(bulletin), join(bulletin, out));
  if (!("rule" in place)) throw new Error(`${out} was not refused`);
  return place.file.startsWith("/") ? { ...place, file: sourcePath("/somewhere") } : place;
}

test("the reports of reading and writing", async () => {
  const theme = root();
  const wrongTheme = readTheme({ theme, bulletin: theme, ignores: () => false, limit: 9 }).diagnostics;
  const cases: readonly (readonly [string, ...(Diagnostic | undefined)[]])[] = [
    ["a link out of the bulletin", reading.linkOutside(photo)],
    ["a link to nowhere", reading.brokenLink(photo)],
    ["a link in a circle", reading.linkedTooDeep(sourcePath("content/2023"))],
    ["a pipe", reading.specialFile(photo)],
    ["a folder that may not be opened", reading.unreadableFolder(sourcePath("content/2023"))],
    ["a name with a line break", reading.unusableName(sourcePath("content/a\nb.jpg"))],
    ["held by Word or OneDrive (EBUSY)", reading.unreadableFile(photo, "EBUSY")],
    ["deleted in between (ENOENT)", reading.unreadableFile(photo, "ENOENT")],
    ["a failing disk (EIO)", reading.unreadableFile(photo, "EIO")],
    ["2.5 MB where 2 are allowed", reading.tooLargeFile(sourcePath("content/x.md"), 2.5 * 2 ** 20, 2 ** 21)],
    ["a template in an old encoding", ...wrongTheme],
    ["a foreign file", writing.foreignFile(sourcePath("dist/index.html"))],
    [
      "one address twice",
      writing.takenTwice(photo, sourcePath("assets/root/media/anh.jpg"), "media/anh.jpg"),
    ],
    ["changed meanwhile", writing.changedFile(photo)],
    ["an image damaged in the cache", writing.damagedImage(photo)],
    ["a spoiled list", writing.damagedList(sourcePath("dist/.bantin-files"))],
    ["two builds", writing.anotherBuild(sourcePath("dist"), "/bantin/.dist.bantin-lock")],
    ["not allowed to write, before the point of no return", refusedBy("EACCES", false)],
    ["held open by another program, after it", refusedBy("EBUSY", true)],
    ["a full disk", refusedBy("ENOSPC", false)],
    ["a full disk, after the point of no return", refusedBy("ENOSPC", true)],
    ["a read-only disk", refusedBy("EROFS", false)],
    ["no quota left", refusedBy("EDQUOT", false)],
    ["a failing disk", refusedBy("EIO", false)],
    ["a file for a folder", refusedBy("ENOTDIR", false)],
    ["too long a path", refusedBy("ENAMETOOLONG", false)],
    ["--out .", refusedPlace(".")],
    ["--out content/dist", refusedPlace("content/dist")],
    ["--out note.txt", refusedPlace("note.txt")],
    ["--out sub/dead, a link to nowhere", refusedPlace("sub/dead")],
  ];
  const tables = cases.map(([name, ...found]) =>
    describeCase(
      name,
      found.filter((one) => one !== undefined),
    ),
  );
  await expect(tables.join("\n")).toMatchFileSnapshot("io.reports.txt");
});

test("what is no author's fault is thrown on", () => {
  expect(() => refusedBy("EMFILE", false)).toThrow("EMFILE");
  expect(reading.unreadableFile(photo, "EMFILE")).toBeUndefined();
});
