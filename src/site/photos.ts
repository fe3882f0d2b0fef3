// A photo in HTML. Its size is written out, so that nothing moves when it arrives.
import type { OutPath, SourcePath } from "../model/paths.js";
import type { Site } from "../model/site.js";
import { escapeMarkup } from "../model/text.js";
import { localFile } from "./local-files.js";

export interface Photo {
  readonly path: OutPath;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** The photo that an article names; undefined where it is not there or cannot be read (which the checks report). */
export function photoOf(site: Site, beside: SourcePath, path: string): Photo | undefined {
  const file = localFile(site, beside, path);
  if (file?.facts.width === undefined || file.facts.height === undefined) return undefined;
  return { path: file.path, width: file.facts.width, height: file.facts.height };
}

/** `eager` is for the one photo that stands first on a page. */
export function photoHtml(
  photo: Photo,
  alt: string,
  { url, eager }: { readonly url: string; readonly eager: boolean },
): string {
  const loading = eager ? "" : ` loading="lazy"`;
  return `<img src="${escapeMarkup(url)}" alt="${escapeMarkup(alt)}" width="${photo.width}" height="${photo.height}"${loading} decoding="async">`;
}
