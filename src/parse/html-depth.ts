// How deep raw HTML can nest once a real parser has read it, counted from its tags alone and never too low: a closing
// tag counts only where it surely closes something.
import type { HtmlTag } from "./html-tags.js";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Elements that hold nothing. */
const empty = words(
  "area base br col embed hr img input link meta param source track wbr basefont bgsound frame keygen",
);
/** Elements that a parser ends by itself; what they stand in is counted, they are not. */
const implied = words("p li dd dt");
const tableParts = words("tr td th thead tbody tfoot caption colgroup");
/** Elements whose end tag finds them behind open elements of the last two kinds. */
const formatting = words("a b big code em font i nobr s small strike strong tt u");
const blocks = words(
  "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer header " +
    "hgroup main menu nav ol pre search section summary ul",
);

/** Elements of drawings and formulas that hold HTML: their end tag does not find them behind any of its elements. */
const holdingHtml = words("annotation-xml desc foreignobject mi mn mo ms mtext title");

/** The deepest that elements can stand in each other; counting ends past `limit`. */
export function measureDepth(tags: readonly HtmlTag[], limit: number): number {
  const open: string[] = [];
  let depth = 0;
  let deepest = 0;
  for (const { name, isClosing } of tags) {
    // A form's end tag takes it away while what is open in it stays there.
    if (empty.has(name) || (isClosing && name === "form")) continue;
    if (isClosing) {
      if (closeLast(open, name) && isCounted(name)) depth--;
    } else if (isCounted(name)) {
      open.push(name);
      deepest = Math.max(deepest, ++depth);
      if (deepest > limit) break;
    } else if (!isOpenHere(open, name)) {
      open.push(name);
    }
  }
  return deepest;
}

function isCounted(name: string): boolean {
  return !implied.has(name) && !tableParts.has(name);
}

/** True where such an element is open since the last that is counted: the next one ends it. */
function isOpenHere(open: readonly string[], name: string): boolean {
  for (let index = open.length - 1; index >= 0; index--) {
    const one = open[index] as string;
    if (one === name) return true;
    if (isCounted(one) && !formatting.has(one)) return false;
  }
  return false;
}

function closeLast(open: string[], name: string): boolean {
  for (let index = open.length - 1; index >= 0; index--) {
    const one = open[index] as string;
    if (one === name) {
      open.splice(index, 1);
      return true;
    }
    if (!isPassed(one, name)) return false;
  }
  return false;
}

/** True where the end tag of `name` finds its element behind an open one. */
function isPassed(one: string, name: string): boolean {
  if (formatting.has(one)) return !holdingHtml.has(name);
  if (tableParts.has(one)) return name === "table" || tableParts.has(name);
  return (
    implied.has(one) && (formatting.has(name) || blocks.has(name) || !isCounted(name) || name === "table")
  );
}
