import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawable, fitText, type TextBox } from "../../src/io/card-text.js";
import { fontsFolder } from "../../src/io/drawing-tools.js";
import { readFontMetrics } from "../../src/io/font-metrics.js";

const font = readFontMetrics(join(fontsFolder(), "BeVietnamPro_700Bold.ttf"));
const box: TextBox = {
  width: 656,
  height: 330,
  sizes: [78, 66, 56, 48, 40, 34, 28, 26],
  leading: 1.28,
  mostLines: 5,
};
const words = fc.stringMatching(/^[\p{Script=Latin}]{1,12}$/u).map((word) => word.normalize("NFC"));

describe("metrics of the font", () => {
  test("letters with stacked marks are there, and as wide as their base", () => {
    for (const letter of "ếữậỗỷẫđĐơƯ") expect([letter, font.has(letter)]).toEqual([letter, true]);
    expect(font.widthOf("ế")).toBe(font.widthOf("e"));
    expect(font.widthOf("im")).toBeGreaterThan(font.widthOf("i") * 2);
  });
});

describe("a title", () => {
  test.each([
    ["short, in the largest size", "Con tôm", 1, 78],
    ["of two words that do not fit on a line", "Đồng Tháp Mười mùa nước", 2, 78],
    ["of 50 letters", "Cần Đước: Kiện toàn hệ thống chính trị từ cơ sở", 3, 78],
  ])("%s", (_, title, lines, size) => {
    const set = fitText(title, font, box);
    expect([set.lines.length, set.size]).toEqual([lines, size]);
  });

  test("is balanced: no last line of one word where there is room", () => {
    const { lines } = fitText("Sinh hoạt chi bộ tháng 1 ở Bình Hòa", font, box);
    const widths = lines.map((line) => font.widthOf(line));
    expect(Math.min(...widths)).toBeGreaterThan(Math.max(...widths) * 0.5);
  });

  test("of 200 letters fits, whole", () => {
    const title =
      "Đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách gắn với thực hiện nghị quyết: những kết quả bước đầu ở các chi bộ ấp và bài học kinh nghiệm rút ra trong năm hai nghìn không trăm hai lăm";
    expect(title.length).toBeGreaterThan(190);
    expect(fitText(title, font, box).lines.join(" ")).toBe(title);
  });

  test("never begins a line with a dash, and keeps no-break spaces", () => {
    const { lines } = fitText(
      "Đại hội Đảng bộ xã Phước Long Đông - nhiệm kỳ 2025\u00a0-\u00a02030",
      font,
      box,
    );
    expect(lines.filter((line) => /^[-–—]/.test(line))).toEqual([]);
  });

  test("fits its box whatever it says: at most five lines, no word cut, nothing lost but the end", () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 60 }), (parts) => {
        const { lines, size } = fitText(parts.join(" "), font, box);
        expect(lines.length).toBeLessThanOrEqual(5);
        expect(lines.length * size * box.leading).toBeLessThanOrEqual(box.height);
        for (const line of lines) expect(font.widthOf(line) * size).toBeLessThanOrEqual(box.width + 0.01);
        const shown = lines.join(" ").replace(/…$/, "");
        expect(parts.join(" ").startsWith(shown)).toBe(true);
        const rest = parts.join(" ").slice(shown.length);
        expect(rest === "" || rest.startsWith(" ") || parts[0] !== shown.split(" ")[0]).toBe(true);
      }),
    );
  });

  test("what the font cannot draw is left out", () => {
    expect(drawable("Chúc mừng 🎉 năm mới 通訊!", font)).toBe("Chúc mừng năm mới !");
    expect(drawable("Cần Đước".normalize("NFD"), font)).toBe("Cần Đước");
  });
});
