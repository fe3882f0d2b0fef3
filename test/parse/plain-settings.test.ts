import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { configFile } from "../../src/commands/starter-files.js";
import { sourcePath } from "../../src/model/paths.js";
import { readPlainSettings } from "../../src/parse/config/plain-settings.js";
import { readYaml } from "../../src/parse/yaml-document.js";

/** Whether the short way read it; it must agree with the YAML reader then. */
function agrees(text: string): boolean {
  const plain = readPlainSettings(text);
  if (plain === undefined) return false;
  const source = { path: sourcePath("bantin.yaml"), text, hash: "" };
  expect({ root: plain, diagnostics: [] }, text).toEqual(readYaml(text, source, 0));
  return true;
}

describe("settings that are read the short way", () => {
  test("the demo's own", () => expect(agrees(readFileSync("bantin.yaml", "utf8"))).toBe(true));

  test.each([
    String(configFile({ languages: ["vi", "en"] }).content),
    String(configFile({ languages: ["vi"], title: "Bản tin 5: “xã”", url: "https://a.vn/b" }).content),
    "title: a\u00a0\nlanguages: [a\u00a0]\nfooter: { vi: a\u00a0 , en: b\u00a0}",
    "url: https://tin.example.vn",
    "# Ghi chú\n\nlanguages: [vi, en]\n  # giữa\ntitle: { vi: Xây dựng Đảng, en: Party Building }\n",
    "title:\n  vi: Bản tin\n  en: Bulletin\npageSize: 20\ncards: false\n",
    "imprint:\n  vi: { licence: số 00/GP-XBBT }\n  en:\n    licence: no. 00/GP-XBBT\nsearch: false",
    "imprint:\n  vi:\n    licence: a\n# ra lề\n    address: b\nfooter:\n",
    "footer:\ntitle: x",
    "imprint:\n   vi:\n\n   en: x\nhosts: [ a.example ,  b.example ]   ",
    "theme: { accent: \"#a00\", name: 'a b' }\ntitle: x\ntitle: hai lần",
  ])("%s", (text) => expect(agrees(text)).toBe(true));
});

describe("settings that are left to the YAML reader", () => {
  test.each([
    "",
    "# chỉ có ghi chú",
    "tiêu đề: x",
    "title: x # ghi chú",
    "title: x\n  y",
    "title: x\n  vi: y",
    "  title: x\nurl: y",
    "title:\n  vi: a\n en: b",
    "menu:\n- a",
    "menu:\n  - a",
    "title: |\n  x",
    "title: { vi: a, en: b: c }",
    "title: { vi: { a: b } }",
    "title: { vi }",
    "title: {}",
    "languages: [vi, en: x]",
    "title:x",
    "a: 1.10",
    "---\na: b",
    "a: &b c",
    "a:\tb",
    Array.from({ length: 30 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n"),
  ])("%s", (text) => expect(readPlainSettings(text)).toBeUndefined());
});

test("any settings are read as the YAML reader reads them, or left to it", () => {
  const tame = fc.constantFrom(
    ...'vi|Bản tin|5|true|“x”|https://a.vn|00/GP|"q"|[a, b]|{ vi: a, en: b }|[ a ,b ]|{ vi: "a, b" }'.split(
      "|",
    ),
  );
  const wild = fc.constantFrom(
    ..."null|a: b|#x|x #y|'q'|{ a : b }|[a, b: c]|{a: b}|- a|*a|&a|a,b|x}|{|]|~|0x1f|1e3|é|e\u0301|🎉|\u00a0|x\u00a0|[a\u00a0]|{ vi: a\u00a0 }| ".split(
      "|",
    ),
  );
  const words = fc.oneof({ weight: 9, arbitrary: tame }, wild);
  const key = fc.constantFrom(..."title vi en url a-b null x_1 số 2 <<".split(" "));
  const indent = fc.constantFrom("", "", "  ", "  ", "    ", " ");
  const line = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.tuple(indent, key, words).map(([lead, name, text]) => `${lead}${name}: ${text}`),
    },
    { weight: 6, arbitrary: fc.tuple(indent, key).map(([lead, name]) => `${lead}${name}:`) },
    fc.tuple(indent, wild).map(([lead, text]) => lead + text),
    fc.tuple(indent, words).map(([lead, text]) => `${lead}# ${text}`),
    fc.constantFrom("", "  ", "---"),
  );
  let short = 0;
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
      if (agrees(lines.join("\n"))) short++;
    }),
    { numRuns: 20_000 },
  );
  expect(short).toBeGreaterThan(500);
});
