// The value on one raw line: whether YAML will read what the author meant. Texts in quotes or brackets may run on
// over deeper lines, and so may blocks; those lines are the value's own and are not looked at one by one.
import {
  colonFault,
  commentFault,
  curlyFault,
  type LineFault,
  quoteFault,
  signFault,
  unclosedBracketFault,
  unclosedQuoteFault,
} from "./line-faults.js";

export interface ValueCheck {
  readonly kind: "empty" | "plain" | "enclosed";
  readonly fault?: LineFault;
  /** Where the mistake stands in the value (UTF-16). */
  readonly offset?: number;
  /** What to read instead. */
  readonly repaired?: string;
  /** How many of the following lines belong to the value. */
  readonly lines: number;
}

/** `deeper` are the following lines that stand deeper than the key; it is called only where they may matter. */
export function checkValue(
  key: string | undefined,
  value: string,
  deeper: () => readonly string[],
): ValueCheck {
  if (value === "") return { kind: "empty", lines: 0 };
  if (value.startsWith("#")) return checkRemark(key, value, deeper());
  if (/^[|>][-+\d]*(?:\s+#.*)?$/u.test(value)) return { kind: "enclosed", lines: deeper().length };
  if (/^["']/u.test(value)) return checkQuoted(key, value, deeper());
  if (/^[[{]/u.test(value)) return checkBrackets(key, value, deeper());
  if (/^[@`%&*!,\]}|>]/u.test(value)) {
    return {
      kind: "plain",
      fault: signFault(key, value),
      offset: 0,
      repaired: JSON.stringify(value),
      lines: 0,
    };
  }
  return checkPlain(key, value);
}

/** `colour: #b3261e`: a value that is a remark to YAML; above a group of fields it is one indeed. */
function checkRemark(key: string | undefined, value: string, deeper: readonly string[]): ValueCheck {
  const isLost = /^#[^\s#]/u.test(value) && deeper.every((line) => /^\s*(?:#|$)/u.test(line));
  return isLost
    ? { kind: "empty", fault: commentFault(key, value, ""), offset: 0, lines: 0 }
    : { kind: "empty", lines: 0 };
}

function checkQuoted(key: string | undefined, value: string, deeper: readonly string[]): ValueCheck {
  const quoted = value.startsWith('"') ? /^"(?:[^"\\]|\\[\s\S])*"/u : /^'(?:[^']|'')*'/u;
  const match = quoted.exec([value, ...deeper].join("\n"))?.[0];
  if (match === undefined) {
    const text = value.slice(1);
    return {
      kind: "enclosed",
      fault: unclosedQuoteFault(key, value),
      offset: 0,
      repaired: JSON.stringify(text),
      lines: 0,
    };
  }
  const lines = match.split("\n").length - 1;
  const rest = lines === 0 ? value.slice(match.length) : "";
  if (/^\s*(?:$|\s#)/u.test(rest)) return { kind: "enclosed", lines };
  const offset = match.length + rest.search(/\S/u);
  return {
    kind: "enclosed",
    fault: quoteFault(key, value),
    offset,
    repaired: JSON.stringify(value),
    lines: 0,
  };
}

function checkBrackets(key: string | undefined, value: string, deeper: readonly string[]): ValueCheck {
  const text = [value, ...deeper].join("\n");
  const { end, closing } = findClosing(text);
  if (end === undefined) {
    const fault = unclosedBracketFault(key, value, closing);
    return { kind: "enclosed", fault, offset: 0, repaired: value + closing, lines: 0 };
  }
  const lines = text.slice(0, end).split("\n").length - 1;
  if (lines > 0 || /^\s*(?:$|\s#)/u.test(value.slice(end))) return { kind: "enclosed", lines };
  return {
    kind: "enclosed",
    fault: signFault(key, value),
    offset: 0,
    repaired: JSON.stringify(value),
    lines: 0,
  };
}

/** Where the brackets that open a text are closed; where they are not, what would close them. */
function findClosing(text: string): { readonly end?: number; readonly closing: string } {
  const open: string[] = [];
  for (const { 0: token, index } of text.matchAll(
    /(?<=[[{,:\s])(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^']|'')*')|\s#[^\n]*|[[\]{}]/gu,
  )) {
    if (token === "[") open.push("]");
    else if (token === "{") open.push("}");
    else if (token === "]" || token === "}") open.pop();
    if (open.length === 0) return { end: index + 1, closing: "" };
  }
  return { closing: open.reverse().join("") };
}

function checkPlain(key: string | undefined, value: string): ValueCheck {
  const comment = value.search(/\s#/u);
  const text = comment === -1 ? value : value.slice(0, comment).trimEnd();
  const colon = text.search(/:(?:\s|$)/u);
  if (colon !== -1 && key !== undefined) {
    const curly = /^[“”„]/u.test(text);
    return {
      kind: "plain",
      fault: curly ? curlyFault(key, text) : colonFault(key, text),
      offset: curly ? 0 : colon,
      repaired: JSON.stringify(text),
      lines: 0,
    };
  }
  // A remark has a space after its #; `#1` belonged to the text.
  if (comment === -1 || !/^\s#[^\s#]/u.test(value.slice(comment))) return { kind: "plain", lines: 0 };
  return { kind: "plain", fault: commentFault(key, value, text), offset: comment + 1, lines: 0 };
}
