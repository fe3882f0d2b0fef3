// The short way through a file of settings of nothing but plain lines (`field: text`, fields below a field, fields in
// braces, a list in brackets), as most are: what yaml-document.ts gives for it, without the library behind that, which
// takes ten milliseconds of a first build to load. Whatever is out of the ordinary is left to that reader; a test holds
// the two equal, places included.
import { isCommon, readPlainBraces, readPlainValue } from "../plain-values.js";
import type { YamlEntry, YamlMap, YamlValue } from "../yaml-document.js";

interface Line {
  /** From 1 on. */
  readonly number: number;
  readonly indent: number;
  readonly key: string;
  /** Behind the colon; "" where there is nothing. */
  readonly typed: string;
  /** Of that, or right behind the colon. */
  readonly column: number;
}

/** Fields below fields: no settings of ours lie deeper, and how deep others may is the YAML reader's to say. */
const deepest = 5;

/** Undefined where it is no file of plain lines. */
export function readPlainSettings(text: string): YamlMap | undefined {
  const lines = isCommon(text) ? readLines(text) : undefined;
  if (lines === undefined) return undefined;
  let next = 0;
  const readFields = (indent: number, depth = 0): YamlMap | undefined => {
    if (depth > deepest) return undefined;
    const entries: YamlEntry[] = [];
    for (let line = lines[next]; line !== undefined && line.indent >= indent; line = lines[next]) {
      // Deeper than the first of them: not a field of its own.
      if (line.indent > indent) return undefined;
      next++;
      const below = lines[next];
      const hasFields = line.typed === "" && below !== undefined && below.indent > indent;
      const value = hasFields ? readFields(below.indent, depth + 1) : readValue(line);
      if (value === undefined) return undefined;
      entries.push({ key: line.key, keyPlace: { line: line.number, column: indent + 1 }, value });
    }
    const [first] = entries;
    return first && { kind: "map", entries, place: first.keyPlace };
  };
  const root = readFields(0);
  return next === lines.length ? root : undefined;
}

function readValue({ typed, number, column }: Line): YamlValue | undefined {
  const place = { line: number, column };
  if (typed.startsWith("{")) return readPlainBraces(typed, place);
  if (typed !== "") return readPlainValue(typed, place);
  return { kind: "scalar", value: null, raw: "", quoted: false, place };
}

const field = /^( *)([A-Za-z][\w-]*):(?: +(\S.*?) *)?$/;

function readLines(text: string): Line[] | undefined {
  const lines: Line[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (/^ *(?:#|$)/.test(line)) continue;
    const found = field.exec(line);
    if (found === null) return undefined;
    const [, { length: indent } = "", key = "", typed = ""] = found;
    lines.push({
      number: index + 1,
      indent,
      key,
      typed,
      column: line.indexOf(typed, indent + key.length + 1) + 1,
    });
  }
  return lines;
}
