// Messages ready to send: a long one for chats, and a short one for SMS, where one Vietnamese letter with a mark more
// than doubles the price. The address is never cut.

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
  const heading = withoutMarks(title);
  const whole = lead === "" ? heading : `${heading.replace(/[.:;,!?]$/, "")}. ${withoutMarks(lead)}`;
  const text = heading.length > room - roomForLead ? heading : whole;
  return [cutAtWord(text, room), address].filter((part) => part !== "").join(" ");
}

const longestSms = 160;
/** A lead cut to fewer characters says nothing. */
const roomForLead = 30;

/** In the plain GSM alphabet, on one line. */
export function withoutMarks(text: string): string {
  const apart = text.normalize("NFD");
  let plain = "";
  for (let i = 0; i < apart.length; i++) {
    const code = apart.charCodeAt(i);
    const letter = code < 128 ? gsmOf[code] : (signs.get(code) ?? (isMark(code) ? "" : undefined));
    if (letter === undefined) return slowlyWithoutMarks(apart);
    // Whatever stands between words becomes one space.
    if (letter !== " " || !plain.endsWith(" ")) plain += letter;
  }
  return plain.trim();
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

/** The same for any letters: `text` is decomposed. */
export function slowlyWithoutMarks(text: string): string {
  return text
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
