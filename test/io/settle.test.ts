// What is told of a path when the system tells of it early, late or twice.
import { existsSync, mkdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
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
  /** Word of this path comes; then it has been told so many times in all. */
  const hears = async (machine: string, times: number) => {
    settler.touch(machine);
    await tells(machine, times);
  };
  return { settler, file: join(root, "a.md"), folder: join(root, "b"), tells, hears };
}

describe("word that comes late", () => {
  test.each([0, 30, 200])("of a file, %i ms after it was told: not told again", async (wait) => {
    const { file, hears } = open();
    writeFileSync(file, "one");
    await hears(file, 1);
    await pause(wait);
    await hears(file, 1);
  });

  test("of a file that was saved again: told, though it is as long as before", async () => {
    const { file, hears } = open();
    writeFileSync(file, "one");
    await hears(file, 1);
    writeFileSync(file, "two");
    await hears(file, 2);
  });

  test("of a file whose times are whole seconds, as FAT keeps them: told, for it may have been saved again", async () => {
    const { file, hears } = open();
    writeFileSync(file, "one");
    utimesSync(file, 1_700_000_000, 1_700_000_000);
    await hears(file, 1);
    await hears(file, 2);
  });

  test("of a folder: told, for a file in it may have been written to", async () => {
    const { folder, hears } = open();
    mkdirSync(folder);
    await hears(folder, 1);
    await hears(folder, 2);
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

test("gone while the machine stalls, and made again as soon as it goes on: the gap is not told", async () => {
  const file = join(temporaryFolder(), "a.md");
  writeFileSync(file, "one");
  const wasThere: boolean[] = [];
  const settler = openSettler(() => wasThere.push(existsSync(file)));
  onTestFinished(settler.close);
  rmSync(file);
  settler.touch(file);
  const madeAgain = pause(15).then(() => writeFileSync(file, "two"));
  const stallEnd = performance.now() + 100;
  while (performance.now() < stallEnd);
  await madeAgain;
  await until(() => wasThere.length > 0);
  expect(wasThere).toEqual([true]);
});
