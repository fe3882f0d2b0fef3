// Ordinary texts past the pipeline of markdown.ts: the same plugins in the same order, called one by one, and each
// only where the text holds something for it.
import type { Root, RootContent } from "hast";
import rehypeSanitize from "rehype-sanitize";
import type { VFile } from "vfile";
import type { Work } from "../model/parts.js";
import { unitsOf } from "../model/utf8.js";
import { oddNamesOf } from "./abbreviation-words.js";
import type { MarkdownContext } from "./context.js";
import { readNodes } from "./markdown-tree.js";
import { setLead } from "./ordinary/lead.js";
import { setNotes } from "./ordinary/notes.js";
import { takeParagraphs } from "./ordinary/paragraphs.js";
import { buildOrdinaryTree } from "./ordinary/tree.js";
import { breaks, capitals, findSigns, spacedDash } from "./ordinary/word-signs.js";
import { endMark } from "./plain-text.js";
import { commonAbbreviations, rehypeAbbreviations } from "./plugins/abbreviations.js";
import { rehypeEndMark } from "./plugins/end-mark.js";
import { rehypeFigures } from "./plugins/figures.js";
import { rehypeFootnotes } from "./plugins/footnotes.js";
import { rehypeHeadings } from "./plugins/headings.js";
import { keepTogether, rehypeNoBreak } from "./plugins/no-break.js";
import { rehypePullQuotes } from "./plugins/pull-quotes.js";
import { isAllowed } from "./sanitise.js";
import { schema } from "./sanitise-schema.js";

/** The finished tree of an ordinary text that is no overload for the parser; undefined for any other. */
export function* parseOrdinary(text: string, context: MarkdownContext): Work<Root | undefined> {
  const { left, paragraphs } = takeParagraphs(context.source.text, context.bodyOffset);
  if (isExtraordinary(left)) return undefined;
  // What stands beside a photo or an end mark may belong to it, and escapes can make a mark of other signs.
  const { lead = "" } = context;
  const isMarked = isEscaped(left) || text.includes(endMark) || lead.includes(endMark);
  const isLiteral = !isMarked && !left.includes("![");
  const nodes = readNodes(left);
  yield;
  const oddNames = oddNamesOf(commonAbbreviations(context));
  const built = buildOrdinaryTree({
    nodes,
    source: left,
    paragraphs,
    isLiteral,
    deepest: context.settings.limits.nesting,
    oddNames,
  });
  if (built === undefined || !setLead(built.tree, context)) return undefined;
  const { tree, holdsImages, holdsQuotes, calm, isTied } = built;
  yield;
  const signs = built.signs | findSigns(unitsOf(lead));
  const file = { value: text, data: { context } } as unknown as VFile;
  if (built.calls.length > 0) {
    if (!setNotes(built, file)) return undefined;
    nameNotes(tree, file);
  }
  shapeHeadings(tree);
  if (holdsImages) placeFigures(tree, file);
  if (holdsQuotes) placeQuotes(tree);
  if (isMarked) placeEndMark(tree);
  if ((signs & capitals) !== 0 || oddNames.length > 0) explainAbbreviations(tree, file);
  if ((signs & (breaks | spacedDash)) !== 0) (isTied ? keepTogether : tryToKeep)(without(calm, tree));
  yield;
  // Block by block, for those that were written at once are no elements any more, but words and emphasis alone.
  if (!tree.children.every(isClean)) {
    tree.children = tree.children.flatMap((node) => (isClean(node) ? node : sanitiseBlock(node)));
  }
  return tree;
}

function isClean(node: RootContent): boolean {
  return node.type !== "element" || isAllowed(node, []);
}

function sanitiseBlock(node: RootContent): RootContent[] {
  return sanitise({ type: "root", children: [node] }).children;
}

/** Raw HTML, and tildes, which the parser reads in its own way. */
function isExtraordinary(text: string): boolean {
  return text.includes("~") || (text.includes("<") && /<[!/?A-Za-z]/.test(text));
}

function isEscaped(text: string): boolean {
  return text.includes("\\") || (text.includes("&") && /&#?[0-9A-Za-z]+;/.test(text));
}

/** The same nodes without the blocks that are calm. */
function without(calm: ReadonlySet<RootContent>, { children }: Root): Root {
  return { type: "root", children: children.filter((node) => !calm.has(node)) };
}

const nameNotes = rehypeFootnotes();
const shapeHeadings = rehypeHeadings();
const placeFigures = rehypeFigures();
const placeQuotes = rehypePullQuotes();
const placeEndMark = rehypeEndMark();
const explainAbbreviations = rehypeAbbreviations();
const tryToKeep = rehypeNoBreak();
const sanitise = rehypeSanitize(schema);
