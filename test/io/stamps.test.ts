import { readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { factsAt } from "../../src/io/file-look.js";
import { openStamps, type StampsThread } from "../../src/io/stamps.js";
import { areAllTaken, findTouched } from "../../src/io/stamps-file.js";
import { outPath } from "../../src/model/paths.js";
import { temporaryFolder, writeFiles } from "../cli.js";

const path = outPath("media/a.jpg");
const lib = join(import.meta.dirname, "../../lib");

function noted() {
  const root = temporaryFolder();
  const [cache, out] = [join(root, "cache"), join(root, "dist")];
  writeFiles(out, { [path]: "a picture" });
  const file = join(out, path);
  const stamps = openStamps(cache, out);
  stamps.note(path, factsAt(file), { hash: "ab" });
  const made = { hash: "ab" };
  stamps.save(new Map([[path, made]]), "the list");
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

/** With one file of the folder stamped in a thread, without one, and with one that cannot start. */
const threads: Readonly<Record<string, StampsThread>> = {
  "by a thread": { entry: pathToFileURL(join(lib, "stamps-worker.js")), from: 0 },
  here: { entry: pathToFileURL(join(lib, "stamps-worker.js")), from: Number.POSITIVE_INFINITY },
  "here, where a thread cannot start": { entry: pathToFileURL(join(lib, "no-such.js")), from: 0 },
};

test.each(Object.entries(threads))("all files are looked at, %s", async (_, thread) => {
  const { cache, out, file } = noted();
  const whole = async () => {
    const stamps = openStamps(cache, out, thread);
    expect(stamps.stands(path, { hash: "ab" })).toBe(false);
    await stamps.look();
    return [
      await stamps.isWhole("the list"),
      stamps.stands(path, { hash: "ab" }),
      stamps.stands(path, { hash: "cd" }),
    ];
  };
  expect(await whole()).toEqual([true, true, false]);
  expect(await openStamps(cache, out, thread).isWhole("another list")).toBe(false);
  await new Promise((resolve) => setTimeout(resolve, 20));
  writeFileSync(file, "a picturE");
  expect(await whole()).toEqual([false, false, false]);
  rmSync(file);
  expect(await whole()).toEqual([false, false, false]);
});

test("threads that share the runs of lines find together what one finds alone", () => {
  const name = (index: number) => `bài/${"x".repeat((index * 37) % 300)}${index}.html`;
  const lines = Array.from({ length: 3000 }, (_, index) => `${name(index)}\t1 2 3 4\tab\tf\n`).join("");
  expect(lines.length).toBeGreaterThan(4 << 16);
  const all = findTouched("no-such-folder", { lines });
  expect(all).toEqual(Array.from({ length: 3000 }, (_, index) => name(index)));
  const taken = new Int32Array(new SharedArrayBuffer(4));
  const own: string[][] = [[], [], []];
  // Each takes one run, and leaves the next to another.
  for (let turn = 0; !areAllTaken(taken, lines.length); turn++) {
    const runs = [Atomics.add(taken, 0, 1), Number.MAX_SAFE_INTEGER];
    own[turn % 3]?.push(...findTouched("no-such-folder", { lines }, () => runs.shift() as number));
  }
  expect(own.every(({ length }) => length > 500)).toBe(true);
  expect(own.flat().sort()).toEqual([...all].sort());
});

test("a file that was made of something else does not stand", async () => {
  const { cache, out, file } = noted();
  const stamps = openStamps(cache, out);
  stamps.note(path, factsAt(file), { hash: "ab", fingerprint: "f" });
  stamps.save(new Map([[path, { hash: "ab" }]]), "");
  const later = openStamps(cache, out);
  await later.look();
  const stands = (fingerprint: string) => later.stands(path, { hash: "ab", fingerprint });
  expect([stands("f"), stands("g"), stands("")]).toEqual([true, false, false]);
  expect(later.stands(path, { hash: "ab" })).toBe(true);
});

test("a folder that holds files without a stamp is not known to be whole", async () => {
  const { cache, out } = noted();
  const stamps = openStamps(cache, out);
  await stamps.look();
  stamps.stands(path, { hash: "ab" });
  stamps.note(outPath("b"), factsAt(out), { hash: "cd" });
  stamps.save(
    new Map([...[path, outPath("b"), outPath("c")].map((one) => [one, { hash: "ab" }] as const)]),
    "more",
  );
  expect(await openStamps(cache, out).isWhole("more")).toBe(false);
  expect(openStamps(cache, out).knows("more")).toBe(false);
});

test("only what a build asked for is kept, and damage is nothing", () => {
  const { cache, out, file } = noted();
  openStamps(cache, out).save(new Map(), "");
  expect(openStamps(cache, out).vouch(path, statSync(file), "ab")).toBe(false);
  const damaged = noted();
  for (const name of readdirSync(damaged.cache)) writeFileSync(join(damaged.cache, name), "[[");
  expect(openStamps(damaged.cache, damaged.out).vouch(path, statSync(damaged.file), "ab")).toBe(false);
});
