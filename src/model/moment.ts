// A moment of the bulletin: wall time in the bulletin's time zone with its offset. The machine's zone and
// locale play no part in it.

export interface Moment {
  /** RFC 3339 with the zone's offset at that time, seconds included: `2023-01-20T09:50:00+07:00`. */
  readonly iso: string;
  /** False where the author gave a day only; the time of `iso` is then 00:00:00. */
  readonly hasTime: boolean;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly instant: number;
}

/** The last millisecond of what was meant: the end of the day where no time was given. */
export function endOf(moment: Moment): number {
  return moment.hasTime ? moment.instant : moment.instant + 86_400_000 - 1;
}

export function yearOf(moment: Moment): string {
  return moment.iso.slice(0, 4);
}

export function monthOf(moment: Moment): string {
  return moment.iso.slice(5, 7);
}
