// Text in HTML and XML: the two escapes that every maker of markup outside the templates uses.

/** For text and double-quoted attribute values of HTML and XML. */
export function escapeMarkup(text: string): string {
  return /[&<>"]/.test(text)
    ? text.replace(/[&<>"]/g, (c) =>
        c === "&" ? "&amp;" : c === "<" ? "&lt;" : c === ">" ? "&gt;" : "&quot;",
      )
    : text;
}
