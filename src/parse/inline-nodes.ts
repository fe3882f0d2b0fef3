// Inline content of an HTML tree as text with offsets, and cut at such offsets: how captions, credits and
// attributions are set apart without losing their emphasis. A line break counts as "\n", an image as U+FFFC, so
// that the text and the tree always agree.
import type { Comment, Element, ElementContent, Nodes, Text } from "hast";
import { letterPattern } from "../model/letters.js";

export function textOf(nodes: readonly Nodes[]): string {
  let text = "";
  for (const node of nodes) text += textOfNode(node);
  return text;
}

/** The content before and from the offset (UTF-16, in `textOf`); elements across it are cut in two. */
export function cutAt(
  nodes: readonly ElementContent[],
  offset: number,
): readonly [ElementContent[], ElementContent[]] {
  const before: ElementContent[] = [];
  const after: ElementContent[] = [];
  let left = offset;
  for (const node of nodes) {
    if (left <= 0) {
      after.push(node);
      continue;
    }
    const length = textOfNode(node).length;
    if (length <= left) {
      before.push(node);
    } else if (node.type === "text") {
      before.push(text(node.value.slice(0, left)));
      after.push(text(node.value.slice(left)));
    } else if (node.type === "element") {
      const [head, tail] = cutAt(node.children, left);
      before.push({ ...node, children: head });
      after.push({ ...node, children: tail });
    }
    left -= length;
  }
  return [before, after];
}

/** Without the white space and line breaks at both ends. */
export function trimNodes(nodes: readonly ElementContent[]): ElementContent[] {
  const whole = textOf(nodes);
  const [trimmed] = cutAt(nodes, whole.trimEnd().length);
  return cutAt(trimmed, whole.length - whole.trimStart().length)[1];
}

const shown = letterPattern(String.raw`[\p{L}\p{N}\ufffc]`);

/**
 * The content without its outer emphasis where all of its words stand in elements of these names; undefined where
 * a word stands outside. Marks of punctuation may stand outside.
 */
export function unwrapWhole(
  nodes: readonly ElementContent[],
  names: ReadonlySet<string>,
): ElementContent[] | undefined {
  let wraps = false;
  const bare: ElementContent[] = [];
  for (const node of nodes) {
    if (node.type === "element" && names.has(node.tagName)) {
      wraps = true;
      for (const child of node.children) bare.push(child);
      continue;
    }
    const inner = node.type === "element" ? unwrapWhole(node.children, names) : undefined;
    if (inner !== undefined) {
      wraps = true;
      bare.push({ ...(node as Element), children: inner });
    } else if (shown.test(textOfNode(node))) {
      return undefined;
    } else {
      bare.push(node);
    }
  }
  return wraps ? bare : undefined;
}

export function text(value: string): Text {
  return { type: "text", value };
}

export function element(tagName: string, className: string, children: ElementContent[]): Element {
  return { type: "element", tagName, properties: { className: [className] }, children };
}

export function isElement(node: Nodes | undefined): node is Element {
  return node?.type === "element";
}

export function isNamed<Name extends string>(
  node: Nodes | undefined,
  tagName: Name,
): node is Element & { tagName: Name } {
  return node?.type === "element" && node.tagName === tagName;
}

export function isBlank(node: Nodes): node is Text | Comment {
  return node.type === "comment" || (node.type === "text" && node.value.trim() === "");
}

function textOfNode(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (node.type !== "element") return "";
  if (node.tagName === "br") return "\n";
  return node.children.length === 0 ? "\ufffc" : textOf(node.children);
}
