// What is told of a path when the system tells of it early, late or twice.
import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { openSettler } from "../../src/io/settle.js";
import { temporaryFolder } from "../cli.js";
import { until } from "../watching.js";

function open() {
  const root = temporaryFolder();
  const told: string[] = [];
  const settler = openSettler((machines) => told.push(...machines));
  onTestFinished(settler.close);
  const tells = async (machine: string, times: number) => {
    await until(
      () => told.length >= times,
      () => String(told),
    );
    await pause(300);
    expect(told).toEqual(Array.from({ length: times }, () => machine));
  };
  return { settler, file: join(root, "a.md"), folder: join(root, "b"), tells };
}

describe("word that comes late", () => {
  test.each([0, 30, 200])("of a file, %i ms after it was told: not told again", async (wait) => {
    const { settler, file, tells } = open();
    writeFileSync(file, "one");
    settler.touch(file);
    await tells(file, 1);
    await pause(wait);
    settler.touch(file);
    await tells(file, 1);
  });

  test("of a file that was saved again: told, though it is as long as before", async () => {
    const { settler, file, tells } = open();
    writeFileSync(file, "one");
    settler.touch(file);
    await tells(file, 1);
    writeFileSync(file, "two");
    settler.touch(file);
    await tells(file, 2);
  });

  test("of a file whose times are whole seconds, as FAT keeps them: told, for it may have been saved again", async () => {
    const { settler, file, tells } = open();
    writeFileSync(file, "one");
    utimesSync(file, 1_700_000_000, 1_700_000_000);
    settler.touch(file);
    await tells(file, 1);
    settler.touch(file);
    await tells(file, 2);
  });

  test("of a folder: told, for a file in it may have been written to", async () => {
    const { settler, folder, tells } = open();
    mkdirSync(folder);
    settler.touch(folder);
    await tells(folder, 1);
    settler.touch(folder);
    await tells(folder, 2);
  });
});

test("a change that nobody tells of, just after another: told at the second look", async () => {
  const { settler, file, tells } = open();
  writeFileSync(file, "one");
  settler.touch(file);
  await pause(60);
  writeFileSync(file, "two");
  await tells(file, 2);
});
