// What `compile` knows of files: the folder's listing, and facts about just the files that articles name.
import type { SourcePath } from "./paths.js";

/** Every file below content/ but the ignored ones. */
export interface Folder {
  readonly paths: ReadonlySet<SourcePath>;
}

export interface FileFacts {
  readonly path: SourcePath;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of the bytes, lower-case hex. */
  readonly hash: string;
  /** Pixels as seen (after EXIF orientation), for images that could be read. */
  readonly width?: number;
  readonly height?: number;
  /** Why an image could not be read, in the library's words. */
  readonly unreadable?: string;
}
