// Which names templates give a meaning to while they draw: where none does, direct-code.ts writes less.
import { asNodes, childrenOf, type TemplateNode, textIn } from "./template-tree.js";

/** Names that stand in a frame, in any of the templates. */
export interface FrameNames {
  /** Set, or the name of a loop's item: what they mean may change on the way. */
  readonly changing: ReadonlySet<string>;
  /** Only ever imported, or the name of a macro. */
  readonly imported: ReadonlySet<string>;
  /** Templates that give names a meaning: what is included from there needs a frame of its own. */
  readonly naming: ReadonlySet<string>;
}

/** The same of a single template. */
export interface OwnNames {
  readonly changing: readonly string[];
  readonly imported: readonly string[];
  readonly isNaming: boolean;
}

export function findOwnNames(tree: TemplateNode): OwnNames {
  const [changing, imported] = [new Set<string>(), new Set<string>()];
  let isNaming = false;
  eachNode(tree, (node) => {
    if (namesHere(node) || node.typename === "Extends") isNaming = true;
    for (const name of changedBy(node)) changing.add(name);
    for (const name of importedBy(node)) imported.add(name);
  });
  return { changing: [...changing], imported: [...imported], isNaming };
}

/** By name of the template. */
export function joinNames(all: ReadonlyMap<string, OwnNames>): FrameNames {
  const own = [...all.values()];
  const changing = new Set(own.flatMap((names) => names.changing));
  return {
    changing,
    imported: new Set(own.flatMap((names) => names.imported).filter((name) => !changing.has(name))),
    naming: new Set([...all].flatMap(([template, { isNaming }]) => (isNaming ? [template] : []))),
  };
}

/** The same for the same names: code that was written for these is right for those. */
export function keyOfNames({ changing, imported, naming }: FrameNames): string {
  return JSON.stringify([changing, imported, naming].map((names) => [...names].sort()));
}

/** True where the frame that the nodes are drawn in gets a name; blocks have frames of their own. */
export function namesInFrame(nodes: readonly TemplateNode[]): boolean {
  return nodes.some(
    (node) =>
      namesHere(node) ||
      (node.typename !== "Block" && node.fields.some((field) => namesInFrame(asNodes(node[field])))),
  );
}

function namesHere({ typename }: TemplateNode): boolean {
  return typename === "FromImport" || typename === "Macro" || typename === "Set";
}

function changedBy(node: TemplateNode): readonly string[] {
  if (node.typename === "Set") return namesOf(asNodes(node["targets"]));
  if (node.typename === "For") return namesOf(asNodes(node["name"]));
  return none;
}

function importedBy(node: TemplateNode): readonly string[] {
  if (node.typename === "Macro") return namesOf(asNodes(node["name"]));
  if (node.typename !== "FromImport") return none;
  return namesOf(
    childrenOf(node["names"]).flatMap((one) => asNodes(one.typename === "Pair" ? one["value"] : one)),
  );
}

const none: readonly string[] = [];

function namesOf(nodes: readonly TemplateNode[]): string[] {
  return nodes.flatMap((node) => textIn(node) ?? namesOf(childrenOf(node)));
}

function eachNode(node: TemplateNode, see: (node: TemplateNode) => void): void {
  see(node);
  for (const field of node.fields) {
    const value = node[field];
    // Texts and numbers are no nodes; there are too many to look at each.
    if (typeof value === "object") for (const part of asNodes(value)) eachNode(part, see);
  }
}
