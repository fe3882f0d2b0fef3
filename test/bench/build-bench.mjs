// `npm run bench -- build`: every side builds the same articles, in turn within each round, and the medians of the
// rounds are compared. Whoever fails, or writes too few pages, ends the comparison.
import { existsSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { buildReport } from "./build-report.mjs";
import { countPages, expectedPages, missingPages } from "./expected.mjs";
import { makeSites } from "./make-sites.mjs";
import { measure, settleDisk } from "./measure.mjs";
import { figure } from "./numbers.mjs";
import { refuse } from "./refusal.mjs";
import { saveResults } from "./save-results.mjs";
import { scenarioNames, scenariosOf } from "./scenarios.mjs";
import { sidesNamed } from "./sides/index.mjs";

/** From here on Eleventy is left out, which would take hours, and a round takes gigabytes. */
const large = 20_000;

/** Milliseconds: more than the coarsest clock of a file system. */
const settling = 2500;

export async function benchBuild({ work, sizes, runs, only, scenarios, timeout }) {
  const unknown = scenarios.filter((name) => !scenarioNames.includes(name));
  if (unknown.length > 0) throw refuse(`--scenarios: ${unknown} is none of ${scenarioNames.join(", ")}`);
  const all = sidesNamed(only);
  const tools = new Map(all.map((side) => [side.name, side.setUp(work)]));
  // So that every program lies in the disk's cache, and whoever cannot run at all says so at once.
  await benchSize({ ...{ work, sides: all, tools, timeout }, size: 20, runs: 1, scenarios: [] });
  const results = [];
  for (const size of sizes) {
    const sides = all.filter((side) => size < large || side.name !== "eleventy");
    results.push(await benchSize({ work, sides, tools, size, runs, scenarios, timeout }));
    console.log(`\n${buildReport(results.at(-1))}`);
    work.putAside(work.place("sites", String(size)));
    await work.sweep();
  }
  const versions = [...tools.values()].map((tool) => tool.version);
  console.log(`\n${versions.join("; ")}\n${saveResults(work, "build", { versions, results })}`);
  work.clear();
}

async function benchSize({ work, sides, tools, size, runs, scenarios, timeout }) {
  const corpus = { size };
  const expected = expectedPages(corpus);
  console.error(`${size} articles: writing the sites`);
  const sites = makeSites({ work, corpus, sides });
  // Nobody builds two seconds after he wrote ten thousand articles; whoever looks at times would have to doubt all of them.
  await setTimeout(settling);
  const names = scenarioNames.filter((name) => name === "cold" || scenarios.includes(name));
  const nothing = () => Object.fromEntries(sides.map((side) => [side.name, []]));
  const result = {
    ...{ size, runs, pages: {} },
    times: Object.fromEntries(names.map((name) => [name, nothing()])),
  };
  for (let round = 0; round < runs; round++) {
    const turns = sides.map((side) => openTurn({ work, side, tools, sites, size, round }));
    for (const name of names) {
      // Nobody always runs after the same other.
      for (let index = 0; index < turns.length; index++) {
        const turn = turns[(index + round) % turns.length];
        const times = await runTurn({ work, turn, name, round, size, timeout });
        if (name === "cold") result.pages[turn.side.name] = checkPages(turn, expected);
        result.times[name][turn.side.name].push(times);
        const said = `${figure(times.wall)} s, CPU ${figure(times.cpu)} s, ${figure(times.peak)} MB`;
        console.error(`${size} round ${round + 1}/${runs} ${name} ${turn.side.name}: ${said}`);
      }
    }
    for (const { restore, out } of turns) {
      restore();
      work.putAside(out);
    }
    if (size >= large) await work.sweep();
  }
  return result;
}

/** One side's part in one round, with a new output folder and no cache. */
function openTurn({ work, side, tools, sites, size, round }) {
  const site = sites.get(side.name);
  const out = work.place("out", String(size), `${side.name}-${round}`);
  work.putAside(out);
  work.putAside(side.cacheOf(site));
  return { side, site, out, tool: tools.get(side.name), ...scenariosOf({ side, site, out, size, round }) };
}

async function runTurn({ work, turn, name, round, size, timeout }) {
  const { side, scenarios, out } = turn;
  const scenario = scenarios[name];
  if (scenario === undefined && existsSync(out)) throw new Error(`${out} exists before the cold build`);
  scenario?.prepare();
  settleDisk();
  const log = work.place("logs", `${size}-${side.name}-${round}-${name}.log`);
  const times = await measure(side.build(turn), { log, timeout });
  scenario?.verify();
  return times;
}

function checkPages({ side, out }, expected) {
  const found = countPages(out, side.kindOf);
  const missing = missingPages(expected, found);
  if (missing.length > 0) throw refuse(`${side.name} wrote too few pages to compare:\n${missing.join("\n")}`);
  return found;
}
