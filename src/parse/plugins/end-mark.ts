// The end mark `./.`: the last one of the article gets an element of its own and is never parted from the last
// word. Alone in its paragraph it joins the text before it. What follows it (a quote, a byline) stays where it is.
import type { Element, ElementContent, Root } from "hast";
import { element, isBlank, isElement, isNamed, text } from "../inline-nodes.js";
import { endMark, lastEndMark } from "../plain-text.js";
import { collectRuns, leafAt, type Run, someText, tieBefore, wrapPieces } from "../text-runs.js";

export function rehypeEndMark(): (tree: Root) => undefined {
  return (tree) => {
    if (!someText(tree, (value) => value.includes(endMark))) return;
    for (const run of collectRuns(tree).reverse()) {
      if (run.area === "heading" || run.area === "notes") continue;
      const start = lastEndMark(run.text);
      if (start !== -1 && setMark(run, start)) return;
    }
  };
}

function setMark(run: Run, start: number): boolean {
  const end = start + endMark.length;
  const leaf = leafAt(run, start, end);
  if (leaf === undefined) return false;
  if (run.text.trim() === endMark && joinPrevious(run)) return true;
  tieBefore(run, [start]);
  wrapPieces([{ leaf, start, end, tagName: "span", properties: { className: ["end-mark"] } }]);
  return true;
}

/** Moves a mark that is a paragraph by itself to the end of the text before it; photos between are passed over. */
function joinPrevious({ block, holder }: Run): boolean {
  if (holder === undefined || !isNamed(block, "p")) return false;
  const siblings = holder.children as ElementContent[];
  const at = siblings.indexOf(block);
  let before = at - 1;
  while (before >= 0 && isPassedOver(siblings[before] as ElementContent)) before--;
  const home = lastTextBlock(siblings[before]);
  if (home === undefined) return false;
  const mark = element("span", "end-mark", [text(endMark)]);
  home.children.push(text("\u00a0"), mark);
  siblings.splice(at, 1);
  return true;
}

function isPassedOver(node: ElementContent): boolean {
  if (!isNamed(node, "figure")) return isBlank(node);
  const { className } = node.properties;
  return Array.isArray(className) && (className.includes("photo") || className.includes("gallery"));
}

/** The paragraph itself, or the last item of a list, or that item's last paragraph. */
function lastTextBlock(node: ElementContent | undefined): Element | undefined {
  if (isNamed(node, "p")) return node;
  if (isNamed(node, "ul") || isNamed(node, "ol")) {
    return lastTextBlock(node.children.findLast((child) => isElement(child)));
  }
  if (!isNamed(node, "li")) return undefined;
  const last = node.children.findLast((child) => !isBlank(child));
  return isNamed(last, "p") || isNamed(last, "ul") || isNamed(last, "ol") ? lastTextBlock(last) : node;
}
