// Ids that authors wrote in raw HTML: prefixed, so that none can stand for a property of the document, and each kept
// once. An old anchor's name (`<a name="phan-2">`) is an id too.
import type { Nodes, Root } from "hast";

/** Marks ids of our own until they get their names: no source text holds NUL, so none can be forged. */
export const ownMark = "\0";

export function prefixIds(tree: Root): void {
  prefixIn(tree, new Set());
}

function prefixIn(node: Nodes, used: Set<string>): void {
  if (node.type === "element") {
    const { properties } = node;
    const own = properties["id"] ?? (node.tagName === "a" ? properties["name"] : undefined);
    if (!String(own ?? "").startsWith(ownMark)) {
      const id = own === undefined ? "" : prefixed(String(own));
      if (id === "" || used.has(id)) delete properties["id"];
      else properties["id"] = id;
      used.add(id);
    }
    delete properties["name"];
  }
  if ("children" in node) for (const child of node.children) prefixIn(child, used);
}

function prefixed(id: string): string {
  const bare = id.normalize("NFC").trim().replace(/\s+/gu, "-");
  return bare === "" ? "" : `u-${bare}`;
}
