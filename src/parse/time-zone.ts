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

/** Making one is dear (about 0.2 ms): make one for a bulletin, not for an article. Throws for an unknown zone. */
export function createTimeZone(name: string): TimeZone {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset" });
  const midnights = new Map<number, number>();

  const offsetAtMidnight = (date: number): number => {
    const known = midnights.get(date);
    if (known !== undefined) return known;
    if (midnights.size >= mostDays) midnights.clear();
    const offset = readOffset(format.format(date * day));
    midnights.set(date, offset);
    return offset;
  };
  const offsetAt = (instant: number): number => {
    const date = Math.floor(instant / day);
    const offset = offsetAtMidnight(date);
    return offset === offsetAtMidnight(date + 1) ? offset : readOffset(format.format(instant));
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

/** From `1/20/2023, GMT+07:00`; `GMT` alone is 0. */
function readOffset(formatted: string): number {
  const [, sign, hours, minutes, seconds] = /GMT([+-])(\d+):(\d+)(?::(\d+))?/.exec(formatted) ?? [];
  if (hours === undefined) return 0;
  const size = Math.round(Number(hours) * 60 + Number(minutes) + Number(seconds ?? 0) / 60);
  return sign === "-" ? -size : size;
}
