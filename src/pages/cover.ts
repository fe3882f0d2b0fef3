// The photo above an article's text, with its words in the language in which they were written: a story's languages
// share a cover, and its caption comes along as it is.
import type { Lang } from "../model/lang.js";
import type { LinkedArticle } from "../model/site.js";
import { photoHtml, photoOf } from "../site/photos.js";
import type { View } from "./view.js";

export interface CoverData {
  readonly photoHtml: string;
  readonly caption: string;
  /** With "Ảnh: " in front. */
  readonly credit: string;
  /** The language of alt, caption and credit where it is not the page's, else "". */
  readonly lang: Lang;
}

/** Absent where there is none, and where the body shows the same photo: a reader is not shown it twice. */
export function coverOf(view: View, linked: LinkedArticle): CoverData | undefined {
  const { cover, article: own } = linked;
  const { site } = view.plan;
  const photo = cover && photoOf(site, cover.beside, cover.path);
  if (cover === undefined || photo === undefined) return undefined;
  if (own.images.some(({ path }) => photoOf(site, own.source, path)?.path === photo.path)) return undefined;
  const beside = site.bySource.get(cover.beside);
  const lang = beside === undefined || "absent" in beside ? view.lang : beside.lang;
  return {
    photoHtml: photoHtml(photo, cover.alt ?? "", {
      url: view.url,
      place: "cover",
      eager: true,
      enlarge: view.t("enlargePhoto"),
    }),
    caption: cover.caption ?? "",
    credit: creditOf(view, cover.credit ?? ""),
    lang: lang === view.lang ? "" : lang,
  };
}

/** As written where it says already that it is a credit: `Ảnh: X`, `Nguồn ảnh: X`, `Ảnh tư liệu`, `Photo: X`. */
function creditOf({ t }: View, credit: string): string {
  if (credit === "" || /^\(?\s*(?:(?:nguồn )?ảnh|photo)\b/iu.test(credit)) return credit;
  return t("photoBy", { name: credit });
}
