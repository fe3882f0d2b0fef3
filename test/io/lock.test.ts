import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { takeLock } from "../../src/io/lock.js";
import { temporaryFolder } from "../cli.js";

const lockFile = () => join(temporaryFolder(), ".dist.bantin-lock");

/** The id of a process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ["-e", ""]).pid;
}

function lockedBy(text: string, secondsAgo = 0): string {
  const file = lockFile();
  writeFileSync(file, text);
  const made = Date.now() / 1000 - secondsAgo;
  utimesSync(file, made, made);
  return file;
}

test("it names its process while it is held, and is gone after", async () => {
  const file = lockFile();
  const lock = await takeLock(file, 0);
  expect(readFileSync(file, "utf8")).toBe(`${process.pid} ${hostname()}\n`);
  expect(await takeLock(file, 60)).toBeUndefined();
  lock?.release();
  expect(existsSync(file)).toBe(false);
});

test("who waits gets it when it is let go", async () => {
  const file = lockFile();
  const first = await takeLock(file, 0);
  const second = takeLock(file, 10_000);
  first?.release();
  expect(await second).toBeDefined();
});

test("of many who come at once one has it at a time", async () => {
  const file = lockedBy(`${deadPid()} ${hostname()}\n`);
  let holders = 0;
  let most = 0;
  const work = async () => {
    const lock = await takeLock(file, 60_000);
    most = Math.max(most, ++holders);
    await new Promise((done) => setTimeout(done, 2));
    holders--;
    lock?.release();
  };
  await Promise.all(Array.from({ length: 10 }, work));
  expect(most).toBe(1);
});

describe("broken", () => {
  test.each([
    ["its process has ended", () => lockedBy(`${deadPid()} ${hostname()}\n`)],
    ["it was never filled", () => lockedBy("", 6)],
    ["it is forgotten since yesterday", () => lockedBy(`${process.pid} ${hostname()}\n`, 86_400)],
    ["another machine forgot it", () => lockedBy("1 elsewhere\n", 3601)],
  ])("%s", async (_, make) => {
    const file = make();
    const lock = await takeLock(file, 0);
    expect(lock).toBeDefined();
    lock?.release();
    expect(readdirSync(join(file, ".."))).toEqual([]);
  });
});

describe("respected", () => {
  test.each([
    ["its process runs", () => lockedBy(`${process.pid} ${hostname()}\n`)],
    ["it is of another machine", () => lockedBy(`${deadPid()} elsewhere\n`)],
  ])("%s", async (_, make) => {
    const file = make();
    const text = readFileSync(file, "utf8");
    expect(await takeLock(file, 0)).toBeUndefined();
    expect(readFileSync(file, "utf8")).toBe(text);
  });

  test("it is just being filled: its maker's name is waited for, then counts", async () => {
    const file = lockedBy("");
    const name = `${process.pid} ${hostname()}\n`;
    setTimeout(() => writeFileSync(file, name), 300);
    expect(await takeLock(file, 0)).toBeUndefined();
    expect(readFileSync(file, "utf8")).toBe(name);
  });

  test("it was never filled: its maker was killed, and it is broken after two seconds at the most", async () => {
    const file = lockedBy("");
    const lock = await takeLock(file, 0);
    expect(lock).toBeDefined();
    lock?.release();
  });
});
