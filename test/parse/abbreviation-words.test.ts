import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFinder, findDefinition, findTokens } from "../../src/parse/abbreviation-words.js";

const valuesIn = (text: string, names: readonly string[] = []) =>
  findTokens(text, createFinder(names)).map((token) => token.value);

/** The words of the first abbreviation in parentheses. */
function definedIn(text: string): string | undefined {
  const match = /\(([^()]*)\)/.exec(text);
  return match?.[1] === undefined ? undefined : findDefinition(text, match.index, match[1])?.words;
}

describe("findDefinition", () => {
  test.each([
    ["tổ chức cơ sở Đảng (TCCSĐ)", "tổ chức cơ sở Đảng"],
    ["các tổ chức cơ sở Đảng (TCCSĐ)", "tổ chức cơ sở Đảng"],
    ["cán bộ (CB)", "cán bộ"],
    ["đảng viên (ĐV)", "đảng viên"],
    ["ủy ban nhân dân (UBND)", "ủy ban nhân dân"],
    ["Uỷ ban nhân dân (UBND)", "Uỷ ban nhân dân"],
    ["kinh tế - xã hội (KT-XH)", "kinh tế - xã hội"],
    ["kinh tế – xã hội (KT-XH)", "kinh tế – xã hội"],
    ["kinh tế-xã hội (KT-XH)", "kinh tế-xã hội"],
    ["kinh tế - xã hội (KTXH)", "kinh tế - xã hội"],
    ["công nghiệp hóa, hiện đại hóa (CNH-HĐH)", "công nghiệp hóa, hiện đại hóa"],
    ["cán bộ, đảng viên (CBĐV)", "cán bộ, đảng viên"],
    ["Trung ương (TƯ)", "Trung ương"],
    ["trung ương (TU)", "trung ương"],
    ["“tổ chức cơ sở Đảng” (TCCSĐ)", "tổ chức cơ sở Đảng"],
    ["tổ chức\ncơ sở\u00a0Đảng (TCCSĐ)", "tổ chức cơ sở Đảng"],
    ["Vietnam Fatherland Front (VFF)", "Vietnam Fatherland Front"],
    ["the People’s Committee (PC)", "People’s Committee"],
    ["the People's Committee (PC)", "People's Committee"],
    ["ÔNG BÀ (ÔB)", "ÔNG BÀ"],
    // Not definitions:
    ["Nghị quyết Đại hội (khóa XII)", undefined],
    ["Đại hội lần thứ (XIII)", undefined],
    ["(TG) – Sáng 20/1", undefined],
    ["Ảnh chụp tại hội nghị (CPV)", undefined],
    ["Communist Party of Vietnam (CPV)", undefined],
    ["lúc 9 giờ 50 (GMT+7)", undefined],
    ["đồng chí Lan (bìa phải)", undefined],
    ["dân vận (ĐV)", undefined],
    ["đảng viên (DV)", undefined],
    ["tỉnh ủy (TƯ)", undefined],
    ["chức cơ sở Đảng (TCCSĐ)", undefined],
    ["Cán. Bộ (CB)", undefined],
    ["cán (bộ) (CB)", undefined],
    ["cán bộ (C)", undefined],
    ["cán bộ (Cb)", undefined],
    ["cán bộ (CB-)", undefined],
  ])("%j → %j", (text, expected) => {
    const open = text.lastIndexOf("(");
    const inner = text.slice(open + 1, text.indexOf(")", open));
    expect(findDefinition(text, open, inner)?.words).toBe(expected);
  });

  test("the initials of any words define, tone marks or not", () => {
    const word = fc.constantFrom("đảng", "ủy", "ban", "nhân", "dân", "tổ", "chức", "Ông", "ấp", "xã");
    const initials: Record<string, string> = { đ: "Đ", ủ: "U", Ô: "Ô", ấ: "Â", x: "X" };
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 8 }), (words) => {
        const letters = words.map(([first = ""]) => initials[first] ?? first.toUpperCase());
        expect(definedIn(`ở đây ${words.join(" ")} (${letters.join("")})`)).toBe(words.join(" "));
      }),
    );
  });
});

describe("findTokens", () => {
  test.each([
    ["TCCSĐ và CB, ĐV.", ["TCCSĐ", "CB", "ĐV"]],
    ["(TCCSĐ)", ["TCCSĐ"]],
    ["“UBND”…HĐND", ["UBND", "HĐND"]],
    ["vững mạnh, UBND./.", ["UBND"]],
    ["theo 05-CT/TW", ["05-CT/TW"]],
    ["HĐND-UBND", ["HĐND-UBND"]],
    ["KT-XH", ["KT-XH"]],
    ["CPV’s work", ["CPV"]],
    ["PCs", ["PCs"]],
    ["xCBx", ["xCBx"]],
    ["https://ubnd.vn/CB", []],
    ["ubnd.vn/CB", ["ubnd.vn/CB"]],
    ["https://CB", []],
    ["a@CB.vn", ["a@CB.vn"]],
    ["#CB", []],
    ["Đảng bộ Cần Đước", []],
    ["ỪỜ ƯƠ đư ươ", ["ỪỜ", "ƯƠ"]],
    ["ЦК и ЦК.", ["ЦК", "ЦК"]],
    ["中央 ”– …", []],
    ["", []],
  ])("%j → %j", (text, expected) => {
    expect(valuesIn(text)).toEqual(expected);
  });

  test("given names without two capitals are found whole", () => {
    expect(valuesIn("ThS Lan, Tp Tân An, ThSx, TP.HCM", ["ThS", "Tp", "", "a.*"])).toEqual([
      "ThS",
      "Tp",
      "ThSx",
      "TP.HCM",
    ]);
  });

  test("a given name of a digit and a capital", () => {
    expect(valuesIn("Mô hình 5S, 15S, 5Sx", ["5S"])).toEqual(["5S", "15S", "5Sx"]);
  });

  test("tokens neither overlap nor lose their place", () => {
    const part = fc.constantFrom(
      "CB",
      "ĐV",
      "-",
      "/",
      ".",
      " ",
      "a",
      "Đ",
      "(",
      ")",
      "5",
      "@",
      "😀",
      "ThS",
      "\u0301",
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join("");
        let end = 0;
        for (const token of findTokens(text, createFinder(["ThS"]))) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(token.start, token.end)).toBe(token.value);
          end = token.end;
        }
      }),
    );
  });

  test("long hostile texts are read in one pass", () => {
    for (const part of ["AB-", "AB", "a", "aAB ", "(AB)", "-", "A/", "ab AB@", "Đả"]) {
      const text = part.repeat(200_000 / part.length);
      expect(findTokens(text, createFinder(["ab"])).length).toBeLessThanOrEqual(text.length);
    }
  });
});
