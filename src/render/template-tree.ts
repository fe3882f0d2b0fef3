// A template's parsed tree, looked through before it runs: the engine notices an unknown filter or a missing include
// only while it renders, at a wrong line, and loses some of these errors altogether.
import type { Place } from "../model/place.js";
import { nearest } from "../model/spelling.js";
import { templateWords } from "./template-fault.js";

/** The engine's node, as far as it is looked at. Lines and columns are 0-based. */
export interface TemplateNode {
  readonly typename: string;
  readonly lineno: number;
  readonly colno: number;
  readonly fields: readonly string[];
  readonly [field: string]: unknown;
}

export interface KnownNames {
  readonly filters: readonly string[];
  readonly tests: readonly string[];
  readonly templates: readonly string[];
  /** Of the interface, as `t` says them. */
  readonly words: readonly string[];
  /** What can be imported from a template; undefined for one that could not be read. */
  readonly exportsOf: (template: string) => ReadonlySet<string> | undefined;
}

export interface TreeFault {
  readonly place: Place;
  readonly said: ReturnType<typeof templateWords.unknownFilter>;
}

/** The first fault in reading order, as far as it can be seen without running the template. */
export function findTreeFault(root: TemplateNode, known: KnownNames): TreeFault | undefined {
  for (const node of nodesOf(root)) {
    const said = faultOf(node, known);
    if (said !== undefined) return { place: { line: node.lineno + 1, column: node.colno + 1 }, said };
  }
  return undefined;
}

/** The macros and variables that other templates may import from this one. */
export function exportsOf(root: TemplateNode): ReadonlySet<string> {
  const names = childrenOf(root).flatMap((node) => {
    if (node.typename === "Macro") return [textIn(node["name"])];
    if (node.typename === "Set") return asNodes(node["targets"]).map(textIn);
    return [];
  });
  return new Set(names.filter((name) => name !== undefined));
}

function faultOf(node: TemplateNode, known: KnownNames): TreeFault["said"] | undefined {
  if (node.typename === "Filter" || node.typename === "FilterAsync") {
    const name = textIn(node["name"]) ?? "";
    return known.filters.includes(name)
      ? undefined
      : templateWords.unknownFilter(name, nearest(name, known.filters));
  }
  if (node.typename === "Is") {
    const right = node["right"] as TemplateNode;
    const name = textIn(right["name"]) ?? textIn(right) ?? "";
    return known.tests.includes(name)
      ? undefined
      : templateWords.unknownTest(name, nearest(name, known.tests));
  }
  if (node.typename === "FunCall" && textIn(node["name"]) === "t") {
    const word = literalOf(childrenOf(node["args"])[0]);
    return word === undefined || known.words.includes(word)
      ? undefined
      : templateWords.unknownWord(word, nearest(word, known.words));
  }
  if (asksForTemplate.has(node.typename) && node["ignoreMissing"] !== true) {
    const name = literalOf(node["template"]);
    if (name === undefined) return undefined;
    if (!known.templates.includes(name))
      return templateWords.missingTemplate(name, nearest(name, known.templates));
    if (node.typename === "FromImport") return missingImport(node, name, known);
  }
  return undefined;
}

const asksForTemplate: ReadonlySet<string> = new Set(["Include", "Extends", "Import", "FromImport"]);

function missingImport(
  node: TemplateNode,
  template: string,
  known: KnownNames,
): TreeFault["said"] | undefined {
  const exported = known.exportsOf(template);
  const wanted = childrenOf(node["names"]).map((one) => textIn(one.typename === "Pair" ? one["key"] : one));
  const missing = wanted.find((name) => name !== undefined && exported?.has(name) === false);
  return missing === undefined ? undefined : templateWords.missingImport(missing, template);
}

function* nodesOf(node: TemplateNode): Generator<TemplateNode> {
  yield node;
  for (const field of node.fields) for (const child of asNodes(node[field])) yield* nodesOf(child);
}

export function childrenOf(node: unknown): readonly TemplateNode[] {
  return isNode(node) ? asNodes(node["children"]) : [];
}

export function asNodes(value: unknown): readonly TemplateNode[] {
  return (Array.isArray(value) ? value : [value]).filter(isNode);
}

function isNode(value: unknown): value is TemplateNode {
  return typeof value === "object" && value !== null && "typename" in value && "fields" in value;
}

export function textIn(node: unknown): string | undefined {
  return isNode(node) && typeof node["value"] === "string" ? node["value"] : undefined;
}

export function literalOf(node: unknown): string | undefined {
  return isNode(node) && node.typename === "Literal" ? textIn(node) : undefined;
}
