// The second gate, behind the parser: what the scan of the text cannot see (emphasis in emphasis, tables that fill
// themselves up with cells, references that repeat a long address) is measured in the tree, without recursion, before
// any walker of trees runs. Past it every walker may recurse, and spread a node's children.
import type { Nodes, Root } from "mdast";
import type { Overload } from "./nesting.js";

/** Nodes of one article; a list of this many children still fits the stack of a spread call. */
const mostNodes = 60_000;
/** Cells of all tables, those counted in that only fill up a short row. */
const mostCells = 60_000;
/** UTF-16 units that references may repeat of the addresses and titles they stand for. */
const mostReferred = 1_000_000;

const nests: ReadonlySet<string> = new Set([
  "blockquote",
  "listItem",
  "footnoteDefinition",
  "emphasis",
  "strong",
  "delete",
  "link",
  "linkReference",
]);

export function findTreeOverload(tree: Root, deepest: number): Overload | undefined {
  const nodes: Nodes[] = [tree];
  const depths: number[] = [0];
  const targets = new Map<string, number>();
  const references = new Map<string, number>();
  let count = 0;
  let cells = 0;
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    const depth = (depths.pop() ?? 0) + (nests.has(node.type) ? 1 : 0);
    if (depth > deepest) return { kind: "deep", offset: offsetOf(node) };
    if (node.type === "table") cells += node.children.length * (node.align?.length ?? 0);
    if (++count > mostNodes || cells > mostCells) return { kind: "dense", offset: offsetOf(node) };
    if (node.type === "definition") {
      targets.set(node.identifier, node.url.length + (node.title?.length ?? 0));
    } else if (node.type === "linkReference" || node.type === "imageReference") {
      references.set(node.identifier, (references.get(node.identifier) ?? 0) + 1);
    }
    if (!("children" in node)) continue;
    for (let index = node.children.length - 1; index >= 0; index--) {
      nodes.push(node.children[index] as Nodes);
      depths.push(depth);
    }
  }
  let referred = 0;
  for (const [identifier, times] of references) referred += times * (targets.get(identifier) ?? 0);
  return referred > mostReferred ? { kind: "dense", offset: 0 } : undefined;
}

function offsetOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}
