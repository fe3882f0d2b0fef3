// A photo as pages show it: its variants by format and width, described before any of them is drawn.
import type { FileFacts } from "./files.js";
import type { ImageRecipe, Size } from "./image.js";
import type { OutPath } from "./paths.js";

export interface Variant {
  readonly path: OutPath;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Of the image in the cache: SHA-256 of all that draws the photo, with format and width. */
  readonly key: string;
  readonly recipe: ImageRecipe;
}

export interface PhotoSet {
  /** `image/webp` */
  readonly type: string;
  /** By width, ascending; at least one. */
  readonly variants: readonly [Variant, ...Variant[]];
}

/** The sets of a photo in the order in which a browser chooses; the last is the one that every browser knows. */
export type PhotoSets = readonly [...PhotoSet[], PhotoSet];

export type Photo = Raster | DrawingFile;

interface PhotoFile {
  /** What a click opens, and what others are given as the photo itself. */
  readonly path: OutPath;
  /** Of that file, in pixels. */
  readonly width: number;
  readonly height: number;
}

export interface Raster extends PhotoFile {
  readonly kind: "raster";
  /** Of the one decoding from which it is drawn, in pixels. */
  readonly base: Size;
  readonly facts: FileFacts;
  readonly sets: PhotoSets;
}

/** An SVG, published as its cleaned text. */
export interface DrawingFile extends PhotoFile {
  readonly kind: "drawing";
  readonly facts: FileFacts;
  readonly text: string;
}
