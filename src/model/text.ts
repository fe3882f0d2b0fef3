// Text in HTML and XML: the escape that every maker of markup outside the templates uses. And the way to the letters of a
// text, for loops.

/** For text and double-quoted attribute values of HTML and XML. */
export function escapeMarkup(text: string): string {
  return /[&<>"]/.test(text)
    ? text.replace(/[&<>"]/g, (c) =>
        c === "&" ? "&amp;" : c === "<" ? "&lt;" : c === ">" ? "&gt;" : "&quot;",
      )
    : text;
}

/** For text and double-quoted attribute values of XML 1.0: what that cannot hold becomes U+FFFD. */
export function escapeXml(text: string): string {
  return escapeMarkup(cleanXml(text));
}

/** Control characters, half characters and the two non-characters that XML 1.0 refuses become U+FFFD. */
export function cleanXml(text: string): string {
  // Halves of characters are looked for without `u`, which is quicker, though whole ones are found too.
  if (!/[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/.test(text)) return text;
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, "\ufffd");
}

/**
 * `text.charCodeAt(index)` for loops. Node 20 looks the method up anew for each letter, which takes as long as ten letters,
 * once it has met texts of five kinds in one place: of one byte a letter or two, parts of others, joined ones.
 */
export const codeAt: (text: string, index: number) => number = Function.prototype.call.bind(
  String.prototype.charCodeAt,
);
