// The raw lines of an information block, before YAML sees them: finds the mistakes that would make YAML fail
// elsewhere or read something else, and puts each right, so that the other fields are still read. Lines keep their
// numbers, and no line is reported twice.
import { articleKeys, type KeyKind, type KeySet, keysBelow } from "./keys.js";
import {
  indentFault,
  type LineFault,
  type LineHead,
  spaceFault,
  strayFault,
  tabFault,
} from "./line-faults.js";
import { checkValue } from "./line-values.js";

export interface RepairedLines {
  readonly text: string;
  readonly faults: readonly PlacedFault[];
  /** Lines (from 0) with an error: what YAML or a reader of values says of them follows from it. */
  readonly faulty: ReadonlySet<number>;
}

export interface PlacedFault {
  readonly fault: LineFault;
  /** From 0. */
  readonly line: number;
  /** UTF-16, from 0, in the line as typed. */
  readonly offset: number;
}

export function repairLines(text: string): RepairedLines {
  const scan: Scan = { lines: text.split("\n"), faults: [], faulty: new Set(), base: -1 };
  replaceTabs(scan);
  for (let at = 0; at < scan.lines.length; ) at = repairLine(scan, at);
  return { text: scan.lines.join("\n"), faults: scan.faults, faulty: scan.faulty };
}

interface Scan {
  readonly lines: string[];
  readonly faults: PlacedFault[];
  readonly faulty: Set<number>;
  /** Indent of the fields, that of the first; -1 before it. */
  base: number;
  /** The field at hand. */
  field?: { readonly key: string; readonly kind: KeyKind; readonly below: KeySet<string> | undefined };
}

interface KeyLine {
  /** Spaces and the hyphens of list items. */
  readonly lead: string;
  readonly key: string;
  readonly kind: KeyKind;
  /** Of the colon. */
  readonly offset: number;
  /** Not followed by an ordinary space. */
  readonly glued: boolean;
  readonly value: string;
}

function addFault(scan: Scan, line: number, offset: number, fault: LineFault): void {
  if (scan.faulty.has(line)) return;
  scan.faults.push({ fault, line, offset });
  if (fault.severity === "error") scan.faulty.add(line);
}

function replaceTabs(scan: Scan): void {
  let opensGroup = false;
  for (const [at, line] of scan.lines.entries()) {
    const content = line.trim();
    if (content === "") scan.lines[at] = "";
    else if (/^ *\t/.test(line) && !content.startsWith("#")) {
      const repaired = !opensGroup && isField(content) ? content : `  ${content}`;
      addFault(scan, at, 0, tabFault(repaired));
      scan.lines[at] = repaired;
    } else if (/^\S/.test(line)) opensGroup = /(?::|[:\s][|>][-+\d]*)$/.test(content);
  }
}

/** Puts one line right and returns the number of the next one to look at. */
function repairLine(scan: Scan, at: number): number {
  const line = scan.lines[at] ?? "";
  if (line === "" || /^\s*#/.test(line)) return at + 1;
  const found = findKey(scan, line);
  if (found === undefined) return repairKeyless(scan, at, line);
  const indent = found.lead.length;
  if (scan.base === -1) scan.base = indent;
  if (indent === scan.base) {
    scan.field = { key: found.key, kind: found.kind, below: keysBelow(articleKeys.find(found.key)) };
  }

  const before = `${found.lead}${found.key}: `;
  let offset = line.trimEnd().length - found.value.length;
  if (found.glued) {
    addFault(scan, at, found.offset, spaceFault(found.key, found.value));
    scan.lines[at] = before + found.value;
    offset = before.length;
  }
  return repairValue(scan, at, { head: { before, key: found.key }, kind: found.kind, offset, indent });
}

/** The items of a list, and lines that have strayed into the block. */
function repairKeyless(scan: Scan, at: number, line: string): number {
  const lead = /^ *(?:- +)+/.exec(line)?.[0];
  if (lead !== undefined) {
    const indent = lead.search(/-/);
    const { key = "", kind = "data" } = scan.field ?? {};
    return repairValue(scan, at, { head: { before: lead, key }, kind, offset: lead.length, indent });
  }
  if (/^[^\s#\-"'\]}?[{]/.test(line)) {
    addFault(scan, at, 0, strayFault());
    scan.lines[at] = "";
  }
  return at + 1;
}

interface ValueLine {
  readonly head: LineHead;
  readonly kind: KeyKind;
  readonly offset: number;
  readonly indent: number;
}

function repairValue(scan: Scan, at: number, { head, kind, offset, indent }: ValueLine): number {
  const value = (scan.lines[at] ?? "").slice(offset).trimEnd();
  const check = checkValue({
    head,
    kind,
    value,
    deeper: () => takeDeeper(scan, { at, indent }),
    continued: () => takeContinued(scan, at, indent),
  });
  if (check.fault !== undefined) {
    const line = at + (check.line ?? 0);
    const within = check.line ? (scan.lines[line] ?? "").search(/\S/) : offset;
    addFault(scan, line, within + (check.offset ?? 0), check.fault);
    if (check.fault.severity === "error") scan.faulty.add(at);
  }
  if (check.repaired !== undefined) {
    scan.lines[at] = head.before + check.repaired;
    scan.lines.fill("", at + 1, at + 1 + check.lines);
  }
  return at + 1 + check.lines;
}

interface Deeper {
  readonly at: number;
  readonly indent: number;
  readonly until?: (line: number, content: string) => boolean;
}

/** The lines that stand deeper than a key, without the blank ones at their end. */
function takeDeeper(scan: Scan, { at, indent, until }: Deeper): readonly string[] {
  const deeper: string[] = [];
  for (let next = at + 1; next < scan.lines.length; next++) {
    const line = scan.lines[next] ?? "";
    const spaces = line.search(/\S/);
    const content = line.trim();
    if ((spaces !== -1 && spaces <= indent) || until?.(next, content)) break;
    deeper.push(content);
  }
  while (deeper.at(-1) === "") deeper.pop();
  return deeper;
}

/** The same for a plain text. A field among them is only indented by mistake, and is put back. */
function takeContinued(scan: Scan, at: number, indent: number): readonly string[] {
  const isField = (line: number, content: string) => {
    const repaired = putBack(scan, indent, content);
    if (repaired === undefined) return false;
    addFault(scan, line, 0, indentFault(repaired));
    scan.lines[line] = repaired;
    return true;
  };
  return takeDeeper(scan, { at, indent, until: isField });
}

function putBack(scan: Scan, indent: number, content: string): string | undefined {
  const key = /^([^\s:"'#-][^:]{0,39}):(?:\s|$)/.exec(content)?.[1];
  if (key === undefined) return undefined;
  if (indent > scan.base && scan.field?.below?.find(key) !== undefined) return " ".repeat(indent) + content;
  return articleKeys.find(key) === undefined ? undefined : " ".repeat(Math.max(0, scan.base)) + content;
}

const keyLine = /^( *(?:- +)*)([^\s:："'#[\]{}&*!|>%@`,-][^:：]*)([:：])(.*)$/;

function findKey(scan: Scan, line: string): KeyLine | undefined {
  const [, lead, typed, colon, rest] = keyLine.exec(line) ?? [];
  if (lead === undefined || typed === undefined || rest === undefined) return undefined;
  const key = typed.trimEnd();
  const glued = colon === "：" || /^[^ \t]/.test(rest);
  const isTop = lead.length === scan.base || (scan.base === -1 && !lead.includes("-"));
  const keys = isTop ? articleKeys : scan.field?.below;
  const name = keys?.find(key);
  if (name === undefined && !(isTop && isFieldLike(key) && !(glued && rest.startsWith("//"))))
    return undefined;
  const kind = name === undefined ? "data" : (keys as KeySet<string>).kindOf(name);
  const offset = line.indexOf(colon ?? ":", lead.length + key.length) + (colon === "：" ? 0 : glued ? 1 : 0);
  return { lead, key, kind, offset, glued, value: rest.trim() };
}

function isField(content: string): boolean {
  const key = /^([^:：]{1,40})[:：]/.exec(content)?.[1];
  return key !== undefined && articleKeys.find(key) !== undefined;
}

function isFieldLike(key: string): boolean {
  return /^\p{L}[\p{L}\p{M}\p{N} _./-]{0,39}$/u.test(key);
}
