// The notes of an ordinary text: their calls and their section are made by the library, from the notes' own blocks
// that are HTML already.
import type { Element, Root } from "hast";
import type { ContextFile } from "../context.js";
import { layNotes } from "../plugins/to-html.js";
import type { OrdinaryTree } from "./tree.js";

/** Fills the calls, in their order, and puts the section behind the text; false where a call has no note. */
export function setNotes({ tree, calls, notes }: OrdinaryTree, file: ContextFile): boolean {
  const made = layNotes({ calls, notes }, file);
  const [paragraph, ...section] = made.children;
  const filled = paragraph?.type === "element" ? paragraph.children : [];
  if (filled.length !== calls.length) return false;
  for (const [index, { home }] of calls.entries()) home.children = (filled[index] as Element).children;
  tree.children.push(...(section as Root["children"]));
  return true;
}
