// HTML of an article's tree, as rehype-stringify writes it, at a quarter of its cost: for the elements and attributes
// that the schema keeps. A tree with anything else in it is left to rehype-stringify, which is the measure: a test
// holds the two equal.
import type { Element, Nodes, Root } from "hast";

/** The HTML of the tree; undefined where it holds what only rehype-stringify knows how to write. */
export function writeHtml(tree: Root): string | undefined {
  // Joined at the end: a text that grows by "+" would keep all its pieces in memory.
  const pieces: string[] = [];
  return writeChildren(tree, pieces) ? pieces.join("") : undefined;
}

function writeChildren({ children }: Root | Element, pieces: string[]): boolean {
  for (const child of children) if (!writeNode(child, pieces)) return false;
  return true;
}

function writeNode(node: Nodes, pieces: string[]): boolean {
  if (node.type === "element") return writeElement(node, pieces);
  if (node.type !== "text" && node.type !== "raw") return false;
  pieces.push(node.type === "text" ? escapeText(node.value) : node.value);
  return true;
}

function writeElement(node: Element, pieces: string[]): boolean {
  const { tagName } = node;
  const attributes = writeAttributes(node);
  if (attributes === undefined) return false;
  pieces.push(`<${tagName}${attributes}>`);
  if (voidElements.has(tagName)) return node.children.length === 0;
  if (!plainElements.has(tagName) || !writeChildren(node, pieces)) return false;
  pieces.push(`</${tagName}>`);
  return true;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));
const plainElements = words(
  "p h1 h2 h3 h4 h5 h6 blockquote pre div section address figure figcaption ul ol li dl dt dd table caption thead " +
    "tbody tfoot tr th td a abbr b cite code del dfn em i ins kbd mark q s samp small span strong sub sup u var",
);
const voidElements = words("br hr wbr");

/** By the name of the property. All of them hold text: none is true or false, none is a list with commas. */
const attributeNames: ReadonlyMap<string, string> = new Map([
  ["className", "class"],
  ["ariaLabel", "aria-label"],
  ["ariaDescribedBy", "aria-describedby"],
  ["colSpan", "colspan"],
  ["rowSpan", "rowspan"],
  ...["id", "href", "title", "rel", "role", "lang", "dir", "start", "align", "scope"].map(
    (name) => [name, name] as const,
  ),
]);

function writeAttributes({ properties }: Element): string | undefined {
  let written = "";
  for (const name in properties) {
    const value = properties[name];
    if (value === null || value === undefined) continue;
    const attribute = attributeNames.get(name);
    const text = Array.isArray(value) ? value.join(" ").trim() : value;
    if (attribute === undefined || typeof text === "boolean" || Number.isNaN(text)) return undefined;
    written += ` ${attribute}="${escapeValue(String(text))}"`;
  }
  return written;
}

function escapeText(text: string): string {
  return text.includes("<") || text.includes("&") ? text.replace(/[<&]/g, reference) : text;
}

function escapeValue(text: string): string {
  return /["&'`\0]/.test(text) ? text.replace(/["&'`\0]/g, reference) : text;
}

function reference(sign: string): string {
  return `&#x${sign.charCodeAt(0).toString(16).toUpperCase()};`;
}
