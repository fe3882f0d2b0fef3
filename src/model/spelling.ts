// Two spellings of one Vietnamese word: `hoà` and `hòa`, `uỷ` and `ủy` differ only in the place of the tone mark.
// Keys are compared through the functions here; what the author wrote is never changed.
import { closest, distance } from "fastest-levenshtein";
import { letterPattern } from "./letters.js";

const tones = "\u0300\u0301\u0303\u0309\u0323";
const movedTone = letterPattern(`(o|u)([${tones}])(a|e|y)(?!\\p{L})|(o|u)(a|e|y)([${tones}])(?!\\p{L})`, "g");
const marks = letterPattern(String.raw`\p{M}`, "g");

/** Words of Vietnamese and English in NFC with single spaces, and what may hold a tone to be moved: without one, the
 *  key is the text in lower case. */
const vietnamese =
  /^[!-~ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]+(?: [!-~ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]+)*$/;
const mayMove = /[òóỏõọùúủũụ][aàáảãạăắằẳẵặâấầẩẫậeèéẻẽẹêếềểễệyỳýỷỹỵ]/;

/** Case, NFC, spaces and the place of the tone mark folded; marks kept: the same key is the same name. */
export function nameKey(text: string): string {
  if (vietnamese.test(text)) {
    const lower = text.toLowerCase();
    if (!mayMove.test(lower)) return lower;
  }
  const lower = text.normalize("NFD").toLowerCase();
  return lower
    .replace(movedTone.on(lower), (_, o1, t1, a1, o2, a2, t2) => (o1 ? o1 + a1 + t1 : o2 + a2 + t2))
    .replace(/\s+/gu, " ")
    .trim()
    .normalize("NFC");
}

/** Marks, `đ`, case, spaces, "_" and "-" folded: how front-matter keys and file names are matched. */
export function looseKey(text: string): string {
  const apart = text.normalize("NFD");
  return apart
    .replace(marks.on(apart), "")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replace(/[\s_-]+/gu, "");
}

/** The candidate an author may have meant, or undefined where none is near. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const wanted = looseKey(word);
  // Reversed, so that of two candidates with one key the first is offered.
  const byKey = new Map(candidates.map((candidate) => [looseKey(candidate), candidate] as const).reverse());
  const near = closest(wanted, [...byKey.keys()]);
  return distance(wanted, near) <= Math.max(1, Math.floor(wanted.length / 3)) ? byKey.get(near) : undefined;
}
