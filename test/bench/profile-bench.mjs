// `npm run bench -- profile`: one cold build of ours under V8's profiler, every thread of it, and where its time went.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { sharesOf } from "./cpu-profile.mjs";
import { makeSites } from "./make-sites.mjs";
import { measure, settleDisk } from "./measure.mjs";
import { figure, table } from "./numbers.mjs";
import { bantin } from "./sides/bantin.mjs";

/** Before it is bundled, so that the profile names our files and the packages. */
const lib = join(import.meta.dirname, "../../lib/modules");

export async function benchProfile({ work, size, top, timeout }) {
  const tool = bantin.setUp(work);
  const site = makeSites({ work, corpus: { size }, sides: [bantin] }).get(bantin.name);
  const out = work.place("out", String(size), "bantin-profile");
  work.putAside(out);
  const profiles = work.fresh("profiles", String(size));
  const build = bantin.build({ tool, site, out });
  settleDisk();
  const log = work.place("logs", `${size}-profile.log`);
  const [, ...command] = build.args;
  const args = ["--cpu-prof", `--cpu-prof-dir=${profiles}`, join(lib, "cli.js"), ...command];
  const { wall, cpu, peak } = await measure({ ...build, args }, { log, timeout });
  work.putAside(out);
  const files = readdirSync(profiles).filter((name) => name.endsWith(".cpuprofile"));
  const read = files.map((name) => JSON.parse(readFileSync(join(profiles, name), "utf8")));
  const shares = sharesOf(read, `${pathToFileURL(lib)}/`);
  const said = `${figure(wall)} s, CPU ${figure(cpu)} s, ${figure(peak)} MB, ${files.length} profile(s)`;
  console.log(`### ${tool.version}: ${size.toLocaleString("en")} articles, cold: ${said}, in ${profiles}`);
  const show = (title, times) => console.log(`\n#### ${title}\n\n${timesTable(times, shares.total, top)}`);
  show("Whose code ran", shares.places);
  show("Functions, their own time", shares.functions);
  show("Our functions, with the packages and Node that they call", shares.owners);
  show("Our functions, with all that is below them", shares.reach);
}

function timesTable(times, total, top) {
  const rows = [...times]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, top)
    .map(([name, time]) => [name, figure(time / 1000), `${((100 * time) / total).toFixed(1)} %`]);
  return table(["", "ms", "share"], rows);
}
