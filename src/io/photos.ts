// What an image says of itself: its size as a reader sees it, and what it is by its bytes, whatever its name. sharp is
// given bytes, never a path; a drawing (SVG) is never given to it, but read and cleaned by our own reader.
import type { FileFacts } from "../model/files.js";
import { cleanSvg } from "../parse/svg.js";
import { loadSharp } from "./drawing-tools.js";

export type ImageFacts = Pick<
  FileFacts,
  "width" | "height" | "unreadable" | "format" | "hasAlpha" | "frames" | "drawing"
>;

/**
 * Pixels after EXIF orientation. Reads the header only, whatever the size it tells: no bomb unfolds here, and a
 * truncated picture may pass. `unreadable` is in the library's words.
 */
export async function readImageFacts(bytes: Uint8Array, cache?: string): Promise<ImageFacts> {
  if (looksLikeDrawing(bytes)) return drawingFacts(bytes);
  const sharp = loadSharp(cache);
  try {
    const facts = await sharp(bytes, { limitInputPixels: false, failOn: "none" }).metadata();
    const { width, height } = facts.autoOrient;
    if (facts.format === "heif" && facts.compression !== "av1") return { unreadable: "HEIC" };
    if (!(width > 0 && height > 0)) return { unreadable: "no width or height" };
    const { pages = 1, hasAlpha } = facts;
    const format = facts.format === "heif" ? "avif" : facts.format;
    return {
      width,
      height,
      format,
      ...(hasAlpha ? { hasAlpha } : {}),
      ...(pages > 1 ? { frames: pages } : {}),
    };
  } catch (problem) {
    return { unreadable: problem instanceof Error ? problem.message : String(problem) };
  }
}

/** A tag as the first thing in the file: text, which no photo begins with. */
function looksLikeDrawing(bytes: Uint8Array): boolean {
  return /^(?:\uFEFF|ï»¿)?\s*</.test(Buffer.from(bytes.subarray(0, 256)).toString("latin1"));
}

function drawingFacts(bytes: Uint8Array): ImageFacts {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { unreadable: "not UTF-8" };
  }
  const clean = isPage(text) ? undefined : cleanSvg(text);
  if (clean === undefined) return { unreadable: "no drawing" };
  const { width, height, dropped } = clean;
  return { width, height, format: "svg", drawing: { text: clean.text, dropped } };
}

/** A web page saved under a photo's name, which may well hold a drawing. */
function isPage(text: string): boolean {
  return /^\uFEFF?\s*(?:<!doctype html|<html|<head|<body)/i.test(text);
}
