// Diagnostics → text for a terminal: what happened, the line with a caret under the very letter, and what to do. The
// texts come from files that others wrote, so nothing in them may move the cursor or turn the writing around.
import { type Bilingual, type Diagnostic, isError, type MessageLanguage } from "./model/diagnostic.js";
import { graphemesIn } from "./model/graphemes.js";
import type { SourcePath } from "./model/paths.js";
import type { Place } from "./model/place.js";

type Brush = (text: string) => string;

export interface Paint {
  readonly error: Brush;
  readonly warning: Brush;
  readonly strong: Brush;
  readonly faint: Brush;
}

export const plainPaint: Paint = {
  error: (text) => text,
  warning: (text) => text,
  strong: (text) => text,
  faint: (text) => text,
};

export interface ReportOptions {
  readonly lang: MessageLanguage;
  readonly paint: Paint;
  /** The text of a file as it is on disk, lines ending in "\n" or "\r\n"; undefined where it cannot be shown. */
  readonly sourceOf: (file: SourcePath) => string | undefined;
  /** Diagnostics printed at most; errors come before warnings. */
  readonly most: number;
}

/** One block a diagnostic, in the order given, an empty line between them; "" for none. */
export function formatReport(diagnostics: readonly Diagnostic[], options: ReportOptions): string {
  const { lang, most } = options;
  const shown = chooseShown(diagnostics, most);
  const blocks = shown.map((diagnostic) => formatDiagnostic(diagnostic, options));
  const hidden = diagnostics.length - shown.length;
  if (hidden > 0) blocks.push(`${fill(words.more[lang], hidden, lang)}\n`);
  return blocks.join("\n");
}

/** `2 errors, 1 warning`; "" for none. */
export function formatCounts(diagnostics: readonly Diagnostic[], lang: MessageLanguage): string {
  const errors = diagnostics.filter(isError).length;
  const warnings = diagnostics.length - errors;
  const count = (number: number, [one, many]: readonly [Bilingual, Bilingual]) =>
    number === 0 ? [] : [fill((number === 1 ? one : many)[lang], number, lang)];
  return [...count(errors, words.errors), ...count(warnings, words.warnings)].join(", ");
}

const words = {
  error: { vi: "lỗi", en: "error" },
  warning: { vi: "cảnh báo", en: "warning" },
  hint: { vi: "cách sửa:", en: "fix:" },
  errors: [
    { vi: "{n} lỗi", en: "{n} error" },
    { vi: "{n} lỗi", en: "{n} errors" },
  ],
  warnings: [
    { vi: "{n} cảnh báo", en: "{n} warning" },
    { vi: "{n} cảnh báo", en: "{n} warnings" },
  ],
  more: {
    vi: "… và {n} mục nữa; chạy với --json để xem tất cả",
    en: "… and {n} more; run with --json to see all",
  },
} as const;

function fill(pattern: string, number: number, lang: MessageLanguage): string {
  const digits = String(number).replace(/\B(?=(\d{3})+$)/g, lang === "vi" ? "." : ",");
  return pattern.replace("{n}", digits);
}

function chooseShown(diagnostics: readonly Diagnostic[], most: number): readonly Diagnostic[] {
  if (diagnostics.length <= most) return diagnostics;
  const errors = diagnostics.filter(isError).slice(0, most);
  const warnings = diagnostics.filter((diagnostic) => !isError(diagnostic)).slice(0, most - errors.length);
  const chosen = new Set([...errors, ...warnings]);
  return diagnostics.filter((diagnostic) => chosen.has(diagnostic));
}

function formatDiagnostic(diagnostic: Diagnostic, { lang, paint, sourceOf }: ReportOptions): string {
  const { file, place, severity, rule, message, hint } = diagnostic;
  const where = place === undefined ? file : `${file}:${place.line}:${place.column}`;
  const source = place === undefined ? undefined : sourceOf(file);
  const frame = place === undefined || source === undefined ? [] : formatFrame(source, place, paint);
  const [first = "", ...rest] = clean(hint[lang]).split("\n");
  const lines = [
    `${paint.strong(clean(where))}  ${paint[severity](words[severity][lang])}  ${paint.faint(rule)}`,
    `  ${clean(message[lang]).replaceAll("\n", " ")}`,
    ...frame,
    `  ${paint.faint(words.hint[lang])} ${first}`,
    ...rest.map((line) => (line === "" ? "" : `    ${line}`)),
  ];
  return `${lines.join("\n")}\n`;
}

function formatFrame(source: string, { line, column }: Place, paint: Paint): string[] {
  const at = lineStart(source, line);
  if (at === undefined) return [];
  const digits = String(line).length;
  const gutter = (mark: string, label: string) => `  ${mark} ${label.padStart(digits)} |`;
  const shown = layOut(textOfLine(source, at), column);
  const before = line === 1 ? undefined : lineStart(source, line - 1);
  return [
    ...(before === undefined
      ? []
      : [
          paint.faint(
            `${gutter(" ", String(line - 1))} ${layOut(textOfLine(source, before), 1).text}`.trimEnd(),
          ),
        ]),
    `${gutter(">", String(line))} ${shown.text}`.trimEnd(),
    `${gutter(" ", "")} ${" ".repeat(shown.caret)}${paint.error("^")}`,
  ];
}

function lineStart(source: string, line: number): number | undefined {
  let start = 0;
  for (let number = 1; number < line; number++) {
    const end = source.indexOf("\n", start);
    if (end === -1) return undefined;
    start = end + 1;
  }
  return start;
}

function textOfLine(source: string, start: number): string {
  const end = source.indexOf("\n", start);
  return source.slice(start, end === -1 ? source.length : end).replace(/\r$/, "");
}

/** Cells of a terminal that a line may take; a longer one is cut around the caret. */
const widest = 100;
const beforeCaret = 60;
const tabStop = 4;

interface LaidOut {
  readonly text: string;
  /** Cells before the caret. */
  readonly caret: number;
}

/** A line as a terminal shows it: tabs as spaces, one cell for what has no shape, the part around the column. */
function layOut(line: string, column: number): LaidOut {
  const cells: { readonly text: string; readonly start: number; readonly width: number }[] = [];
  let start = 0;
  let caret = 0;
  let number = 1;
  for (const { segment } of graphemesIn(line)) {
    if (number === column) caret = start;
    else if (number > column && start > caret + widest) break;
    const text = segment === "\t" ? " ".repeat(tabStop - (start % tabStop)) : shapeOf(segment);
    const width = segment === "\t" ? text.length : widthOf(text);
    cells.push({ text, start, width });
    start += width;
    number++;
  }
  if (number <= column) caret = start;
  const from = start > widest && caret > beforeCaret ? caret - beforeCaret : 0;
  const kept = cells.filter((cell) => cell.start >= from && cell.start + cell.width <= from + widest);
  const first = kept[0]?.start ?? from;
  const last = kept.at(-1);
  const cutLeft = first > 0 ? "…" : "";
  const cutRight = last !== undefined && last !== cells.at(-1) ? "…" : "";
  return {
    text: cutLeft + kept.map(({ text }) => text).join("") + cutRight,
    caret: caret - first + cutLeft.length,
  };
}

/** Controls, and the invisible characters that turn or hide writing, as a visible sign of one cell. */
function shapeOf(grapheme: string): string {
  return /^[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(grapheme) ? "\ufffd" : grapheme.normalize("NFC");
}

const wide =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|.\ufe0f)/u;

/** Cells of a terminal that a grapheme takes. */
function widthOf(grapheme: string): number {
  if (/^[\x20-\x7e]$/.test(grapheme)) return 1;
  if (/^\p{M}/u.test(grapheme)) return 0;
  return wide.test(grapheme) ? 2 : 1;
}

/** Leaves line breaks; everything else that could act on a terminal becomes a visible sign. */
function clean(text: string): string {
  return text
    .replace(/\t/g, " ")
    .replace(/[^\P{Cc}\n]|[\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069]/gu, "\ufffd");
}
