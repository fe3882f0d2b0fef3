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

function withoutMarks(text: string): string {
  return text
    .replace(/[đĐ]/g, (letter) => (letter === "đ" ? "d" : "D"))
    .normalize("NFD")
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
