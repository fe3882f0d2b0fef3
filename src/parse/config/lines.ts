// The raw lines of a file of settings, before any YAML is read: finds the mistakes that make YAML fail somewhere
// else or read something else, and puts each right, so that the rest of the file is still read. Lines keep their
// numbers; only a line that is reported changes, and it is reported once.
import { letterPattern } from "../../model/letters.js";
import { countGraphemes, type Place } from "../../model/place.js";
import {
  hyphenFault,
  indentFault,
  type LineFault,
  noColonFault,
  secondPartFault,
  spaceFault,
  strangeSpaceFault,
  tabFault,
} from "./line-faults.js";
import { checkValue } from "./line-values.js";

export interface PlacedLineFault extends LineFault {
  readonly place: Place;
}

export interface RepairedText {
  readonly text: string;
  readonly faults: readonly PlacedLineFault[];
}

export function repairLines(text: string): RepairedText {
  const scan: Scan = { lines: text.split("\n"), faults: [], levels: [], open: "start", openIndent: -1 };
  for (let at = 0; at < scan.lines.length && scan.faults.length < mostFaults; ) at = repairLine(scan, at);
  return { text: scan.lines.join("\n"), faults: scan.faults };
}

/** Nobody reads more at once, and looking for what was never closed costs the rest of the file each time. */
const mostFaults = 100;

/** What is known between two lines; it lives as long as one call of repairLines. */
interface Scan {
  readonly lines: string[];
  readonly faults: PlacedLineFault[];
  /** Indents of the groups that the next line may belong to, outermost first. */
  readonly levels: number[];
  /** What a deeper line may be: a group below `key:`, the rest of a plain text, or nothing; before any line `start`. */
  open: "start" | "group" | "text" | "nothing";
  /** Indent of the key or list item that is open. */
  openIndent: number;
}

/** A line without its lead: `offset` is where its content begins in the line as typed. */
interface Line {
  readonly at: number;
  readonly typed: string;
  readonly offset: number;
  readonly indent: number;
  readonly content: string;
}

/** Puts one line right and returns the number of the next one to look at. */
function repairLine(scan: Scan, at: number): number {
  const typed = scan.lines[at] as string;
  if (/^\s*(?:#|$)/u.test(typed)) return at + 1;
  const lead = /^\s*/u.exec(typed)?.[0] ?? "";
  const line: Line = {
    at,
    typed,
    offset: lead.length,
    indent: lead.replaceAll("\t", "  ").length,
    content: typed.slice(lead.length),
  };
  if (/^(?:---|\.\.\.)\s*$/u.test(typed)) {
    if (scan.levels.length > 0) repair(scan, line, 0, secondPartFault(), "");
    return at + 1;
  }
  if (/[^ ]/u.test(lead)) {
    const fault = lead.includes("\t") ? tabFault() : strangeSpaceFault();
    repair(scan, line, lead.search(/[^ ]/u) - lead.length, fault, " ".repeat(line.indent) + line.content);
  }
  if (isRestOfText(scan, line)) return at + 1;
  const indent = findLevel(scan, line);
  if (indent !== line.indent) {
    repair(scan, line, 0, indentFault(line.content, indent), " ".repeat(indent) + line.content);
  }
  return repairContent(scan, { ...line, indent });
}

const field = letterPattern(String.raw`^(?:- |[\p{L}"'][^:]{0,40}:(?: |$))`);

function isRestOfText({ open, openIndent }: Scan, { indent, content }: Line): boolean {
  return open === "text" && indent > openIndent && !field.test(content);
}

/** The indent that a line should have: its own where that makes sense. */
function findLevel({ levels, open, openIndent }: Scan, { indent }: Line): number {
  let left: number | undefined;
  while (levels.length > 0 && (levels.at(-1) as number) > indent) left = levels.pop();
  const level = levels.at(-1);
  if (level === indent) return indent;
  const opensGroup = left === undefined && (level === undefined || (open === "group" && indent > openIndent));
  const found = opensGroup ? indent : (left ?? level ?? indent);
  if (found !== level) levels.push(found);
  return found;
}

function repairContent(scan: Scan, line: Line): number {
  const { at, indent } = line;
  const glued = /^-(?=[^\s\d-])/u.test(line.content);
  const content = glued ? `- ${line.content.slice(1)}` : line.content;
  if (glued) repair(scan, line, 0, hyphenFault(content.slice(2)), " ".repeat(indent) + content);

  const dashes = /^(?:-(?: +|$))*/u.exec(content)?.[0] ?? "";
  const rest = content.slice(dashes.length).trimEnd();
  const inner = indent + dashes.length;
  for (const { 0: dash, index } of dashes.matchAll(/- */gu)) scan.levels.push(indent + index + dash.length);

  const found = findKey(rest, dashes !== "");
  if (found === undefined && dashes === "" && !mayBeText(scan, indent) && ofWord.test(rest)) {
    repair(scan, line, 0, noColonFault(rest), `# ${content}`);
    return at + 1;
  }
  const openIndent = found === undefined ? indent : inner;
  const value = found?.value ?? rest;
  const check = checkValue(found?.key, value, () => deeperLines(scan.lines, at, openIndent));

  const before = " ".repeat(indent) + dashes + (found === undefined ? "" : `${found.typedKey}: `);
  const repaired = before + (check.repaired ?? value);
  const offset = dashes.length - (glued ? 1 : 0);
  if (found?.colon !== undefined)
    repair(scan, line, offset + found.colon, spaceFault(found.key, value), repaired);
  if (check.fault !== undefined) {
    const valueOffset = offset + rest.length - value.length + (check.offset ?? 0);
    repair(scan, line, valueOffset, check.fault, check.repaired === undefined ? undefined : repaired);
  }
  scan.open = check.kind === "empty" ? "group" : check.kind === "plain" ? "text" : "nothing";
  scan.openIndent = openIndent;
  return at + 1 + check.lines;
}

/** The text of the key above it, or of the whole file. */
function mayBeText({ open, openIndent }: Scan, indent: number): boolean {
  return open === "start" || (open === "group" && indent > openIndent);
}

interface FoundKey {
  readonly key: string;
  /** With its quotes. */
  readonly typedKey: string;
  readonly value: string;
  /** Where the colon stands that no ordinary space follows. */
  readonly colon?: number;
}

const ofWord = letterPattern(String.raw`^[\p{L}\p{N}]`);
const gluedKey = letterPattern(
  String.raw`^(\p{L}[\p{L}\p{M}\p{N}_-]*(?: [\p{L}\p{M}\p{N}_-]+)*) *(?:：|:(?! |\t|$|//))\s*(.*)$`,
);

function findKey(rest: string, isItem: boolean): FoundKey | undefined {
  // `https://…` is an address; an item of a list may hold a colon.
  const glued = isItem ? null : gluedKey.exec(rest);
  if (glued !== null) {
    const [, key = "", value = ""] = glued;
    return { key, typedKey: key, value, colon: rest.slice(key.length).search(/[:：]/u) + key.length };
  }
  const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?=\s*:)/u.exec(rest)?.[0];
  if (quoted === undefined && !/^[^\s"'[\]{}#&*!|>%@`,]/u.test(rest)) return undefined;
  const colon = rest.slice(quoted?.length ?? 0).search(/:(?:[ \t]|$)/u) + (quoted?.length ?? 0);
  const typedKey = rest.slice(0, colon).trimEnd();
  if (rest[colon] !== ":" || typedKey === "") return undefined;
  return { key: quoted?.slice(1, -1) ?? typedKey, typedKey, value: rest.slice(colon + 1).trimStart() };
}

/** The lines after `at` that stand deeper than the indent, and a closing bracket that does not. */
function deeperLines(lines: readonly string[], at: number, indent: number): readonly string[] {
  let end = at + 1;
  while (end < lines.length && isDeeper(lines[end] as string, indent)) end++;
  if (/^\s*[\]}]/u.test(lines[end] ?? "")) end++;
  return lines.slice(at + 1, end);
}

function isDeeper(line: string, indent: number): boolean {
  const lead = line.search(/\S/u);
  return lead === -1 || lead > indent;
}

/** Reports at an offset (UTF-16) of the content and changes the line; a line that has a report gets no second one. */
function repair(
  scan: Scan,
  line: Line,
  offset: number,
  fault: LineFault,
  repaired: string | undefined,
): void {
  const number = line.at + 1;
  if (repaired !== undefined) scan.lines[line.at] = repaired;
  if (scan.faults.at(-1)?.place.line === number) return;
  const column = countGraphemes(line.typed.slice(0, line.offset + offset)) + 1;
  scan.faults.push({ ...fault, place: { line: number, column } });
}
