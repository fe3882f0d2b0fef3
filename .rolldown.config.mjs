// Bundles what `tsc` has compiled to lib/modules into few files in lib/, packages and all: start-up is dominated by
// the number of files that Node has to find, read and link. What holds native code stays a package of its own.
// A further entry (of a worker thread) is one more line in `input`: it becomes lib/NAME.js, beside every chunk, so that
// `new URL("./NAME.js", import.meta.url)` finds it.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const lib = join(import.meta.dirname, "lib");

// biome-ignore lint/style/noDefaultExport: Rolldown asks for it.
export default {
  input: {
    cli: join(lib, "modules/cli.js"),
    "stamps-worker": join(lib, "modules/io/stamps-worker.js"),
    "writing-worker": join(lib, "modules/io/writing-worker.js"),
    "reading-worker": join(lib, "modules/io/reading-worker.js"),
  },
  external: ["satteri", "sharp"],
  platform: "node",
  logLevel: "warn",
  // gray-matter's engine for JavaScript, which is refused before it gets there.
  checks: { eval: false },
  output: {
    dir: lib,
    format: "esm",
    chunkFileNames: "[name].js",
    comments: { legal: true },
    // All that a build needs to see that nothing has changed: one file is found and linked sooner than twenty.
    codeSplitting: { groups: [{ name: "start", test: /modules[\\/]commands[\\/](main|build|run)\.js$/ }] },
  },
  plugins: [{ name: "lib", load, writeBundle }],
};

/**
 * Puts the theme's templates, ready made, in the place of the empty module that the source has for them, and nothing in
 * that of gray-matter's own reader of YAML: it is refused wherever it could be asked, and as large as a third of ours.
 * Slugs are of no locale: what the library makes ready for twenty of them would take a sixth of a small build.
 */
async function load(id) {
  if (/@sindresorhus[\\/]transliterate[\\/]index\.js$/.test(id)) {
    const text = readFileSync(id, "utf8");
    const without = text.replace(/^for \(const \[locale, localeMap\][\s\S]*?^}\n/m, "");
    if (without === text) throw new Error(`${id} has no loop over its locales any more`);
    return without;
  }
  if (/node_modules[\\/]js-yaml[\\/]index\.js$/.test(id)) {
    return "const refuse = () => { throw new Error(); }; module.exports = { safeLoad: refuse, safeDump: refuse };";
  }
  if (!/modules[\\/]render[\\/]ready-templates\.js$/.test(id)) return null;
  const module = (path) => import(pathToFileURL(join(lib, "modules", path)).href);
  const [{ readTheme }, { ignoresInTheme }, { writeReadyModule }, { en }] = await Promise.all(
    ["io/read-theme.js", "commands/content.js", "render/write-ready.js", "strings/en.js"].map(module),
  );
  const root = import.meta.dirname;
  const { theme } = readTheme({ theme: root, bulletin: root, ignores: ignoresInTheme, limit: 1 << 24 });
  return writeReadyModule(theme.templates, Object.keys(en));
}

/** Leaves nothing in lib/ but the bundle, the modules and the licences of what was bundled. */
function writeBundle(_, bundle) {
  const kept = new Set([...Object.keys(bundle), "modules", "LICENSES.txt"]);
  for (const chunk of Object.keys(bundle))
    writeFileSync(join(lib, chunk), inAscii(readFileSync(join(lib, chunk), "utf8")));
  for (const name of readdirSync(lib)) if (!kept.has(name)) rmSync(join(lib, name), { recursive: true });
  const files = Object.values(bundle).flatMap(({ moduleIds = [] }) => moduleIds);
  const folders = new Set(
    files.flatMap((file) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file) ?? []),
  );
  const notices = [...folders].map(noticeOf).sort();
  writeFileSync(join(lib, "LICENSES.txt"), notices.join(`\n${"-".repeat(80)}\n\n`));
}

/** Node reads and V8 scans a file of single bytes sooner. No raw template literal may hold other letters. */
function inAscii(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function noticeOf(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const by = typeof author === "string" ? author : (author?.name ?? "");
  const text =
    file !== undefined && existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8") : by;
  return `${name} ${version} (${license})\n\n${text.replaceAll("\r\n", "\n").trim()}\n`;
}
