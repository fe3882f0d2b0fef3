// Settings that were kept are those that would be read; whatever has changed is read.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readKnownSettings } from "../../src/commands/known-settings.js";
import { readSettings } from "../../src/commands/settings.js";
import { repository, temporaryFolder, writeFiles } from "../cli.js";

const cacheIn = (root: string) => ({ folder: join(root, "cache"), isRead: true, tool: "1", started: 0 });

const faulty =
  "title: T\npageSize: many\nsections:\n  - name: Đời sống\nmenu: [latest]\ntheme:\n  colours: { accent: '#123456' }\n";

test.each([
  ["the demo's", readFileSync(join(repository, "bantin.yaml"), "utf8")],
  ["with faults", faulty],
  ["empty", ""],
])("kept as read: %s", async (_, text) => {
  const root = temporaryFolder();
  writeFiles(root, { "bantin.yaml": text });
  const cache = cacheIn(root);
  const first = await readKnownSettings(root, cache, () => {});
  expect(first.settings).toEqual(readSettings(root));
  first.keep();
  const second = await readKnownSettings(root, cache, () => {});
  expect(JSON.stringify(second.settings)).toBe(JSON.stringify(readSettings(root)));
  expect(second.settings).toEqual(readSettings(root));
});

test("kept ones are taken, but not for other bytes, by another Bantin, with --no-cache or when damaged", async () => {
  const root = temporaryFolder();
  writeFiles(root, { "bantin.yaml": "pageSize: 10\n" });
  const cache = cacheIn(root);
  (await readKnownSettings(root, cache, () => {})).keep();
  const [kept] = readdirSync(cache.folder);
  expect(kept).toBe("settings.json");
  const file = join(cache.folder, "settings.json");
  const whole = readFileSync(file, "utf8");
  const sizeWith = async (options: object) =>
    (await readKnownSettings(root, { ...cache, ...options }, () => {})).settings.config.pageSize;

  // What was kept stands for what is read: no YAML is looked at.
  const { createHash } = await import("node:crypto");
  const other = whole.slice(whole.indexOf("\n") + 1).replace('"pageSize":10', '"pageSize":11');
  writeFileSync(file, `${createHash("sha256").update(other).digest("hex")}\n${other}`);
  expect(await sizeWith({})).toBe(11);
  expect(await sizeWith({ tool: "2" })).toBe(10);
  expect(await sizeWith({ isRead: false })).toBe(10);
  writeFiles(root, { "bantin.yaml": "pageSize: 12\n" });
  expect(await sizeWith({})).toBe(12);
  writeFiles(root, { "bantin.yaml": "pageSize: 10\n" });
  writeFileSync(file, other);
  expect(await sizeWith({})).toBe(10);
});

test("where nothing is kept that is said before they are read; where another file was read it is not", async () => {
  const root = temporaryFolder();
  writeFiles(root, { "bantin.yaml": "pageSize: 10\n" });
  const cache = cacheIn(root);
  const isUnknown = async (options: object = {}) => {
    let isCalled = false;
    const onUnknown = () => {
      isCalled = true;
    };
    (await readKnownSettings(root, { ...cache, ...options }, onUnknown)).keep();
    return isCalled;
  };
  expect([await isUnknown(), await isUnknown(), await isUnknown({ isRead: false })]).toEqual([
    true,
    false,
    true,
  ]);
  writeFiles(root, { "bantin.yaml": "pageSize: 11\n" });
  expect(await isUnknown()).toBe(false);
});

test("a bulletin without bantin.yaml keeps nothing", async () => {
  const root = temporaryFolder();
  const known = await readKnownSettings(root, cacheIn(root), () => {});
  known.keep();
  expect(known.settings).toEqual(readSettings(root));
  expect(readdirSync(root)).toEqual([]);
});
