// What a date says as people type it, Vietnamese and English: its parts in any order, each once, nothing checked
// against the calendar. The day comes before the month, always; only a four-digit number can come first as a year.

export interface SpelledDate {
  readonly day: number;
  readonly month: number;
  /** As typed: two digits are a fault, but not one of the spelling. */
  readonly year: string;
  /** 0 is Sunday. */
  readonly weekday?: number;
  readonly time?: { readonly hour: number; readonly minute: number; readonly second: number };
  /** Minutes east of UTC. */
  readonly offset?: number;
}

type Parts = { -readonly [K in keyof SpelledDate]?: SpelledDate[K] };
type Reader = (rest: string, parts: Parts) => number;

/** The parts of a date, or undefined where something in the text belongs to no part. */
export function readSpelling(text: string): SpelledDate | undefined {
  return readUsual(text) ?? readParts(text);
}

const usualNumbers =
  /^(?:(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2})([+-])(\d{2}):(\d{2}))?|(\d{1,2})\/(\d{1,2})\/(\d{4})(?: - (\d{1,2}):(\d{2}))?)$/;

/** The short way for the two spellings that nearly all articles have: ISO 8601, and `20/01/2023 - 09:50`. */
function readUsual(text: string): SpelledDate | undefined {
  const found = usualNumbers.exec(text);
  if (found === null) return undefined;
  const isIso = found[1] !== undefined;
  const year = (isIso ? found[1] : found[12]) as string;
  const month = Number(found[isIso ? 2 : 11]);
  const day = Number(found[isIso ? 3 : 10]);
  const hour = found[isIso ? 4 : 13];
  if (hour === undefined) return { day, month, year };
  if (!isIso) return { day, month, year, time: { hour: Number(hour), minute: Number(found[14]), second: 0 } };
  const time = { hour: Number(hour), minute: Number(found[5]), second: Number(found[6]) };
  const size = Number(found[8]) * 60 + Number(found[9]);
  return { day, month, year, time, offset: found[7] === "-" ? -size : size };
}

/** The parts of a date one by one, in any spelling. */
export function readParts(text: string): SpelledDate | undefined {
  const parts: Parts = {};
  let rest = fold(text).replace(filler, "");
  while (rest !== "") {
    let length = 0;
    for (const read of readers) {
      length = read(rest, parts);
      if (length > 0) break;
    }
    if (length === 0) return undefined;
    rest = rest.slice(length);
    const offset = readOffset(rest, parts);
    rest = rest.slice(offset).replace(filler, "");
  }
  const { day, month, year } = parts;
  return day === undefined || month === undefined || year === undefined
    ? undefined
    : { ...parts, day, month, year };
}

/** What may stand between the parts: `ngày`, `lúc`, `at`, commas and dashes. */
const filler = /^(?:[\s,;.|-]+|(?:ngay|luc|vao|hoi|at|on)(?![a-z]):?)+/;

/** Lower case without marks, one kind of dash. */
function fold(text: string): string {
  const lower = text.trim().toLowerCase();
  if (/^[\x20-\x7e]*$/.test(lower)) return lower;
  return lower
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("đ", "d")
    .replace(/[‐-―−]/g, "-")
    .replace(/\s+/g, " ");
}

const readWeekday: Reader = (rest, parts) => {
  if (parts.weekday !== undefined) return 0;
  for (const [pattern, weekday] of weekdays) {
    const found = pattern.exec(rest);
    if (found === null) continue;
    parts.weekday = weekday ?? (Number(found[1]) - 1) % 7;
    return found[0].length;
  }
  return 0;
};

/** The Vietnamese names first: `thu` alone is an English Thursday. `Thứ 2` and `T2` are Mondays. */
const weekdays: readonly (readonly [RegExp, number | undefined])[] = [
  [/^chu[ae]? nhat(?![a-z])|^cn(?![a-z])/, 0],
  [/^(?:thu |t)([2-7])(?![\d/.-])/, undefined],
  ...["hai", "ba", "tu", "nam", "sau", "bay"].map(
    (name, index) => [new RegExp(`^thu ${name}(?![a-z])`), index + 1] as const,
  ),
  ...["sun", "mon", "tue", "wed", "thu", "fri", "sat"].map(
    (name, index) =>
      [
        new RegExp(`^${name}(?:r|rs|s|nes|ur|urs)?(?:day)?\\b(?! *(?:hai|ba|tu|nam|sau|bay))`),
        index,
      ] as const,
  ),
];

const readDate: Reader = (rest, parts) => {
  if (parts.day !== undefined) return 0;
  const set = (length: number, day: string, month: number | string, year: string) => {
    parts.day = Number(day);
    parts.month = Number(month);
    parts.year = year;
    return length;
  };
  const numbers = /^(\d{1,4}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{1,4})(?:t(?=\d)|(?![\d/]))/.exec(rest);
  if (numbers !== null) {
    const [all, first = "", month = "", last = ""] = numbers;
    if (first.length === 4 && last.length <= 2) return set(all.length, last, month, first);
    if (first.length <= 2 && last.length % 2 === 0) return set(all.length, first, month, last);
    return 0;
  }
  const words =
    /^(\d{1,2}) ?thang ?(\d{1,2})(?: ?,? ?nam ?| ?[/.,-] ?| )(\d{4}|\d{2})(?!\d)/.exec(rest) ??
    /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?,? (\d{4})(?!\d)/.exec(rest);
  if (words !== null) {
    const [all, day = "", name = "", year = ""] = words;
    const month = /\d/.test(name) ? Number(name) : monthNamed(name);
    return month === 0 ? 0 : set(all.length, day, month, year);
  }
  const [all = "", name = "", day = "", year = ""] =
    /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/.exec(rest) ?? [];
  const month = monthNamed(name);
  return month === 0 ? 0 : set(all.length, day, month, year);
};

const months = "january february march april may june july august september october november december".split(
  " ",
);

/** 1 to 12, by the first three letters or more; 0 for any other word. */
function monthNamed(name: string): number {
  return name.length < 3 ? 0 : months.findIndex((month) => month.startsWith(name)) + 1;
}

const readTime: Reader = (rest, parts) => {
  if (parts.time !== undefined) return 0;
  const found =
    /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?![\d:])/.exec(rest) ??
    /^(\d{1,2}) ?(?:gio|h|g)(?![a-z])(?: ?(\d{1,2})(?![\d/.]|-\d{1,2}-| ?thang)(?: ?(?:phut|p)(?![a-z]))?)?/.exec(
      rest,
    );
  if (found === null) return 0;
  const [all, hour, minute, second] = found;
  parts.time = { hour: Number(hour), minute: Number(minute ?? 0), second: Number(second ?? 0) };
  return all.length;
};

/** After a time `Z`, `+07:00`, `+0700`; anywhere with its name: `(GMT+7)`, `UTC`. */
const readOffset: Reader = (rest, parts) => {
  if (parts.offset !== undefined) return 0;
  const found =
    /^[ ,]*\(?(?:gmt|utc) ?(?:([+-])(\d{1,2})(?::?(\d{2}))?)?\)?(?![\d/.a-z])/.exec(rest) ??
    (parts.time === undefined
      ? null
      : /^ ?(?:z(?![a-z])|\(?([+-])(\d{1,2})(?::?(\d{2}))?\)?(?![\d/.-]))/.exec(rest));
  if (found === null) return 0;
  const [all, sign, hours, minutes] = found;
  const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  parts.offset = sign === "-" ? -size : size;
  return all.length;
};

const readers: readonly Reader[] = [readWeekday, readTime, readDate];
