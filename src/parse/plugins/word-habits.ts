// Habits of people who write in Word. Names of files with spaces, and titles in curly quotation marks, which would be
// printed as text, become the images and links that were meant (whether the file exists is asked later); three
// other habits are shown as Markdown has it, with a warning that says what to write.
import type { Image, Link, Nodes, Parents, PhrasingContent, Root, Text } from "mdast";
import type { VFile } from "vfile";
import { contextOf, type MarkdownContext } from "../context.js";
import { findLooseTargets, type LooseTarget } from "../loose-targets.js";
import { offsetInSource } from "../source-offsets.js";
import { reportBold, reportRule, reportYear } from "../word-reports.js";

export function remarkWordHabits(): (tree: Root, file: VFile) => undefined {
  return (tree, file) => mendIn(tree, { context: contextOf(file), source: String(file.value) });
}

interface Work {
  readonly context: MarkdownContext;
  /** The text that the tree's positions count in. */
  readonly source: string;
}

function mendIn(parent: Parents, work: Work): undefined {
  let mended: PhrasingContent[] | undefined;
  for (const [index, child] of parent.children.entries()) {
    if (child.type === "text") {
      const pieces = child.value.includes("(") ? mendText(child, parent, work) : undefined;
      if (pieces !== undefined) mended ??= parent.children.slice(0, index) as PhrasingContent[];
      mended?.push(...(pieces ?? [child]));
      if (child.value.includes("**")) reportBold(work.context, work.source, child);
      continue;
    }
    mended?.push(child as PhrasingContent);
    if (child.type === "heading") reportRule(work.context, work.source, child);
    if (child.type === "list") reportYear(work.context, work.source, child);
    if ("children" in child) mendIn(child, work);
  }
  if (mended !== undefined) parent.children = mended;
}

/** The text with its images and links; undefined where there are none. */
function mendText(text: Text, parent: Parents, { source }: Work): PhrasingContent[] | undefined {
  const isAlone = parent.type === "paragraph" && parent.children.length === 1;
  const targets = findLooseTargets(text.value, isAlone && parent.type === "paragraph");
  if (targets.length === 0 || isInLink(parent)) return undefined;
  const start = text.position?.start.offset ?? 0;
  const at = (offset: number) => offsetInSource(source, start, text.value, offset);
  const pieces: PhrasingContent[] = [];
  let done = 0;
  for (const target of targets) {
    if (target.start > done) pieces.push(textPiece(text, done, target.start, at));
    pieces.push(makeNode(target, at));
    done = target.end;
  }
  if (done < text.value.length) pieces.push(textPiece(text, done, text.value.length, at));
  return pieces;
}

function isInLink(parent: Nodes): boolean {
  return parent.type === "link" || parent.type === "linkReference";
}

function textPiece(text: Text, start: number, end: number, at: (offset: number) => number): Text {
  return { type: "text", value: text.value.slice(start, end), position: positionOf(at(start), at(end)) };
}

function makeNode(
  { kind, words, path, title, start, end }: LooseTarget,
  at: (offset: number) => number,
): Image | Link {
  const position = positionOf(at(start), at(end));
  if (kind === "image") return { type: "image", url: path, alt: words, title, position };
  return { type: "link", url: path, title, children: [{ type: "text", value: words }], position };
}

/** Only offsets are ever read of positions; a line and a column there must be. */
function positionOf(start: number, end: number): NonNullable<Nodes["position"]> {
  return { start: { line: 1, column: 1, offset: start }, end: { line: 1, column: 1, offset: end } };
}
