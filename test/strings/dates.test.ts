import { describe, expect, test } from "vitest";
import { createDateFormat, defaultPattern, longPattern, monthName } from "../../src/strings/dates.js";
import { en } from "../../src/strings/en.js";
import { vi } from "../../src/strings/vi.js";
import { makeMoment } from "../pages/site-factory.js";

const morning = makeMoment("2023-01-20T09:05");
const day = makeMoment("2023-01-05");

describe("the patterns of a language", () => {
  test.each([
    ["vi", vi, "20/01/2023 - 09:05", "05/01/2023"],
    ["vi-VN", vi, "20/01/2023 - 09:05", "05/01/2023"],
    ["en", en, "20 January 2023, 09:05", "5 January 2023"],
    ["fr", en, "2023-01-20 09:05", "2023-01-05"],
    ["zh-Hant", en, "2023-01-20 09:05", "2023-01-05"],
  ])("%s", (lang, words, withTime, without) => {
    const format = createDateFormat(defaultPattern(lang), words);
    expect(format(morning)).toBe(withTime);
    expect(format(day)).toBe(without);
  });

  test.each([
    ["vi", vi, "Thứ Sáu, ngày 20 tháng 01 năm 2023"],
    ["en", en, "Friday, 20 January 2023"],
    ["fr", en, "2023-01-20"],
  ])("the day written out, %s", (lang, words, text) => {
    expect(createDateFormat(longPattern(lang), words)(morning)).toBe(text);
  });
});

describe("a pattern", () => {
  test.each([
    ["d.M.yyyy", "20.1.2023", "5.1.2023"],
    ["dd MMM yyyy", "20 Jan 2023", "05 Jan 2023"],
    ["EEEE d MMMM", "Friday 20 January", "Thursday 5 January"],
    ["H'h'mm", "9h05", ""],
    ["'ngày' d", "ngày 20", "ngày 5"],
    ["d 'o''clock'", "20 o'clock", "5 o'clock"],
    ["d''M", "20'1", "5'1"],
    ["[HH:mm, ]dd/MM", "09:05, 20/01", "05/01"],
    ["dd/MM[ 'lúc' HH:mm]!", "20/01 lúc 09:05!", "05/01!"],
    // A time outside of [ ] goes with what joins it to the date.
    ["dd/MM/yyyy - HH:mm", "20/01/2023 - 09:05", "05/01/2023"],
    ["HH:mm, dd/MM/yyyy", "09:05, 20/01/2023", "05/01/2023"],
    ["dd/MM HH:mm yyyy", "20/01 09:05 2023", "05/01 2023"],
  ])("%s", (pattern, withTime, without) => {
    const format = createDateFormat(pattern, en);
    expect(format(morning)).toBe(withTime);
    expect(format(day)).toBe(without);
  });

  test("weekdays are right on every day of a week, before the epoch and after", () => {
    const weekday = createDateFormat("EEEE", vi);
    const days = ["02", "03", "04", "05", "06", "07", "08"].map((d) => weekday(makeMoment(`2023-01-${d}`)));
    expect(days).toEqual(["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"]);
    expect(weekday(makeMoment("1945-09-02"))).toBe("Chủ nhật");
    expect(weekday(makeMoment("1930-02-03"))).toBe("Thứ Hai");
  });

  test("months have their own names", () => {
    const names = Array.from({ length: 12 }, (_, index) => monthName(index + 1, en));
    expect(new Set(names).size).toBe(12);
    expect([names[0], names[11]]).toEqual(["January", "December"]);
  });
});
