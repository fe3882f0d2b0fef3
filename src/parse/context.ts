// What the Markdown plugins share while one article is parsed: the only currency besides the tree. A plugin is
// `() => (tree, file) => undefined` and reaches this through `contextOf(file)`; nothing else rides on the file.
import type { ArticleKind, ParseSettings } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Lang } from "../model/lang.js";
import { placeAt } from "../model/place.js";
import type { Source } from "../model/source.js";

export interface MarkdownContext {
  readonly source: Source;
  /** UTF-16 offset in `source.text` where the Markdown begins; positions in the tree count from there. */
  readonly bodyOffset: number;
  readonly lang: Lang;
  readonly kind: ArticleKind;
  readonly settings: ParseSettings;
  /** The lead of the front matter, plain text. */
  readonly lead?: string;
  /** Plugins push here. */
  readonly diagnostics: Diagnostic[];
}

declare module "vfile" {
  interface DataMap {
    context: MarkdownContext;
  }
}

/** As much of a file as plugins look at. */
export interface ContextFile {
  readonly data: { readonly context?: MarkdownContext };
}

export function contextOf(file: ContextFile): MarkdownContext {
  const { context } = file.data;
  if (context === undefined) throw new Error("the Markdown processor was run without its context");
  return context;
}

/** Where a node begins in the tree's own text (UTF-16); 0 for a node that a plugin made. */
export interface Positioned {
  readonly position?: { readonly start: { readonly offset?: number | undefined } } | undefined;
}

/** Reports of one rule in one article: more tell an editor nothing, and each costs a reading of the text. */
const mostOfOneRule = 100;

/** Reports something about a node; `offset` (UTF-16) counts from the node's start. */
export function report(
  context: MarkdownContext,
  node: Positioned,
  fault: Omit<Diagnostic, "file" | "place"> & { readonly offset?: number },
): void {
  const { offset = 0, ...rest } = fault;
  if (context.diagnostics.filter(({ rule }) => rule === fault.rule).length >= mostOfOneRule) return;
  const start = context.bodyOffset + (node.position?.start.offset ?? 0) + offset;
  context.diagnostics.push({
    ...rest,
    file: context.source.path,
    place: placeAt(context.source.text, start),
  });
}
