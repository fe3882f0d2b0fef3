// Sanitising, by rehype-sanitize and its schema. It copies the whole tree to change nothing in it, for nearly every
// article: so the tree is first held against the very same schema, and a tree that has nothing in it but what the
// schema keeps stays as it is. Any doubt is a no. A test holds "nothing to change" against the library.
import type { Element, Nodes, Root } from "hast";
import rehypeSanitize from "rehype-sanitize";
import type { VFile } from "vfile";
import { allowedAttributes, allowedElements, schema } from "./sanitise-schema.js";

export function rehypeSanitise(): (tree: Root, file: VFile) => Root | undefined {
  const sanitise = rehypeSanitize(schema);
  return (tree) => (isAllowed(tree, []) ? undefined : sanitise(tree));
}

/** Whether the schema keeps every element and attribute of the tree. */
export function isAllowed(node: Nodes, above: string[]): boolean {
  if (node.type === "text") return typeof node.value === "string";
  if (node.type !== "root" && (node.type !== "element" || !isAllowedElement(node, above))) return false;
  if (node.type === "element") above.push(node.tagName);
  for (const child of node.children) if (!isAllowed(child, above)) return false;
  if (node.type === "element") above.pop();
  return true;
}

const elements: ReadonlySet<string> = new Set(allowedElements);
const ancestors: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(schema.ancestors ?? {}));

function isAllowedElement({ tagName, properties }: Element, above: readonly string[]): boolean {
  if (!elements.has(tagName)) return false;
  const needed = ancestors.get(tagName);
  if (needed !== undefined && !needed.some((name) => above.includes(name))) return false;
  for (const name in properties) {
    const value = properties[name];
    const isKept = Array.isArray(value)
      ? value.length > 0 && value.every((one) => isAllowedValue(tagName, name, one))
      : isAllowedValue(tagName, name, value);
    if (!isKept) return false;
  }
  return true;
}

function isAllowedValue(tagName: string, name: string, value: unknown): boolean {
  if (typeof value !== "string" && typeof value !== "number") return false;
  return isKeptBy(rules.get(tagName)?.get(name), value) || isKeptBy(rules.get("*")?.get(name), value);
}

type Rule = true | readonly unknown[];

/** By element and name of the attribute: true where every value is kept, else the values that are. */
const rules: ReadonlyMap<string, ReadonlyMap<string, Rule>> = new Map(
  Object.entries(allowedAttributes).map(([tagName, definitions]) => [
    tagName,
    new Map(
      definitions.map((definition): [string, Rule] => {
        if (typeof definition === "string") return [definition, true];
        const [name, ...values] = definition;
        return [name, values];
      }),
    ),
  ]),
);

function isKeptBy(rule: Rule | undefined, value: string | number): boolean {
  if (rule === undefined || rule === true) return rule === true;
  return rule.some((kept) => (kept instanceof RegExp ? kept.test(String(value)) : kept === value));
}
