// Sites without a bulletin: outputs made from texts, and one build of them into a folder.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type OutFolder, type OutOptions, openOutFolder } from "../../src/io/out-folder.js";
import type { WriteInput, WriteResult } from "../../src/io/write.js";
import type { Diagnostic } from "../../src/model/diagnostic.js";
import { hashBytes } from "../../src/model/hash.js";
import type { Output, Page } from "../../src/model/page.js";
import { outPath, sourcePath } from "../../src/model/paths.js";
import { readTree, writeFiles } from "../cli.js";

export type Texts = Readonly<Record<string, string>>;

/** Articles below vi/ and en/ are pages with an identity, files of media/ are copies, all else is text. */
export function outputsOf(root: string, texts: Texts): Output[] {
  return Object.entries(texts).map(([path, text]): Output => {
    if (path.startsWith("media/")) {
      writeFiles(root, { [`content/${path}`]: text });
      const from = { root: "bulletin" as const, path: sourcePath(`content/${path}`) };
      return { kind: "copy", path: outPath(path), from, hash: hashBytes(Buffer.from(text)) };
    }
    if (!/^(vi|en)\//.test(path)) return { kind: "text", path: outPath(path), text: () => text };
    const identity = `${basename(path, ".html")} ${path.slice(0, 2)}`;
    const page: Partial<Page> = { path: outPath(path), identity, data: () => ({}) };
    return { kind: "page", path: outPath(path), page: page as Page, text: () => text, render: () => text };
  });
}

export function inputOf(root: string, outputs: readonly Output[]): WriteInput {
  return {
    outputs,
    locate: ({ path }) => ({ path, machine: join(root, path) }),
    faultOf: () => undefined,
  };
}

export async function openOut(root: string, options: Partial<OutOptions> = {}): Promise<OutFolder> {
  const folder = await openOutFolder({ root, out: join(root, "dist"), patience: 0, ...options });
  if ("rule" in folder) throw new Error(describe(folder));
  return folder;
}

/** One build of a site of these texts. */
export async function writeTexts(
  root: string,
  texts: Texts,
  options: Partial<OutOptions> = {},
): Promise<WriteResult> {
  const folder = await openOut(root, options);
  try {
    return await folder.write(inputOf(root, outputsOf(root, texts)));
  } finally {
    folder.close();
  }
}

export function describe({ rule, file }: Diagnostic): string {
  return `${rule} ${file}`;
}

/** The hash of the list of made files. */
export function listIn(out: string): string {
  return hashBytes(readFileSync(join(out, ".bantin-files")));
}

/** The files of the site without Bantin's own list. */
export function siteIn(out: string): Record<string, string> {
  if (!existsSync(out)) return {};
  return Object.fromEntries([...readTree(out)].filter(([path]) => path !== ".bantin-files"));
}

/** What a build may leave beside and in the output folder only while it runs. */
export function leftovers(out: string): string[] {
  const inside = existsSync(out) ? readdirSync(out) : [];
  return [...readdirSync(dirname(out)), ...inside].filter((name) => /bantin-(new|lock|journal)/.test(name));
}
