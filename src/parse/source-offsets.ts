// From an offset in a node's value to the offset in the text it was parsed from. They differ after the first line:
// the value has lost the marks of quotes and lists, and the indentation, that stand before each line in the source.

/** `start` is the node's own offset in `text`; all offsets are UTF-16. Exact unless the line holds escapes. */
export function offsetInSource(text: string, start: number, value: string, at: number): number {
  let valueLine = 0;
  let sourceLine = start;
  for (let end = value.indexOf("\n"); end !== -1 && end < at; end = value.indexOf("\n", valueLine)) {
    valueLine = end + 1;
    const sourceEnd = text.indexOf("\n", sourceLine);
    if (sourceEnd === -1) break;
    sourceLine = sourceEnd + 1;
  }
  const endOfLine = (of: string, from: number) => {
    const end = of.indexOf("\n", from);
    return end === -1 ? of.length : end;
  };
  const line = value.slice(valueLine, endOfLine(value, valueLine));
  const found = text.slice(sourceLine, endOfLine(text, sourceLine)).indexOf(line);
  return sourceLine + Math.max(0, found) + (at - valueLine);
}
