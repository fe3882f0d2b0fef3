// Prose or code: what an indented block reads as.
import { describe, expect, test } from "vitest";
import { readsAsProse } from "../../src/parse/prose.js";

describe("prose", () => {
  test.each([
    "Năm qua, Đảng bộ kết nạp 120 đảng viên.",
    "Điều 5",
    "“Niềm nở khi tiếp dân”",
    "đồng chí bí thư nêu: làm tốt hơn nữa",
    "- Đồng chí Lan: “Có.”",
    "Last year the cell admitted three members.",
    "He said: “We will see what comes next.”",
    "2023 was a good year for us.",
    "Xem [báo cáo](bao-cao.pdf) của **Đảng ủy**.",
    "hoà bình và ổn định".normalize("NFD"),
  ])("%s", (text) => {
    expect(readsAsProse(text)).toBe(true);
  });
});

describe("code", () => {
  test.each([
    "",
    "   \n  ",
    "const a = 1;",
    "npm run build",
    "npm ci && npm test",
    "$ bantin build --root .",
    "title: Cần Đước",
    "---\ntiêu đề: Cần Đước\n---",
    "<p>Đảng bộ</p>",
    "if (a == b) return",
    "{ tên: 'Đảng' }",
    "a b c d",
    "x1 y2 z3 t4 u5.",
    "│ ─ ┼ ô",
  ])("%j", (text) => {
    expect(readsAsProse(text)).toBe(false);
  });
});
