// Bundles what `tsc` has compiled to lib/modules into few files in lib/, packages and all: start-up is dominated by
// the number of files that Node has to find, read and link. What holds native code stays a package of its own.
// A further entry (of a worker thread) is one more line in `input`: it becomes lib/NAME.js, beside every chunk, so that
// `new URL("./NAME.js", import.meta.url)` finds it.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const lib = join(import.meta.dirname, "lib");

// biome-ignore lint/style/noDefaultExport: Rolldown asks for it.
export default {
  input: {
    cli: join(lib, "modules/cli.js"),
    "reading-worker": join(lib, "modules/io/reading-worker.js"),
  },
  external: ["satteri", "sharp"],
  platform: "node",
  logLevel: "warn",
  // gray-matter's engine for JavaScript, which is refused before it gets there.
  checks: { eval: false },
  output: { dir: lib, format: "esm", chunkFileNames: "[name].js", comments: { legal: true } },
  plugins: [{ name: "lib", writeBundle }],
};

/** Leaves nothing in lib/ but the bundle, the modules and the licences of what was bundled. */
function writeBundle(_, bundle) {
  const kept = new Set([...Object.keys(bundle), "modules", "LICENSES.txt"]);
  for (const name of readdirSync(lib)) if (!kept.has(name)) rmSync(join(lib, name), { recursive: true });
  const files = Object.values(bundle).flatMap(({ moduleIds = [] }) => moduleIds);
  const folders = new Set(
    files.flatMap((file) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file) ?? []),
  );
  const notices = [...folders].map(noticeOf).sort();
  writeFileSync(join(lib, "LICENSES.txt"), notices.join(`\n${"-".repeat(80)}\n\n`));
}

function noticeOf(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const by = typeof author === "string" ? author : (author?.name ?? "");
  const text =
    file !== undefined && existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8") : by;
  return `${name} ${version} (${license})\n\n${text.replaceAll("\r\n", "\n").trim()}\n`;
}
