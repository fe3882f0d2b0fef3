// Text to tree: the pipeline's parser. Everything but CommonMark and GitHub's tables, task lists, autolinks,
// footnotes and strikethrough is off, front matter too. One rule of ours: a single tilde strikes nothing out
// (`~15% … 20~30%`), which the parser cannot be told. Two faults of its own are mended.
import type { Blockquote, Code, ListItem, Nodes, Parents, Root } from "mdast";
import { createMdastHandle, dropHandle, MdastReader, materializeMdastTree, serializeHandle } from "satteri";

/** The tree of a text; offsets in its positions are UTF-16 units of the text. */
export function parseTree(text: string): Root {
  const tree = parseWithoutTildes(text);
  mendBlocks(tree, text);
  return tree;
}

function parseWithoutTildes(text: string): Root {
  const tree = parseText(text);
  if (!text.includes("~") || !holdsSingle(tree, text)) return tree;
  const standIn = standIns.find((mark) => !text.includes(mark));
  if (standIn === undefined) return tree;
  // Hides every single tilde behind a mark of the same length and the same class, and brings it back in the tree:
  // taking the strikes out of the first tree would not give back the `~~` pairs that they broke.
  const hidden = parseText(text.replace(/\\.|~+/gs, (found) => (found === "~" ? standIn : found)));
  restore(hidden, standIn);
  return hidden;
}

/** Marks of punctuation that look like a tilde and that hardly any text holds. */
const standIns: readonly string[] = ["\u2053", "\u2e1b", "\u2e1e", "\u2e1f"];

const features = {
  gfm: true,
  frontmatter: false,
  math: false,
  headingAttributes: false,
  directive: false,
  superscript: false,
  subscript: false,
  wikilinks: false,
  definitionList: false,
  smartPunctuation: false,
  rawHtml: false,
} as const;

/** The package's `markdownToMdast`, step by step, so that each string is decoded by itself: its reader decodes all
 *  that the parser holds and then counts through it, for a quarter of the whole cost. */
function parseText(text: string): Root {
  return materializeMdastTree(readNodes(text)) as Root;
}

/** Without what GitHub adds to CommonMark, which takes the parser a third of its time. */
const fewerFeatures = { ...features, gfm: false } as const;

/**
 * What begins a table, a task, a note or an address, or may do so; tildes too, and what may stand for any of these: the
 * parser looks for addresses in the text as it reads (`www\.`).
 */
const ofGitHub = /[|[@~\\&]|:[-/]|-:|www/i;

/** The nodes of a text as the parser keeps them, to be read by their numbers; the root is 0. */
export function readNodes(text: string): MdastReader {
  const handle = createMdastHandle(text, ofGitHub.test(text) ? features : fewerFeatures);
  try {
    const { buffer, byteOffset, byteLength } = serializeHandle(handle);
    const bytes = Buffer.from(buffer, byteOffset, byteLength);
    const reader = new MdastReader(bytes);
    const pool = reader.header.stringPoolOffset;
    reader.getString = (offset, length) => bytes.toString("utf8", pool + offset, pool + offset + length);
    return reader;
  } finally {
    dropHandle(handle);
  }
}

export type NodeReader = MdastReader;

/** True where a single tilde strikes out, or may have vanished into the plain text of an image's alt. */
function holdsSingle(tree: Root, text: string): boolean {
  const nodes: Nodes[] = [tree];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    const start = node.position?.start.offset ?? 0;
    if (node.type === "delete" && text.charAt(start + 1) !== "~") return true;
    const isImage = node.type === "image" || node.type === "imageReference";
    if (isImage && text.slice(start, node.position?.end.offset).includes("~")) return true;
    if ("children" in node) for (const child of node.children) nodes.push(child);
  }
  return false;
}

const written = ["value", "url", "title", "alt", "label", "identifier", "lang", "meta"] as const;

function restore(tree: Root, standIn: string): void {
  const nodes: Nodes[] = [tree];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    const fields = node as Partial<Record<(typeof written)[number], unknown>>;
    for (const name of written) {
      const value = fields[name];
      if (typeof value === "string" && value.includes(standIn)) fields[name] = value.replaceAll(standIn, "~");
    }
    if ("children" in node) for (const child of node.children) nodes.push(child);
  }
}

/** Looks at nodes that hold blocks only: few, in any article. */
function mendBlocks(tree: Root, text: string): void {
  const nodes: Parents[] = [tree];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if (node.type === "listItem" || node.type === "blockquote") joinFirst(node, text);
    if (node.type !== "root") trimLast(node);
    for (const child of node.children) {
      if ("children" in child && holdsBlocks.has(child.type)) nodes.push(child);
    }
  }
}

const holdsBlocks: ReadonlySet<string> = new Set(["blockquote", "list", "listItem", "footnoteDefinition"]);

/**
 * One block of indented code, where it opens a list item or a quote below a list, comes in two: the first line, and
 * the rest. No other blocks of indented code can ever be neighbours.
 */
function joinFirst(parent: ListItem | Blockquote, text: string): void {
  const [first, second] = parent.children;
  if (first?.type !== "code" || second?.type !== "code") return;
  if (!isIndented(first, text) || !isIndented(second, text) || !first.position || !second.position) return;
  first.value += "\n".repeat(second.position.start.line - first.position.end.line) + second.value;
  first.position.end = second.position.end;
  parent.children.splice(1, 1);
  if (parent.type === "listItem" && parent.children.length === 1) parent.spread = false;
}

function isIndented(code: Code, text: string): boolean {
  return /^[ \t]/.test(text.charAt(code.position?.start.offset ?? 0));
}

/** A block of HTML that ends a list item, or a quote in it, comes with the line end behind it. */
function trimLast(parent: Parents): void {
  const last = parent.children.at(-1);
  if (last?.type === "html" && last.value.endsWith("\n")) last.value = last.value.slice(0, -1);
}
