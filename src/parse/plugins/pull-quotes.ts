// A quote whose last line says who spoke becomes a figure with the speaker as its caption, printed "— Name"; a
// quote without one stays as it is. Only the dash is made the same everywhere, the words stay as written.
import type { Element, ElementContent, Parents, Root } from "hast";
import { dashLength, isAttribution, isRoleAndName } from "../attributions.js";
import { cutAt, element, isBlank, isElement, isNamed, text, textOf, trimNodes } from "../inline-nodes.js";

export function rehypePullQuotes(): (tree: Root) => undefined {
  return (tree) => placeQuotes(tree);
}

function placeQuotes(parent: Parents): undefined {
  for (const [index, child] of parent.children.entries()) {
    if (!isElement(child) || child.tagName === "p" || child.tagName === "figure") continue;
    placeQuotes(child);
    const attributed = child.tagName === "blockquote" ? findAttribution(child.children) : undefined;
    if (attributed === undefined) continue;
    const quote: Element = { ...child, children: attributed.quote };
    const speaker: Element = {
      type: "element",
      tagName: "figcaption",
      properties: {},
      children: [text("— "), ...attributed.speaker],
    };
    parent.children[index] = element("figure", "quote", [quote, speaker]);
  }
}

interface Attributed {
  readonly quote: ElementContent[];
  readonly speaker: readonly ElementContent[];
}

function findAttribution(children: readonly ElementContent[]): Attributed | undefined {
  const index = children.findLastIndex((node) => !isBlank(node));
  const last = children[index];
  const earlier = children.slice(0, index);
  const before = textOf(earlier).trimEnd();
  if (isNamed(last, "ul")) {
    const item = onlyItem(last);
    const isSpeaker = item !== undefined && mayBeSaid(before) && isAttribution(textOf(item));
    return isSpeaker ? { quote: earlier, speaker: trimNodes(item) } : undefined;
  }
  if (!isNamed(last, "p")) return undefined;
  const words = trimNodes(last.children);
  if (mayBeSaid(before)) {
    const speaker = speakerIn(words);
    if (speaker !== undefined) return { quote: earlier, speaker };
  }
  return fromLastLine(words, (rest) => [...earlier, { ...last, children: rest }]);
}

/** The words of a list's one item; undefined where there are more, or blocks in it. */
function onlyItem(list: Element): ElementContent[] | undefined {
  const items = list.children.filter((node) => !isBlank(node));
  const [item] = items;
  if (items.length !== 1 || !isNamed(item, "li")) return undefined;
  const inner = item.children.filter((node) => !isBlank(node));
  if (inner.length === 1 && isNamed(inner[0], "p")) return inner[0].children;
  return inner.some((node) => isElement(node) && holdsBlocks.test(node.tagName)) ? undefined : item.children;
}

const holdsBlocks = /^(?:p|ul|ol|blockquote|figure|pre|table|h[1-6]|div|hr)$/;

/** A whole last paragraph: begun with a dash (on its first line only), or "Role - Name". */
function speakerIn(words: ElementContent[]): ElementContent[] | undefined {
  const line = textOf(words);
  const dash = dashLength(line);
  if (dash === 0) return isRoleAndName(line) ? words : undefined;
  const isDialogue = line
    .split("\n", 9)
    .slice(1)
    .some((each) => dashLength(each) > 0);
  return isAttribution(line.slice(dash)) && !isDialogue ? cutAt(words, dash)[1] : undefined;
}

/** The last line of the last paragraph. */
function fromLastLine(
  words: ElementContent[],
  quoteWith: (rest: ElementContent[]) => ElementContent[],
): Attributed | undefined {
  const whole = textOf(words);
  const lineEnd = whole.lastIndexOf("\n");
  const before = whole.slice(0, Math.max(0, lineEnd)).trimEnd();
  if (!mayBeSaid(before)) return undefined;
  const line = whole.slice(lineEnd + 1);
  const dash = dashLength(line);
  const isSpeaker =
    dash > 0 ? isAttribution(line.slice(dash)) : /[.!?…”"»]$/u.test(before) && isRoleAndName(line);
  if (!isSpeaker) return undefined;
  const [rest, speaker] = cutAt(words, lineEnd + 1 + dash);
  return { quote: quoteWith(cutAt(rest, before.length)[0]), speaker };
}

/** Words before an attribution: not a turn of a conversation, not the beginning of a list or of direct speech. */
function mayBeSaid(before: string): boolean {
  return before !== "" && !before.endsWith(":") && dashLength(lastLine(before)) === 0;
}

function lastLine(words: string): string {
  return words.slice(words.lastIndexOf("\n") + 1);
}
