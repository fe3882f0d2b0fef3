// The short way through a block of nothing but plain lines (`field: text`, quoted or bare, a list in brackets or of
// lines with hyphens), as nearly all are: what yaml-document.ts gives for it, at a tenth of its cost. Whatever is out
// of the ordinary is left to that reader; a test holds the two equal, places included.

import type { YamlEntry, YamlList, YamlMap, YamlScalar, YamlValue } from "../yaml-document.js";
import { articleKeys } from "./keys.js";

/** Letters that each stand in a column of their own, so that a column is an offset. */
const common = /^[\n\x20-\x7e\xa0-\u02ff\u1e00-\u1eff\u2010-\u2027]*$/;

const field =
  /^([A-Za-z\xc0-\u024f\u1e00-\u1eff][A-Za-z0-9_\xc0-\u024f\u1e00-\u1eff]*(?:[ -][A-Za-z0-9_\xc0-\u024f\u1e00-\u1eff]+){0,5}):(?: +(\S.*)|)$/;
const item = /^( *)- +(\S.*)$/;

/** `text` begins on line `first` of the file; undefined where it is no block of plain lines. */
export function readPlainLines(text: string, first: number): YamlMap | undefined {
  if (!common.test(text)) return undefined;
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
        : readValue(typed, { line: first + at, column: line.length - typed.length + 1 });
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

type At = YamlScalar["place"];

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
    const value = readScalar(typed, { line: first + at, column: line.length - typed.length + 1 });
    if (value === undefined || lead.length !== indent) return undefined;
    items.push(value);
  }
  if (indent === undefined) return undefined;
  return { kind: "list", items, place: { line: first + from, column: indent + 1 } };
}

function readValue(typed: string, place: At): YamlValue | undefined {
  return typed.startsWith("[") ? readBrackets(typed, place) : readScalar(typed, place);
}

const quotedText = /^(?:"[^"\\]*"|'[^']*')$/;
/** Within a line no ": " and no "#", and no blank at the end. */
const bareText = /^[A-Za-z0-9\xc0-\u024f\u1e00-\u1eff](?:[^#:]|:(?=[^ ]))*(?<! )$/;
/** What the core schema takes for no text, or may take so. */
const special = /^(?:null|true|false)$|^0[xo][\da-f]+$|^\d+(?:\.\d*)?(?:e[-+]?\d+)?$/i;

function readScalar(raw: string, place: At): YamlScalar | undefined {
  if (quotedText.test(raw)) {
    return { kind: "scalar", value: raw.slice(1, -1), raw, quoted: true, place };
  }
  if (!bareText.test(raw)) return undefined;
  const value = special.test(raw) ? readSpecial(raw) : raw;
  return value === undefined ? undefined : { kind: "scalar", value, raw, quoted: false, place };
}

function readSpecial(raw: string): number | boolean | undefined {
  if (raw === "true" || raw === "false") return raw === "true";
  return /^\d{1,15}$/.test(raw) ? Number(raw) : undefined;
}

const between = /^(?:"[^"\\]*"|'[^']*'|[A-Za-z0-9\xc0-\u024f\u1e00-\u1eff][^,[\]{}:#"'?]*)/;

function readBrackets(typed: string, place: At): YamlList | undefined {
  const items: YamlScalar[] = [];
  const { line, column } = place;
  for (let at = 1; at < typed.length; ) {
    const found = between.exec(typed.slice(at))?.[0];
    if (found === undefined) return undefined;
    const value = readScalar(found.replace(/ +$/, ""), { line, column: column + at });
    if (value === undefined) return undefined;
    items.push(value);
    at += found.length;
    while (typed[at] === " ") at++;
    if (typed[at] === "]") return at === typed.length - 1 ? { kind: "list", items, place } : undefined;
    if (typed[at] !== ",") return undefined;
    at++;
    while (typed[at] === " ") at++;
  }
  return undefined;
}
