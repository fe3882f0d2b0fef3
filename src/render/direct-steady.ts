// Which parts of a template are the same on many pages: those that know of nothing but `site` and the words. Pages that
// lie equally deep have one `site` in common (pages/nearby.ts), and what was drawn for it once is drawn for all of them.
import type { FrameNames } from "./direct-names.js";
import { asNodes, childrenOf, type TemplateNode, textIn } from "./template-tree.js";

export interface SteadyNames extends FrameNames {
  /** Names that mean something else inside of the part. */
  readonly own: ReadonlySet<string>;
}

/**
 * The names on which the part depends: `site`, `t`, and macros, which see only what they are given. Undefined where it
 * asks for anything else, or does what direct-code.ts must see in its place.
 */
export function steadyNames(node: TemplateNode, names: SteadyNames): ReadonlySet<string> | undefined {
  const found = new Set<string>();
  return see(node, names, found) ? found : undefined;
}

/** True where there is something to be saved: texts of the template alone are as quick. */
export function isDrawn(node: TemplateNode): boolean {
  return node.typename !== "Output" || childrenOf(node).some(({ typename }) => typename !== "TemplateData");
}

function see(value: unknown, names: SteadyNames, found: Set<string>): boolean {
  return asNodes(value).every((node) => seeNode(node, names, found));
}

function seeNode(node: TemplateNode, names: SteadyNames, found: Set<string>): boolean {
  const all = (...fields: readonly string[]) => fields.every((field) => see(node[field], names, found));
  switch (node.typename) {
    case "TemplateData":
    case "Literal":
      return true;
    case "Symbol":
      return seeName(textIn(node) ?? "", names, found);
    case "NodeList":
    case "Output":
    case "Group":
      return all("children");
    case "If":
    case "InlineIf":
      return all("cond", "body", "else_");
    case "For": {
      const item = textIn(node["name"]);
      if (item === undefined || !all("arr", "else_")) return false;
      return see(node["body"], { ...names, own: new Set([...names.own, item, "loop"]) }, found);
    }
    case "LookupVal":
      return all("target", "val");
    case "FunCall":
      return all("name", "args");
    case "And":
    case "Or":
      return all("left", "right");
    case "Not":
      return all("target");
    case "Compare":
      return all("expr", "ops");
    case "CompareOperand":
      return all("expr");
    case "Dict":
      return childrenOf(node).every((pair) => see(pair["value"], names, found));
    default:
      return false;
  }
}

function seeName(name: string, { own, changing, imported }: SteadyNames, found: Set<string>): boolean {
  if (own.has(name)) return true;
  if (changing.has(name) || !(name === "site" || name === "t" || imported.has(name))) return false;
  found.add(name);
  return true;
}
