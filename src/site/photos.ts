// A photo in HTML: every browser takes the smallest file that is sharp in its place. The size is written out, so that
// nothing moves when it arrives.
import type { NamedAt } from "../model/image.js";
import type { Output } from "../model/page.js";
import type { OutPath, SourcePath } from "../model/paths.js";
import type { Photo, PhotoSet } from "../model/photo.js";
import { fileStart } from "../model/place.js";
import type { LinkedArticle, Site, StandingPage } from "../model/site.js";
import { escapeMarkup } from "../model/text.js";
import { resolveFile } from "./local-files.js";
import type { Linked } from "./local-links.js";
import { fieldPlace } from "./stories.js";

/** The photo that an article names; undefined where it is not there or cannot be shown (which the checks report). */
export function photoOf(site: Site, beside: SourcePath, path: string): Photo | undefined {
  const source = resolveFile(site.folder, beside, path);
  return source === undefined ? undefined : site.photos.get(source);
}

/** Where a photo stands, which decides how wide a reader sees it. */
export type PhotoPlace =
  /** The main story of the front page, the other leads, the first of a section's block. */
  | "lead"
  | "second"
  | "block"
  | "list"
  | "related"
  | "cover"
  | "figure"
  | "gallery"
  | "galleryLast"
  | "inline";

/** The widths that assets/style.css gives to each place; a test holds the two together. */
const sizes: Readonly<Record<PhotoPlace, string>> = {
  lead: "(min-width: 67.5rem) 48.5rem, (min-width: 45rem) calc(100vw - 3rem), 100vw",
  second: "(min-width: 67.5rem) 23.25rem, (min-width: 45rem) 46vw, 6.5rem",
  block: "(min-width: 67.5rem) 23.25rem, (min-width: 45rem) 46vw, calc(100vw - 2rem)",
  list: "(min-width: 45rem) 13.5rem, 6.5rem",
  related: "(min-width: 67.5rem) 17rem, (min-width: 45rem) 8rem, 6.5rem",
  cover: "(min-width: 67.5rem) 52rem, (min-width: 45rem) 42rem, 100vw",
  figure: "(min-width: 67.5rem) 41rem, (min-width: 45rem) 42rem, 100vw",
  gallery: "(min-width: 45rem) 21rem, 50vw",
  galleryLast: "(min-width: 45rem) 21rem, 100vw",
  inline: "(min-width: 45rem) 41rem, calc(100vw - 2rem)",
};

export interface PhotoStyle {
  readonly url: (to: OutPath) => string;
  readonly place: PhotoPlace;
  /** For the one photo that stands first on a page. */
  readonly eager: boolean;
  /** What a click does, in words: the photo is then a link to its largest variant. */
  readonly enlarge?: string;
}

export function photoHtml(photo: Photo, alt: string, style: PhotoStyle): string {
  const { url, enlarge } = style;
  const html = photo.kind === "drawing" ? drawingHtml(photo, alt, style) : pictureHtml(photo, alt, style);
  if (enlarge === undefined) return html;
  // A link whose picture says nothing would have no name.
  const label =
    alt.trim() === "" ? ` aria-label="${escapeMarkup(enlarge)}"` : ` title="${escapeMarkup(enlarge)}"`;
  return `<a class="enlarge" href="${escapeMarkup(url(photo.path))}"${label}>${html}</a>`;
}

function pictureHtml({ sets }: Extract<Photo, { kind: "raster" }>, alt: string, style: PhotoStyle): string {
  const plain = sets.at(-1) as PhotoSet;
  const sources = sets
    .slice(0, -1)
    .map((set) => `<source type="${set.type}" srcset="${srcset(set, style)}" sizes="${sizes[style.place]}">`);
  const [smallest] = plain.variants;
  // Browsers that know no srcset get the second smallest: enough for any screen of their age.
  const shown = plain.variants[1] ?? smallest;
  const { width, height } = plain.variants.at(-1) ?? smallest;
  const img = `<img src="${escapeMarkup(style.url(shown.path))}" srcset="${srcset(plain, style)}" sizes="${sizes[style.place]}" ${rest(alt, width, height, style.eager)}>`;
  return `<picture>${sources.join("")}${img}</picture>`;
}

function drawingHtml({ path, width, height }: Photo, alt: string, { url, eager }: PhotoStyle): string {
  return `<img src="${escapeMarkup(url(path))}" ${rest(alt, width, height, eager)}>`;
}

function srcset({ variants }: PhotoSet, { url }: PhotoStyle): string {
  return variants.map(({ path, width }) => `${escapeMarkup(url(path))} ${width}w`).join(", ");
}

function rest(alt: string, width: number, height: number, eager: boolean): string {
  const loading = eager ? ` fetchpriority="high"` : ` loading="lazy"`;
  return `alt="${escapeMarkup(alt)}" width="${Math.round(width)}" height="${Math.round(height)}"${loading} decoding="async"`;
}

export interface PlannedPhotos {
  readonly outputs: readonly Output[];
  /** Different photos, whatever the number of their variants. */
  readonly count: number;
}

/** All photos of public articles, each once, with the first place where an author named it. */
export function planPhotos(site: Site): PlannedPhotos {
  const outputs = new Map<OutPath, Output>();
  const seen = new Set<SourcePath>();
  const add = (beside: SourcePath, namedAt: NamedAt) => {
    const photo = photoOf(site, beside, namedAt.path);
    if (photo === undefined || seen.has(photo.facts.path)) return;
    seen.add(photo.facts.path);
    for (const output of outputsOf(photo, namedAt)) {
      if (!outputs.has(output.path)) outputs.set(output.path, output);
    }
  };
  for (const page of site.bySource.values()) {
    if ("absent" in page) continue;
    const { source } = page.article;
    for (const { path, place } of placedIn(page)) add(source, { file: source, place, path });
    // An inherited cover may stand in an article that readers may not see.
    const { cover } = page as Partial<LinkedArticle> & StandingPage;
    if (cover !== undefined) add(cover.beside, { file: cover.beside, place: fileStart, path: cover.path });
  }
  return { outputs: [...outputs.values()], count: seen.size };
}

function placedIn({ article }: Linked): Omit<NamedAt, "file">[] {
  const { images, links, meta } = article;
  const cover = meta.cover && { path: meta.cover.path, place: fieldPlace(article, "cover") };
  const named = [...images, ...links.filter(({ path }) => path !== ""), ...meta.attachments];
  return cover === undefined ? named : [...named, cover];
}

function outputsOf(photo: Photo, namedAt: NamedAt): Output[] {
  if (photo.kind === "drawing") return [{ kind: "text", path: photo.path, text: () => photo.text }];
  const { path: source, hash } = photo.facts;
  const from = { root: "bulletin" as const, path: source };
  return photo.sets.flatMap(({ variants }) =>
    variants.map(({ path, key, recipe }) => ({
      kind: "image" as const,
      path,
      from,
      hash,
      key,
      recipe,
      namedAt,
    })),
  );
}
