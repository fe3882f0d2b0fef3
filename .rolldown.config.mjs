// Bundles what `tsc` has compiled to lib/modules into few files in lib/, packages and all: start-up is dominated by
// the number of files that Node has to find, read and link. What holds native code stays a package of its own.
// A further entry (of a worker thread) is one more line in `input`: it becomes lib/NAME.js, beside every chunk, so that
// `new URL("./NAME.js", import.meta.url)` finds it.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const lib = join(import.meta.dirname, "lib");

/**
 * Packages that most builds never use, with what is taken of them: each becomes a file of its own in lib/aside/, and is
 * read when one of its functions is first called. Our own modules call them at no other time.
 */
const aside = {
  "lean-qr": ["correction", "generate"],
  nunjucks: ["default"],
  "rehype-raw": ["default"],
  yaml: ["isAlias", "isMap", "isScalar", "isSeq", "LineCounter", "parseDocument"],
};

/** All that was bundled, for the licences. */
const bundled = new Set();

const shared = { external: ["satteri", "sharp"], platform: "node", logLevel: "warn" };

const asideBuild = {
  ...shared,
  input: Object.fromEntries(Object.keys(aside).map((name) => [name, `aside:${name}`])),
  output: {
    dir: join(lib, "aside"),
    format: "cjs",
    exports: "named",
    entryFileNames: "[name].cjs",
    chunkFileNames: "[name].cjs",
    comments: { legal: true },
  },
  plugins: [
    {
      name: "aside",
      buildStart: () => rmSync(join(lib, "aside"), { recursive: true, force: true }),
      resolveId: (id) => (id.startsWith("aside:") ? placeAside(id.slice("aside:".length)) : null),
      load: (id) => {
        const name = nameAside(id);
        return name && `export { ${aside[name].join(", ")} } from "${name}";`;
      },
      writeBundle: (_, bundle) => noteBundled(bundle),
    },
  ],
};

const mainBuild = {
  ...shared,
  input: {
    cli: join(lib, "modules/cli.js"),
    "stamps-worker": join(lib, "modules/io/stamps-worker.js"),
    "writing-worker": join(lib, "modules/io/writing-worker.js"),
    "reading-worker": join(lib, "modules/io/reading-worker.js"),
  },
  // gray-matter's engine for JavaScript, which is refused before it gets there.
  checks: { eval: false },
  output: {
    dir: lib,
    format: "esm",
    chunkFileNames: "[name].js",
    comments: { legal: true },
    // All that a build needs to see that nothing has changed: one file is found and linked sooner than twenty.
    codeSplitting: {
      groups: [
        // The thread that looks at files needs no more of it.
        {
          name: "looks",
          test: /modules[\\/](io[\\/](stamps-file|file-look|sorted-lines)|model[\\/]hash)\.js$/,
          priority: 1,
        },
        { name: "start", test: /modules[\\/]commands[\\/](main|build|run)\.js$/ },
      ],
    },
  },
  plugins: [{ name: "lib", resolveId, load, writeBundle }],
};

// biome-ignore lint/style/noDefaultExport: Rolldown asks for it.
export default [asideBuild, mainBuild];

function resolveId(id) {
  return id in aside ? placeAside(id) : null;
}

/** Of a module that is made up here. */
function placeAside(name) {
  return join(lib, "aside", `${name}.js`);
}

function nameAside(id) {
  const slashed = (path) => path.replaceAll("\\", "/");
  return Object.keys(aside).find((name) => slashed(placeAside(name)) === slashed(id));
}

/** Stands in for a package: functions and classes, and an object of them, that are there as soon as they are used. */
function writeStandIn(name) {
  const own = aside[name].map((one) =>
    one === "default" ? 'export default standIn("default");' : `export const ${one} = standIn("${one}");`,
  );
  return `import { createRequire } from "node:module";
let own;
const load = (part) => (own ??= createRequire(import.meta.url)("./aside/${name}.cjs"))[part];
const standIn = (name) => new Proxy(function () {}, {
  apply: (_, self, args) => load(name).apply(self, args),
  construct: (_, args) => new (load(name))(...args),
  get: (_, field) => load(name)[field],
});
${own.join("\n")}
`;
}

/**
 * Puts the theme's templates, ready made, in the place of the empty module that the source has for them, and nothing in
 * that of gray-matter's own reader of YAML: it is refused wherever it could be asked, and as large as a third of ours.
 * Slugs are of no locale: what the library makes ready for twenty of them would take 25 ms of each start.
 */
async function load(id) {
  const name = nameAside(id);
  if (name !== undefined) return writeStandIn(name);
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
  const kept = new Set([...Object.keys(bundle), "aside", "modules", "LICENSES.txt"]);
  for (const chunk of Object.keys(bundle))
    writeFileSync(join(lib, chunk), inAscii(readFileSync(join(lib, chunk), "utf8")));
  for (const name of readdirSync(lib)) if (!kept.has(name)) rmSync(join(lib, name), { recursive: true });
  noteBundled(bundle);
  const notices = [...bundled].map(noticeOf).sort();
  writeFileSync(join(lib, "LICENSES.txt"), notices.join(`\n${"-".repeat(80)}\n\n`));
}

function noteBundled(bundle) {
  const files = Object.values(bundle).flatMap(({ moduleIds = [] }) => moduleIds);
  for (const file of files) {
    const [folder] = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file) ?? [];
    if (folder !== undefined) bundled.add(folder);
  }
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
