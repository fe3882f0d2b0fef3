// The order of names. Vietnamese, as CLDR and dictionaries have it: letters decide first, of the whole name (a ă â, d đ,
// e ê, o ô ơ, u ư), then tones (ngang huyền hỏi ngã sắc nặng), then case. Known here for the letters and signs that names
// are made of: the same on every machine, whatever data its Node was built with, which takes 8 ms to load besides.
import type { Lang } from "./lang.js";

export type Compare = (a: string, b: string) => number;

/** Letters and signs in their order. */
const alphabet = " _-–—,;:!?.·'\"()[]{}@*/\\&#%`^+<=>|~$0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

/** What differs from a letter or sign of the alphabet by a tone only, or is as near to it. */
const near =
  "aàảãáạ ăằẳẵắặ âầẩẫấậ eèẻẽéẹ êềểễếệ iìỉĩíị oòỏõóọ ôồổỗốộ ơờởỡớợ uùủũúụ ưừửữứự yỳỷỹýỵ '‘’ \"“”".split(" ");

/** Of each lower-case letter: its place in the alphabet, and among those near to it. */
const places: ReadonlyMap<string, readonly [place: number, tone: number]> = new Map([
  ...[...alphabet].map((letter, place) => [letter, [place, 0]] as const),
  ...near.flatMap((group) =>
    [...group].map((one, tone) => [one, [alphabet.indexOf(group.charAt(0)), tone]] as const),
  ),
]);

/** How names are sorted in a bulletin of which this is the first language: less than 0 where `a` comes first. */
export function comparerFor(lang: Lang): Compare {
  let collator: Intl.Collator | undefined;
  const ours = new Map<string, string | undefined>();
  const keyOf = (name: string) => {
    if (!ours.has(name)) ours.set(name, sortKey(name));
    return ours.get(name);
  };
  return (a, b) => {
    const [one, other] = lang === "vi" ? [keyOf(a), keyOf(b)] : [];
    if (one !== undefined && other !== undefined) return one < other ? -1 : one > other ? 1 : 0;
    collator ??= new Intl.Collator(lang);
    return collator.compare(a, b);
  };
}

/** What is compared by code units; undefined where the name holds anything else. */
function sortKey(name: string): string | undefined {
  let letters = "";
  let tones = "";
  let cases = "";
  for (const written of name.normalize("NFC")) {
    const letter = written.toLowerCase();
    const known = places.get(letter);
    if (known === undefined) return undefined;
    // 0 ends each part.
    letters += String.fromCharCode(known[0] + 1);
    tones += String.fromCharCode(known[1] + 1);
    cases += letter === written ? "\x01" : "\x02";
  }
  return `${letters}\0${tones}\0${cases}`;
}
