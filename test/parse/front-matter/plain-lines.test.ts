import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sourcePath } from "../../../src/model/paths.js";
import { isFaultless, readPlainLines } from "../../../src/parse/front-matter/plain-lines.js";
import { repairLines } from "../../../src/parse/front-matter/repair-lines.js";
import { readYaml } from "../../../src/parse/yaml-document.js";

/** What the YAML reader says of the block, read as the block of a file. */
function reference(text: string) {
  const source = { path: sourcePath("content/a.md"), text: `---\n${text}\n---\n`, hash: "" };
  return readYaml(`\n${text}\n`, source, 3);
}

/** Whether the short way read it; it must agree with the YAML reader then. */
function agrees(text: string): boolean {
  const plain = readPlainLines(text, 2);
  if (plain === undefined) return false;
  expect({ root: plain, diagnostics: [] }, text).toEqual(reference(text));
  return true;
}

describe("blocks that are read the short way", () => {
  test.each([
    "title: Cần Đước: xa".replace(": xa", ""),
    'title: "Cần Đước: Kiện toàn"\ndate: 20/01/2023 - 09:50\ntags: ["nghị quyết", chi bộ, \'5S\']',
    "tiêu đề: Bài một\nngày: 2023-01-20\n\ndraft: true\nfeatured: 007",
    'tags:\n  - chi bộ\n  - "Tổ quốc"\nauthor: Lê A',
    "tags:\n- chi bộ\n- 12\n\nsố: 01/2023",
    "title:   rộng  ra\ntitle: hai lần",
    "source: https://example.vn/a?b=c",
    "tags: [a\u00a0, b\u00a0 ]",
    "kicker: ''\nlead: \"\"\nissue: 1-2023",
  ])("%s", (text) => expect(agrees(text)).toBe(true));
});

describe("blocks that are left to the YAML reader", () => {
  test.each([
    "",
    "title: a: b",
    "title: a # b",
    "title: 'it''s'",
    'title: "a\\tb"',
    "title: a\n  b",
    "title:",
    "title: |\n  a",
    "issue: 1.10",
    "draft: True",
    "tags: []",
    "tags: [a, b: c]",
    "tags: [a,]",
    "tags: [[a]]",
    "cover: { src: a.jpg }",
    "tags:\n  - a\n - b",
    "tags:\n  - - a",
    "a: *b",
    "title: Chúc mừng 🎉",
    "title: e\u0301",
  ])("%s", (text) => expect(readPlainLines(text, 2)).toBeUndefined());
});

describe("any block", () => {
  const piece = fc.constantFrom(
    ..."a B ễ Đ 0 7 1.5 0x1f 1e3 true null ~ : # - , [ ] { } ' \" \\ ? ! & * | > % @ ` . / … “ ” – = <".split(
      " ",
    ),
    " ",
    " ",
    ": ",
    " #",
    "\u00a0",
    "\t",
  );
  const tame = fc.constantFrom(
    "Bài một",
    "a",
    "Đảng",
    "20/01/2023 - 09:50",
    "5",
    "true",
    "a, b",
    "x: y",
    "“x”",
  );
  const wild = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(""));
  const mixed = fc.tuple(tame, piece, tame).map((pieces) => pieces.join(""));
  const words = fc.oneof({ weight: 4, arbitrary: tame }, { weight: 2, arbitrary: mixed }, wild);
  const wrapped = fc.oneof(
    words,
    words.map((text) => `"${text}"`),
    words.map((text) => `'${text}'`),
    fc.array(words, { maxLength: 3 }).map((items) => `[${items.join(", ")}]`),
    fc.array(words, { maxLength: 3 }).map((items) => `["${items.join('","')}"]`),
  );
  const name = fc.constantFrom(
    ..."title|tiêu đề|a-b|null|x_1|số 2|tags|date|author|tóm tắt|cover|aliases|issue".split("|"),
  );
  const key = fc.oneof({ weight: 9, arbitrary: name }, words);
  const line = fc.oneof(
    { weight: 6, arbitrary: fc.tuple(key, wrapped).map(([name, value]) => `${name}: ${value}`) },
    fc.tuple(name, wrapped, wrapped).map(([name, one, two]) => `${name}:\n  - ${one}\n  - ${two}`),
    key.map((name) => `${name}:`),
    wrapped.map((value) => `- ${value}`),
    wrapped.map((value) => `  - ${value}`),
    words,
    fc.constant(""),
  );
  const block = fc.array(line, { maxLength: 5 }).map((lines) => lines.join("\n"));

  test("is read as the YAML reader reads it, or left to it", () => {
    let short = 0;
    fc.assert(
      fc.property(block, (text) => {
        if (agrees(text)) short++;
      }),
      { numRuns: 20_000 },
    );
    expect(short).toBeGreaterThan(2_000);
  });

  test("without a fault has nothing to repair", () => {
    let faultless = 0;
    fc.assert(
      fc.property(block, (text) => {
        const plain = readPlainLines(text, 2);
        if (plain === undefined || !isFaultless(text, plain)) return;
        faultless++;
        expect(repairLines(text), text).toEqual({ text, faults: [], faulty: new Set() });
      }),
      { numRuns: 20_000 },
    );
    expect(faultless).toBeGreaterThan(300);
  });
});
