// What machines are told of an article beside its text: when it last changed, and its picture.
import { extensionOf } from "../model/files.js";
import type { Moment } from "../model/moment.js";
import type { Photo } from "../model/photo.js";
import type { LinkedArticle } from "../model/site.js";
import { photoOf } from "../site/photos.js";
import { absoluteUrl } from "../site/urls.js";
import type { Plan } from "./plan.js";

/** The latest of its date, its update and its corrections. */
export function modifiedOf({ date, article: { meta } }: LinkedArticle): Moment {
  let last = date;
  const { corrections, updated } = meta;
  if (updated !== undefined && updated.instant > last.instant) last = updated;
  for (const correction of corrections) if (correction.date.instant > last.instant) last = correction.date;
  return last;
}

export type Picture = Photo & {
  /** Absolute. */
  readonly url: string;
  /** "" where nobody described it. */
  readonly alt: string;
};

/** The cover, in a format that every network shows; undefined without a `url` in the configuration. */
export function pictureOf({ site }: Plan, { cover }: LinkedArticle): Picture | undefined {
  const photo = cover && photoOf(site, cover.beside, cover.path);
  if (photo === undefined || !shown.includes(extensionOf(photo.path))) return undefined;
  const url = absoluteUrl(site.config, photo.path);
  return url === undefined ? undefined : { url, alt: cover?.alt ?? cover?.caption ?? "", ...photo };
}

const shown = ["jpg", "png", "webp", "gif"];
