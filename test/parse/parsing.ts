// Parses Markdown for the tests as a build does, with holes shown as `⟨link 0⟩` so that a table of cases can be read.
import type { ArticleKind } from "../../src/model/article.js";
import type { Diagnostic } from "../../src/model/diagnostic.js";
import { fillHoles } from "../../src/model/holes.js";
import { sourcePath } from "../../src/model/paths.js";
import type { MarkdownContext } from "../../src/parse/context.js";
import { type MarkdownResult, parseMarkdown } from "../../src/parse/markdown.js";

export interface Setting {
  readonly lang?: string;
  readonly kind?: ArticleKind;
  readonly lead?: string;
  readonly nesting?: number;
  /** Front matter above the Markdown: positions count from its first line. */
  readonly above?: string;
}

export function contextFor(markdown: string, setting: Setting = {}): MarkdownContext {
  const { lang = "vi", kind = "article", nesting = 100, above = "", lead } = setting;
  return {
    source: { path: sourcePath("content/bai.md"), text: above + markdown, hash: "" },
    bodyOffset: above.length,
    lang,
    kind,
    settings: {
      languages: ["vi", "en"],
      timeZone: "Asia/Ho_Chi_Minh",
      abbreviations: {},
      limits: { articleBytes: 2_000_000, nesting, photoMegapixels: 100, attachmentBytes: 1e8 },
    },
    ...(lead === undefined ? {} : { lead }),
    diagnostics: [],
  };
}

export interface Parsed extends MarkdownResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly rules: readonly string[];
}

export function parse(markdown: string, setting: Setting = {}): Parsed {
  const context = contextFor(markdown, setting);
  const result = parseMarkdown(context);
  const { diagnostics } = context;
  return { ...result, body: showHoles(result.body), diagnostics, rules: diagnostics.map(({ rule }) => rule) };
}

export function showHoles(html: string): string {
  return fillHoles(html, (kind, index) => `⟨${kind} ${index}⟩`);
}
