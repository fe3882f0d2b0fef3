// The expressions of templates as JavaScript, for direct-code.ts: names, fields, calls, comparisons. A name means a
// variable of the code, else what was imported, else what the page was given.
import type { FrameNames } from "./direct-names.js";
import { asNodes, childrenOf, literalOf, type TemplateNode, textIn } from "./template-tree.js";

/** Thrown for a construct that is left to the engine. */
export const leftToEngine = Symbol("left to the engine");

export interface Writer {
  /** Fields that hold finished HTML. */
  readonly html: ReadonlySet<string>;
  readonly names: FrameNames;
  readonly constants: string[];
  readonly blocks: string[];
  readonly macros: string[];
  next: number;
}

/** Where a piece of code stands: names mean other things in a macro, which sees only what it is given. */
export interface Scope {
  readonly kind: "page" | "block" | "macro";
  /** Name in the template → variable of the code. */
  readonly locals: ReadonlyMap<string, string>;
  readonly inFor: boolean;
  /** Names that mean the same all through the function of the code: looked up once, at its head. */
  readonly fixed: Map<string, FixedName>;
  /** True where the function itself imports: its names mean one thing before and another after. */
  readonly imports: boolean;
  /** The steady parts of the function (direct-steady.ts): how many there are, and the names on which they depend. */
  readonly steady: { count: number; readonly names: Set<string> };
  readonly inSteady: boolean;
}

export interface FixedName {
  readonly variable: string;
  readonly found: string;
}

/** An expression. */
export function write(writer: Writer, scope: Scope, value: unknown): string {
  const node = asNodes(value)[0];
  if (node === undefined) throw leftToEngine;
  const part = (field: string) => write(writer, scope, node[field]);
  switch (node.typename) {
    case "Literal":
      return writeLiteral(node["value"]);
    case "Symbol":
      return writeSymbol(writer, scope, textIn(node) ?? "");
    case "Group":
      return `(${write(writer, scope, childrenOf(node)[0])})`;
    case "LookupVal": {
      const field = literalOf(node["val"]);
      const found = `${part("target")}?.[${field === undefined ? part("val") : quote(field)}]`;
      return field === undefined || writer.html.has(field)
        ? `safe(${found}, ${field ? quote(field) : part("val")})`
        : found;
    }
    case "FunCall":
      if (asNodes(node["name"])[0]?.typename !== "Symbol") throw leftToEngine;
      return `${part("name")}(${writeArguments(writer, scope, node["args"])})`;
    case "And":
      return `(${part("left")} && ${part("right")})`;
    case "Or":
      return `(${part("left")} || ${part("right")})`;
    case "Not":
      return `!(${writeTest(writer, scope, node["target"])})`;
    case "InlineIf":
      return `(${writeTest(writer, scope, node["cond"])} ? ${part("body")} : ${asNodes(node["else_"]).length === 0 ? '""' : part("else_")})`;
    case "Compare":
      return writeCompare(writer, scope, node);
    case "Dict":
      return writeDict(writer, scope, node);
    default:
      throw leftToEngine;
  }
}

/** An expression of which is asked alone whether it is true: for that, no HTML has to be read. */
export function writeTest(writer: Writer, scope: Scope, value: unknown): string {
  const node = asNodes(value)[0];
  const part = (field: string) => writeTest(writer, scope, node?.[field]);
  switch (node?.typename) {
    case "Group":
      return `(${writeTest(writer, scope, childrenOf(node)[0])})`;
    case "And":
      return `(${part("left")} && ${part("right")})`;
    case "Or":
      return `(${part("left")} || ${part("right")})`;
    case "LookupVal": {
      const field = literalOf(node["val"]);
      if (field !== undefined) return `${write(writer, scope, node["target"])}?.[${quote(field)}]`;
    }
  }
  return write(writer, scope, value);
}

function writeArguments(writer: Writer, scope: Scope, args: unknown): string {
  return childrenOf(args)
    .map((argument) => write(writer, scope, argument))
    .join(", ");
}

function writeCompare(writer: Writer, scope: Scope, node: TemplateNode): string {
  const [operand, ...others] = asNodes(node["ops"]);
  const operator = operators.get(String(operand?.["type"]));
  if (operand === undefined || others.length > 0 || operator === undefined) throw leftToEngine;
  return `(${write(writer, scope, node["expr"])} ${operator} ${write(writer, scope, operand["expr"])})`;
}

const operators = new Map(["==", "!=", "===", "!==", "<", ">", "<=", ">="].map((name) => [name, name]));

/** One of nothing but fixed texts is made once. */
function writeDict(writer: Writer, scope: Scope, node: TemplateNode): string {
  const pairs = childrenOf(node).map((pair) => {
    const key = asNodes(pair["key"])[0];
    const name = key?.typename === "Symbol" ? textIn(key) : literalOf(key);
    if (name === undefined || name === "__proto__") throw leftToEngine;
    return {
      text: `${quote(name)}: ${write(writer, scope, pair["value"])}`,
      fixed: literalOf(pair["value"]) !== undefined,
    };
  });
  const text = `{${pairs.map((pair) => pair.text).join(", ")}}`;
  if (!pairs.every(({ fixed }) => fixed)) return `(${text})`;
  const constant = fresh(writer);
  writer.constants.push(`const ${constant} = ${text};`);
  return constant;
}

function writeLiteral(value: unknown): string {
  if (value !== null && !["string", "number", "boolean"].includes(typeof value)) throw leftToEngine;
  return typeof value === "string" ? quote(value) : String(value);
}

/** A macro knows its own variables and the other macros of its file; a page also what was imported, and its context. */
export function writeSymbol(writer: Writer, scope: Scope, name: string): string {
  const local = scope.locals.get(name);
  if (local !== undefined) return local;
  if (engineGlobals.has(name)) throw leftToEngine;
  if (scope.kind === "macro") return `M[${quote(name)}]`;
  const { changing, imported } = writer.names;
  const inContext = `C[${quote(name)}]`;
  const found = changing.has(name) || imported.has(name) ? `(F[${quote(name)}] ?? ${inContext})` : inContext;
  if (changing.has(name) || (imported.has(name) && scope.imports)) return found;
  const known = scope.fixed.get(name) ?? { variable: fresh(writer), found };
  scope.fixed.set(name, known);
  return known.variable;
}

const engineGlobals: ReadonlySet<string> = new Set(["range", "cycler", "joiner", "caller", "super"]);

export function symbolIn(value: unknown): string {
  const node = asNodes(value)[0];
  const name = node?.typename === "Symbol" ? textIn(node) : undefined;
  if (name === undefined) throw leftToEngine;
  return name;
}

export function fresh(writer: Writer): string {
  return `v${writer.next++}`;
}

/** A text as JavaScript; names of templates and fields come only through here. */
export function quote(text: string): string {
  return JSON.stringify(text).replace(/[\u2028\u2029]/g, (c) => (c === "\u2028" ? "\\u2028" : "\\u2029"));
}
