// Ordinary texts past the pipeline of markdown.ts: the same plugins in the same order, called one by one, and each
// only where the text holds something for it.
import type { Root } from "hast";
import type { VFile } from "vfile";
import type { MarkdownContext } from "./context.js";
import { readNodes } from "./markdown-tree.js";
import { setLead } from "./ordinary-lead.js";
import { buildOrdinaryTree } from "./ordinary-tree.js";
import { endMark } from "./plain-text.js";
import { rehypeAbbreviations } from "./plugins/abbreviations.js";
import { rehypeEndMark } from "./plugins/end-mark.js";
import { rehypeFigures } from "./plugins/figures.js";
import { rehypeHeadings } from "./plugins/headings.js";
import { rehypeNoBreak } from "./plugins/no-break.js";
import { rehypePullQuotes } from "./plugins/pull-quotes.js";
import { rehypeSanitise } from "./sanitise.js";

/** The finished tree of an ordinary text that is no overload for the parser; undefined for any other. */
export function parseOrdinary(text: string, context: MarkdownContext): Root | undefined {
  if (extraordinary.test(text)) return undefined;
  const built = buildOrdinaryTree(readNodes(text), context.settings.limits.nesting);
  if (built === undefined) return undefined;
  const { tree, holdsImages, holdsQuotes } = built;
  if (!setLead(tree, context)) return undefined;
  const file = { data: { context } };
  shapeHeadings(tree);
  if (holdsImages) placeFigures(tree, file);
  if (holdsQuotes) placeQuotes(tree);
  // Escapes can make the mark of other signs.
  if (/[\\&]/.test(text) || text.includes(endMark)) placeEndMark(tree);
  explainAbbreviations(tree, file);
  keepTogether(tree);
  return sanitise(tree, file as unknown as VFile) ?? tree;
}

/** Raw HTML, notes, and tildes, which the parser reads in its own way. */
const extraordinary = /~|<[!/?A-Za-z]|\[\^/;

const shapeHeadings = rehypeHeadings();
const placeFigures = rehypeFigures();
const placeQuotes = rehypePullQuotes();
const placeEndMark = rehypeEndMark();
const explainAbbreviations = rehypeAbbreviations();
const keepTogether = rehypeNoBreak();
const sanitise = rehypeSanitise();
