import { describe, expect, test } from "vitest";
import { findCredit, isByline } from "../../src/parse/credits.js";

function creditOf(caption: string): string | undefined {
  const credit = findCredit(caption);
  return credit && caption.slice(credit.start, credit.end);
}

describe("findCredit", () => {
  test.each([
    ["Quang cảnh hội nghị. Ảnh: Lương Quyên", "Ảnh: Lương Quyên"],
    ["Quang cảnh hội nghị. Ảnh: Lương Quyên.", "Ảnh: Lương Quyên."],
    ["Quang cảnh hội nghị (Ảnh: CPV)", "(Ảnh: CPV)"],
    ["Quang cảnh hội nghị (ảnh: CPV).", "(ảnh: CPV)."],
    ["Quang cảnh hội nghị - Ảnh: Thanh Nga", "Ảnh: Thanh Nga"],
    ["Quang cảnh hội nghị Ảnh: Thanh Nga", "Ảnh: Thanh Nga"],
    ["(Quang cảnh hội nghị. Ảnh: Thanh Nga)", "Ảnh: Thanh Nga"],
    ["Đồng chí Lan (bìa phải) trao quà. Ảnh: TTXVN", "Ảnh: TTXVN"],
    ["Ảnh: TTXVN", "Ảnh: TTXVN"],
    ["ẢNH: TTXVN", "ẢNH: TTXVN"],
    ["Ảnh : TTXVN", "Ảnh : TTXVN"],
    ["Gặt lúa hè thu. Ảnh tư liệu", "Ảnh tư liệu"],
    ["Gặt lúa hè thu. Ảnh tư liệu của Báo Long An", "Ảnh tư liệu của Báo Long An"],
    ["Gặt lúa hè thu. Ảnh minh họa", "Ảnh minh họa"],
    ["Gặt lúa hè thu (Ảnh minh hoạ: Internet)", "(Ảnh minh hoạ: Internet)"],
    ["Gặt lúa hè thu. Nguồn ảnh: Tỉnh đoàn", "Nguồn ảnh: Tỉnh đoàn"],
    ["Gặt lúa. Ảnh: TS. Trần Văn B", "Ảnh: TS. Trần Văn B"],
    ["Gặt lúa. Ảnh: Minh Tuấn (CTV)", "Ảnh: Minh Tuấn (CTV)"],
    ["Gặt lúa hè thu. Ảnh: Minh Tuấn./.", "Ảnh: Minh Tuấn"],
    ["The conference. Photo: Luong Quyen", "Photo: Luong Quyen"],
    ["The conference (Photo: VNA)", "(Photo: VNA)"],
    ["The conference. Photo by J. Smith", "Photo by J. Smith"],
    // Not credits:
    ["Ảnh: Lương Quyên. Hội nghị diễn ra sáng 20/1.", undefined],
    ["Trong ảnh: Đồng chí Lan trao quà", undefined],
    ["Bài, ảnh: Thanh Nga", undefined],
    ["Bài và Ảnh: Thanh Nga", undefined],
    ["Ông giữ một tấm ảnh tư liệu", undefined],
    ["Ông giữ nhiều Ảnh tư liệu", undefined],
    ["(Ảnh: CPV) và nhiều đại biểu", undefined],
    ["Quang cảnh hội nghị. Ảnh:", undefined],
    ["Quang cảnh hội nghị", undefined],
    [`Ảnh: ${"rất dài ".repeat(20)}`, undefined],
    ["", undefined],
  ])("%j → %j", (caption, expected) => {
    expect(creditOf(caption)).toBe(expected);
  });

  test("looks at the end of a long text only", () => {
    expect(creditOf(`${"Ảnh: (".repeat(40_000)} hết. Ảnh: Thanh Nga`)).toBe("Ảnh: Thanh Nga");
    expect(creditOf("Ảnh:".repeat(50_000))?.length).toBeLessThan(100);
  });
});

describe("isByline", () => {
  test.each([
    ["Bài, ảnh: Thanh Nga", true],
    ["Tin, ảnh: Thanh Nga", true],
    ["Bài và ảnh: Thanh Nga", true],
    ["(Bài: Thanh Nga)", true],
    ["Story and photos: Thanh Nga", true],
    ["Ảnh: Thanh Nga", false],
    ["Bài học kinh nghiệm: ba điều", false],
    ["Tin vui: chi bộ có thêm đảng viên", false],
  ])("%j → %j", (text, expected) => {
    expect(isByline(text)).toBe(expected);
  });
});
