// Text in HTML and XML: the escapes that every maker of markup outside the templates uses.

/** In a class of a pattern: what stands for something else in markup. */
const markup = '&<>"';
/** What XML 1.0 refuses, but for halves of characters. */
const refused = String.raw`\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff`;
/** Looked for without `u`, which is quicker, though whole characters are found too. */
const halves = String.raw`\ud800-\udfff`;

const hasMarkup = new RegExp(`[${markup}]`);
const mayBeRefused = new RegExp(`[${refused}${halves}]`);
const needsEscape = new RegExp(`[${markup}${refused}${halves}]`);
const everyMarkup = new RegExp(`[${markup}]`, "g");
const everyRefused = new RegExp(String.raw`[${refused}]|\p{Surrogate}`, "gu");

/** For text and double-quoted attribute values of HTML and XML. */
export function escapeMarkup(text: string): string {
  return hasMarkup.test(text)
    ? text.replace(everyMarkup, (c) =>
        c === "&" ? "&amp;" : c === "<" ? "&lt;" : c === ">" ? "&gt;" : "&quot;",
      )
    : text;
}

/** For text and double-quoted attribute values of XML 1.0: what that cannot hold becomes U+FFFD. */
export function escapeXml(text: string): string {
  return needsEscape.test(text) ? escapeMarkup(cleanXml(text)) : text;
}

/** For what stands between `<![CDATA[` and `]]>`: the same, and nothing ends it. */
export function textOfCdata(text: string): string {
  return cleanXml(text).replaceAll("]]>", "]]]]><![CDATA[>");
}

/** Control characters, half characters and the two non-characters that XML 1.0 refuses become U+FFFD. */
export function cleanXml(text: string): string {
  return mayBeRefused.test(text) ? text.replace(everyRefused, "\ufffd") : text;
}

/** The same text in one piece: V8 puts texts together when somebody looks into them, and until then keeps all their parts. */
export function inOnePiece(text: string): string {
  return text.charCodeAt(0) === -1 ? "" : text;
}
