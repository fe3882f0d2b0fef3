// An article's text to HTML with holes. The one frozen processor: its list of plugins is the specification of what
// Bantin makes of Markdown, in this order. A pure function of the context; what an author can mend is pushed to
// context.diagnostics, and a text that is too much for it gives an empty result and an error.
import type { Element, ElementContent, Root as HtmlRoot, Nodes } from "hast";
import type { Root } from "mdast";
import rehypeStringify from "rehype-stringify";
import { type Plugin, type Processor, unified } from "unified";
import type { Heading, Lead, LocalImage, LocalLink } from "../model/article.js";
import { type Work, whole } from "../model/parts.js";
import type { MarkdownContext } from "./context.js";
import { cutHoles } from "./cut-holes.js";
import { writeHtml } from "./html-text.js";
import { parseTree } from "./markdown-tree.js";
import { findOverload } from "./nesting.js";
import { parseOrdinary } from "./ordinary.js";
import { reportOverload } from "./overload-reports.js";
import { descriptionOf, foldSpace } from "./plain-text.js";
import { rehypeAbbreviations } from "./plugins/abbreviations.js";
import { rehypeEndMark } from "./plugins/end-mark.js";
import { rehypeFigures } from "./plugins/figures.js";
import { rehypeFootnotes } from "./plugins/footnotes.js";
import { rehypeHeadings } from "./plugins/headings.js";
import { remarkIndentedProse } from "./plugins/indented-prose.js";
import { remarkLead } from "./plugins/lead.js";
import { rehypeNoBreak } from "./plugins/no-break.js";
import { rehypePullQuotes } from "./plugins/pull-quotes.js";
import { rehypeRawHtml } from "./plugins/raw-html.js";
import { remarkToHtml } from "./plugins/to-html.js";
import { remarkWordHabits } from "./plugins/word-habits.js";
import { rehypeSanitise } from "./sanitise.js";
import { findTreeOverload } from "./tree-size.js";
import { wordsOf } from "./words-of.js";

export interface MarkdownResult {
  readonly lead?: Lead;
  /** HTML with holes (model/holes.ts). */
  readonly body: string;
  /** Plain text of the lead, else of the first paragraph, without end mark and agency prefix; "" if there is none. */
  readonly description: string;
  readonly headings: readonly Heading[];
  /** Every id in the body, with its prefix. */
  readonly anchors: readonly string[];
  readonly links: readonly LocalLink[];
  readonly images: readonly LocalImage[];
}

export type TreeParser = (text: string) => Root;

/** The pipeline behind any parser that gives mdast; tests put the reference parser here. */
export function createMarkdownParser(parser: TreeParser): (context: MarkdownContext) => MarkdownResult {
  // Made with the first text: few texts come here, and making it reads what is put aside of the packages.
  let made: ReturnType<typeof createProcessor> | undefined;
  return (context) => {
    made ??= createProcessor(parser);
    const processor = made;
    const text = context.source.text.slice(context.bodyOffset);
    const file = { value: text, data: { context } };
    const deepest = context.settings.limits.nesting;
    const scanned = findOverload(text, deepest);
    const tree = scanned === undefined ? processor.parse(file) : undefined;
    const overload = scanned ?? (tree && findTreeOverload(tree, deepest));
    if (tree === undefined || overload !== undefined) {
      const { kind, offset } = overload ?? { kind: "dense", offset: 0 };
      reportOverload(context, kind, { position: { start: { offset } } });
      return { body: "", description: "", headings: [], anchors: [], links: [], images: [] };
    }
    const html = processor.runSync(tree, file);
    return finishArticle(html, context, (root) => writeHtml(root) ?? processor.stringify(root));
  };
}

/** Through the pipeline, whatever the text holds. */
const parseByPipeline = createMarkdownParser(parseTree);

/** Ordinary texts go the short way. */
export function* parseInParts(context: MarkdownContext): Work<MarkdownResult> {
  const text = context.source.text.slice(context.bodyOffset);
  const isOverload = findOverload(text, context.settings.limits.nesting) !== undefined;
  const html = isOverload ? undefined : yield* parseOrdinary(text, context);
  yield;
  if (html === undefined) return parseByPipeline(context);
  return finishArticle(html, context, (root) => writeHtml(root) ?? stringify(root));
}

export function parseMarkdown(context: MarkdownContext): MarkdownResult {
  return whole(parseInParts(context));
}

function stringify(root: HtmlRoot): string {
  return unified().use(rehypeStringify, { allowDangerousHtml: true }).stringify(root);
}

function createProcessor(parser: TreeParser) {
  return unified()
    .use(useParser as Plugin<[TreeParser], string, Root>, parser)
    .use(remarkIndentedProse, parser)
    .use(remarkWordHabits)
    .use(remarkLead)
    .use(remarkToHtml)
    .use(rehypeRawHtml)
    .use(rehypeFootnotes)
    .use(rehypeHeadings)
    .use(rehypeFigures)
    .use(rehypePullQuotes)
    .use(rehypeEndMark)
    .use(rehypeAbbreviations)
    .use(rehypeNoBreak)
    .use(rehypeSanitise)
    .use(rehypeStringify, { allowDangerousHtml: true })
    .freeze();
}

function useParser(this: Processor, parser: TreeParser): undefined {
  this.parser = parser;
}

/** Takes the lead out, cuts the holes, and writes what is left. */
function finishArticle(
  tree: HtmlRoot,
  context: MarkdownContext,
  stringify: (root: HtmlRoot) => string,
): MarkdownResult {
  const opening = takeLead(tree);
  const cuttings = cutHoles(tree, context);
  const body = stringify(tree);
  if (opening === undefined) {
    const first = tree.children.find((node) => isParagraph(node) && foldedWords(node) !== "");
    return { body, description: first === undefined ? "" : descriptionOf(foldedWords(first)), ...cuttings };
  }
  const text = foldedWords(opening);
  const html = stringify({ type: "root", children: withoutLinks(opening.children) });
  return { lead: { text, html }, body, description: descriptionOf(text), ...cuttings };
}

/** Removes the lead, which the lead's plugin has put first. */
function takeLead(tree: HtmlRoot): Element | undefined {
  const [first, second] = tree.children;
  const { className } = first?.type === "element" ? first.properties : {};
  if (!isParagraph(first) || !Array.isArray(className) || !className.includes("lead")) return undefined;
  tree.children.splice(0, second?.type === "text" ? 2 : 1);
  return first;
}

function isParagraph(node: Nodes | undefined): node is Element {
  return node?.type === "element" && node.tagName === "p";
}

function foldedWords(node: Nodes): string {
  return foldSpace(wordsOf([node]));
}

/** A lead is shown where its links and images would lead nowhere: in lists, on cards. */
function withoutLinks(nodes: readonly ElementContent[]): ElementContent[] {
  const left: ElementContent[] = [];
  for (const node of nodes) {
    if (node.type !== "element") left.push(node);
    else if (!barred.has(node.tagName)) {
      const children = withoutLinks(node.children);
      const { id: _, ...properties } = node.properties;
      if (node.tagName === "a") left.push(...children);
      else left.push({ ...node, properties, children });
    }
  }
  return left;
}

const barred: ReadonlySet<string> = new Set(["img", "audio", "video", "source"]);
