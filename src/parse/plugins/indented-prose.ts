// A first-line indent from Word turns a paragraph into a block of code. Where such a block reads as prose it is made
// into what it would have been without the indent, with a warning; code stays code. Only blocks without fences: a
// fence is meant.
import type { Code, Nodes, Parents, Root, RootContent } from "mdast";
import type { Point } from "unist";
import type { VFile } from "vfile";
import { contextOf, report } from "../context.js";
import { readsAsProse } from "../prose.js";
import { findTreeOverload } from "../tree-size.js";

export function remarkIndentedProse(parse: (text: string) => Root): (tree: Root, file: VFile) => undefined {
  return (tree, file) => {
    const source = String(file.value);
    if (source.includes("    ") || source.includes("\t")) mendBlocks(tree, { source, file, parse });
  };
}

interface Work {
  readonly source: string;
  readonly file: VFile;
  readonly parse: (text: string) => Root;
}

function mendBlocks(parent: Parents, work: Work): void {
  let children: RootContent[] | undefined;
  for (let index = 0; index < parent.children.length; index++) {
    const child = parent.children[index] as RootContent;
    const mended = child.type === "code" ? mendCode(child, work) : undefined;
    if (mended === undefined) {
      children?.push(child);
      if ("children" in child && holdsBlocks.has(child.type)) mendBlocks(child, work);
      continue;
    }
    children ??= parent.children.slice(0, index) as RootContent[];
    children.push(...mended);
    const next = parent.children[index + 1] as RootContent | undefined;
    if (joinNext(mended.at(-1), child, next)) index++;
  }
  if (children !== undefined) (parent as Root).children = children;
}

const holdsBlocks: ReadonlySet<string> = new Set(["blockquote", "list", "listItem", "footnoteDefinition"]);

/** The blocks that the code would have been without its indent; undefined where it is code. */
function mendCode(code: Code, { source, file, parse }: Work): RootContent[] | undefined {
  const start = code.position?.start.offset ?? 0;
  if (/^[`~]{3}/.test(source.slice(start, start + 8).trimStart()) || !readsAsProse(code.value))
    return undefined;
  const { text, toSource } = dedent(code, source);
  const tree = parse(text);
  const context = contextOf(file);
  if (findTreeOverload(tree, context.settings.limits.nesting) !== undefined) return undefined;
  movePositions(tree, toSource);
  report(context, code, {
    rule: "prose-indented",
    severity: "warning",
    message: {
      vi: "Đoạn này thụt đầu dòng nên Markdown coi là mã; đã hiển thị như đoạn văn",
      en: "This paragraph is indented, which Markdown reads as code; shown as a paragraph",
    },
    hint: {
      vi: "Xóa các dấu cách hoặc phím Tab ở đầu dòng",
      en: "Delete the spaces or the tab at the start of the line",
    },
  });
  return tree.children;
}

interface Line {
  /** Offset in the dedented text. */
  readonly start: number;
  /** Offset, line and column in the source of the same character. */
  readonly source: Point;
}

/** The block's text without any indentation, and the way back from its offsets to the source. */
function dedent(
  code: Code,
  source: string,
): { readonly text: string; readonly toSource: (offset: number) => Point } {
  const lines: Line[] = [];
  const text: string[] = [];
  let start = 0;
  let lineStart = code.position?.start.offset ?? 0;
  let line = code.position?.start.line ?? 1;
  let before = (code.position?.start.column ?? 1) - 1;
  for (const written of code.value.split("\n")) {
    const end = source.indexOf("\n", lineStart);
    const content = written.trimStart();
    const column = Math.max(
      0,
      source.slice(lineStart, end === -1 ? source.length : end).lastIndexOf(content),
    );
    lines.push({ start, source: { offset: lineStart + column, line, column: before + column + 1 } });
    text.push(content);
    start += content.length + 1;
    lineStart = end + 1;
    line++;
    before = 0;
  }
  return { text: text.join("\n"), toSource: (offset) => pointAt(lines, offset) };
}

function pointAt(lines: readonly Line[], offset: number): Point {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] as Line).start <= offset) low = middle;
    else high = middle - 1;
  }
  const { start, source } = lines[low] as Line;
  const along = offset - start;
  return { offset: (source.offset ?? 0) + along, line: source.line, column: source.column + along };
}

function movePositions(node: Nodes, toSource: (offset: number) => Point): void {
  const { position } = node;
  if (position !== undefined) {
    const start = toSource(position.start.offset ?? 0);
    node.position = { start, end: toSource(position.end.offset ?? 0) };
  }
  if ("children" in node) for (const child of node.children) movePositions(child, toSource);
}

/** Lines right below the indented one belong to its paragraph; without the indent they would have gone on with it. */
function joinNext(last: RootContent | undefined, code: RootContent, next: RootContent | undefined): boolean {
  if (last?.type !== "paragraph" || next?.type !== "paragraph") return false;
  if (next.position?.start.line !== (code.position?.end.line ?? 0) + 1) return false;
  last.children.push({ type: "text", value: "\n" }, ...next.children);
  return true;
}
