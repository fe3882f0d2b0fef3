// What bantin.yaml may do to the words of the interface; the reports are in words.reports.txt.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Config } from "../../src/model/config.js";
import { en } from "../../src/strings/en.js";
import { vi } from "../../src/strings/vi.js";
import { wordsFor } from "../../src/strings/words.js";
import { makeConfig } from "../pages/site-factory.js";
import { describeCase } from "../reports.js";

/** As bantin.yaml would give all words but one. */
const { home: _, ...allButHome } = en;
const given = (languages: readonly string[], words: Config["words"]) => makeConfig({ languages, words });

describe("the words of a language", () => {
  test("Vietnamese and English are built in, in any region", () => {
    const { words, diagnostics } = wordsFor(given(["vi-VN", "en-GB"], {}));
    expect(words).toEqual({ "vi-VN": vi, "en-GB": en });
    expect(diagnostics).toEqual([]);
  });

  test("bantin.yaml changes single words and leaves the others", () => {
    const { words, diagnostics } = wordsFor(
      given(["vi"], { vi: { latest: "Tin mới", articleCount: "{count} tin" } }),
    );
    expect(words["vi"]).toEqual({ ...vi, latest: "Tin mới", articleCount: { other: "{count} tin" } });
    expect(diagnostics).toEqual([]);
  });

  test("another language has the words that it is given, and English ones for the rest", () => {
    const { words } = wordsFor(given(["fr"], { fr: { latest: "Dernières nouvelles" } }));
    expect(words["fr"]).toEqual({ ...en, latest: "Dernières nouvelles" });
  });

  test("a word with a fault is not taken", () => {
    const { words } = wordsFor(
      given(["vi"], { vi: { updated: "Sửa {dat}", home: { other: "x" }, nope: "x" } }),
    );
    expect(words["vi"]).toEqual(vi);
  });

  test("the two languages have the same placeholders", () => {
    const placeholders = (word: unknown) => [...new Set(JSON.stringify(word).match(/\{\w+\}/g))].sort();
    const names = Object.keys(en) as (keyof typeof en)[];
    const differing = names.filter((name) => placeholders(en[name]).join() !== placeholders(vi[name]).join());
    // In Vietnamese a month is a number, in English a name.
    expect(differing).toEqual(["monthOfYear"]);
  });
});

const cases: readonly (readonly [string, Config])[] = [
  ["everything built in", given(["vi", "en"], {})],
  ["a misspelt word", given(["vi"], { vi: { latst: "Tin mới" } })],
  ["a word like no other", given(["vi"], { vi: { zzzzzzzz: "Tin mới" } })],
  ["a name that every object has", given(["vi"], { vi: { constructor: "Tin mới" } })],
  ["forms for a word that has one", given(["en"], { en: { home: { one: "Home", other: "Homes" } } })],
  ["a count without its main form", given(["en"], { en: { articleCount: { one: "{count} story" } } })],
  ["forms for a Vietnamese word", given(["vi"], { vi: { home: { other: "Nhà" } } })],
  [
    "a count with a form that no language has",
    given(["en"], { en: { articleCount: { other: "x", lots: "y" } } }),
  ],
  ["a placeholder that the theme does not fill", given(["vi"], { vi: { updated: "Sửa lúc {time}" } })],
  ["a placeholder where there is none", given(["vi"], { vi: { home: "Trang của {name}" } })],
  ["a new language without words", given(["vi", "fr"], {})],
  [
    "a new language that lacks one word",
    given(["fr"], { fr: { ...allButHome, articleCount: "{count} articles" } }),
  ],
  [
    "the place in the file",
    { ...given(["vi"], { vi: { latst: "x" } }), places: { "words.vi.latst": { line: 4, column: 5 } } },
  ],
];

test("reports on words", async () => {
  const table = cases.map(([name, config]) => describeCase(name, wordsFor(config).diagnostics));
  await expect(table.join("\n")).toMatchFileSnapshot("words.reports.txt");
});

const isCalendar = (name: string) => /^(month(?!OfYear)|short|weekday)[A-Z]/.test(name);

describe("no word is idle", () => {
  const root = join(import.meta.dirname, "../..");
  const read = (folder: string, ending: string) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(ending))
      .map((name) => readFileSync(join(root, folder, name), "utf8"))
      .join("\n");
  const templates = read("templates", ".njk");
  const pages = read("src/pages", ".ts");

  test("every word is said by a template or a page, the calendar by dates", () => {
    const idle = Object.keys(en).filter(
      (name) => !isCalendar(name) && !`${templates}${pages}`.includes(`"${name}"`),
    );
    expect(idle).toEqual([]);
  });

  test("every word is in the list for people who change the theme", () => {
    const list = readFileSync(join(root, "templates/README.md"), "utf8");
    const listed = new Set([...list.matchAll(/`(\w+)(?=[\s`])/g)].map(([, name]) => name));
    expect(Object.keys(en).filter((name) => !isCalendar(name) && !listed.has(name))).toEqual([]);
  });

  test("every word that a template says exists", () => {
    const said = [...templates.matchAll(/\bt\("(\w+)"/g)].map(([, name]) => name as string);
    expect(said.length).toBeGreaterThan(20);
    expect(said.filter((name) => !(name in en))).toEqual([]);
  });
});
