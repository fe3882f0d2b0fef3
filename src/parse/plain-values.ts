// Values on one line as nearly everybody writes them: bare or quoted, a list in brackets, fields in braces; what
// yaml-document.ts gives for them. Whatever may mean something else is left to that reader.
import type { Place } from "../model/place.js";
import type { YamlEntry, YamlList, YamlMap, YamlScalar, YamlValue } from "./yaml-document.js";

/** Letters that each stand in a column of their own, so that a column is an offset. */
const common = /^[\n\x20-\x7e\xa0-\u02ff\u1e00-\u1eff\u2010-\u2027]*$/;

export function isCommon(text: string): boolean {
  return common.test(text);
}

/** Of a value without blanks around it, of which `place` is the first letter's. */
export function readPlainValue(typed: string, place: Place): YamlValue | undefined {
  return typed.startsWith("[") ? readBrackets(typed, place) : readPlainScalar(typed, place);
}

const quotedText = /^(?:"[^"\\]*"|'[^']*')$/;
/** Within a line no ": " and no "#", and no blank at the end. */
const bareText = /^[A-Za-z0-9\xc0-\u024f\u1e00-\u1eff](?:[^#:]|:(?=[^ ]))*(?<! )$/;
/** What the core schema takes for no text, or may take so. */
const special = /^(?:null|true|false)$|^0[xo][\da-f]+$|^\d+(?:\.\d*)?(?:e[-+]?\d+)?$/i;

export function readPlainScalar(raw: string, place: Place): YamlScalar | undefined {
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

function readBrackets(typed: string, place: Place): YamlList | undefined {
  const items: YamlScalar[] = [];
  const isRead = readBetween(typed, place, "]", (text, at) => {
    const value = readPlainScalar(text, at);
    if (value !== undefined) items.push(value);
    return value !== undefined;
  });
  return isRead ? { kind: "list", items, place } : undefined;
}

const inBraces = /^([A-Za-z][\w-]*)(: +)/;

/** The same for fields in braces. */
export function readPlainBraces(typed: string, place: Place): YamlMap | undefined {
  const entries: YamlEntry[] = [];
  const isRead = readBetween(typed, place, "}", (text, keyPlace) => {
    const [start = "", key = ""] = inBraces.exec(text) ?? [];
    const { line, column } = keyPlace;
    const value = readPlainScalar(text.slice(start.length), { line, column: column + start.length });
    if (key === "" || value === undefined) return false;
    entries.push({ key, keyPlace, value });
    return true;
  });
  return isRead ? { kind: "map", entries, place } : undefined;
}

/** What stands between two commas: a field's name, where there is one, and a value. */
const between =
  /^(?:[A-Za-z][\w-]*: +)?(?:"[^"\\]*"|'[^']*'|[A-Za-z0-9\xc0-\u024f\u1e00-\u1eff][^,[\]{}:#"'?]*)/;

/** `take` is given each part without blanks around it, and says whether it could be read. */
function readBetween(
  typed: string,
  { line, column }: Place,
  end: "]" | "}",
  take: (text: string, place: Place) => boolean,
): boolean {
  let at = 1;
  const skipBlanks = () => {
    while (typed[at] === " ") at++;
  };
  for (;;) {
    skipBlanks();
    const found = between.exec(typed.slice(at))?.[0];
    if (found === undefined) return false;
    // A no-break space at the end belongs to the text.
    if (!take(found.replace(/ +$/, ""), { line, column: column + at })) return false;
    at += found.length;
    skipBlanks();
    if (typed[at] === end) return at === typed.length - 1;
    if (typed[at] !== ",") return false;
    at++;
  }
}
