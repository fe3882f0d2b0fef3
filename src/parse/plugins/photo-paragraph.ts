// A paragraph read line by line: lines of images alone, and the words below them. An image among words makes it
// running text, in which images stay where they are.
import type { Element, ElementContent, Nodes } from "hast";
import { isBlank, isNamed, text, trimNodes } from "../inline-nodes.js";

/** Images that stand together and the words on the lines below them; [] where there are none. */
export interface PhotoGroup {
  readonly images: readonly Element[];
  readonly words: readonly ElementContent[];
}

/** The photos of a paragraph that begins with a line of images; undefined for any other. */
export function readPhotos(node: Nodes): PhotoGroup[] | undefined {
  if (!isNamed(node, "p") || !holdsImage(node)) return undefined;
  const groups: { images: Element[]; words: ElementContent[] }[] = [];
  for (const line of linesOf(node.children)) {
    const images = imagesOf(line.nodes);
    const last = groups.at(-1);
    if (images === undefined) {
      if (last === undefined || line.nodes.some(holdsImage)) return undefined;
      for (const node of line.nodes) last.words.push(node);
      if (line.end !== undefined) last.words.push(line.end);
    } else if (last === undefined || last.words.length > 0) {
      groups.push({ images, words: [] });
    } else {
      for (const image of images) last.images.push(image);
    }
  }
  return groups.map(({ images, words }) => ({ images, words: trimNodes(words) }));
}

export function holdsImage(node: Nodes): boolean {
  return isNamed(node, "img") || ("children" in node && node.children.some(holdsImage));
}

interface Line {
  readonly nodes: ElementContent[];
  /** What ended it: a forced break or a line end of the source. */
  readonly end: ElementContent | undefined;
}

/** Lines that hold something. */
function linesOf(nodes: readonly ElementContent[]): Line[] {
  const lines: Line[] = [];
  let line: ElementContent[] = [];
  const endLine = (end: ElementContent | undefined) => {
    if (!line.every(isBlank)) lines.push({ nodes: line, end });
    line = [];
  };
  for (const node of nodes) {
    if (isNamed(node, "br")) {
      endLine(node);
    } else if (node.type === "text") {
      for (const [index, value] of node.value.split("\n").entries()) {
        if (index > 0) endLine(text("\n"));
        if (value !== "") line.push(text(value));
      }
    } else {
      line.push(node);
    }
  }
  endLine(undefined);
  return lines;
}

/** The images of a line that holds nothing else, out of their links; undefined for a line with words. */
function imagesOf(nodes: readonly ElementContent[]): Element[] | undefined {
  const images: Element[] = [];
  for (const node of nodes) {
    const inside = isNamed(node, "a") ? imagesOf(node.children) : undefined;
    if (isNamed(node, "img")) images.push(node);
    else if (inside !== undefined) for (const image of inside) images.push(image);
    else if (!isBlank(node)) return undefined;
  }
  return images.length > 0 ? images : undefined;
}
