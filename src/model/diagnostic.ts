// A diagnostic is something an author can mend. It is data: gathered, sorted, cached and replayed, and printed
// only by report.ts. Rule ids are kebab-case and permanent; each lives beside the check that raises it.
import type { SourcePath } from "./paths.js";
import type { Place } from "./place.js";

/** One text in the two languages in which Bantin speaks to editors. */
export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

/** The language in which Bantin speaks to the editor; the bulletin's own languages are others. */
export type MessageLanguage = keyof Bilingual;

export type Severity = "error" | "warning";

export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  /** Relative to the bulletin's root: `content/2023/x.md`, `bantin.yaml`. */
  readonly file: SourcePath;
  /** Absent where the report is about the file as a whole: its name, its encoding, its not being there. */
  readonly place?: Place;
  /** What happened, in an editor's words. */
  readonly message: Bilingual;
  /** What to do, with the line to paste where one can be made. */
  readonly hint: Bilingual;
}

export function isError(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === "error";
}

/** In reading order: by file, line, column; then by rule and text, so that the order never depends on chance. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  if (diagnostics.length < 2) return [...diagnostics];
  const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...diagnostics].sort(
    (a, b) =>
      text(a.file, b.file) ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
      text(a.rule, b.rule) ||
      text(a.message.en, b.message.en),
  );
}
