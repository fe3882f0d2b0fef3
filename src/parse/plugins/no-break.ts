// Lines that break where a reader expects: none begins with a spaced dash (the space before it becomes U+00A0, the
// one change to the author's characters here), none ends inside `05-CT/TW` or `15-20%` (an element, never U+2011).
// Captions and attributions keep their characters.
import type { Root } from "hast";
import { letterPattern } from "../../model/letters.js";
import { collectRuns, leafAt, type Run, someText, tieBefore, type Wrap, wrapPieces } from "../text-runs.js";

export function rehypeNoBreak(): (tree: Root) => undefined {
  return (tree) => {
    if (someText(tree, (value) => quickTest.test(value))) keepTogether(tree);
  };
}

/** For a tree of which something that is no part of it any more has passed the test. */
export function keepTogether(tree: Root): undefined {
  const wraps: Wrap[] = [];
  for (const run of collectRuns(tree)) {
    if (!quickTest.test(run.text)) continue;
    if (run.area !== "caption") tieBefore(run, spacedDashes(run.text));
    if (!joined.test(run.text)) continue;
    for (const { 0: token, index } of run.text.matchAll(unbroken.on(run.text)))
      addWrap(run, token, index, wraps);
  }
  wrapPieces(wraps);
}

/** The same for the HTML of a paragraph of words and emphasis in which there is nothing to tie but spaced dashes. */
export function tieDashes(html: string): string {
  return html.replace(/[ \t\n]+(?=[-–—―]\s)/gu, (white) => "\u00a0".repeat(white.length));
}

/** Somewhere in every number that is joined to what follows it. */
const joined = /\d%?[-–/]/;
const quickTest = new RegExp(`[-–—―](?:\\s|$)|${joined.source}`);

function spacedDashes(text: string): number[] {
  const dashes: number[] = [];
  for (const { index } of text.matchAll(/[-–—―](?=\s)/gu)) {
    if (index > 0 && /[ \t\n]/.test(text[index - 1] as string)) dashes.push(index);
  }
  return dashes;
}

/**
 * Numbers joined by dashes, and numbers of documents: `1,5-2`, `15-20%`, `05-CT/TW`, `123/2023/NĐ-CP`. Not in
 * addresses, which have to be able to break.
 */
const unbroken = letterPattern(
  String.raw`(?<![\p{L}\p{N}\p{M}.,/_@:=?&#%+–-])\d+(?:[.,]\d+)*%?(?:[-–/](?:\d+(?:[.,]\d+)*%?|\p{Lu}[\p{L}\p{M}]*))+(?![\p{L}\p{N}\p{M}_@=&#%–-]|/[\p{Lu}\p{N}])`,
  "g",
);
const notOfDates = letterPattern(String.raw`[-–\p{L}]`);

const longest = 40;

function addWrap(run: Run, token: string, start: number, wraps: Wrap[]): void {
  const isDate = !notOfDates.test(token);
  const end = start + token.length;
  const leaf = isDate || token.length > longest ? undefined : leafAt(run, start, end);
  if (leaf !== undefined) {
    wraps.push({ leaf, start, end, tagName: "span", properties: { className: ["nowrap"] } });
  }
}
