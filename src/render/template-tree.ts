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

/** What a template wants of the rest of the site: where all of it is there, the template is right as it ever was. */
export interface Demands {
  readonly words: readonly string[];
  readonly templates: readonly string[];
  readonly imports: readonly Import[];
}

interface Import {
  readonly template: string;
  readonly names: readonly string[];
}

export function demandsOf(root: TemplateNode): Demands {
  const nodes = [...nodesOf(root)];
  const distinct = (texts: readonly (string | undefined)[]) => [
    ...new Set(texts.filter((text) => text !== undefined)),
  ];
  return {
    words: distinct(nodes.map(wordIn)),
    templates: distinct(nodes.map(templateIn)),
    imports: nodes.flatMap((node) => importIn(node) ?? []),
  };
}

/** True where `findTreeFault` has nothing to say of a template of which it had nothing to say before. */
export function areMet({ words, templates, imports }: Demands, known: KnownNames): boolean {
  return (
    words.every((word) => known.words.includes(word)) &&
    templates.every((name) => known.templates.includes(name)) &&
    imports.every((one) => missingIn(one, known) === undefined)
  );
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
  const word = wordIn(node);
  if (word !== undefined && !known.words.includes(word)) {
    return templateWords.unknownWord(word, nearest(word, known.words));
  }
  const template = templateIn(node);
  if (template !== undefined && !known.templates.includes(template)) {
    return templateWords.missingTemplate(template, nearest(template, known.templates));
  }
  const wanted = importIn(node);
  const missing = wanted && missingIn(wanted, known);
  return missing === undefined ? undefined : templateWords.missingImport(missing, template ?? "");
}

function wordIn(node: TemplateNode): string | undefined {
  if (node.typename !== "FunCall" || textIn(node["name"]) !== "t") return undefined;
  return literalOf(childrenOf(node["args"])[0]);
}

const asksForTemplate: ReadonlySet<string> = new Set(["Include", "Extends", "Import", "FromImport"]);

function templateIn(node: TemplateNode): string | undefined {
  const isAsked = asksForTemplate.has(node.typename) && node["ignoreMissing"] !== true;
  return isAsked ? literalOf(node["template"]) : undefined;
}

function importIn(node: TemplateNode): Import | undefined {
  const template = node.typename === "FromImport" ? templateIn(node) : undefined;
  if (template === undefined) return undefined;
  const names = childrenOf(node["names"]).map((one) => textIn(one.typename === "Pair" ? one["key"] : one));
  return { template, names: names.filter((name) => name !== undefined) };
}

function missingIn({ template, names }: Import, known: KnownNames): string | undefined {
  const exported = known.exportsOf(template);
  return names.find((name) => exported?.has(name) === false);
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
