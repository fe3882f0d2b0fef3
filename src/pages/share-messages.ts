// Messages ready to send: a long one for chats, and a short one for SMS, where one Vietnamese letter with a mark more
// than doubles the price. The address is never cut.
import { unitsOf } from "../model/utf8.js";

export interface MessageParts {
  readonly title: string;
  /** Plain; "" where there is none. */
  readonly lead: string;
  /** Absolute; "" where it is not known. */
  readonly address: string;
}

export function longMessage({ title, lead, address }: MessageParts): string {
  return [title, lead, address].filter((part) => part !== "").join("\n\n");
}

/** One SMS in the plain GSM alphabet: at most 160 characters, but for an address that is longer by itself. */
export function shortMessage({ title, lead, address }: MessageParts): string {
  const room = longestSms - (address === "" ? 0 : address.length + 1);
  const heading = withoutMarks(title, room);
  const hasLead = lead !== "" && heading.length <= room - roomForLead;
  const text = hasLead ? `${heading.replace(/[.:;,!?]$/, "")}. ${withoutMarks(lead, room)}` : heading;
  return [cutAtWord(text, room), address].filter((part) => part !== "").join(" ");
}

const longestSms = 160;
/** A lead cut to fewer characters says nothing. */
const roomForLead = 30;

/** In the plain GSM alphabet, on one line. Of a text with more than `most` letters the beginning, with more than those. */
export function withoutMarks(text: string, most = Number.POSITIVE_INFINITY): string {
  const units = unitsOf(text);
  if (room.length < 3 * units.length) room = Buffer.allocUnsafeSlow(3 * units.length);
  const plain = room;
  let size = 0;
  for (let i = 0; i < units.length; i++) {
    const code = units[i] as number;
    const letter = plainOf[code] || learn(code);
    if (letter < dropped) {
      // Whatever stands between words becomes one space; none is needed before the first.
      if (letter !== space || (size > 0 && plain[size - 1] !== space)) plain[size++] = letter;
    } else if (letter === dots) {
      for (let n = 0; n < 3; n++) plain[size++] = dot;
    } else if (letter === left) return slowlyWithoutMarks(text);
    // A space may be the last of all.
    if (size > most && plain[size - 1] !== space) break;
  }
  if (size > 0 && plain[size - 1] === space) size--;
  return plain.toString("latin1", 0, size);
}

/** Written anew for every text. */
let room = Buffer.allocUnsafeSlow(1 << 10);

/** What stands for a letter below this is a letter of ASCII. */
const dropped = 128;
/** "…", which becomes three of ASCII. */
const dots = 129;
/** What the slow way knows. */
const left = 130;

const space = 32;
const dot = 46;

/** What stands for a UTF-16 unit; 0 for those that were not met yet. */
const plainOf = new Uint8Array(1 << 16);

function learn(code: number): number {
  const apart = String.fromCharCode(code).normalize("NFD");
  const letters = Array.from(apart, (_, index) => {
    const part = apart.charCodeAt(index);
    return part < 128 ? gsmOf[part] : (signs.get(part) ?? (isMark(part) ? "" : undefined));
  });
  const plain = letters.join("");
  const isKnown = letters.every((letter) => letter !== undefined) && plain.length <= 1;
  const learnt = isKnown ? plain.charCodeAt(0) || dropped : plain === "..." ? dots : left;
  plainOf[code] = learnt;
  return learnt;
}

/** Combining Diacritical Marks. */
function isMark(code: number): boolean {
  return code >= 0x300 && code < 0x370;
}

/** What stands for each letter of ASCII: itself, another, or the space between words. */
const gsmOf: readonly string[] = Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code);
  if (/[[{]/.test(letter)) return "(";
  if (/[\]}]/.test(letter)) return ")";
  return /[A-Za-z0-9@$!"#%&'()*+,\-./:;<=>?_]/.test(letter) ? letter : " ";
});

/** The other letters and signs of Vietnamese and English texts. */
const signs: ReadonlyMap<number, string> = new Map(
  Object.entries({
    đ: "d",
    Đ: "D",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "–": "-",
    "—": "-",
    "…": "...",
  }).map(([sign, plain]) => [sign.charCodeAt(0), plain]),
);

/** The same for any letters. */
export function slowlyWithoutMarks(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[đĐ]/g, (letter) => (letter === "đ" ? "d" : "D"))
    .replace(/\p{M}/gu, "")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[–—−]/g, "-")
    .replaceAll("…", "...")
    .replace(/[[{]/g, "(")
    .replace(/[\]}]/g, ")")
    .replace(/[^A-Za-z0-9 @$!"#%&'()*+,\-./:;<=>?_]+/g, " ")
    .replace(/ +/g, " ")
    .trim();
}

function cutAtWord(text: string, room: number): string {
  if (text.length <= room) return text;
  if (room < 4) return "";
  const cut = text.slice(0, room - 2);
  const word = cut.lastIndexOf(" ");
  return `${(word > 0 ? cut.slice(0, word) : cut.slice(0, room - 3)).replace(/[ ,.;:-]+$/, "")}...`;
}
