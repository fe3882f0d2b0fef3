// Reports as the preview shows them: the very text of the terminal, parted into the line that says where, which may
// be a link to the file, and the rest.
import { existsSync } from "node:fs";
import nodePath from "node:path";
import { type Diagnostic, isError, type MessageLanguage } from "../model/diagnostic.js";
import { formatCounts, formatReport, plainPaint } from "../report.js";
import { openSources } from "./sources.js";

export interface PreviewReport {
  readonly errors: readonly ReportItem[];
  readonly warnings: readonly ReportItem[];
  /** `2 errors`, `1 warning`; "" for none. */
  readonly errorCount: string;
  readonly warningCount: string;
  /** Reports that are left out. */
  readonly more: number;
}

export interface ReportItem {
  /** `content/a.md:4:16  error  front-matter-colon`. */
  readonly head: string;
  /** Opens the file at this place in an editor; "" where there is no link. */
  readonly href: string;
  readonly text: string;
}

export interface ReportStyle {
  readonly lang: MessageLanguage;
  /** Where the files of the reports lie, absolute. */
  readonly roots: readonly string[];
  /** The link to a file: `{path}`, `{line}` and `{column}` are filled in; "" for none. */
  readonly editor: string;
}

/** A page holds no more than this. */
const most = 300;

export function previewReport(diagnostics: readonly Diagnostic[], style: ReportStyle): PreviewReport {
  const { lang, roots } = style;
  const sourceOf = openSources(roots);
  const errors = diagnostics.filter(isError);
  const warnings = diagnostics.filter((diagnostic) => !isError(diagnostic));
  const items = (some: readonly Diagnostic[], limit: number) =>
    some.slice(0, limit).map((diagnostic): ReportItem => {
      const whole = formatReport([diagnostic], { lang, paint: plainPaint, sourceOf, most: 1 });
      const [head = "", ...rest] = whole.trimEnd().split("\n");
      return { head, href: hrefOf(diagnostic, style), text: rest.join("\n") };
    });
  const shown = {
    errors: items(errors, most),
    warnings: items(warnings, Math.max(0, most - errors.length)),
  };
  return {
    ...shown,
    errorCount: formatCounts(errors, lang),
    warningCount: formatCounts(warnings, lang),
    more: diagnostics.length - shown.errors.length - shown.warnings.length,
  };
}

/** Without links to files: another machine does not have them, and need not know where they are. */
export function withoutLinks(report: PreviewReport): PreviewReport {
  const strip = (items: readonly ReportItem[]) => items.map((item) => ({ ...item, href: "" }));
  return { ...report, errors: strip(report.errors), warnings: strip(report.warnings) };
}

function hrefOf({ file, place }: Diagnostic, { roots, editor }: ReportStyle): string {
  const machine = roots.map((root) => nodePath.join(root, file)).find((path) => existsSync(path));
  if (machine === undefined || editor === "") return "";
  const path = machine.replaceAll("\\", "/").replace(/^\//, "");
  return editor
    .replace("{path}", path.split("/").map(encodeURIComponent).join("/").replace("%3A", ":"))
    .replace("{line}", String(place?.line ?? 1))
    .replace("{column}", String(place?.column ?? 1));
}
