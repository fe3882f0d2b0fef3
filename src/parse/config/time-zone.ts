// `timeZone:` is whatever Intl knows, by its IANA name, spelled as IANA spells it. Offsets such as +07:00 are
// refused: they are no zones, and not every supported Node takes them.
import { looseKey, nearest } from "../../model/spelling.js";
import type { YamlEntry } from "../yaml-document.js";
import { addFault, type Reading } from "./reading.js";
import { parseText } from "./values.js";

export const defaultTimeZone = "Asia/Ho_Chi_Minh";

/** Names that Intl's own list lacks or spells in an older way; they are asked about first. */
const common: readonly string[] = [
  defaultTimeZone,
  "Asia/Bangkok",
  "Asia/Vientiane",
  "Asia/Phnom_Penh",
  "Asia/Singapore",
  "Asia/Kolkata",
  "Europe/Kyiv",
  "UTC",
];

const vietnam = /^(?:(?:gmt|utc)?\+?0?7(?::?00)?|asiahanoi|hanoi|saigon|hochiminh|vietnam|vn|ict|asia)$/u;

export function parseTimeZone(reading: Reading, entry: YamlEntry): string | undefined {
  const typed = parseText(reading, entry);
  // Nearly everybody's, which every runtime knows: to ask it takes 20 ms.
  if (typed === undefined || typed === defaultTimeZone) return typed;
  if (isTimeZone(typed)) return [...common, ...knownZones()].find((zone) => sameCase(zone, typed)) ?? typed;
  const meant = zoneMeant(typed);
  addFault(reading, {
    rule: "config-time-zone",
    place: entry.value.place,
    message: {
      vi: `Không có múi giờ “${typed}”${meant ? `. Có phải “${meant}”?` : ""}`,
      en: `There is no time zone “${typed}”${meant ? `. Did you mean “${meant}”?` : ""}`,
    },
    hint: {
      vi: `Viết: ${entry.key}: ${meant ?? defaultTimeZone}`,
      en: `Write: ${entry.key}: ${meant ?? defaultTimeZone}`,
    },
  });
  return undefined;
}

function isTimeZone(name: string): boolean {
  if (!/^[a-z]/iu.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function sameCase(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function zoneMeant(typed: string): string | undefined {
  const key = looseKey(typed).replaceAll("/", "");
  if (vietnam.test(key)) return defaultTimeZone;
  const zones = [...common, ...knownZones()];
  const city = zones.find((zone) => looseKey(zone.slice(zone.lastIndexOf("/") + 1)) === key);
  return city ?? nearest(typed, common) ?? nearest(typed, zones);
}

function knownZones(): readonly string[] {
  return Intl.supportedValuesOf("timeZone");
}
