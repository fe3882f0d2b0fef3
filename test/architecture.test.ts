// The layer table of src/README.md, asserted from the imports themselves.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path/posix";
import { describe, expect, test } from "vitest";

const src = join(import.meta.dirname, "../src").replaceAll("\\", "/");

type Layer =
  | "model"
  | "strings"
  | "report"
  | "parse"
  | "site"
  | "pages"
  | "render"
  | "compile"
  | "recompile"
  | "touch-up"
  | "io"
  | "commands"
  | "cli";

const mayImport: Record<Layer, readonly Layer[]> = {
  model: ["model"],
  strings: ["strings", "model"],
  report: ["model"],
  parse: ["parse", "model"],
  site: ["site", "model"],
  pages: ["pages", "model", "site", "strings"],
  render: ["render", "model", "strings"],
  compile: ["model", "site", "pages", "render", "strings"],
  recompile: ["model", "site", "pages", "compile"],
  "touch-up": ["model", "strings", "site", "pages", "render", "compile", "recompile"],
  io: ["io", "model", "parse"],
  commands: [
    "commands",
    "model",
    "strings",
    "report",
    "parse",
    "site",
    "pages",
    "render",
    "compile",
    "recompile",
    "touch-up",
    "io",
  ],
  cli: ["model", "commands"],
};

/** Packages by the layer that may import them; outside the unified family each from one file alone. */
const packages: Record<string, readonly Layer[]> = {
  "@sindresorhus/slugify": ["model"],
  "fastest-levenshtein": ["model"],
  satteri: ["parse"],
  "gray-matter": ["parse"],
  yaml: ["parse"],
  "lean-qr": ["pages"],
  nunjucks: ["render"],
  sharp: ["io"],
  chokidar: ["io"],
};
const unified =
  /^(unified|vfile|mdast|hast|unist|(remark|rehype|unist-util|mdast-util|hast-util|vfile)-[a-z-]+)$/;
const builtins: Record<Layer, RegExp> = {
  model: /^node:(path\/posix|crypto|buffer)$/,
  strings: /^node:path\/posix$/,
  report: /^node:path\/posix$/,
  parse: /^node:path\/posix$/,
  site: /^node:path\/posix$/,
  pages: /^node:path\/posix$/,
  render: /^node:path\/posix$/,
  compile: /^node:path\/posix$/,
  recompile: /^node:path\/posix$/,
  "touch-up": /^node:path\/posix$/,
  io: /^node:/,
  commands: /^node:/,
  cli: /^node:/,
};
const impure =
  /\bprocess\.|\bconsole\.|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.|\brandomUUID\b|\bsetTimeout\b|\bsetInterval\b|\bfetch\(|\.toLocale[A-Za-z]*\(\s*\)/;

interface File {
  readonly path: string;
  readonly layer: Layer;
  readonly text: string;
  readonly imports: readonly string[];
}

const files: File[] = readdirSync(src, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts"))
  .map((path) => {
    const text = readFileSync(join(src, path), "utf8");
    const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
    const imports = [
      ...code.matchAll(/^(?:import|export)\b[^"'`;]*?from\s+"([^"]+)"/gm),
      ...code.matchAll(/^import\s+"([^"]+)"/gm),
      ...code.matchAll(/\bimport\(\s*"([^"]+)"/g),
    ].map((match) => match[1] as string);
    return { path, layer: path.replace(/\.ts$/, "").split("/")[0] as Layer, text: code, imports };
  });

const pure: readonly Layer[] = [
  "model",
  "strings",
  "report",
  "parse",
  "site",
  "pages",
  "render",
  "compile",
  "recompile",
  "touch-up",
];

describe("the house", () => {
  test("has rooms that the table knows, and files to check", () => {
    expect(files.length).toBeGreaterThan(40);
    expect(files.filter(({ layer }) => !(layer in mayImport)).map(({ path }) => path)).toEqual([]);
  });

  test("every import goes to a layer that the table allows", () => {
    const wrong = files.flatMap(({ path, layer, imports }) =>
      imports
        .filter((name) => name.startsWith("."))
        .map((name) => relative(".", normalize(join(dirname(path), name))))
        .filter((target) => {
          const to = target.replace(/\.js$/, "").split("/")[0] as Layer;
          return layer !== to && !mayImport[layer].includes(to);
        })
        .map((target) => `${path} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test("every package is imported by its layer, and outside the unified family from one file", () => {
    const users = new Map<string, string[]>();
    const wrong: string[] = [];
    for (const { path, layer, imports } of files) {
      for (const name of new Set(imports.filter((one) => !one.startsWith(".")))) {
        if (name.startsWith("node:")) {
          if (!builtins[layer].test(name)) wrong.push(`${path} → ${name}`);
        } else if (unified.test(name)) {
          if (layer !== "parse") wrong.push(`${path} → ${name}`);
        } else {
          if (!packages[name]?.includes(layer)) wrong.push(`${path} → ${name}`);
          users.set(name, [...(users.get(name) ?? []), path]);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect([...users].filter(([, by]) => by.length > 1)).toEqual([]);
  });

  test("pure layers touch no clock, chance, console, process or locale of the machine", () => {
    const wrong = files
      .filter(({ layer }) => pure.includes(layer))
      .flatMap(({ path, text }) => {
        const found = impure.exec(text);
        return found ? [`${path}: ${found[0]}`] : [];
      });
    expect(wrong).toEqual([]);
  });

  test("only cli.ts knows process.argv and process.exit", () => {
    const wrong = files.filter(({ path, text }) => path !== "cli.ts" && /process\.(argv|exit\b)/.test(text));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test("no file is longer than 250 lines, none is called by what it is not", () => {
    const long = files.filter(({ path }) => readFileSync(join(src, path), "utf8").split("\n").length > 251);
    expect(long.map(({ path }) => path)).toEqual([]);
    expect(files.filter(({ path }) => /(utils?|helpers?|common|core)(\.ts|\/)/.test(path))).toEqual([]);
  });

  test("every kind of page is in the list of pages/index.ts", () => {
    const list = files.find(({ path }) => path === "pages/index.ts");
    const kinds = files.filter(
      ({ path, text }) => path.startsWith("pages/") && /: (?:Page|Document)Kind\b[^=]*=/.test(text),
    );
    expect(kinds.length).toBeGreaterThan(5);
    for (const { path } of kinds) {
      if (path !== "pages/index.ts")
        expect(list?.imports).toContain(`./${path.slice(6).replace(/\.ts$/, ".js")}`);
    }
  });

  test("files open by saying why they exist", () => {
    const silent = files.filter(({ path }) => !readFileSync(join(src, path), "utf8").startsWith("//"));
    expect(silent.map(({ path }) => path).filter((path) => path !== "cli.ts")).toEqual([]);
  });
});
