// A moment as it is written into front matter: `20/01/2026 - 09:50`, wall time in the bulletin's zone.
import type { Moment } from "../model/moment.js";
import { createTimeZone } from "../parse/time-zone.js";

/** Without the time where none was given; seconds are left out. */
export function formatWallTime({ iso, hasTime }: Pick<Moment, "iso" | "hasTime">): string {
  const [year, month, day] = iso.slice(0, 10).split("-");
  return `${day}/${month}/${year}${hasTime ? ` - ${iso.slice(11, 16)}` : ""}`;
}

/** `instant`: milliseconds since 1970; the minute that has begun. */
export function formatInstant(instant: number, timeZone: string): string {
  const offset = createTimeZone(timeZone).offsetAt(instant);
  const iso = new Date(instant + offset * 60_000).toISOString();
  return formatWallTime({ iso, hasTime: true });
}
