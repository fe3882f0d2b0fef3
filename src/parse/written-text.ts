// The way back: a text as it has to be written into front matter or bantin.yaml, so that the readers of this folder
// give it back exactly, whatever signs are in it.

/**
 * On one line, in NFC, without spaces around it and without what no file may hold: what can be written and read back.
 * "" where nothing of it is left.
 */
export function cleanLine(text: string): string {
  return text
    .replace(/[\0-\x1f\x7f\u0085\u2028\u2029\ufffe\uffff]+/g, " ")
    .replace(/\p{Cs}/gu, "\ufffd")
    .normalize("NFC")
    .trim();
}

/** A line that `cleanLine` has made, in straight double quotes: a colon, # or any other sign in it means nothing. */
export function quoteLine(line: string): string {
  return JSON.stringify(line);
}

/** A comment that ends where it should, whatever is in the text. */
export function commentOut(text: string): string {
  return `<!--\n${text.replace(/--(!?)>/g, "-- $1>")}\n-->`;
}
