// Footnotes get ids by number, `note-1` and `note-1-ref`, for an id made of the author's label would clash or need
// escapes. Runs after raw HTML has become elements; what it renames is known by a mark that no author can type.
import type { Element, Nodes, Root } from "hast";
import { ownMark } from "../raw-ids.js";

/** The id of the heading above the notes. */
export const notesLabel = "note-label";

export function rehypeFootnotes(): (tree: Root) => undefined {
  return (tree) => {
    const section = tree.children.findLast((node) => node.type === "element");
    if (section === undefined || !isNotes(section)) return;
    section.properties = { dataFootnotes: true, className: ["notes"] };
    const numbers = new Map<string, number>();
    for (const node of section.children) {
      if (node.type !== "element") continue;
      if (node.tagName === "h2") node.properties = { id: notesLabel };
      else numberNotes(node, numbers);
    }
    nameCalls(tree, { numbers, calls: new Map() });
  };
}

function isNotes(node: Element): boolean {
  const list = node.children.find((child) => child.type === "element" && child.tagName === "ol");
  const first =
    list?.type === "element" ? list.children.find((child) => child.type === "element") : undefined;
  return node.tagName === "section" && String(first?.properties["id"] ?? "").startsWith(ownMark);
}

function numberNotes(list: Element, numbers: Map<string, number>): void {
  for (const item of list.children) {
    if (item.type !== "element") continue;
    const number = numbers.size + 1;
    numbers.set(`#${String(item.properties["id"])}`, number);
    item.properties["id"] = `note-${number}`;
    nameBackLinks(item, number, { count: 0 });
  }
}

/** The links back stand in the order of the calls that they lead to. */
function nameBackLinks(node: Element, number: number, seen: { count: number }): void {
  for (const child of node.children) {
    if (child.type !== "element") continue;
    if ("dataFootnoteBackref" in child.properties && startsOwn(child.properties["href"])) {
      const { ariaLabel } = child.properties;
      child.properties = { href: `#${callId(number, ++seen.count)}`, className: ["note-back"], ariaLabel };
    } else {
      nameBackLinks(child, number, seen);
    }
  }
}

interface Naming {
  /** By the address with which a call leads to its note. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly calls: Map<number, number>;
}

function nameCalls(node: Nodes, naming: Naming): void {
  if (node.type === "element" && "dataFootnoteRef" in node.properties) {
    const number = naming.numbers.get(String(node.properties["href"]));
    if (number !== undefined) {
      const call = (naming.calls.get(number) ?? 0) + 1;
      naming.calls.set(number, call);
      node.properties = { href: `#note-${number}`, id: callId(number, call) };
      return;
    }
  }
  if ("children" in node) for (const child of node.children) nameCalls(child, naming);
}

function callId(note: number, call: number): string {
  return `note-${note}-ref${call > 1 ? `-${call}` : ""}`;
}

function startsOwn(href: unknown): boolean {
  return String(href).startsWith(`#${ownMark}`);
}
