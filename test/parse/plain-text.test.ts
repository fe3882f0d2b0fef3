import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agencyPrefixOf, descriptionOf, lastEndMark } from "../../src/parse/plain-text.js";

describe("descriptionOf", () => {
  test.each([
    ["Huyện ủy họp.", "Huyện ủy họp."],
    ["  Huyện ủy\n  họp\u00a0– bàn  ba việc.\t", "Huyện ủy họp – bàn ba việc."],
    ["trong sạch, vững mạnh./.", "trong sạch, vững mạnh"],
    ["trong sạch, vững mạnh ./.", "trong sạch, vững mạnh"],
    ["trong sạch, vững mạnh\u00a0./. ", "trong sạch, vững mạnh"],
    ["“Dân là gốc”./.", "“Dân là gốc”"],
    ["“Dân là gốc./.”", "“Dân là gốc”"],
    ["vững mạnh.\n./.", "vững mạnh."],
    ["Xem thư mục ../. của máy chủ", "Xem thư mục ../. của máy chủ"],
    ["(TG) – Sáng 20/1, Huyện ủy họp./.", "Sáng 20/1, Huyện ủy họp"],
    ["(CTT) - Ngày 3/2, chi bộ họp", "Ngày 3/2, chi bộ họp"],
    ["(TG)\u00a0– Sáng 20/1", "Sáng 20/1"],
    ["(Chinhphu.vn) - Thủ tướng ký", "Thủ tướng ký"],
    ["(Báo Cần Thơ) – Sáng nay", "Sáng nay"],
    ["TTXVN – Sáng nay", "Sáng nay"],
    ["Hà Nội (TTXVN) – Sáng nay", "Sáng nay"],
    ["Hanoi (VNA) – The Party cell met.", "The Party cell met."],
    ["(khóa XII) – văn kiện quan trọng", "(khóa XII) – văn kiện quan trọng"],
    ["(Tiếp theo kỳ trước) – Chi bộ họp", "(Tiếp theo kỳ trước) – Chi bộ họp"],
    ["(TG) Sáng 20/1", "(TG) Sáng 20/1"],
    ["Cần Đước – vùng đất anh hùng", "Cần Đước – vùng đất anh hùng"],
    ["TG – chuyên mục mới", "TG – chuyên mục mới"],
    ["VOV2-một kênh hay", "VOV2-một kênh hay"],
    ["", ""],
    ["./.", ""],
  ])("%j → %j", (text, expected) => {
    expect(descriptionOf(text)).toBe(expected);
  });

  test("changes nothing but white space where there is neither prefix nor mark", () => {
    const word = fc.constantFrom(
      "Đảng",
      "bộ",
      "họp,",
      "(khóa XII)",
      "–",
      "15-20%",
      "“tốt”",
      "được.",
      "./x",
      "TG",
    );
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1 }),
        fc.constantFrom(" ", "\n", "  ", "\u00a0"),
        (words, space) => {
          const first = ["Ngày", ...words];
          expect(descriptionOf(first.join(space))).toBe(first.join(" "));
        },
      ),
    );
  });
});

describe("agencyPrefixOf", () => {
  test.each([
    ["(TG) – Sáng", "(TG) – "],
    ["(TG)- Sáng", "(TG)- "],
    ["(ĐCSVN) — Sáng", "(ĐCSVN) — "],
    ["(COVID-19) tăng", ""],
    ["Sáng (TG) – nay", ""],
    ["(bìa phải) – đồng chí", ""],
    ["TTXVN – Sáng", "TTXVN – "],
    ["\n \u00a0TTXVN - Sáng (nay)", "\n \u00a0TTXVN - "],
    [`${" ".repeat(300)}(TG) – Sáng`, `${" ".repeat(300)}(TG) – `],
    [
      "Xứ Một Hai Ba Bốn Năm Sáu Bảy, (Chinhphu.vn)   –   Sáng",
      "Xứ Một Hai Ba Bốn Năm Sáu Bảy, (Chinhphu.vn)   –   ",
    ],
    ["(Tạp chí Xây dựng Đảng và Nhà nước ta) – Sáng", "(Tạp chí Xây dựng Đảng và Nhà nước ta) – "],
    [`(${"𝒳".repeat(24)}.vn) – Sáng`, `(${"𝒳".repeat(24)}.vn) – `],
    ["", ""],
  ])("%j → %j", (text, expected) => {
    expect(agencyPrefixOf(text)).toBe(expected);
  });
});

describe("lastEndMark", () => {
  test.each([
    ["minh./.", 4],
    ["minh ./.", 5],
    ["minh”./.", 5],
    ["minh!./.", 5],
    ["minh./.”", 4],
    ["minh./. Thanh Nga", 4],
    ["minh ./.\nThanh Nga", 5],
    ["minh ./. Thanh Nga", -1],
    ["một./. hai./.", 10],
    ["../.", -1],
    ["a/./.", -1],
    ["./.config", -1],
    ["minh./.com", -1],
    ["", -1],
  ])("%j → %d", (text, expected) => {
    expect(lastEndMark(text)).toBe(expected);
  });
});

test("long hostile texts are read in one pass", () => {
  const hostile = ["./.", " ./. x", "(TG", "(T", " ", "A ", "./.)", "TTXVN ", "Hà Nội "].map((part) =>
    part.repeat(200_000 / part.length),
  );
  for (const text of hostile) expect(descriptionOf(text).length).toBeLessThanOrEqual(text.length);
});
