// The result as one object for other programs: the same facts as the report, with the place as an offset too.
import type { Diagnostic, MessageLanguage } from "../model/diagnostic.js";
import type { SourcePath } from "../model/paths.js";
import { offsetOf } from "../model/place.js";

export interface JsonResult {
  readonly ok: boolean;
  readonly pages: number;
  readonly photos: number;
  /** Milliseconds. */
  readonly ms: number;
  readonly diagnostics: readonly JsonDiagnostic[];
  /** Only where no build was made: wrong usage (2) or a fault of Bantin (3). */
  readonly error?: { readonly status: 2 | 3; readonly message: string; readonly hint?: string };
}

export interface JsonDiagnostic {
  readonly rule: string;
  readonly severity: Diagnostic["severity"];
  readonly file: string;
  /** From 1; null where the report is about the file as a whole. */
  readonly line: number | null;
  /** From 1, in graphemes; null where the report is about the file as a whole. */
  readonly column: number | null;
  /** From 0, in UTF-16 units of the file on disk, byte order mark not counted; null where it cannot be known. */
  readonly offset: number | null;
  readonly message: string;
  readonly hint: string;
}

export function jsonDiagnostic(
  diagnostic: Diagnostic,
  lang: MessageLanguage,
  sourceOf: (file: SourcePath) => string | undefined,
): JsonDiagnostic {
  const { rule, severity, file, place, message, hint } = diagnostic;
  const source = place === undefined ? undefined : sourceOf(file);
  return {
    rule,
    severity,
    file,
    line: place?.line ?? null,
    column: place?.column ?? null,
    offset: place === undefined || source === undefined ? null : offsetOf(source, place),
    message: message[lang],
    hint: hint[lang],
  };
}
