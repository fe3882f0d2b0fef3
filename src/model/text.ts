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

/**
 * `text.charCodeAt(index)` for loops. Node 20 looks the method up anew for each letter, which takes as long as ten letters,
 * once it has met texts of five kinds in one place: of one byte a letter or two, parts of others, joined ones.
 */
export const codeAt: (text: string, index: number) => number = Function.prototype.call.bind(
  String.prototype.charCodeAt,
);
