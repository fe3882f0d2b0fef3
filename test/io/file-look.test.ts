// A file is looked at once a build, and what the first look told counts.
import { closeSync, fstatSync, openSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lookAt, openLooks } from "../../src/io/file-look.js";
import { readFileBytes } from "../../src/io/read-files.js";
import { sourcePath } from "../../src/model/paths.js";
import { temporaryFolder } from "../cli.js";

const open = () => {
  const machine = join(temporaryFolder(), "a.md");
  writeFileSync(machine, "một");
  return { machine, file: { path: sourcePath("content/a.md"), machine } };
};

test("what a look told stays, whatever becomes of the file", () => {
  const { machine } = open();
  const looks = openLooks();
  const first = looks.at(machine);
  expect(first).toEqual(lookAt(machine));
  utimesSync(machine, 1, 1);
  expect(looks.at(machine)).toBe(first);
  expect(lookAt(machine)).not.toEqual(first);
});

test("a file that is read has been looked at when it was opened, and is not looked at again", () => {
  const { machine, file } = open();
  const before = lookAt(machine);
  const looks = openLooks();
  readFileBytes(file, 100, { looks });
  rmSync(machine);
  expect(looks.at(machine)).toEqual(before);
});

test("opening it later changes nothing", () => {
  const { machine } = open();
  const looks = openLooks();
  const first = looks.at(machine);
  utimesSync(machine, 1, 1);
  const descriptor = openSync(machine, "r");
  looks.note(machine, fstatSync(descriptor));
  closeSync(descriptor);
  expect(looks.at(machine)).toBe(first);
});

test("where there is no file there is nothing, until there is one", () => {
  const { machine } = open();
  rmSync(machine);
  const looks = openLooks();
  expect(looks.at(machine)).toBeUndefined();
  writeFileSync(machine, "hai");
  expect(looks.at(machine)?.size).toBe(3);
});
