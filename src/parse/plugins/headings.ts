// Headings of an article: the page's title is the only h1, so they begin with h2 and never skip a level; each has an
// id of its own text by the one rule for slugs, with a prefix that no other id begins with.
import type { Element, ElementContent, Parents, Root } from "hast";
import { slugOf } from "../../model/slug.js";
import { wordsOf } from "../words-of.js";
import { notesLabel } from "./footnotes.js";
import { holdsImage } from "./photo-paragraph.js";

export function rehypeHeadings(): (tree: Root) => undefined {
  return (tree) => {
    const levels: Level[] = [];
    const ids = new Map<string, number>();
    shapeHeadings(tree, levels, ids);
  };
}

/** A heading above the present one: as the author counted it and as it is shown. */
interface Level {
  readonly written: number;
  readonly shown: number;
}

function shapeHeadings(parent: Parents, levels: Level[], ids: Map<string, number>): void {
  const wordless = new Set<ElementContent>();
  for (const child of parent.children) {
    if (child.type !== "element") continue;
    const written = child.tagName.length === 2 ? headingName.exec(child.tagName)?.[1] : undefined;
    if (written === undefined) {
      shapeHeadings(child, levels, ids);
    } else if (child.properties["id"] === notesLabel) {
      child.tagName = "h2";
    } else if (wordsOf(child.children).trim() === "") {
      wordless.add(child);
    } else {
      child.tagName = `h${placeLevel(levels, Number(written))}`;
      nameHeading(child, ids);
    }
  }
  if (wordless.size === 0) return;
  // A photo in it stays, as a paragraph.
  parent.children = (parent.children as ElementContent[]).flatMap((child) => {
    if (!wordless.has(child) || child.type !== "element") return child;
    return holdsImage(child) ? { ...child, tagName: "p" } : [];
  });
}

const headingName = /^h([1-6])$/;

function placeLevel(levels: Level[], written: number): number {
  while ((levels.at(-1)?.written ?? 0) >= written) levels.pop();
  const shown = Math.min(6, (levels.at(-1)?.shown ?? 1) + 1);
  levels.push({ written, shown });
  return shown;
}

/** An id that the author gave stays: links lead to it. */
function nameHeading(heading: Element, ids: Map<string, number>): void {
  if (heading.properties["id"] !== undefined) return;
  const slug = slugOf(wordsOf(heading.children));
  const base = slug === "" ? `h-${ids.size + 1}` : `h-${slug}`;
  let id = base;
  for (let count = ids.get(base) ?? 1; ids.has(id); count++) {
    id = `${base}-${count + 1}`;
    ids.set(base, count + 1);
  }
  ids.set(id, ids.get(id) ?? 1);
  heading.properties["id"] = id;
}
