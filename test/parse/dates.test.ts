import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readParts, readSpelling } from "../../src/parse/date-spelling.js";
import { createDateReader } from "../../src/parse/dates.js";

const read = createDateReader("Asia/Ho_Chi_Minh");

describe("one moment, however it is spelled", () => {
  test.each([
    "20/01/2023 - 09:50",
    "20/01/2023 – 09:50",
    "20/01/2023-09:50",
    "20/01/2023 09:50",
    "20/1/2023 9:50",
    "09:50, 20/01/2023",
    "09:50 20/01/2023",
    "09:50 - 20/01/2023",
    "20-01-2023 09:50",
    "20.01.2023 09:50",
    "2023-01-20 09:50",
    "2023-01-20T09:50",
    "2023/01/20 09:50",
    "2023-01-20T09:50:00",
    "2023-01-20T09:50:00.000",
    "2023-01-20T09:50:00+07:00",
    "2023-01-20T09:50+0700",
    "2023-01-20 09:50:00 +07:00",
    "2023-01-20T02:50:00Z",
    "2023-01-20T02:50:00.000Z",
    "2023-01-19T21:50-05:00",
    "20/01/2023 - 09:50 (GMT+7)",
    "20/01/2023 09:50 GMT +7",
    "02:50 UTC, 20/01/2023",
    "9h50, 20/1/2023",
    "9h50 - 20/01/2023",
    "9h50-20/01/2023",
    "9g50 ngày 20/01/2023",
    "9 giờ 50 ngày 20/1/2023",
    "9 giờ 50 phút, ngày 20 tháng 1 năm 2023",
    "Ngày 20/01/2023 lúc 9h50",
    "Thứ Sáu, 20/01/2023 - 09:50",
    "Thứ Sáu, ngày 20 tháng 01 năm 2023, 09:50",
    "THỨ SÁU, 20/01/2023 - 09:50",
    "Thứ 6, 20/01/2023 - 09:50",
    "T6, 20/01/2023 - 09:50",
    "09:50, Thứ Sáu 20/01/2023",
    "Thứ Sáu, 20/01/2023 - 09:50".normalize("NFD"),
    "Friday, 20/01/2023 - 09:50",
    "Fri 20/01/2023 09:50",
    "20 January 2023, 09:50",
    "20th Jan. 2023 at 09:50",
    "January 20, 2023 09:50",
    "20/01/2023\u00a0-\u00a009:50",
  ])("%s", (text) =>
    expect(read(text)).toEqual({
      moment: { iso: "2023-01-20T09:50:00+07:00", hasTime: true, instant: Date.UTC(2023, 0, 20, 2, 50) },
    }),
  );

  test.each([
    "20/01/2023",
    "20/1/2023",
    "20-01-2023",
    "20.01.2023",
    "20 - 01 - 2023",
    "2023-01-20",
    "Ngày 20/01/2023",
    "ngày 20 tháng 1 năm 2023",
    "20 tháng 01, 2023",
    "20/01/2023.",
    "20/01/2023 (GMT+7)",
  ])("%s has no time", (text) =>
    expect(read(text)).toEqual({
      moment: { iso: "2023-01-20T00:00:00+07:00", hasTime: false, instant: Date.UTC(2023, 0, 19, 17) },
    }),
  );

  test.each([
    ["20/01/2023 09:50:30", "2023-01-20T09:50:30+07:00"],
    ["9h, 05/06/2023", "2023-06-05T09:00:00+07:00"],
    ["9 giờ 20/01/2023", "2023-01-20T09:00:00+07:00"],
    ["9 giờ 20-01-2023", "2023-01-20T09:00:00+07:00"],
    ["9 giờ 20 tháng 1 năm 2023", "2023-01-20T09:00:00+07:00"],
    ["29/02/2024", "2024-02-29T00:00:00+07:00"],
    ["2023-01-19T23:30:00Z", "2023-01-20T06:30:00+07:00"],
    ["CN, 22/01/2023", "2023-01-22T00:00:00+07:00"],
    ["Chủ nhật, 22/01/2023", "2023-01-22T00:00:00+07:00"],
    ["Chúa nhật 22/01/2023", "2023-01-22T00:00:00+07:00"],
    ["Thứ Hai, 23/01/2023", "2023-01-23T00:00:00+07:00"],
    ["T2 23/01/2023", "2023-01-23T00:00:00+07:00"],
    ["Thứ Năm 26/01/2023", "2023-01-26T00:00:00+07:00"],
    ["Thứ 7, 21/01/2023", "2023-01-21T00:00:00+07:00"],
    ["Thu 2-2-2023", "2023-02-02T00:00:00+07:00"],
    ["Thursday, 2 February 2023", "2023-02-02T00:00:00+07:00"],
    ["Tues 24/01/2023", "2023-01-24T00:00:00+07:00"],
  ])("%s → %s", (text, iso) => {
    expect(read(text).fault).toBeUndefined();
    expect(read(text).moment?.iso).toBe(iso);
  });
});

describe("reports", () => {
  test.each([
    [
      "30/02/2024",
      "error date-day",
      "Không có ngày 30/02/2024; tháng 02/2024 có 29 ngày",
      "Sửa lại ngày; ngày cuối tháng là 29/02/2024",
      "There is no 30/02/2024; February 2024 has 29 days",
      "Correct the day; the month ends on 29/02/2024",
    ],
    [
      "2023-02-29",
      "error date-day",
      "Không có ngày 29/02/2023; tháng 02/2023 có 28 ngày",
      "Sửa lại ngày; ngày cuối tháng là 28/02/2023",
      "There is no 29/02/2023; February 2023 has 28 days",
      "Correct the day; the month ends on 28/02/2023",
    ],
    [
      "00/01/2023",
      "error date-day",
      "Không có ngày 00/01/2023; tháng 01/2023 có 31 ngày",
      "Sửa lại ngày; ngày cuối tháng là 31/01/2023",
      "There is no 00/01/2023; January 2023 has 31 days",
      "Correct the day; the month ends on 31/01/2023",
    ],
    [
      "01/20/2023",
      "error date-month",
      "Không có tháng 20",
      "Viết ngày trước, tháng sau: 20/01/2023",
      "There is no month 20",
      "Write the day first: 20/01/2023",
    ],
    [
      "25/13/2023",
      "error date-month",
      "Không có tháng 13",
      "Tháng viết từ 01 đến 12, sau ngày: 20/01/2023",
      "There is no month 13",
      "Write a month from 01 to 12, after the day: 20/01/2023",
    ],
    [
      "20/01/23",
      "error date-year",
      "Năm “23” phải viết đủ bốn chữ số",
      "Viết: 20/01/2023",
      "The year “23” must be written with four digits",
      "Write: 20/01/2023",
    ],
    [
      "20/01/0203",
      "error date-year",
      "Không có năm 0203",
      "Viết năm đủ bốn chữ số: 20/01/2023",
      "There is no year 0203",
      "Write the year with four digits: 20/01/2023",
    ],
    [
      "20/01/2023 - 25:70",
      "error date-time",
      "Không có giờ 25:70",
      "Viết giờ từ 00:00 đến 23:59, ví dụ 20/01/2023 - 09:50",
      "There is no time 25:70",
      "Write a time from 00:00 to 23:59, such as 20/01/2023 - 09:50",
    ],
    [
      "Thứ Hai, 20/01/2023",
      "warning date-weekday",
      "Ngày 20/01/2023 là Thứ Sáu, không phải Thứ Hai",
      "Xem lại ngày; nếu ngày đúng thì sửa thứ thành Thứ Sáu hoặc bỏ thứ đi",
      "20/01/2023 was a Friday, not a Monday",
      "Check the date; if it is right, write Friday or leave the weekday out",
    ],
    ...["01/2023", "2023", "tháng 1", "hôm qua", "20/01/2023 rồi", "20/01/2023 21/01/2023", "20/01"].map(
      (text) => [
        text,
        "error date-unreadable",
        `“${text}” không phải là ngày tháng đầy đủ`,
        "Viết: 20/01/2023 - 09:50 hoặc 20/01/2023",
        `“${text}” is not a complete date`,
        "Write: 20/01/2023 - 09:50 or 20/01/2023",
      ],
    ),
  ])("%s → %s", (text, facts, vi, hintVi, en, hintEn) => {
    const { fault, moment } = read(text);
    expect(`${fault?.severity} ${fault?.rule}`).toBe(facts);
    expect(fault?.message).toEqual({ vi, en });
    expect(fault?.hint).toEqual({ vi: hintVi, en: hintEn });
    expect(moment !== undefined).toBe(fault?.severity === "warning");
  });
});

test("any text is a moment or a fault, never an exception", () => {
  const piece = fc.constantFrom(
    "20",
    "/",
    "-",
    "01",
    "2023",
    ":",
    "h",
    " ",
    "giờ",
    "thứ",
    "hai",
    "T",
    "+07",
    "(GMT",
    ")",
    "z",
    ",",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "grapheme" }),
        fc.array(piece).map((all) => all.join("")),
      ),
      (text) => {
        const { moment, fault } = read(text);
        expect(moment !== undefined || fault !== undefined).toBe(true);
        if (moment !== undefined) expect(Date.parse(moment.iso)).toBe(moment.instant);
      },
    ),
  );
});

test("the usual spellings say what they say part by part", () => {
  const number = (digits: number) =>
    fc.integer({ min: 0, max: 10 ** digits - 1 }).map((value) => String(value).padStart(digits, "0"));
  const short = fc.oneof(number(1), number(2));
  const time = fc.tuple(number(2), number(2), number(2)).map((parts) => parts.join(":"));
  const offset = fc
    .tuple(fc.constantFrom("+", "-"), number(2), number(2))
    .map(([sign, a, b]) => `${sign}${a}:${b}`);
  const texts = fc.oneof(
    fc.tuple(number(4), number(2), number(2)).map((parts) => parts.join("-")),
    fc
      .tuple(number(4), number(2), number(2), time, offset)
      .map(([year, month, day, clock, zone]) => `${year}-${month}-${day}T${clock}${zone}`),
    fc.tuple(short, short, number(4)).map((parts) => parts.join("/")),
    fc
      .tuple(short, short, number(4), short, number(2))
      .map(([day, month, year, hour, minute]) => `${day}/${month}/${year} - ${hour}:${minute}`),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(readSpelling(text), text).toEqual(readParts(text));
    }),
    { numRuns: 5_000 },
  );
});
