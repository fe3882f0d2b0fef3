// Raw HTML becomes elements, by a real HTML parser, and only where there is any: that parser costs more than all the
// rest together. What the schema will drop is said here, where the tags still have their places in the source. After
// this plugin no id is the author's own: they begin with "u-" and come once.
import type { ElementContent, Nodes, Parents, Root, Text } from "hast";
import type { Raw } from "mdast-util-to-hast";
import rehypeRaw from "rehype-raw";
import type { VFile } from "vfile";
import { contextOf, type MarkdownContext } from "../context.js";
import { measureDepth } from "../html-depth.js";
import { reportDropped } from "../html-reports.js";
import { type HtmlTag, listTags } from "../html-tags.js";
import { reportOverload } from "../overload-reports.js";
import { prefixIds } from "../raw-ids.js";

export function rehypeRawHtml(): (tree: Root, file: VFile) => undefined {
  return (tree, file) => {
    if (!String(file.value).includes("<")) return;
    const raws: Raw[] = [];
    let nodes = 0;
    visitAll(tree, (node) => {
      nodes++;
      if (node.type === "raw") raws.push(node);
    });
    if (raws.length > 0) mendRaw(tree, { file, raws, nodes });
  };
}

interface RawFind {
  readonly file: VFile;
  readonly raws: readonly Raw[];
  readonly nodes: number;
}

function mendRaw(tree: Root, { file, raws, nodes }: RawFind): void {
  const context = contextOf(file);
  const tags = raws.map((raw) => listTags(raw.value));
  reportDropped(context, raws, tags);
  const isPlain = raws.every((raw, index) => isPlainRaw(raw, tags[index] ?? []));
  const overloaded = isPlain ? undefined : findHeavy(context, raws, tags, nodes);
  if (overloaded !== undefined) {
    reportOverload(context, overloaded.kind, overloaded.raw);
    replaceRaw(tree, () => undefined);
  } else if (isPlain) {
    replaceRaw(tree, ({ value }) => (value.startsWith("<br") ? lineBreak() : undefined));
  } else {
    for (const raw of raws) raw.value = withoutDrawings(raw.value);
    keepFirstLines(tree);
    tree.children = parseRaw(tree, file).children;
    prefixIds(tree);
  }
}

let parser: ReturnType<typeof rehypeRaw> | undefined;

/** Made when it is first asked for: most bulletins have no raw HTML. */
function parseRaw(tree: Root, file: VFile): Root {
  parser ??= rehypeRaw();
  return parser(tree, file) as Root;
}

/** Comments, and line breaks as in table cells: no parser is needed for them. */
function isPlainRaw(raw: Raw, tags: readonly HtmlTag[]): boolean {
  if (/^<br\s*\/?>$/.test(raw.value)) return true;
  return (
    tags.length === 0 &&
    /^\s*<!--[\s\S]*-->\s*$/.test(raw.value) &&
    raw.value.indexOf("-->") === raw.value.trimEnd().length - 3
  );
}

function lineBreak(): ElementContent {
  return { type: "element", tagName: "br", properties: {}, children: [] };
}

/** Attributes of one tag: the parser compares each with all before it. */
const mostAttributes = 100;
/** Elements that unclosed formatting may repeat: it is opened again in every block that follows. */
const mostRepeated = 1_000_000;

function findHeavy(
  { settings }: MarkdownContext,
  raws: readonly Raw[],
  tags: readonly (readonly HtmlTag[])[],
  nodes: number,
): { readonly kind: "deep" | "dense"; readonly raw: Raw } | undefined {
  const all = tags.flat();
  const crowded = tags.findIndex((some) => some.some(({ attributes }) => attributes.length > mostAttributes));
  if (crowded !== -1) return { kind: "dense", raw: raws[crowded] as Raw };
  const deepest = measureDepth(all, settings.limits.nesting);
  if (deepest > settings.limits.nesting) return { kind: "deep", raw: raws[0] as Raw };
  const isRepeated = (all.length + nodes) * (deepest + 1) > mostRepeated;
  return isRepeated ? { kind: "dense", raw: raws[0] as Raw } : undefined;
}

/** Drawings pasted as markup are dropped in the end; here already, for their many tags never close. */
function withoutDrawings(html: string): string {
  return html.includes("<svg")
    ? html.replace(/<svg[\s>](?:(?!<svg[\s>])[\s\S])*?<\/svg\s*>/g, (drawing) =>
        drawing.replace(/[^\n]/g, " "),
      )
    : html;
}

/** The HTML parser takes the first line end in a `pre` for a mark of style; a code block's is the author's own. */
function keepFirstLines(tree: Root): void {
  visitAll(tree, (node) => {
    if (node.type !== "element" || node.tagName !== "pre") return;
    const [code] = node.children;
    const first = code?.type === "element" ? code.children[0] : undefined;
    if (first?.type === "text" && first.value.startsWith("\n")) (first as Text).value = `\n${first.value}`;
  });
}

function visitAll(node: Nodes, visit: (node: Nodes) => void): void {
  visit(node);
  if ("children" in node) for (const child of node.children) visitAll(child, visit);
}

function replaceRaw(parent: Parents, replace: (raw: Raw) => ElementContent | undefined): void {
  parent.children = (parent.children as ElementContent[]).flatMap((child) => {
    if (child.type === "raw") return replace(child) ?? [];
    if ("children" in child) replaceRaw(child, replace);
    return child;
  });
}
