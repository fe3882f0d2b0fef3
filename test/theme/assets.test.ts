// What the theme's files weigh and hold: the letters are the packages' own bytes, pages are light, style and script
// stand in files.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { themeColours } from "../../src/model/theme.js";
import { repository } from "../cli.js";
import { buildDemo, pagesByKind } from "./demo.js";

const read = (...path: string[]) => readFileSync(join(repository, ...path));
const sheet = read("assets/style.css").toString();

describe("letters", () => {
  const packages = {
    "source-serif-4": "node_modules/@fontsource-variable/source-serif-4",
    "be-vietnam-pro": "node_modules/@fontsource/be-vietnam-pro",
  };
  const packageOf = (name: string) =>
    Object.entries(packages).find(([family]) => name.startsWith(family))?.[1] as string;
  const names = readdirSync(join(repository, "assets/fonts"));

  test.each(names.filter((name) => name.endsWith(".woff2")))("%s is the package's file", (name) => {
    expect(read("assets/fonts", name).equals(read(packageOf(name), "files", name))).toBe(true);
    expect(sheet).toContain(`url("fonts/${name}")`);
    expect(name).toMatch(/-(?:latin|vietnamese)-/);
  });

  test.each(names.filter((name) => name.endsWith(".txt")))("%s is the package's licence", (name) => {
    expect(read("assets/fonts", name).equals(read(packageOf(name), "LICENSE"))).toBe(true);
  });

  test("every file has a face, fetched only for its characters and never moving what stands", () => {
    const faces = sheet.match(/@font-face \{[^}]*url\([^}]*\}/g) ?? [];
    expect(faces).toHaveLength(names.filter((name) => name.endsWith(".woff2")).length);
    for (const face of faces) {
      expect(face).toContain("font-display: optional");
      expect(face).toMatch(/unicode-range:[\s\S]*(?:U\+1EA0-1EF9|U\+0000-00FF)/);
    }
  });

  test("what stands in for them is fitted to their height", () => {
    const stands = sheet.match(/@font-face \{[^}]*local\([^}]*\}/g) ?? [];
    expect(stands.length).toBeGreaterThan(8);
    for (const face of stands) {
      const share = (name: string) =>
        Number.parseFloat(new RegExp(`${name}: ([\\d.]+)%`).exec(face)?.[1] ?? "");
      // Ascent and descent of the letters themselves, in shares of their size.
      const [ascent, descent] = /as serif/.test(face) ? [1.036, 0.335] : [1, 0.265];
      expect((share("ascent-override") * share("size-adjust")) / 10_000).toBeCloseTo(ascent, 2);
      expect((share("descent-override") * share("size-adjust")) / 10_000).toBeCloseTo(descent, 2);
    }
  });
});

test("colours stand in one place, and are those that settings are checked against", () => {
  const [, light = "", dark = ""] =
    /:root \{([^}]*)\}\s*@media \(prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}/.exec(sheet) ?? [];
  for (const [name, colour] of Object.entries(themeColours.colours))
    expect(light).toContain(`--${name}: ${colour};`);
  for (const [name, colour] of Object.entries(themeColours.dark))
    expect(dark).toContain(`--${name}: ${colour};`);
  const rest = sheet.slice(sheet.indexOf("@font-face"), sheet.indexOf("@media print"));
  expect([...new Set(rest.match(/#[0-9a-f]{3,6}\b/gi))]).toEqual(["#fff", "#000"]);
});

test.each([180, 192, 512])("the icon of %i px is as large as it says", async (size) => {
  const { width, height } = await sharp(join(repository, `assets/icons/icon-${size}.png`)).metadata();
  expect([width, height]).toEqual([size, size]);
});

describe("the built demo", () => {
  let out = "";
  beforeAll(() => {
    out = buildDemo("assets");
  }, 60_000);

  const zipped = (...texts: readonly Buffer[]) => texts.reduce((sum, text) => sum + gzipSync(text).length, 0);

  test("an article's page and style weigh 25 KB at most, the script 2 KB", () => {
    const kinds = pagesByKind(out);
    const assets = readdirSync(join(out, "assets"));
    const asset = (pattern: RegExp) =>
      readFileSync(join(out, "assets", assets.find((name) => pattern.test(name)) as string));
    for (const kind of ["article", "article with corrections and a gallery", "article with attachments"]) {
      const page = readFileSync(join(out, kinds[kind] as string));
      expect(zipped(page, asset(/^style-.*\.css$/)), kind).toBeLessThan(25 * 1024);
    }
    expect(zipped(asset(/^site-.*\.js$/))).toBeLessThan(2 * 1024);
  });

  test("every page has one classic script with defer, a style sheet, icons, and no style of its own", () => {
    const names = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".html"),
    );
    expect(names.length).toBeGreaterThan(60);
    for (const name of names) {
      const html = readFileSync(join(out, name), "utf8");
      expect(html, name).not.toMatch(/<style|\sstyle=|\son[a-z]+=|(?:src|href)="data:/);
      const scripts =
        html.match(/<script\b[^>]*>/g)?.filter((tag) => !tag.includes("application/ld+json")) ?? [];
      for (const tag of scripts) expect(tag).toMatch(/src="[^"]+" defer/);
      expect(html).toMatch(/<link rel="apple-touch-icon" href="[^"]+\.png">/);
      expect(html).toMatch(/<link rel="icon" type="image\/svg\+xml" href="[^"]+\.svg">/);
    }
  });
});
