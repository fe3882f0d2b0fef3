// Text in HTML and XML: the escapes that every maker of markup outside the templates uses.

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
  return /[\0-\x08\x0b\x0c\x0e-\x1f"&<>\ud800-\udfff\ufffe\uffff]/.test(text)
    ? escapeMarkup(cleanXml(text))
    : text;
}

/** For what stands between `<![CDATA[` and `]]>`: the same, and nothing ends it. */
export function textOfCdata(text: string): string {
  return cleanXml(text).replaceAll("]]>", "]]]]><![CDATA[>");
}

/** Control characters, half characters and the two non-characters that XML 1.0 refuses become U+FFFD. */
export function cleanXml(text: string): string {
  // Halves of characters are looked for without `u`, which is quicker, though whole ones are found too.
  if (!/[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/.test(text)) return text;
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, "\ufffd");
}

/** The same text in one piece: V8 puts texts together when somebody looks into them, and until then keeps all their parts. */
export function inOnePiece(text: string): string {
  return text.charCodeAt(0) === -1 ? "" : text;
}
