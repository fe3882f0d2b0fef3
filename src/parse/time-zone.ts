// Wall time and instants in one IANA zone, by the runtime's own zone data: the machine's zone plays no part.
// Offsets are asked once a day of the calendar and kept, within a bound, for asking costs a microsecond and more.

export interface TimeZone {
  /** Minutes east of UTC at an instant (milliseconds since 1970); seconds of old local mean times are rounded. */
  readonly offsetAt: (instant: number) => number;
  /**
   * The instant of a wall time, given as if it were UTC (milliseconds). Where clocks go back the first of the two,
   * where they go forward the same time by the clock of before.
   */
  readonly instantOf: (wall: number) => number;
}

const day = 86_400_000;
const minute = 60_000;
const mostDays = 20_000;

/**
 * Zones that are asked for most: their offset since an instant, as the IANA database has it (Vietnam has had one time since
 * 13 June 1975). The runtime's first format of dates takes 20 ms, a fiftieth of the build of a small bulletin and more.
 */
const settled: ReadonlyMap<string, { readonly since: number; readonly offset: number }> = new Map([
  ["Asia/Ho_Chi_Minh", { since: Date.UTC(1976, 0), offset: 7 * 60 }],
  ["UTC", { since: Number.NEGATIVE_INFINITY, offset: 0 }],
]);

/** Making one is dear: make one for a bulletin, not for an article. Throws for an unknown zone. */
export function createTimeZone(name: string): TimeZone {
  const known = settled.get(name);
  let format = known === undefined ? createFormat(name) : undefined;
  const offsetNow = (instant: number): number => {
    format ??= createFormat(name);
    return readOffset(format.format(instant));
  };
  const midnights = new Map<number, number>();

  const offsetAtMidnight = (date: number): number => {
    const asked = midnights.get(date);
    if (asked !== undefined) return asked;
    if (midnights.size >= mostDays) midnights.clear();
    const offset = offsetNow(date * day);
    midnights.set(date, offset);
    return offset;
  };
  const offsetAt = (instant: number): number => {
    if (known !== undefined && instant >= known.since) return known.offset;
    const date = Math.floor(instant / day);
    const offset = offsetAtMidnight(date);
    return offset === offsetAtMidnight(date + 1) ? offset : offsetNow(instant);
  };
  const instantOf = (wall: number): number => {
    const before = offsetAt(wall - day);
    const after = offsetAt(wall + day);
    const first = wall - before * minute;
    if (before === after || offsetAt(first) === before) return first;
    const second = wall - after * minute;
    return offsetAt(second) === after ? second : first;
  };
  return { offsetAt, instantOf };
}

function createFormat(name: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset" });
}

/** From `1/20/2023, GMT+07:00`; `GMT` alone is 0. */
function readOffset(formatted: string): number {
  const [, sign, hours, minutes, seconds] = /GMT([+-])(\d+):(\d+)(?::(\d+))?/.exec(formatted) ?? [];
  if (hours === undefined) return 0;
  const size = Math.round(Number(hours) * 60 + Number(minutes) + Number(seconds ?? 0) / 60);
  return sign === "-" ? -size : size;
}
