// What names alone say, and every report about names; the table of reports is file-names.reports.txt.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type SourcePath, sourcePath } from "../../src/model/paths.js";
import {
  classifyName,
  configNameDiagnostics,
  isLitter,
  nameDiagnostics,
} from "../../src/parse/file-names.js";
import { describeCase } from "../reports.js";

const content = (...names: readonly string[]): SourcePath[] =>
  names.map((name) => sourcePath(`content/${name}`));

describe("classifyName", () => {
  test.each([
    ["can-duoc.vi.md", "article"],
    ["2023/can-duoc/vi.md", "article"],
    ["CAN-DUOC.MD", "article"],
    ["Bài 01 - Lan gửi (bản cuối 2).md", "article"],
    ["x - Copy.md", "article"],
    ["tags.yaml", "file"],
    ["IMG_2023 (1).jpg", "file"],
    ["z4052_ab12.jpg", "file"],
    ["can-duoc.vi.md.txt", "file"],
    ["x.markdown", "file"],
    ["quyet-dinh.docx", "file"],
    ["md", "file"],
    [".md", "ignored"],
    ["_nhap.md", "ignored"],
    ["_drawings/bia.svg", "ignored"],
    ["2023/_bo/x.md", "ignored"],
    [".git/x.md", "ignored"],
    [".DS_Store", "ignored"],
    ["Thumbs.db", "ignored"],
    ["THUMBS.DB", "ignored"],
    ["desktop.ini", "ignored"],
    ["~$x.docx", "ignored"],
    [".~lock.x.docx#", "ignored"],
    [".x.md.swp", "ignored"],
    ["x.md.swp", "ignored"],
    ["x.md~", "ignored"],
    ["#x.md#", "ignored"],
    [".#x.md", "ignored"],
    ["x.md.bak", "ignored"],
    ["~WRL0001.tmp", "ignored"],
  ])("%s: %s", (name, kind) => expect(classifyName(sourcePath(`content/${name}`))).toBe(kind));
});

test("litter is litter in a theme too, names that begin with _ or . are not", () => {
  expect(["Thumbs.db", ".DS_Store", "x.njk~", ".x.swp", "._x.css"].map(isLitter)).not.toContain(false);
  expect(["_head.njk", ".well-known", ".nojekyll", "style.css"].map(isLitter)).not.toContain(true);
});

test("reports about names", async () => {
  const cases: readonly (readonly [string, readonly SourcePath[]])[] = [
    [
      "good names",
      content("Bài 01 - Lan gửi (bản cuối 2).md", "a.vi.md", "a.en.md", "IMG (1).jpg", "Hội nghị (2023).md"),
    ],
    ["Notepad's ending", content("can-duoc.vi.md.txt")],
    ["Notepad's ending in capitals", content("2023/CAN-DUOC.MD.TXT")],
    ["other endings of Markdown", content("x.vi.markdown", "y.mkd")],
    ["an ending typed where Windows hides it", content("x.vi.md.md")],
    ["lists under a wrong name", content("tags.yml", "authors.yaml.txt")],
    ["a copy, its original gone", content("can-duoc.vi - Copy.md")],
    ["a copy beside its original", content("can-duoc.vi.md", "can-duoc.vi - Copy.md")],
    ["a second copy; -2 is taken", content("x.md", "x-2.md", "x - Copy (2).md")],
    ["Explorer and Drive in Vietnamese", content("x - Sao chép.md", "Bản sao của y.md")],
    ["a second download", content("x (1).md", "y.vi.md", "y (1).vi.md")],
    ["two names that differ by case alone", content("A/Bai.md", "a/bai.MD")],
    ["two names that are one in NFC", content("Đước.jpg", "Đước.jpg")],
  ];
  const tables = cases.map(([name, paths]) =>
    describeCase(`${name}: ${paths.join(", ")}`, nameDiagnostics(paths)),
  );
  const names = ["bantin.yaml.txt", "bantin.yml", "Bantin.yaml", "banner.yaml", "package.json"].map(
    sourcePath,
  );
  tables.push(
    describeCase(`beside a missing bantin.yaml: ${names.join(", ")}`, configNameDiagnostics(names)),
  );
  await expect(tables.join("\n")).toMatchFileSnapshot("file-names.reports.txt");
});

test("a name that a warning proposes is free and draws no warning itself", () => {
  const stem = fc.constantFrom("x", "Bài một", "x-2", "x (1)", "x - Copy", "Copy of x", "x.vi", "x (1).vi");
  const ending = fc.constantFrom(".md", ".vi.md", ".md.md", ".md.txt", ".markdown");
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(stem, ending), { selector: String, maxLength: 8 }), (parts) => {
      const paths = content(...new Set(parts.map(([a, b]) => a + b)));
      for (const { rule, hint } of nameDiagnostics(paths)) {
        if (rule !== "name-copy") continue;
        const better = /(?:Rename it to|rename it to) (.+)$/.exec(hint.en)?.[1] ?? "";
        expect(better).toMatch(/\.md$/);
        expect(paths).not.toContain(`content/${better}`);
        expect(nameDiagnostics(content(better))).toEqual([]);
      }
    }),
  );
});

test("of plain names the same is said by the short way as by the long one", () => {
  const piece = fc.constantFrom(
    ..."a B 7 - _ . md .md .vi .txt bak swp ~ # ( ) đ copy tags yml markdown".split(" "),
    " ",
  );
  const name = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(""));
  const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join("/"));
  fc.assert(
    fc.property(fc.uniqueArray(path, { maxLength: 4 }), (paths) => {
      // Names are judged alike in a folder of another name, of which the short way knows nothing.
      const elsewhere = paths.map((one) => sourcePath(`Content/${one}`));
      const here = elsewhere.map((one) => sourcePath(one.replace("Content", "content")));
      expect(here.map(classifyName)).toEqual(elsewhere.map(classifyName));
      const said = JSON.stringify(nameDiagnostics(elsewhere)).replaceAll("Content/", "content/");
      if (!/content\/tags\./.test(here.join(" "))) expect(JSON.stringify(nameDiagnostics(here))).toBe(said);
    }),
    { numRuns: 5000 },
  );
});
