// The words of an HTML tree as a reader hears them: without the numbers of footnotes, with what images show.
import type { Nodes } from "hast";

export function wordsOf(nodes: readonly Nodes[]): string {
  let words = "";
  for (const node of nodes) words += wordsOfNode(node);
  return words;
}

function wordsOfNode(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (node.type !== "element") return "";
  if (node.tagName === "br") return " ";
  if (node.tagName === "img") return String(node.properties["alt"] ?? "");
  return isFootnoteCall(node) ? "" : wordsOf(node.children);
}

function isFootnoteCall(node: Nodes): boolean {
  if (node.type !== "element" || node.tagName !== "sup") return false;
  const [only] = node.children;
  return (
    only?.type === "element" &&
    only.tagName === "a" &&
    /^note-\d+-ref/.test(String(only.properties["id"] ?? ""))
  );
}
