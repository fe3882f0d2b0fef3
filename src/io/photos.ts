// What an image says of itself: its size as a reader sees it. sharp is loaded when the first image comes, not before,
// and is given bytes, never a path: an SVG opened by path would pull in the local files that it names.

export type ImageFacts =
  | { readonly width: number; readonly height: number }
  | { readonly unreadable: string };

/**
 * Pixels after EXIF orientation. Reads the header only, whatever the size it tells: no bomb unfolds here, and a
 * truncated picture may pass. `unreadable` is in the library's words.
 */
export async function readImageFacts(bytes: Uint8Array): Promise<ImageFacts> {
  const { default: sharp } = await import("sharp");
  try {
    const facts = await sharp(bytes, { limitInputPixels: false, failOn: "none" }).metadata();
    const { width, height } = facts.autoOrient;
    if (facts.format === "heif" && facts.compression !== "av1") return { unreadable: "HEIC" };
    return width > 0 && height > 0 ? { width, height } : { unreadable: "no width or height" };
  } catch (problem) {
    return { unreadable: problem instanceof Error ? problem.message : String(problem) };
  }
}
