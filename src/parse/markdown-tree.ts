// Text to tree: the pipeline's parser. Everything but CommonMark and GitHub's tables, task lists, autolinks,
// footnotes and strikethrough is off, front matter too. One rule of ours: a single tilde strikes nothing out
// (`~15% … 20~30%`), which the parser cannot be told.
import type { Nodes, Root } from "mdast";
import { markdownToMdast } from "satteri";

/** The tree of a text; offsets in its positions are UTF-16 units of the text. */
export function parseTree(text: string): Root {
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

const options = {
  features: {
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
  },
} as const;

function parseText(text: string): Root {
  return markdownToMdast(text, options) as Root;
}

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
