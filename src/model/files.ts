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
  /** What an image is by its bytes: `jpeg`, `png`, `webp`, `gif`, `avif`, `svg`. */
  readonly format?: string;
  /** True for an image with an alpha channel. */
  readonly hasAlpha?: boolean;
  /** More than 1 for animations. */
  readonly frames?: number;
  /** The text of a drawing (SVG) as it may be published, and the names of what was left out of it. */
  readonly drawing?: { readonly text: string; readonly dropped: readonly string[] };
}

/** What a file of the content may be; anything else is not copied: a page or a script of content would run as ours. */
export type FileKind = "photo" | "document" | "recording" | "film";

const kinds: Readonly<Record<FileKind, readonly string[]>> = {
  photo: ["jpg", "jpeg", "jfif", "png", "webp", "gif", "avif", "svg"],
  document: [..."pdf docx xlsx pptx doc xls ppt odt ods odp rtf csv txt zip epub".split(" ")],
  recording: ["mp3", "m4a", "ogg", "wav"],
  film: ["mp4", "webm"],
};

/** Lower-case, without the dot; "" where the name has none. */
export function extensionOf(path: string): string {
  return /\.([A-Za-z0-9]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
}

export function fileKindOf(path: string): FileKind | undefined {
  const extension = extensionOf(path);
  return (Object.keys(kinds) as FileKind[]).find((kind) => kinds[kind].includes(extension));
}

export function isMarkdown(path: string): boolean {
  return extensionOf(path) === "md";
}
