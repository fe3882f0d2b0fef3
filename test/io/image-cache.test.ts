import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openImageCache } from "../../src/io/image-cache.js";
import { hashBytes } from "../../src/model/hash.js";
import { temporaryFolder } from "../cli.js";

const key = "ab".repeat(32);
const bytes = Buffer.from("a picture");
const day = 86_400_000;
const now = Date.parse("2026-05-01T00:00:00Z");

function open() {
  const folder = temporaryFolder();
  return { folder, cache: openImageCache(folder), file: join(folder, "images", "ab", key) };
}

describe("an image", () => {
  test("is not there, is written, is there", () => {
    const { cache } = open();
    expect([cache.has(key), cache.read(key)]).toEqual([false, undefined]);
    cache.write(key, bytes);
    expect(cache.has(key)).toBe(true);
    expect(cache.read(key)).toEqual({ bytes, hash: hashBytes(bytes) });
  });

  test("that is torn is not there", () => {
    const { cache, file } = open();
    cache.write(key, bytes);
    const whole = readFileSync(file);
    writeFileSync(file, whole.subarray(0, -1));
    expect(cache.has(key)).toBe(false);
    writeFileSync(file, Buffer.concat([whole.subarray(0, -1), Buffer.from("x")]));
    expect([cache.has(key), cache.read(key), cache.has(key)]).toEqual([true, undefined, false]);
    writeFileSync(file, "");
    expect([cache.has(key), cache.read(key)]).toEqual([false, undefined]);
  });

  test("written by two at a time is whole, and no draft stays", () => {
    const { cache, folder, file } = open();
    const other = openImageCache(folder);
    for (const one of [cache, other, cache]) one.write(key, bytes);
    expect(other.read(key)?.bytes).toEqual(bytes);
    expect(readdirSync(join(file, ".."))).toEqual([key]);
  });
});

describe("pruning", () => {
  const other = "cd".repeat(32);
  const age = (folder: string, name: string, days: number) => {
    const then = new Date(now - days * day);
    utimesSync(join(folder, "images", name.slice(0, 2), name), then, then);
  };

  test("removes what no build used for 30 days, and keeps what this one uses", () => {
    const { cache, folder } = open();
    for (const one of [key, other]) cache.write(one, bytes);
    age(folder, key, 31);
    age(folder, other, 31);
    cache.keep([key], now);
    expect([cache.has(key), cache.has(other)]).toEqual([true, false]);
  });

  test("keeps what was used 29 days ago", () => {
    const { cache, folder } = open();
    cache.write(other, bytes);
    age(folder, other, 29);
    cache.keep([], now);
    expect(cache.has(other)).toBe(true);
  });

  test("is done once a day, and an image used today is not touched again", () => {
    const { cache, folder, file } = open();
    cache.write(key, bytes);
    cache.write(other, bytes);
    cache.keep([], now);
    age(folder, other, 40);
    age(folder, key, 0.25);
    cache.keep([key], now + day / 2);
    expect(cache.has(other)).toBe(true);
    expect(statSync(file).mtimeMs).toBe(now - day / 4);
    cache.keep([key], now + 2 * day);
    expect(cache.has(other)).toBe(false);
  });

  test("of a cache that is not there does nothing", () => {
    const { cache, folder } = open();
    cache.keep([key], now);
    expect(existsSync(join(folder, "images", "ab"))).toBe(false);
  });
});
