// The running text of an HTML tree: one run for each paragraph, list item, cell, heading or caption, its words
// joined across emphasis and links, with the way back to the text nodes. Code counts as U+FFFC (no plugin may see
// into it), as images and the calls of notes do; a forced line break counts as U+2028. All of it is linear in the
// size of the tree.
import type { Element, ElementContent, Nodes, Parents, Properties, Root, Text } from "hast";

export interface Run {
  readonly text: string;
  readonly leaves: readonly Leaf[];
  readonly block: Parents;
  /** The element that holds the block; undefined for words straight in the root. */
  readonly holder: Parents | undefined;
  readonly area: Area;
}

export type Area = "text" | "heading" | "caption" | "notes";

export interface Leaf {
  readonly node: Text;
  readonly parent: Parents;
  /** Offset of the node's text in the run's (UTF-16). */
  readonly start: number;
  /** True inside a link or an `<abbr>`. */
  readonly linked: boolean;
}

/** A piece of a leaf's text to be put into an element; offsets in the run. */
export interface Wrap {
  readonly leaf: Leaf;
  readonly start: number;
  readonly end: number;
  readonly tagName: string;
  readonly properties: Properties;
}

/** All runs that hold words, in reading order. */
export function collectRuns(tree: Root): Run[] {
  const runs: Run[] = [];
  collectBlock(tree, { holder: undefined, area: "text", linked: false }, runs);
  return runs;
}

/** True where some text outside code passes the test; stops at the first. */
export function someText(node: Nodes, test: (value: string) => boolean): boolean {
  if (node.type === "text") return test(node.value);
  if (!("children" in node) || (node.type === "element" && opaque.has(node.tagName))) return false;
  for (const child of node.children) if (someText(child, test)) return true;
  return false;
}

/** The leaf that holds all of the range, or undefined where the range runs across nodes. */
export function leafAt(run: Run, start: number, end: number): Leaf | undefined {
  let low = 0;
  let high = run.leaves.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((run.leaves[middle] as Leaf).start <= start) low = middle;
    else high = middle - 1;
  }
  const leaf = run.leaves[low];
  return leaf !== undefined && start >= leaf.start && end <= leaf.start + leaf.node.value.length
    ? leaf
    : undefined;
}

/** Turns the white space before each of the offsets (ascending) into U+00A0, but not at the start of a line. */
export function tieBefore(run: Run, offsets: readonly number[]): void {
  const ties = new Map<Leaf, number[]>();
  for (const offset of offsets) {
    let first = offset;
    while (first > 0 && /[ \t\n]/.test(run.text[first - 1] as string)) first--;
    if (first === 0 || run.text[first - 1] === "\u2028") continue;
    for (let at = first; at < offset; at++) {
      const leaf = leafAt(run, at, at + 1);
      if (leaf === undefined) continue;
      const inLeaf = ties.get(leaf);
      if (inLeaf === undefined) ties.set(leaf, [at - leaf.start]);
      else inLeaf.push(at - leaf.start);
    }
  }
  for (const [{ node }, places] of ties) {
    let tied = "";
    let from = 0;
    for (const at of places) {
      tied += `${node.value.slice(from, at)}\u00a0`;
      from = at + 1;
    }
    node.value = tied + node.value.slice(from);
  }
}

/** Puts pieces of text into elements. Wraps of one leaf come in ascending order and do not overlap. */
export function wrapPieces(wraps: readonly Wrap[]): void {
  const pieces = new Map<Nodes, ElementContent[]>();
  const from = new Map<Nodes, number>();
  for (const { leaf, start, end, tagName, properties } of wraps) {
    const { value } = leaf.node;
    const made = pieces.get(leaf.node) ?? [];
    const done = from.get(leaf.node) ?? 0;
    if (start - leaf.start > done) made.push({ type: "text", value: value.slice(done, start - leaf.start) });
    const inner: Text = { type: "text", value: value.slice(start - leaf.start, end - leaf.start) };
    made.push({ type: "element", tagName, properties, children: [inner] });
    pieces.set(leaf.node, made);
    from.set(leaf.node, end - leaf.start);
  }
  for (const [node, made] of pieces) {
    const rest = (node as Text).value.slice(from.get(node));
    if (rest !== "") made.push({ type: "text", value: rest });
  }
  for (const parent of new Set(wraps.map((wrap) => wrap.leaf.parent))) {
    parent.children = (parent.children as ElementContent[]).flatMap((child) => pieces.get(child) ?? [child]);
  }
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));
const blocks = words(
  "p div section article aside header footer main nav h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote figure " +
    "figcaption table caption thead tbody tfoot tr th td pre hr details summary address center",
);
const opaque = words("pre code kbd samp script style textarea template svg math");

interface Draft {
  text: string;
  leaves: Leaf[];
  hasWords: boolean;
}

interface Around {
  readonly holder: Parents | undefined;
  readonly area: Area;
  readonly linked: boolean;
}

function collectBlock(block: Parents, around: Around, runs: Run[]): void {
  const { holder, area } = around;
  const draft: Draft = { text: "", leaves: [], hasWords: false };
  const flush = () => {
    const { text, leaves, hasWords } = draft;
    if (hasWords) runs.push({ text, leaves, block, holder, area });
    if (text === "") return;
    draft.text = "";
    draft.leaves = [];
    draft.hasWords = false;
  };
  collectInline(block, around.linked, draft, (child, linked) => {
    flush();
    if (child.tagName !== "pre")
      collectBlock(child, { holder: block, area: areaOf(child, area), linked }, runs);
  });
  flush();
}

function collectInline(
  parent: Parents,
  linked: boolean,
  draft: Draft,
  enterBlock: (block: Element, linked: boolean) => void,
): void {
  for (const child of parent.children) {
    if (child.type === "text") {
      if (child.value === "\n" && draft.text === "") continue;
      draft.leaves.push({ node: child, parent, start: draft.text.length, linked });
      draft.text += child.value;
      draft.hasWords ||= /\S/.test(child.value);
    } else if (child.type === "element") {
      const { tagName } = child;
      if (blocks.has(tagName)) enterBlock(child, linked);
      else if (tagName === "br") draft.text += "\u2028";
      else if (isOpaque(child)) draft.text += "\ufffc";
      else collectInline(child, linked || tagName === "a" || tagName === "abbr", draft, enterBlock);
    }
  }
}

/** Code, images, and the call of a note, which is no part of the word before it. */
function isOpaque({ tagName, children }: Element): boolean {
  const [first] = children;
  if (first === undefined || opaque.has(tagName)) return true;
  return tagName === "sup" && first.type === "element" && first.tagName === "a";
}

function areaOf(block: Element, around: Area): Area {
  if (around !== "text") return around;
  if (block.tagName === "figcaption") return "caption";
  if (/^h[1-6]$/.test(block.tagName)) return "heading";
  return "dataFootnotes" in block.properties ? "notes" : "text";
}
