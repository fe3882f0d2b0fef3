// What draws images: sharp, and the fonts that come with Bantin. This is the one file that loads sharp, and only when
// the first image needs it: a build whose images are all made already never does. The fonts are made known before
// that, so that no font of the machine ever comes into a card.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import nodePath from "node:path";
import type Sharp from "sharp";
import { escapeMarkup } from "../model/text.js";
import { findPackageRoot } from "./package-root.js";

export type SharpLibrary = typeof Sharp;

/** Raised with every change to how variants or cards are drawn: it is part of their names. */
const design = 2;

/** Images drawn at one time, each by one thread: one more than cores, for one of them is being read or written. Node
 *  has four threads for such work. */
export const drawnAtOnce = Math.min(4, availableParallelism() + 1);

// Not `import()`: V8 forgets who asks for a package when it runs code that was kept.
const requirePackage = createRequire(import.meta.url);

/** sharp, knowing no fonts but ours. `cache` is a folder for fontconfig's own files and is made; absolute. */
export function loadSharp(cache?: string): SharpLibrary {
  if (cache !== undefined) process.env["FONTCONFIG_FILE"] = writeFontsConf(cache);
  const sharp = requirePackage("sharp") as SharpLibrary;
  sharp.concurrency(Math.max(1, Math.floor(availableParallelism() / drawnAtOnce)));
  // No picture is drawn twice in one build: a cache would only hold memory.
  sharp.cache(false);
  return sharp;
}

/** Names and versions of all that draws, without loading it. */
export function drawingTools(): string {
  // Node resolves a package with `exports` by code that it would load for this alone: a twentieth of a small build.
  const places = (requirePackage.resolve.paths("sharp") ?? []).map((place) => nodePath.join(place, "sharp"));
  let folder = places.find((place) => existsSync(place)) ?? nodePath.dirname(requirePackage.resolve("sharp"));
  for (;;) {
    const manifest = readManifest(nodePath.join(folder, "package.json"));
    if (manifest?.name === "sharp") return `sharp ${manifest.version}, design ${design}`;
    const parent = nodePath.dirname(folder);
    if (parent === folder) throw new Error("sharp is installed without its package.json");
    folder = parent;
  }
}

/** Absolute: the TTF files of cards. */
export function fontsFolder(): string {
  return nodePath.join(findPackageRoot(), "assets", "card-fonts");
}

function readManifest(file: string): { readonly name: string; readonly version: string } | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function writeFontsConf(cache: string): string {
  const folder = nodePath.join(cache, "fonts");
  mkdirSync(folder, { recursive: true });
  const file = nodePath.join(folder, "fonts.conf");
  const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>${escapeMarkup(fontsFolder())}</dir>
<cachedir>${escapeMarkup(folder)}</cachedir>
</fontconfig>
`;
  // Another build may be reading it: the same text is not written again, and never in pieces.
  if (readText(file) === text) return file;
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, file);
  return file;
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
