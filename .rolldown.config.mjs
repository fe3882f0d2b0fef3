// Bundles what `tsc` has compiled to lib/modules into few files in lib/, packages and all: start-up is dominated by
// the number of files that Node has to find, read and link. What is native code stays in a package of its own.
// They are CommonJS, since what V8 compiled of such files can be kept in every version of Node (src/io/kept-code.ts).
// A further entry (of a worker thread) is one more name in `entries`: lib/NAME.js, beside every chunk, so that
// `new URL("./NAME.js", import.meta.url)` finds it, loads lib/NAME-body.js.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

const lib = join(import.meta.dirname, "lib");

/** Where each begins, in lib/modules/. */
const entries = {
  cli: "cli.js",
  "reading-worker": "io/reading-worker.js",
  "stamps-worker": "io/stamps-worker.js",
  "writing-worker": "io/writing-worker.js",
};

/** Loads the bodies of entries, with what V8 compiled of them before. */
const loader = "kept-code";

/** What the command loads and calls before that: it is short, and a thread starts meanwhile. */
const early = { name: "early", call: "startEarly(process.argv.slice(2), process.cwd())" };

/**
 * Packages that most builds never use, with what is taken of them: each becomes a file of its own in lib/aside/, and is
 * read when one of its functions is first called. Our own modules call them at no other time.
 */
const aside = {
  "@sindresorhus/slugify": ["default"],
  "lean-qr": ["correction", "generate"],
  nunjucks: ["default"],
  "rehype-raw": ["default"],
  "rehype-stringify": ["default"],
  unified: ["unified"],
  yaml: ["isAlias", "isMap", "isScalar", "isSeq", "LineCounter", "parseDocument"],
};

/** All that was bundled, for the licences. */
const bundled = new Set();

const shared = { external: ["sharp"], platform: "node", logLevel: "warn" };

/** Half as much to read, seal and scan. Code stays as it was written, and functions have their names in a stack trace. */
const minify = { compress: false, mangle: { keepNames: true }, codegen: { removeWhitespace: true } };

const asideBuild = {
  ...shared,
  input: Object.fromEntries(Object.keys(aside).map((name) => [basename(name), `aside:${name}`])),
  output: {
    dir: join(lib, "aside"),
    format: "cjs",
    exports: "named",
    entryFileNames: "[name].cjs",
    chunkFileNames: "[name].cjs",
    comments: { legal: true },
    minify,
  },
  plugins: [
    {
      name: "aside",
      buildStart: () => rmSync(join(lib, "aside"), { recursive: true, force: true }),
      resolveId: (id) => (id.startsWith("aside:") ? placeAside(id.slice("aside:".length)) : null),
      load: (id) => {
        if (/@sindresorhus[\\/]transliterate[\\/]index\.js$/.test(id)) return withoutLocales(id);
        const name = nameAside(id);
        return name && `export { ${aside[name].join(", ")} } from "${name}";`;
      },
      writeBundle: (_, bundle) => finishChunks(join(lib, "aside"), bundle),
    },
  ],
};

const mainBuild = {
  ...shared,
  input: {
    ...Object.fromEntries(
      Object.entries(entries).map(([name, path]) => [`${name}-body`, join(lib, "modules", path)]),
    ),
    [loader]: join(lib, "modules/io", `${loader}.js`),
  },
  // gray-matter's engine for JavaScript, which is refused before it gets there.
  checks: { eval: false },
  // Of satteri, which does not say so itself, only what is used is taken.
  treeshake: { moduleSideEffects: [{ test: /node_modules[\\/]satteri[\\/]dist[\\/]/, sideEffects: false }] },
  output: {
    dir: lib,
    format: "cjs",
    exports: "named",
    entryFileNames: "[name].js",
    chunkFileNames: "[name].js",
    comments: { legal: true },
    minify,
    // What the command calls by its name has it still.
    minifyInternalExports: false,
    // All that a build needs to see that nothing has changed: one file is found and linked sooner than twenty.
    codeSplitting: {
      groups: [
        // Beside the loader, which has to know it: there is one of it.
        { name: "tune-engine", test: /modules[\\/]io[\\/]tune-engine\.js$/, priority: 2 },
        {
          name: early.name,
          test: /modules[\\/](commands[\\/](early|cache-folder)|io[\\/]threads)\.js$/,
          priority: 2,
        },
        // Threads that read and write need no more of what follows.
        {
          name: "ground",
          test: /modules[\\/](parse[\\/](date-spelling|time-zone|dates|decode)|model[\\/](diagnostic|graphemes|place|letters|spelling|files|text)|io[\\/](article-texts|read-faults|read-files))\.js$/,
          priority: 1,
        },
        // The thread that looks at files needs no more of it.
        {
          name: "looks",
          test: /modules[\\/](io[\\/](stamps-file|file-look|kept-json|sorted-lines)|model[\\/]hash)\.js$/,
          priority: 1,
        },
        { name: "start", test: /modules[\\/]commands[\\/](main|build|run)\.js$/ },
      ],
    },
  },
  plugins: [{ name: "lib", buildStart: sayKinds, resolveId, load, writeBundle }],
};

// biome-ignore lint/style/noDefaultExport: Rolldown asks for it.
export default [asideBuild, mainBuild];

function resolveId(id) {
  if (id.startsWith("./aside/")) return { id, external: "absolute" };
  return id in aside ? placeAside(id) : null;
}

/** Of a module that is made up here. */
function placeAside(name) {
  return join(lib, "aside", `${basename(name)}.js`);
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
  return `let own;
const load = (part) => (own ??= require("./aside/${basename(name)}.cjs"))[part];
const standIn = (name) => new Proxy(function () {}, {
  apply: (_, self, args) => Reflect.apply(load(name), self, args),
  construct: (_, args) => new (load(name))(...args),
  get: (_, field) => load(name)[field],
});
${own.join("\n")}
`;
}

/**
 * Puts the theme's templates, ready made, in the place of the empty module that the source has for them, and nothing in
 * that of gray-matter's own reader of YAML: it is refused wherever it could be asked, and as large as a third of ours.
 */
async function load(id) {
  const name = nameAside(id);
  if (name !== undefined) return writeStandIn(name);
  if (/node_modules[\\/]satteri[\\/]index\.js$/.test(id))
    return findFromPackage("satteri", readFileSync(id, "utf8"));
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

/** Slugs are of no locale: what the library makes ready for twenty of them would take 25 ms. */
function withoutLocales(file) {
  const text = readFileSync(file, "utf8");
  const without = text.replace(/^for \(const \[locale, localeMap\][\s\S]*?^}\n/m, "");
  if (without === text) throw new Error(`${file} has no loop over its locales any more`);
  return without;
}

/**
 * What a bundled package requires, its native code, is looked for from where the package lies, not from lib/. Node would
 * load code of its own to resolve a package with `exports`, for 10 ms. Beside the package no such code ever lies, and
 * versions are compared only where the environment asks for it: that is two files less to look for.
 */
function findFromPackage(name, code) {
  const short = code
    .replace(
      /\btry \{\s*return require\('\.\/[\w.-]+\.node'\)\s*\} catch \(e\) \{\s*loadErrors\.push\(e\)\s*\}/g,
      "",
    )
    .replace(
      /(require\('@[^']+\/package\.json'\)\.version)/g,
      "process.env.NAPI_RS_ENFORCE_VERSION_CHECK && $1",
    );
  const from = "createRequire(import.meta.url)";
  if (short.split(from).length !== 2) throw new Error(`${name} does not make its require once any more`);
  const find = `((own) => own.resolve.paths("${name}").map((place) => place + "/${name}/package.json")
    .find(own("node:fs").existsSync) ?? own.resolve("${name}"))`;
  return short.replace(from, `createRequire(${find}(${from}))`);
}

/** How Node is to read the files of a folder. */
function sayKinds() {
  writeFileSync(join(lib, "package.json"), '{ "type": "commonjs" }\n');
  writeFileSync(join(lib, "modules/package.json"), '{ "type": "module" }\n');
}

/** Leaves nothing in lib/ but the bundle, the modules and the licences of what was bundled. */
function writeBundle(_, bundle) {
  const names = Object.keys(entries);
  for (const name of names) writeFileSync(join(lib, `${name}.js`), writeStub(name));
  const kept = new Set([
    ...names.map((name) => `${name}.js`),
    ...Object.keys(bundle),
    "aside",
    "modules",
    "package.json",
    "LICENSES.txt",
  ]);
  for (const name of readdirSync(lib)) if (!kept.has(name)) rmSync(join(lib, name), { recursive: true });
  finishChunks(lib, bundle);
  const notices = [...bundled].map(noticeOf).sort();
  writeFileSync(join(lib, "LICENSES.txt"), notices.join(`\n${"-".repeat(80)}\n\n`));
}

function writeStub(name) {
  const first = name === "cli" ? `require("./${early.name}.js").${early.call};\n` : "";
  return `#!/usr/bin/env node
${first}require("./${loader}.js").load(require("node:path").join(__dirname, "${name}-body.js"));
`;
}

/** Makes chunks ready to be loaded, and notes the packages that are in them. */
function finishChunks(folder, bundle) {
  for (const chunk of Object.values(bundle)) {
    // V8 forgets who asks when it runs code that was kept: packages are required, not imported, when they are needed.
    if (chunk.dynamicImports?.some((name) => !(name in bundle)))
      throw new Error(`${chunk.fileName} has an import()`);
    writeFileSync(join(folder, chunk.fileName), inAscii(readFileSync(join(folder, chunk.fileName), "utf8")));
  }
  const files = Object.values(bundle).flatMap(({ moduleIds = [] }) => moduleIds);
  for (const file of files) {
    const [folder] = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file) ?? [];
    if (folder !== undefined) bundled.add(folder);
  }
}

/** Node reads and V8 scans a file of single bytes sooner. Of raw template literals only expressions may hold other letters. */
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
