// The bytes of one file of the site without writing it: what a page says, what the file holds that it copies, or an
// image, which is drawn when it is asked for and kept in the cache.
import { fstatSync } from "node:fs";
import { isMadeImage, type Output } from "../model/page.js";
import { type DrawInput, drawImages } from "./draw-images.js";
import { openImageCache } from "./image-cache.js";
import { type Refusal, readOpen, readWhole } from "./read-files.js";

export type ByteSources = Pick<DrawInput, "folder" | "limits" | "locate" | "faultOf">;

/** Throws what drawing the page throws. */
export async function bytesOf(output: Output, sources: ByteSources): Promise<Uint8Array | Refusal> {
  if (output.kind === "copy") {
    const file = sources.locate(output.from);
    return readOpen(file, (descriptor) => readWhole(descriptor, fstatSync(descriptor).size).bytes);
  }
  if (!isMadeImage(output)) return Buffer.from(output.text());
  const cache = openImageCache(sources.folder);
  const known = cache.read(output.key);
  if (known !== undefined) return known.bytes;
  const drawing = { ...sources, outputs: [output], without: "nothing" as const, cache, holds: () => false };
  const [diagnostic] = await drawImages(drawing);
  const drawn = cache.read(output.key);
  if (drawn !== undefined) return drawn.bytes;
  if (diagnostic === undefined) throw new Error(`an image was neither drawn nor refused: ${output.path}`);
  return { diagnostic };
}
