// Diagnostics as a table that a person can read: what was written, and all that is said about it, in both languages.
import type { Diagnostic } from "../src/model/diagnostic.js";

export function describeDiagnostic(one: Diagnostic): string {
  const at = one.place === undefined ? "" : `:${one.place.line}:${one.place.column}`;
  const indent = (text: string) => text.replaceAll("\n", "\n        ");
  return [
    `  ${one.file}${at}  ${one.severity}  ${one.rule}`,
    `    vi  ${indent(one.message.vi)}`,
    `        → ${indent(one.hint.vi)}`,
    `    en  ${indent(one.message.en)}`,
    `        → ${indent(one.hint.en)}`,
  ].join("\n");
}

export function describeCase(name: string, diagnostics: readonly Diagnostic[]): string {
  const reports = diagnostics.map(describeDiagnostic);
  return `${name}\n${reports.length === 0 ? "  (nothing)" : reports.join("\n")}\n`;
}
