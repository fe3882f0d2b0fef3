import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readTheme } from "../../src/io/read-theme.js";
import { temporaryFolder, writeFiles } from "../cli.js";

const bundled = {
  "templates/article.njk": "own article",
  "templates/partials/head.njk": "own head\r\n",
  "templates/README.md": "not a template",
  "assets/style.css": "own style",
  "assets/fonts/a.woff2": "\0",
};

function read(theme: string, bulletin: string) {
  return readTheme({ theme, bulletin, ignores: (name) => name.startsWith("~"), limit: 1000 });
}

function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = temporaryFolder();
  writeFiles(root, files);
  return root;
}

test("the bulletin's file takes the place of the theme's file of the same name; others stand beside", () => {
  const theme = folder(bundled);
  const bulletin = folder({
    "templates/article.njk": "their article",
    "assets/root/CNAME": "x.vn",
    "assets/~x": "",
  });
  const result = read(theme, bulletin);
  const texts = [...result.theme.templates].map(([name, { text, from }]) => [name, text, from.root]);
  expect(texts).toEqual([
    ["article.njk", "their article", "bulletin"],
    ["partials/head.njk", "own head\n", "theme"],
  ]);
  expect([...result.theme.assets].map(([name, { text, from }]) => [name, text, from.root])).toEqual([
    ["fonts/a.woff2", undefined, "theme"],
    ["style.css", "own style", "theme"],
    ["root/CNAME", undefined, "bulletin"],
  ]);
  expect(
    result.files.find(({ root, path }) => root === "bulletin" && path === "assets/root/CNAME")?.machine,
  ).toBe(join(bulletin, "assets/root/CNAME"));
  expect(result.diagnostics).toEqual([]);
});

test("where both are one folder it is read once, as the theme", () => {
  const root = folder(bundled);
  const link = join(temporaryFolder(), "link");
  symlinkSync(root, link);
  for (const bulletin of [root, link]) {
    const { files, theme } = read(root, bulletin);
    expect(files.map(({ root: from }) => from)).toEqual(["theme", "theme", "theme", "theme"]);
    expect(theme.templates.size + theme.assets.size).toBe(4);
  }
});

test("a template that is not UTF-8 and a file over the limit are reports", () => {
  const bulletin = folder({
    "templates/x.njk": Buffer.from([0xc1, 0x20]),
    "assets/film.bin": "x".repeat(1001),
  });
  const { diagnostics } = read(folder({}), bulletin);
  expect(diagnostics.map(({ rule, file }) => `${rule} ${file}`)).toEqual([
    "theme-encoding templates/x.njk",
    "file-too-large assets/film.bin",
  ]);
});
