// Templates as plain JavaScript: the parsed tree of nunjucks, written out as functions that add to a string. What the
// engine's own code does at run time (frames, callbacks, imports anew for every page) is decided here once. Only what
// is certain to mean the same is written; for anything else there is no direct code and the engine draws every page.
import {
  fresh,
  leftToEngine,
  quote,
  type Scope,
  symbolIn,
  type Writer,
  write,
  writeSymbol,
  writeTest,
} from "./direct-expressions.js";
import { type FrameNames, namesInFrame } from "./direct-names.js";
import { isDrawn, steadyNames } from "./direct-steady.js";
import { asNodes, childrenOf, literalOf, type TemplateNode, textIn } from "./template-tree.js";

/** The code of one template, as the body of a function of `h` (DirectHands in direct.ts); returns a DirectTemplate. */
export function writeDirectCode(root: TemplateNode, html: ReadonlySet<string>, names: FrameNames): string {
  const writer: Writer = { html, names, constants: [], blocks: [], macros: [], next: 0 };
  const parent = childrenOf(root).find(({ typename }) => typename === "Extends");
  const top = openScope("page", childrenOf(root));
  const body = writeNodes(writer, top, childrenOf(root), parent !== undefined);
  const parentName = parent === undefined ? undefined : literalOf(parent["template"]);
  if (parent !== undefined && parentName === undefined) throw leftToEngine;
  const head = headOf(writer, top);
  const rest =
    parentName === undefined ? "return o;" : `return h.template(${quote(parentName)}).draw(C, F, B);`;
  return [
    '"use strict"; const { esc, raw, safe, list, loop, macro, kept, flat } = h; const M = Object.create(null);',
    ...writer.constants,
    ...writer.macros,
    `const blocks = {${writer.blocks.join(",")}};`,
    `return { macros: M, blocks, draw(C, F, given) { const B = h.over(blocks, given); ${head} let o = ""; ${body} ${rest} } };`,
  ].join("\n");
}

/** `nodes` are what the function of the code draws. */
function openScope(kind: Scope["kind"], nodes: readonly TemplateNode[], locals = new Map()): Scope {
  const steady = { count: 0, names: new Set<string>() };
  return {
    kind,
    locals,
    inFor: false,
    fixed: new Map(),
    imports: namesInFrame(nodes),
    steady,
    inSteady: false,
  };
}

/** The head of a function, once its body is written. */
function headOf(writer: Writer, scope: Scope): string {
  // It asks for names of its own.
  const memory = scope.steady.count === 0 ? "" : writeMemory(writer, scope);
  const names = [...scope.fixed.values()].map(({ variable, found }) => `const ${variable} = ${found};`);
  return names.join("") + memory;
}

/** Where the steady parts of a function are kept, for what they depend on. */
function writeMemory(writer: Writer, scope: Scope): string {
  const asked = ["site", ...scope.steady.names].map((name) => writeSymbol(writer, scope, name));
  const memory = fresh(writer);
  writer.constants.push(`const ${memory} = new WeakMap();`);
  return ` const K = kept(${[memory, ...asked].join(", ")});`;
}

/** What is the same on many pages (direct-steady.ts) is drawn once and kept, as much of it at a time as stands together. */
function writeNodes(writer: Writer, scope: Scope, nodes: readonly TemplateNode[], isChild = false): string {
  const plain = (some: readonly TemplateNode[]) =>
    some.map((node) => writeNode(writer, scope, node, isChild)).join("");
  if (isChild || scope.kind === "macro" || scope.inSteady) return plain(nodes);
  const { names } = writer;
  const known = { ...names, ...(scope.imports && { imported: none }), own: none };
  const { steady } = scope;
  const inner = { ...scope, inSteady: true };
  let code = "";
  let together: TemplateNode[] = [];
  const flush = () => {
    if (together.some(isDrawn)) {
      const place = `K[${steady.count++}]`;
      const outer = fresh(writer);
      const body = writeNodes(writer, inner, together);
      code += `if (${place} === undefined) { const ${outer} = o; o = ""; ${body} ${place} = flat(o); o = ${outer}; } o += ${place};`;
    } else code += plain(together);
    together = [];
  };
  for (const node of nodes) {
    const asked = steadyNames(node, known);
    if (asked === undefined) {
      flush();
      code += plain([node]);
    } else {
      for (const name of asked) if (name !== "site") steady.names.add(name);
      together.push(node);
    }
  }
  flush();
  return code;
}

const none: ReadonlySet<string> = new Set();

/** `isChild`: at the top of a template that extends another, whose own text goes nowhere. */
function writeNode(writer: Writer, scope: Scope, node: TemplateNode, isChild: boolean): string {
  const body = (field: string, inner = scope) => writeNodes(writer, inner, childrenOf(node[field]), isChild);
  switch (node.typename) {
    case "NodeList":
      return writeNodes(writer, scope, childrenOf(node), isChild);
    case "Output":
      return isChild
        ? ""
        : childrenOf(node)
            .map((child) => writeOutput(writer, scope, child))
            .join("");
    case "Extends":
      return "";
    case "If":
      return `if (${writeTest(writer, scope, node["cond"])}) {${body("body")}}${writeElse(writer, scope, node, isChild)}`;
    case "For":
      return writeFor(writer, scope, node);
    case "Block":
      return writeBlock(writer, scope, node, isChild);
    case "Include":
      return writeInclude(writer, nameOf(node));
    case "FromImport":
      return writeImport(scope, node);
    case "Macro":
      return writeMacro(writer, scope, node);
    case "Set":
      return writeSet(writer, scope, node);
    default:
      throw leftToEngine;
  }
}

function writeInclude({ names }: Writer, template: string): string {
  return `o += h.template(${quote(template)}).draw(C, ${names.naming.has(template) ? "Object.create(F)" : "F"});`;
}

function writeElse(writer: Writer, scope: Scope, node: TemplateNode, isChild: boolean): string {
  const other = asNodes(node["else_"])[0];
  if (other === undefined) return "";
  const nodes = other.typename === "NodeList" ? childrenOf(other) : [other];
  return ` else {${writeNodes(writer, scope, nodes, isChild)}}`;
}

function writeOutput(writer: Writer, scope: Scope, node: TemplateNode): string {
  if (node.typename === "TemplateData") return `o += ${quote(String(node["value"]))};`;
  const field = node.typename === "LookupVal" ? literalOf(node["val"]) : undefined;
  if (field !== undefined && writer.html.has(field)) {
    return `o += raw(${write(writer, scope, node["target"])}?.[${quote(field)}]);`;
  }
  return `o += esc(${write(writer, scope, node)});`;
}

function writeFor(writer: Writer, scope: Scope, node: TemplateNode): string {
  const name = symbolIn(node["name"]);
  const [items, item, index] = [fresh(writer), fresh(writer), fresh(writer)];
  const locals = new Map([...scope.locals, [name, item], ["loop", `loop(${index}, ${items})`]]);
  const body = writeNodes(writer, { ...scope, locals, inFor: true }, childrenOf(node["body"]));
  // What is included sees the item by its name.
  const seen = contains(node["body"], "Include")
    ? `const outer = F; F = Object.create(outer); F[${quote(name)}] = ${item}; ${body} F = outer;`
    : body;
  const empty = writeElse(writer, scope, node, false).replace(/^ else /, "");
  return [
    `const ${items} = list(${write(writer, scope, node["arr"])});`,
    `for (let ${index} = 0; ${index} < ${items}.length; ${index}++) { const ${item} = ${items}[${index}]; ${seen} }`,
    empty === "" ? "" : `if (${items}.length === 0) ${empty}`,
  ].join(" ");
}

function writeBlock(writer: Writer, scope: Scope, node: TemplateNode, isChild: boolean): string {
  if (scope.kind === "macro" || scope.inFor) throw leftToEngine;
  const name = quote(textIn(node["name"]) ?? "");
  const nodes = asNodes(node["body"]);
  const own = openScope("block", nodes);
  const body = writeNodes(writer, own, childrenOf(node["body"]));
  const frame = own.imports ? "F = Object.create(F);" : "";
  writer.blocks.push(
    `${name}: (C, F, B) => { ${frame} ${headOf(writer, own)} let o = ""; ${body} return o; }`,
  );
  return isChild ? "" : `o += B[${name}](C, F, B);`;
}

function writeImport(scope: Scope, node: TemplateNode): string {
  // In a block the engine makes the name known to the blocks after it too.
  if (node["withContext"] || scope.kind !== "page" || scope.inFor) throw leftToEngine;
  const from = `h.template(${quote(nameOf(node))}).macros`;
  return childrenOf(node["names"])
    .map((one) => {
      const [name, own] = one.typename === "Pair" ? [one["key"], one["value"]] : [one, one];
      return `F[${quote(symbolIn(own))}] = ${from}[${quote(symbolIn(name))}];`;
    })
    .join("");
}

function writeMacro(writer: Writer, scope: Scope, node: TemplateNode): string {
  if (scope.kind === "macro" || scope.inFor) throw leftToEngine;
  const locals = new Map(childrenOf(node["args"]).map((one) => [symbolIn(one), fresh(writer)]));
  const given = [...locals.values()];
  const body = writeNodes(writer, openScope("macro", [], locals), childrenOf(node["body"]));
  const name = quote(symbolIn(node["name"]));
  const code = `(${given.join(", ")}) => { let o = ""; ${body} return macro(o); }`;
  const remembered = given.length === 1 ? `h.ofOne(${code})` : given.length === 2 ? `h.ofTwo(${code})` : code;
  writer.macros.push(`M[${name}] = ${remembered};`);
  return `F[${name}] = M[${name}];`;
}

/** Inside a macro a name that is set stays there; a set that goes with the rest of its scope is left to the engine. */
function writeSet(writer: Writer, scope: Scope, node: TemplateNode): string {
  const [target, ...others] = asNodes(node["targets"]);
  if (target === undefined || others.length > 0 || scope.inFor || !node["value"]) throw leftToEngine;
  const name = symbolIn(target);
  const value = write(writer, scope, node["value"]);
  if (scope.kind !== "macro") return `F[${quote(name)}] = ${value};`;
  if (scope.locals.has(name)) throw leftToEngine;
  const variable = fresh(writer);
  (scope.locals as Map<string, string>).set(name, variable);
  return `const ${variable} = ${value};`;
}

function nameOf(node: TemplateNode): string {
  const name = literalOf(node["template"]);
  if (name === undefined || node["ignoreMissing"]) throw leftToEngine;
  return name;
}

function contains(value: unknown, typename: string): boolean {
  return asNodes(value).some(
    (node) => node.typename === typename || node.fields.some((field) => contains(node[field], typename)),
  );
}
