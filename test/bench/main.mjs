// `npm run bench -- COMMAND [flags]`: flags → one benchmark. README.md beside this file says what is measured and how.
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { benchBuild } from "./build-bench.mjs";
import { benchProfile } from "./profile-bench.mjs";
import { isRefusal, refuse } from "./refusal.mjs";
import { scenarioNames } from "./scenarios.mjs";
import { benchWatch } from "./watch-bench.mjs";
import { openWorkFolder } from "./work-folder.mjs";

const usage = `npm run bench -- build    cold and warm builds beside Hugo and Eleventy
npm run bench -- watch    from saving an article to seeing it in a browser
npm run bench -- profile  where the time of our own cold build goes

  --sizes 1000,10000        articles, both languages together (watch: 100,1000,10000)
  --only bantin,hugo        sides (all three; Eleventy only below 20,000 articles)
  --runs 5                  build: rounds, of which the medians are taken
  --scenarios cold,noop     build: of ${scenarioNames.join(", ")}; cold always
  --edits 100               watch: saves of a text and of a title, each
  --size 10000              profile: articles
  --top 40                  profile: functions shown
  --timeout 900             seconds for one build
  --work DIR                where everything is made (${join(tmpdir(), "bantin-bench")})
`;

const commands = { build: benchBuild, watch: benchWatch, profile: benchProfile };

// Ends by way of `exit`, where whatever was started is ended too.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(130));

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: Object.fromEntries(
      ["sizes", "only", "runs", "scenarios", "edits", "size", "top", "timeout", "work"].map((name) => [
        name,
        { type: "string" },
      ]),
    ),
  });
  const [name = ""] = positionals;
  const command = commands[name];
  if (command === undefined) throw refuse(usage);
  const sizes = values.sizes ?? (name === "watch" ? "100,1000,10000" : "1000,10000");
  await command({
    work: openWorkFolder(values.work ?? join(tmpdir(), "bantin-bench")),
    // Even, as every story is in both languages.
    sizes: listed(sizes).map((size) => 2 * Math.ceil(count("sizes", size) / 2)),
    only: listed(values.only ?? "bantin,hugo,eleventy"),
    runs: count("runs", values.runs ?? "5"),
    scenarios: listed(values.scenarios ?? scenarioNames.join(",")),
    edits: count("edits", values.edits ?? "100"),
    size: count("size", values.size ?? "10000"),
    top: count("top", values.top ?? "40"),
    timeout: count("timeout", values.timeout ?? "900") * 1000,
  });
} catch (fault) {
  if (!isRefusal(fault) && !fault.code?.startsWith("ERR_PARSE_ARGS")) throw fault;
  console.error(fault.message);
  process.exitCode = 1;
}

function listed(text) {
  return text.split(",").filter((part) => part !== "");
}

function count(flag, text) {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1)
    throw refuse(`--${flag}: ${text} is not a whole number above 0`);
  return number;
}
