// The short way through a block of nothing but plain lines (`field: text`, quoted or bare, a list in brackets or of
// lines with hyphens), as nearly all are: what yaml-document.ts gives for it, at a tenth of its cost. Whatever is out
// of the ordinary is left to that reader; a test holds the two equal, places included.

import { isCommon, readPlainScalar, readPlainValue } from "../plain-values.js";
import type { YamlEntry, YamlList, YamlMap, YamlScalar } from "../yaml-document.js";
import { articleKeys } from "./keys.js";

const field =
  /^([A-Za-z\xc0-\u024f\u1e00-\u1eff][A-Za-z0-9_\xc0-\u024f\u1e00-\u1eff]*(?:[ -][A-Za-z0-9_\xc0-\u024f\u1e00-\u1eff]+){0,5}):(?: +(\S.*)|)$/;
const item = /^( *)- +(\S.*)$/;

/** `text` begins on line `first` of the file; undefined where it is no block of plain lines. */
export function readPlainLines(text: string, first: number): YamlMap | undefined {
  if (!isCommon(text)) return undefined;
  const entries: YamlEntry[] = [];
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    if (line === "") continue;
    const found = field.exec(line);
    if (found === null) return undefined;
    const [, key = "", typed] = found;
    const below = typed === undefined ? readItems(lines, at + 1, first) : undefined;
    const value =
      typed === undefined
        ? below
        : readPlainValue(typed, { line: first + at, column: line.length - typed.length + 1 });
    if (value === undefined) return undefined;
    entries.push({ key: key.normalize("NFC"), keyPlace: { line: first + at, column: 1 }, value });
    at += below?.items.length ?? 0;
  }
  const [entry] = entries;
  return entry === undefined ? undefined : { kind: "map", entries, place: entry.keyPlace };
}

/** Whether repair-lines.ts would find nothing to say of these lines, nor to put right; any doubt is a no. */
export function isFaultless(text: string, { entries }: YamlMap): boolean {
  // It takes a no-break space behind a colon for a space.
  if (text.includes("\u00a0")) return false;
  return entries.every(({ key, keyPlace, value }) => {
    const name = articleKeys.find(key);
    // The lines of a list below its field are looked at one by one, and brackets belong to no text.
    return (
      name !== undefined &&
      value.place.line === keyPlace.line &&
      (value.kind === "scalar" || articleKeys.kindOf(name) !== "text")
    );
  });
}

/** The items on the lines right below a field that has no text of its own. */
function readItems(lines: readonly string[], from: number, first: number): YamlList | undefined {
  const items: YamlScalar[] = [];
  let indent: number | undefined;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] as string;
    const found = item.exec(line);
    if (found === null) break;
    const [, lead = "", typed = ""] = found;
    indent ??= lead.length;
    const value = readPlainScalar(typed, { line: first + at, column: line.length - typed.length + 1 });
    if (value === undefined || lead.length !== indent) return undefined;
    items.push(value);
  }
  if (indent === undefined) return undefined;
  return { kind: "list", items, place: { line: first + from, column: indent + 1 } };
}
