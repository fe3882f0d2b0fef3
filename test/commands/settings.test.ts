import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readSettings } from "../../src/commands/settings.js";
import { temporaryFolder, writeFiles } from "../cli.js";

function reports(files: Readonly<Record<string, string | Uint8Array>>): string[] {
  const root = temporaryFolder();
  writeFiles(root, files);
  const { diagnostics, config } = readSettings(root);
  expect(config.languages).toEqual(["vi", "en"]);
  return diagnostics
    .map(({ rule, file }) => `${rule} ${file}`)
    .filter((one) => !one.startsWith("imprint-empty"));
}

test.each<readonly [string, Readonly<Record<string, string | Uint8Array>>, readonly string[]]>([
  ["none: defaults", {}, []],
  ["a good one", { "bantin.yaml": "pageSize: 10\n" }, []],
  ["Notepad's ending", { "bantin.yaml.txt": "pageSize: 10\n" }, ["name-config bantin.yaml.txt"]],
  ["beside the right one it is no matter", { "bantin.yaml": "", "bantin.yml": "" }, []],
  ["an old encoding", { "bantin.yaml": Buffer.from([0xc1, 0x0a]) }, ["file-encoding bantin.yaml"]],
  ["far too large", { "bantin.yaml": "#".repeat(2 ** 20 + 1) }, ["file-too-large bantin.yaml"]],
  ["a folder", { "bantin.yaml/x": "" }, ["file-special bantin.yaml"]],
])("%s", (_, files, expected) => expect(reports(files)).toEqual(expected));

test("a link out of the bulletin is not read", () => {
  const root = temporaryFolder();
  symlinkSync("/etc/passwd", join(root, "bantin.yaml"));
  expect(readSettings(root).diagnostics.map(({ rule }) => rule)).toContain("link-outside");
});
