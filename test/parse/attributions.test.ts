import { describe, expect, test } from "vitest";
import { dashLength, isAttribution, isRoleAndName } from "../../src/parse/attributions.js";
import { holdsSentenceEnd } from "../../src/parse/sentence.js";

test.each([
  ["- Nguyễn Văn Đát", 2],
  ["– Nguyễn Văn Đát", 2],
  ["—Nguyễn Văn Đát", 1],
  ["―  Nguyễn Văn Đát", 3],
  ["-- Nguyễn Văn Đát", 3],
  ["– “Dân”", 2],
  ["-5 độ", 0],
  ["- - Nguyễn", 0],
  ["Nguyễn - Văn", 0],
  ["–", 0],
  ["", 0],
])("dashLength(%j) → %d", (line, expected) => {
  expect(dashLength(line)).toBe(expected);
});

test.each([
  ["Nguyễn Văn Đát", true],
  ["Nguyễn Văn Đát, Bí thư Huyện ủy", true],
  ["TS. Nguyễn Văn Đát ./.", true],
  ["Nguyễn Văn Đát.", false],
  ["Tôi nghĩ vậy. Đúng thế", false],
  ["Thật sao?", false],
  ["2023", false],
  ["", false],
  ["a".repeat(121), false],
])("isAttribution(%j) → %j", (words, expected) => {
  expect(isAttribution(words)).toBe(expected);
});

describe("isRoleAndName", () => {
  test.each([
    ["Bí thư Huyện ủy - Nguyễn Văn Đát", true],
    ["Bí thư Huyện ủy – Nguyễn Văn Đát", true],
    ["Trưởng ban - PGS.TS Trần Thị Mai", true],
    ["Già làng - Y Thông", true],
    ["Bí thư - ông Điểu K’Ré", true],
    ["Secretary - Jane O'Brien", true],
    ["Bí thư Huyện ủy - Nguyễn Văn Đát./.", true],
    ["Bí thư Huyện ủy - Nguyễn Văn Đát tặng quà", false],
    ["Bí thư Huyện ủy - Đát", false],
    ["bí thư - Nguyễn Văn Đát", false],
    ["Bí thư-Nguyễn Văn Đát", false],
    ["Nguyễn Văn Đát", false],
    [`${"Bí thư ".repeat(20)}- Nguyễn Văn Đát`, false],
  ])("%j → %j", (words, expected) => {
    expect(isRoleAndName(words)).toBe(expected);
  });
});

test.each([
  ["Chi bộ họp.", true],
  ["Chi bộ họp. Mọi người", true],
  ["Thật sao? Đúng", true],
  ["Chi bộ họp…", true],
  ["“Chi bộ họp.”", true],
  ["TS. Trần Văn B", false],
  ["PGS.TS. Trần Văn B", false],
  ["J. Smith", false],
  ["Q.1, TP.HCM", false],
  ["15.000 người", false],
  ["Chi bộ họp", false],
  ["", false],
])("holdsSentenceEnd(%j) → %j", (text, expected) => {
  expect(holdsSentenceEnd(text)).toBe(expected);
});
