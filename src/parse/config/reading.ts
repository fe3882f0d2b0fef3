// What the readers of bantin.yaml and of the vocabularies share: the file, the bulletin's languages and the list
// of faults. A reader returns undefined after it has reported a fault; its caller then keeps the default, so that
// one run reports all faults.
import type { Bilingual, Diagnostic, Severity } from "../../model/diagnostic.js";
import type { Lang } from "../../model/lang.js";
import type { Place } from "../../model/place.js";
import type { Source } from "../../model/source.js";
import { nearest } from "../../model/spelling.js";
import type { YamlValue } from "../yaml-document.js";

export interface Reading {
  readonly source: Source;
  /** The first is the default language. */
  readonly languages: readonly Lang[];
  /** Readers push here. */
  readonly diagnostics: Diagnostic[];
}

export interface Fault {
  readonly rule: string;
  readonly severity?: Severity;
  /** Absent where the report is about the file as a whole. */
  readonly place?: Place;
  readonly message: Bilingual;
  readonly hint: Bilingual;
}

export function addFault({ source, diagnostics }: Reading, { severity = "error", ...rest }: Fault): void {
  diagnostics.push({ ...rest, severity, file: source.path });
}

/** The same text to paste in both languages. */
export function writeLine(line: string): Bilingual {
  return { vi: `Viết: ${line}`, en: `Write: ${line}` };
}

/** "Did you mean …?" where a candidate is near, else the list of all. */
export function suggest(
  typed: string,
  candidates: readonly string[],
  meant = nearest(typed, candidates),
): Bilingual {
  if (meant !== undefined) return { vi: `Có phải “${meant}”?`, en: `Did you mean “${meant}”?` };
  const all = candidates.join(", ");
  return { vi: `Dùng được: ${all}`, en: `Known here: ${all}` };
}

/** A value as typed, short enough for a message. */
export function showTyped(value: YamlValue): Bilingual {
  if (value.kind === "list") return { vi: "một danh sách", en: "a list" };
  if (value.kind === "map") return { vi: "một nhóm mục con", en: "a group of fields" };
  const typed = value.raw.replace(/\s+/gu, " ").trim();
  const short = typed.length > 60 ? `${typed.slice(0, 60)}…` : typed;
  return { vi: `“${short}”`, en: `“${short}”` };
}

/** A text as it has to be typed in these files: in straight double quotes where it needs them. */
export function quoteText(text: string): string {
  const plain =
    /^[\p{L}\p{N}“(/][^\n]*$/u.test(text) && !/:(?:\s|$)|\s#|\s$/u.test(text) && !/^null$/iu.test(text);
  return plain ? text : JSON.stringify(text);
}
