// What is done to a site before a timed build, and what must be true of the pages after it. Each follows the one
// before in the same output folder, as an editor's day would; all edits are taken back at the end of a round, so that
// every round begins with the same articles.
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { articleOf } from "./corpus.mjs";
import { refuse } from "./refusal.mjs";
import { withMarkInTemplate, withParagraph, withTitle } from "./sides/marks.mjs";

/** In this order. `cold` is done by the caller: it is the first build into a folder that never existed. */
export const scenarioNames = ["cold", "noop", "body", "title", "delete", "template"];

/**
 * @param place { side, site, out, size, round }
 * @returns scenario → { prepare, verify }, and `restore` to take everything back
 */
export function scenariosOf({ side, site, out, size, round }) {
  const taken = new Map();
  const change = (file, edit) => {
    const before = readFileSync(file, "utf8");
    if (!taken.has(file)) taken.set(file, before);
    writeFileSync(file, edit(before));
  };
  const article = (offset) => articleOf((round * 13 + offset) % Math.floor(size / 2), "vi");
  const [edited, renamed, deleted, other] = [0, 3, 5, 7].map(article);
  const fileOf = (one) => side.articleFile(site, one);
  const page = (one) => join(out, side.pageOf(one));
  const mustHold = (one, mark) => {
    const text = existsSync(page(one)) ? readFileSync(page(one), "utf8") : "";
    if (!text.includes(mark)) throw refuse(`${side.name}: the edit ${mark} is not in ${page(one)}`);
  };
  const mark = (name) => `mark-${name}-${round}`;
  const scenarios = {
    noop: { prepare: () => {}, verify: () => mustHold(edited, "</html>") },
    body: {
      prepare: () => change(fileOf(edited), (text) => withParagraph(text, mark("body"))),
      verify: () => mustHold(edited, mark("body")),
    },
    title: {
      prepare: () => change(fileOf(renamed), (text) => withTitle(text, `${renamed.title} ${mark("title")}`)),
      verify: () => mustHold(renamed, mark("title")),
    },
    delete: {
      prepare: () => {
        change(fileOf(deleted), (text) => text);
        rmSync(fileOf(deleted));
      },
      verify: () => {
        if (side.removesStalePages && existsSync(page(deleted))) {
          throw refuse(`${side.name}: the page of a deleted article is still there: ${page(deleted)}`);
        }
      },
    },
    template: {
      prepare: () => change(side.templateFile(site), (text) => withMarkInTemplate(text, mark("template"))),
      verify: () => {
        for (const one of [edited, renamed, other]) mustHold(one, mark("template"));
      },
    },
  };
  const restore = () => {
    for (const [file, before] of taken) writeFileSync(file, before);
  };
  return { scenarios, restore };
}
