// Tells prose from code, for blocks that are indented and so could be either. The rule: what bears the signs of code
// is code; of the rest, text with Vietnamese letters is prose, and other text where it looks like a sentence: four
// words or more, four in five tokens words, begun like a sentence or ended like one.
import { letterPattern } from "../model/letters.js";

export function readsAsProse(text: string): boolean {
  const tokens = text.split(/\s+/u).filter((token) => token !== "");
  if (tokens.length === 0 || codeSign.test(text)) return false;
  const words = tokens.filter((token) => word.test(token)).length;
  if (vietnamese.test(text.normalize("NFC"))) return words * 2 >= tokens.length;
  return words >= 4 && words * 5 >= tokens.length * 4 && (sentenceStart.test(text) || sentenceEnd.test(text));
}

/** Braces, arrows, calls, tags, comparisons, assignments, prompts; a field with its colon, or a line of hyphens. */
const codeSign =
  /[{}]|=>|->|\w\(\)|<\/|\/>|[=!]=|&&|\|\||^\s*(?:\$|#!|\/\/|<[a-z!])|\s=\s|^[a-z][\w-]*:(?:\s|$)|^---\s*$/m;
const word = letterPattern(String.raw`^[“"‘'«([*_–—-]*\p{L}[\p{L}\p{M}'’/.-]*[”"’'»)\]*_.,;:!?…]*$`);
/** Letters of Vietnamese that no code and no other language of the bulletin is likely to hold. */
const vietnamese = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu;
const sentenceStart = letterPattern(String.raw`^\s*[“"‘'«(*_–—-]*(?:\p{Lu}|\d)`);
const sentenceEnd = /[.!?…:][”"’'»)*_]*\s*$/u;
