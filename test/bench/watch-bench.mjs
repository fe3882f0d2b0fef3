// `npm run bench -- watch`: an article is open in a browser and saved again and again; what is taken is the time from
// the beginning of the save until its words are in the page. One side runs at a time.
import { readFileSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { articleOf } from "./corpus.mjs";
import { makeSites } from "./make-sites.mjs";
import { settleDisk } from "./measure.mjs";
import { figure, median } from "./numbers.mjs";
import { saveResults } from "./save-results.mjs";
import { markOf, openPage } from "./seen.mjs";
import { serve } from "./serve.mjs";
import { sidesNamed } from "./sides/index.mjs";
import { withParagraph, withTitle } from "./sides/marks.mjs";
import { watchReport } from "./watch-report.mjs";

/** Milliseconds after which a save is counted as missed. */
const patience = 60_000;
const warmUp = 3;

export async function benchWatch({ work, sizes, edits, only, timeout }) {
  const sides = sidesNamed(only);
  const tools = new Map();
  for (const side of sides) tools.set(side.name, side.setUp(work));
  const results = [];
  for (const size of sizes) {
    console.error(`${size} articles: writing the sites`);
    const sites = makeSites({ work, corpus: { size }, sides });
    const result = { size, edits, sides: {} };
    for (const side of sides) {
      const out = work.place("out", String(size), `${side.name}-watch`);
      work.putAside(out);
      work.putAside(side.cacheOf(sites.get(side.name)));
      settleDisk();
      const log = work.place("logs", `${size}-${side.name}-watch.log`);
      const place = { side, tool: tools.get(side.name), site: sites.get(side.name), out, log };
      result.sides[side.name] = await watchSide({ ...place, edits, timeout });
      work.putAside(out);
    }
    results.push(result);
    console.log(`\n${watchReport(result)}`);
    work.putAside(work.place("sites", String(size)));
    await work.sweep();
  }
  const versions = [...tools.values()].map((tool) => tool.version);
  console.log(`\n${versions.join("; ")}\n${saveResults(work, "watch", { versions, results })}`);
  work.clear();
}

async function watchSide({ edits, ...place }) {
  const { side, site } = place;
  const article = articleOf(1, "vi");
  const server = await serve({ ...place, article });
  try {
    const page = await openPage(server.url);
    try {
      const file = side.articleFile(site, article);
      const original = readFileSync(file, "utf8");
      const edit = {
        text: (mark) => withParagraph(original, mark),
        title: (mark) => withTitle(original, `${article.title} ${mark}`),
      };
      const result = { start: server.start, text: [], title: [], missed: 0 };
      let id = 0;
      for (const kind of ["text", "title"]) {
        for (let index = -warmUp; index < edits; index++) {
          id++;
          const time = await saveAndSee({ page, file, id, text: edit[kind](markOf(id)) });
          if (time === undefined) result.missed++;
          else if (index >= 0) result[kind].push(time);
        }
        console.error(`${site}: ${kind} ${figure(median(result[kind]))} ms, missed ${result.missed}`);
      }
      return { ...result, loadsPerSave: (page.loads() - 1) / id, peak: server.peak() };
    } finally {
      await page.close();
    }
  } finally {
    await server.stop();
  }
}

/** Milliseconds; undefined when the page had to be reloaded by hand. */
async function saveAndSee({ page, file, id, text }) {
  const saved = performance.timeOrigin + performance.now();
  writeFileSync(file, text);
  const at = await page.seen(id, patience);
  if (at === undefined) await page.reload();
  await page.settled();
  // The server's own after-work and the page's new connection; uneven, so as not to keep step with a timer of theirs.
  await pause(500 + ((id * 37) % 200));
  return at === undefined ? undefined : at - saved;
}
