// The information block of a test: read as in a bulletin of Vietnamese and English in Ho Chi Minh City's time, and
// written out as the tables beside this file show it.
import type { ArticleKind } from "../../../src/model/article.js";
import { sourcePath } from "../../../src/model/paths.js";
import { createDateReader } from "../../../src/parse/dates.js";
import { type FrontMatterResult, parseFrontMatter } from "../../../src/parse/front-matter.js";

const settings = { languages: ["vi", "en"], readDate: createDateReader("Asia/Ho_Chi_Minh") };

/** A whole file. */
export function parseFile(text: string, kind: ArticleKind = "article"): FrontMatterResult {
  return parseFrontMatter({ path: sourcePath("content/x.md"), text, hash: "h" }, kind, settings);
}

/** The lines of the block alone. */
export function parseLines(...lines: readonly string[]): FrontMatterResult {
  return parseFile(["---", ...lines, "---", ""].join("\n"));
}

/** Every report in both languages, then what was read: moments as RFC 3339, no places; ⏎ is a line break. */
export function print({ diagnostics, given }: FrontMatterResult): string {
  const reports = diagnostics.flatMap(({ place, severity, rule, message, hint }) => [
    `${place?.line}:${place?.column} ${severity} ${rule}`,
    `  ${message.vi} → ${hint.vi}`.replaceAll("\n", "⏎"),
    `  ${message.en} → ${hint.en}`.replaceAll("\n", "⏎"),
  ]);
  const short = (_: string, value: unknown) => {
    if (typeof value !== "object" || value === null) return value;
    if ("iso" in value) return value.iso;
    return "place" in value ? { ...value, place: undefined } : value;
  };
  return [...reports, `reads ${JSON.stringify(given, short)}`].join("\n");
}

export interface TableRow {
  readonly input: string;
  readonly printed: string;
}

/**
 * Rows stand between lines of ====, the input above a line of ----. In the input ⇥ is a tab and ⍽ a no-break space.
 */
export function readTable(text: string): TableRow[] {
  return text
    .trimEnd()
    .split(/^====\n/m)
    .slice(1)
    .map((row) => {
      const [input = "", printed = ""] = row.split(/^-{20}\n/m);
      return {
        input: input.replace(/\n$/, "").replaceAll("⇥", "\t").replaceAll("⍽", "\u00a0"),
        printed: printed.trimEnd(),
      };
    });
}
