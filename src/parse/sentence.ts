// Where a sentence ends in Vietnamese and English prose. The point of `TS.`, `PGS.TS` or `J. Smith` shortens a
// word and ends nothing. Only for short texts (credits, attributions): the callers bound the length first.

/** True where the text holds the end of a sentence, at its own end too. */
export function holdsSentenceEnd(text: string): boolean {
  for (const { 0: mark, index } of text.matchAll(/[.!?…](?=[\s”"’»)\]]|$)/gu)) {
    if (mark !== "." || index === text.length - 1 || !isShortened(text.slice(0, index))) return true;
  }
  return false;
}

function isShortened(before: string): boolean {
  return /(?:^|[^\p{L}\p{M}])(?:\p{Lu}{1,4}|ThS|Th|Tp|Mr|Mrs|Ms|Dr|Prof|Jr|Sr|St)$/u.test(before);
}
