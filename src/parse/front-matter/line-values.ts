// The value on one raw line: whether YAML will read what the author meant. Texts in quotes, brackets or blocks and
// plain texts may run on over the deeper lines below; those lines then are the value's own.
import type { KeyKind } from "./keys.js";
import {
  colonFault,
  commentFault,
  curlyFault,
  firstSignFault,
  type LineFault,
  type LineHead,
  openBracketFault,
  openQuoteFault,
  quoteFault,
} from "./line-faults.js";

export interface RawValue {
  readonly head: LineHead;
  readonly kind: KeyKind;
  /** Without spaces around it. */
  readonly value: string;
  /** The lines below that stand deeper than the key, without spaces around them; asked only where they matter. */
  readonly deeper: () => readonly string[];
  /** The same for a plain text: up to a line that is a field. */
  readonly continued: () => readonly string[];
}

export interface ValueCheck {
  readonly fault?: LineFault;
  /** The line of the fault, counted from that of the key; 0 if absent. */
  readonly line?: number;
  /** UTF-16 offset of the fault in the value, or in the text of a line below. */
  readonly offset?: number;
  /** What to read instead of the value and its lines below. */
  readonly repaired?: string;
  /** How many of the lines below are the value's own. */
  readonly lines: number;
}

export function checkValue(raw: RawValue): ValueCheck {
  const { value, kind, head } = raw;
  if (value === "") return { lines: 0 };
  if (value.startsWith("#")) {
    if (kind === "data" || /^#\s/.test(value)) return { lines: 0 };
    return { fault: commentFault(head, value, ""), repaired: JSON.stringify(value), lines: 0 };
  }
  if (/^[|>][-+\d]*(?:\s+#.*)?$/.test(value)) return { lines: raw.deeper().length };
  if (/^["']/.test(value)) return checkQuoted(raw);
  if (/^[[{]/.test(value) && kind !== "text") return checkBrackets(raw);
  if (kind !== "data" && /^(?:[[{&*!%@`|>]|[-?](?:\s|$))/.test(value)) {
    return { fault: firstSignFault(head, value), repaired: JSON.stringify(value), lines: 0 };
  }
  return checkPlain(raw);
}

function checkQuoted({ head, kind, value, deeper }: RawValue): ValueCheck {
  const pattern = value.startsWith('"') ? /^"(?:[^"\\]|\\[\s\S])*"/ : /^'(?:[^']|'')*'/;
  const below = pattern.test(value) ? [] : deeper();
  const all = [value, ...below];
  const quoted = pattern.exec(all.join("\n"))?.[0];
  if (quoted === undefined) {
    const repaired = JSON.stringify(all.join(" ").slice(1));
    return { fault: openQuoteFault(head, all.join(" ")), repaired, lines: below.length };
  }
  const line = quoted.split("\n").length - 1;
  const last = all[line] ?? "";
  const end = quoted.length - quoted.lastIndexOf("\n") - 1;
  const rest = last.slice(end);
  if (/^\s*$|^\s+#/.test(rest)) return { lines: line };
  const offset = end + rest.search(/\S/);
  const text = all.join(" ");
  const fault = quoteFault(head, text);
  const items = kind === "list" && fault.hint.en.endsWith("]") ? `[${text}]` : JSON.stringify(text);
  return { fault, line, offset, repaired: items, lines: below.length };
}

function checkBrackets({ head, value, deeper }: RawValue): ValueCheck {
  const closing = value.startsWith("[") ? "]" : "}";
  if (value.includes(closing)) return { lines: 0 };
  const below = deeper();
  const line = below.findIndex((text) => text.includes(closing));
  if (line !== -1) return { lines: line + 1 };
  const all = [value, ...below].join(" ");
  return { fault: openBracketFault(head, all), repaired: all + closing, lines: below.length };
}

function checkPlain({ head, kind, value, continued }: RawValue): ValueCheck {
  const below = continued();
  const all = [value, ...below];
  const line = all.findIndex((text) => /:(?:\s|$)/.test(withoutComment(text)));
  if (line !== -1) return checkColon({ head, kind, all, line });
  const comment = value.search(kind === "text" ? /\s#/ : /\s#[^\s#]/);
  if (kind === "data" || comment === -1) return { lines: below.length };
  const left = value.slice(0, comment).trimEnd();
  return { fault: commentFault(head, value, left), offset: comment + 1, lines: below.length };
}

interface ColonText extends Pick<RawValue, "head" | "kind"> {
  readonly all: readonly string[];
  /** The one with the colon. */
  readonly line: number;
}

function checkColon({ head, kind, all, line }: ColonText): ValueCheck {
  const text = all.filter((part) => part !== "").join(" ");
  const read = { repaired: JSON.stringify(text), lines: all.length - 1 };
  if (kind === "data") {
    // A date or a yes with a colon is reported by its own reader; an item with a colon is a map.
    return head.before.endsWith("- ") ? { lines: 0 } : read;
  }
  if (/^[“”„]/.test(text) && /[“”]$/.test(text)) return { ...read, fault: curlyFault(head, text) };
  return { ...read, fault: colonFault(head, text), line, offset: (all[line] ?? "").search(/:(?:\s|$)/) };
}

function withoutComment(text: string): string {
  return text.includes("#") ? text.replace(/\s#.*$/, "") : text;
}
