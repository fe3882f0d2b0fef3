// How deep raw HTML can nest once a real parser has read it, counted from its tags alone and never too low: a closing
// tag counts only where it surely closes something.
import type { HtmlTag } from "./html-tags.js";

/** Elements that a parser ends by itself where the next one begins, or that hold nothing. */
const selfEnding: ReadonlySet<string> = new Set([
  ..."area base br col embed hr img input link meta param source track wbr basefont bgsound frame keygen".split(
    " ",
  ),
  ..."p li dt dd tr td th thead tbody tfoot caption colgroup".split(" "),
]);

/** Elements past which a closing tag still finds its element. */
const inline: ReadonlySet<string> = new Set(
  "a abbr b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var".split(
    " ",
  ),
);

/** The deepest that elements can stand in each other; counting ends past `limit`. */
export function measureDepth(tags: readonly HtmlTag[], limit: number): number {
  const open: string[] = [];
  let deepest = 0;
  for (const { name, isClosing } of tags) {
    if (selfEnding.has(name)) continue;
    if (isClosing) closeLast(open, name);
    else open.push(name);
    deepest = Math.max(deepest, open.length);
    if (deepest > limit) break;
  }
  return deepest;
}

function closeLast(open: string[], name: string): void {
  for (let index = open.length - 1; index >= 0; index--) {
    const one = open[index] as string;
    if (one === name) {
      open.splice(index, 1);
      return;
    }
    if (!inline.has(one)) return;
  }
}
