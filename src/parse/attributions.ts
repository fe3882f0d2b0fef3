// Who said it: the last line of a quote. Kept apart from the tree so that its rule can be read and tested as text:
// short, without a full stop, begun with a dash; or "Role - Name" with nothing after the name.
import { letterPattern } from "../model/letters.js";
import { endMark, lastEndMark } from "./plain-text.js";
import { holdsSentenceEnd } from "./sentence.js";

const dash = letterPattern(String.raw`^\s{0,3}[-–—―]{1,3}\s{0,3}(?=[\p{L}“"(])`);
const letter = letterPattern(String.raw`\p{L}`);

/** The length (UTF-16) of the dash and white space with which a line begins, 0 where it begins with none. */
export function dashLength(line: string): number {
  return dash.exec(line)?.[0].length ?? 0;
}

/** A name, a role, or both: what stands after the dash. */
export function isAttribution(words: string): boolean {
  const bare = withoutMark(words);
  return (
    bare !== "" &&
    bare.length <= longest &&
    letter.test(bare) &&
    !/\ufffc/.test(bare) &&
    !holdsSentenceEnd(bare)
  );
}

/** `Bí thư Huyện ủy - Nguyễn Văn Đát`; with words after the name it is a sentence. */
export function isRoleAndName(words: string): boolean {
  const bare = withoutMark(words);
  return isAttribution(bare) && roleAndName.test(bare);
}

const longest = 120;
const title = "(?:(?:[Đđ]ồng chí|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị)\\s+)?";
const name = "\\p{Lu}[\\p{L}\\p{M}’'.-]*(?:\\s\\p{Lu}[\\p{L}\\p{M}’'.-]*){1,5}";
const roleAndName = letterPattern(`^[“"(]?\\p{Lu}.*\\s[-–—―]\\s+${title}${name}$`);

function withoutMark(words: string): string {
  if (words.length > 2 * longest) return words;
  const mark = lastEndMark(words);
  const isLast = mark !== -1 && words.slice(mark + endMark.length).trim() === "";
  return (isLast ? words.slice(0, mark) : words).trim();
}
