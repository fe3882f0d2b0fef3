// The lead of an ordinary article, as plugins/lead.ts finds it, in the tree of HTML. It knows openings that are bold
// as a whole and openings that are plainly not; of any other it says that it does not know.
import type { Element, ElementContent, Root } from "hast";
import type { MarkdownContext } from "../context.js";
import { foldWords, holdsWords, withoutPrefix } from "../plugins/lead.js";
import { holdsImage } from "../plugins/photo-paragraph.js";

/** Sets the lead, if there is one; false where only the pipeline can tell. Changes nothing then. */
export function setLead(tree: Root, { lead, kind }: MarkdownContext): boolean {
  const [opening] = tree.children;
  const isParagraph =
    opening?.type === "element" &&
    opening.tagName === "p" &&
    !holdsImage(opening) &&
    !holdsNamed(opening, "sup");
  const first = isParagraph ? opening : undefined;
  const written = lead?.replace(/\s+/gu, " ").trim() ?? "";
  if (written !== "") {
    if (first !== undefined && mayRepeat(written, first)) return false;
    const paragraph = leadParagraph([{ type: "text", value: written }]);
    tree.children.unshift(...(opening === undefined ? [paragraph] : [paragraph, lineEnd()]));
    return true;
  }
  if (first === undefined || kind === "page" || isPlain(first)) return true;
  const [bold, more] = first.children;
  if (bold?.type !== "element" || bold.tagName !== "strong" || more !== undefined) return false;
  if (holdsNamed(bold, "a")) return false;
  tree.children[0] = leadParagraph(bold.children);
  return true;
}

function leadParagraph(children: ElementContent[]): Element {
  return { type: "element", tagName: "p", properties: { className: ["lead"] }, children };
}

function lineEnd(): ElementContent {
  return { type: "text", value: "\n" };
}

/** Words outside of bold: right at the beginning, or behind bold words. */
function isPlain({ children }: Element): boolean {
  const [first] = children;
  if (first?.type === "text") return holdsWords(withoutPrefix(first.value));
  if (first === undefined || !holdsWords(textOf(first))) return false;
  return children.some((child) => child.type === "text" && holdsWords(child.value));
}

function mayRepeat(lead: string, paragraph: Element): boolean {
  return holdsNamed(paragraph, "br") || foldWords(textOf(paragraph)).startsWith(foldWords(lead));
}

function textOf(node: ElementContent): string {
  if (node.type === "text") return node.value;
  return node.type === "element" ? node.children.map(textOf).join("") : "";
}

function holdsNamed(node: ElementContent, name: string): boolean {
  return (
    node.type === "element" &&
    (node.tagName === name || node.children.some((child) => holdsNamed(child, name)))
  );
}
