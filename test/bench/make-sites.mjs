// The sites of one size, of the same articles for every side; each text is made once and never held.
import { writeFileSync } from "node:fs";
import { articlesOf } from "./corpus.mjs";

/** @returns side's name → its folder */
export function makeSites({ work, corpus, sides }) {
  const folders = new Map(
    sides.map((side) => [side.name, work.fresh("sites", String(corpus.size), side.name)]),
  );
  for (const side of sides) side.openSite(folders.get(side.name));
  for (const article of articlesOf(corpus)) {
    for (const side of sides) {
      writeFileSync(side.articleFile(folders.get(side.name), article), side.articleText(article));
    }
  }
  return folders;
}
