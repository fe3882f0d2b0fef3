// Everybody who is compared. A side is one object; whoever adds another writes one more file like these:
//   setUp(work) → tool with `version`;  openSite(site), articleFile, articleText, templateFile: where things are written
//   pageOf, kindOf: where the pages come out;  cacheOf: what a cold build must not find
//   build({ tool, site, out }), watch({ tool, site, out, port }) → { program, args, cwd, env }
import { refuse } from "../refusal.mjs";
import { bantin } from "./bantin.mjs";
import { eleventy } from "./eleventy.mjs";
import { hugo } from "./hugo.mjs";

export const sides = [bantin, hugo, eleventy];

export function sidesNamed(names) {
  return names.map((name) => {
    const side = sides.find((candidate) => candidate.name === name);
    if (side === undefined)
      throw refuse(`--only: ${name} is none of ${sides.map((one) => one.name).join(", ")}`);
    return side;
  });
}
