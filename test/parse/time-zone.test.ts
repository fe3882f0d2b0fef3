import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createDateReader, readMoment } from "../../src/parse/dates.js";
import { createTimeZone } from "../../src/parse/time-zone.js";

describe("time zones", () => {
  test.each([
    // Saigon kept UTC+8 until 13 June 1975, and other offsets before 1955.
    ["Asia/Ho_Chi_Minh", "30/04/1975 - 11:30", "1975-04-30T11:30:00+08:00"],
    ["Asia/Ho_Chi_Minh", "02/09/1975 - 11:30", "1975-09-02T11:30:00+07:00"],
    ["Asia/Ho_Chi_Minh", "19/08/1945 - 14:00", "1945-08-19T14:00:00+09:00"],
    ["Asia/Ho_Chi_Minh", "1975-04-30T03:30:00Z", "1975-04-30T11:30:00+08:00"],
    // The clocks of Berlin go forward at 02:00 and back at 03:00.
    ["Europe/Berlin", "26/03/2023 - 01:59", "2023-03-26T01:59:00+01:00"],
    ["Europe/Berlin", "26/03/2023 - 02:30", "2023-03-26T03:30:00+02:00"],
    ["Europe/Berlin", "26/03/2023 - 03:00", "2023-03-26T03:00:00+02:00"],
    ["Europe/Berlin", "26/03/2023", "2023-03-26T00:00:00+01:00"],
    ["Europe/Berlin", "27/03/2023", "2023-03-27T00:00:00+02:00"],
    ["Europe/Berlin", "29/10/2023 - 02:30", "2023-10-29T02:30:00+02:00"],
    ["Europe/Berlin", "29/10/2023 - 03:00", "2023-10-29T03:00:00+01:00"],
    ["Europe/Berlin", "2023-10-29T01:30:00Z", "2023-10-29T02:30:00+01:00"],
    ["Europe/Berlin", "2023-10-29T00:30:00Z", "2023-10-29T02:30:00+02:00"],
    ["America/St_Johns", "20/01/2023 - 09:50", "2023-01-20T09:50:00-03:30"],
    ["Asia/Kathmandu", "20/01/2023 - 09:50", "2023-01-20T09:50:00+05:45"],
    ["UTC", "20/01/2023 - 09:50", "2023-01-20T09:50:00+00:00"],
    ["Europe/London", "20/01/2023 - 09:50", "2023-01-20T09:50:00+00:00"],
    // Midnight that does not exist: the day stays the day.
    ["America/Sao_Paulo", "04/11/2018", "2018-11-04T01:00:00-02:00"],
  ])("%s %s → %s", (zone, text, iso) => {
    const { moment } = readMoment(text, zone);
    expect(moment?.iso).toBe(iso);
    expect(moment?.instant).toBe(Date.parse(iso));
  });

  const zones = [
    "Asia/Ho_Chi_Minh",
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
  ];

  test.each(["Asia/Ho_Chi_Minh", "UTC"])("%s keeps the offset that the runtime knows, day by day", (zone) => {
    const { offsetAt } = createTimeZone(zone);
    const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
    const said = zone === "UTC" ? /GMT(\+00:00)?$/ : /GMT\+07:00$/;
    for (let instant = Date.UTC(1976, 0); instant < Date.UTC(2100, 0); instant += 86_400_000) {
      expect(format.format(instant)).toMatch(said);
      expect(offsetAt(instant)).toBe(zone === "UTC" ? 0 : 420);
    }
  });

  test("any instant, written in UTC, comes back with the wall time that Intl shows in the zone", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(1950, 0, 1) / 1000, max: Date.UTC(2060, 0, 1) / 1000 }),
        (zone, seconds) => {
          const instant = seconds * 1000;
          const { moment } = readMoment(new Date(instant).toISOString(), zone);
          const wall = new Intl.DateTimeFormat("sv-SE", {
            timeZone: zone,
            dateStyle: "short",
            timeStyle: "medium",
          }).format(instant);
          expect(moment?.instant).toBe(instant);
          expect(Date.parse(moment?.iso ?? "")).toBe(instant);
          expect(moment?.iso.slice(0, 19).replace("T", " ")).toBe(wall);
        },
      ),
    );
  });

  test("a moment written out and read again is the same moment", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.date({ min: new Date("1950-01-01"), max: new Date("2060-01-01"), noInvalidDate: true }),
        (zone, date) => {
          const reader = createDateReader(zone);
          const { moment } = reader(date.toISOString().slice(0, 16));
          expect(reader(moment?.iso ?? "").moment).toEqual(moment);
        },
      ),
    );
  });
});

test("an unknown zone is refused", () => expect(() => createTimeZone("Asia/Long_An")).toThrow(RangeError));
