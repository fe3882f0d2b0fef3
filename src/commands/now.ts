// The present time of a build: --now, else SOURCE_DATE_EPOCH, else the clock. Dates are written as in an article and
// belong to the bulletin's time zone, never to the machine's.
import { readMoment } from "../parse/dates.js";
import type { UsageFault } from "./arguments.js";

export interface NowSources {
  readonly flag: string | undefined;
  /** Seconds since the epoch, as text. */
  readonly epoch: string | undefined;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly timeZone: string;
}

/** Milliseconds since the epoch. */
export function chooseNow({ flag, epoch, clock, timeZone }: NowSources): number | UsageFault {
  if (flag !== undefined) return readNow(flag.trim(), timeZone);
  if (epoch === undefined || epoch === "") return clock();
  if (isSeconds(epoch)) return Number(epoch) * 1000;
  return {
    message: {
      vi: `SOURCE_DATE_EPOCH phải là số giây kể từ 01/01/1970, không phải “${epoch}”`,
      en: `SOURCE_DATE_EPOCH must be a number of seconds since 1 January 1970, not “${epoch}”`,
    },
  };
}

function readNow(text: string, timeZone: string): number | UsageFault {
  // Eight digits are a date run together, not seconds.
  if (isSeconds(text) && (text.length > 8 || text === "0")) return Number(text) * 1000;
  const { moment, fault } = readMoment(text, timeZone);
  if (moment !== undefined) return moment.instant;
  const message = fault?.message ?? {
    vi: `“${text}” không phải là ngày tháng`,
    en: `“${text}” is not a date`,
  };
  return {
    message: { vi: `--now: ${message.vi}`, en: `--now: ${message.en}` },
    ...(fault && { hint: fault.hint }),
  };
}

function isSeconds(text: string): boolean {
  return /^\d{1,11}$/.test(text);
}
