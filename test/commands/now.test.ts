import { describe, expect, test } from "vitest";
import { chooseNow } from "../../src/commands/now.js";

const clock = () => 1_700_000_000_123;

function now(flag: string | undefined, epoch?: string, timeZone = "Asia/Ho_Chi_Minh") {
  const chosen = chooseNow({ flag, epoch, clock, timeZone });
  return typeof chosen === "number" ? new Date(chosen).toISOString() : chosen.message.en;
}

describe("where the present time comes from", () => {
  test.each([
    ["the clock", undefined, undefined, "2023-11-14T22:13:20.123Z"],
    ["the clock, for an empty variable", undefined, "", "2023-11-14T22:13:20.123Z"],
    ["SOURCE_DATE_EPOCH", undefined, "1674183000", "2023-01-20T02:50:00.000Z"],
    ["SOURCE_DATE_EPOCH at its start", undefined, "0", "1970-01-01T00:00:00.000Z"],
    ["--now before both", "1674183001", "1674183000", "2023-01-20T02:50:01.000Z"],
    ["wall time of the bulletin", "20/01/2023 - 09:50", undefined, "2023-01-20T02:50:00.000Z"],
    ["a day: its beginning", "20/01/2023", undefined, "2023-01-19T17:00:00.000Z"],
    ["an offset of its own", "2023-01-20T09:50:00Z", undefined, "2023-01-20T09:50:00.000Z"],
    [
      "a weekday that does not fit is no matter here",
      "Thứ Hai, 20/01/2023",
      undefined,
      "2023-01-19T17:00:00.000Z",
    ],
  ])("%s", (_, flag, epoch, time) => expect(now(flag, epoch)).toBe(time));

  test("the bulletin's zone, not the machine's", () => {
    expect(now("2023-01-20 09:50", undefined, "Europe/Berlin")).toBe("2023-01-20T08:50:00.000Z");
  });
});

describe("what is no time", () => {
  test.each([
    ["hôm nay", undefined, "--now: “hôm nay” is not a complete date"],
    ["30/02/2024", undefined, "--now: There is no 30/02/2024; February 2024 has 29 days"],
    ["", undefined, "--now: “” is not a complete date"],
    ["2026", undefined, "--now: “2026” is not a complete date"],
    ["20260120", undefined, "--now: “20260120” is not a complete date"],
    [
      undefined,
      "hôm nay",
      "SOURCE_DATE_EPOCH must be a number of seconds since 1 January 1970, not “hôm nay”",
    ],
    [undefined, "1.5", "SOURCE_DATE_EPOCH must be a number of seconds since 1 January 1970, not “1.5”"],
  ])("--now %s, SOURCE_DATE_EPOCH %s", (flag, epoch, message) => expect(now(flag, epoch)).toBe(message));
});
