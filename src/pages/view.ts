// How one page says things to its reader: addresses as seen from it, words, dates and names in its language. What
// comes out is plain data for templates; texts in another language carry that language.
import type { FileFacts } from "../model/files.js";
import { extensionOf } from "../model/files.js";
import type { ByLang, Lang } from "../model/lang.js";
import type { Moment } from "../model/moment.js";
import type { OutPath } from "../model/paths.js";
import { recurring } from "../model/recurring.js";
import type { Collection } from "../model/site.js";
import { listPath, relativeTo, type Url } from "../site/urls.js";
import { monthName } from "../strings/dates.js";
import { formatSize } from "../strings/numbers.js";
import type { Speaker } from "../strings/speaker.js";
import { isSeenAlike, type Nearby, nearbyOf } from "./nearby.js";
import { editionOf, type Plan, wordsOf } from "./plan.js";

export interface View {
  readonly plan: Plan;
  readonly lang: Lang;
  readonly path: OutPath;
  readonly t: Speaker;
  readonly url: Url;
  /** What the page has in common with others; undefined where it lies by itself. */
  readonly nearby: Nearby | undefined;
}

/** `lang` is "" where the text is in the language of the page. */
export interface Label {
  readonly text: string;
  readonly lang: string;
}

export interface LabelLink extends Label {
  readonly href: string;
}

export interface DateText {
  /** For `<time datetime>`: with the offset, or the day alone where no time was given. */
  readonly iso: string;
  readonly text: string;
  /** The day written out. */
  readonly long: string;
}

export function openView(plan: Plan, lang: Lang, path: OutPath, url?: View["url"]): View {
  return {
    plan,
    lang,
    path,
    t: editionOf(plan, lang).t,
    url: url ?? relativeTo(path),
    nearby: url === undefined ? nearbyOf(plan, lang, path) : undefined,
  };
}

export function dateText({ plan, lang }: View, moment: Moment): DateText {
  const { dates, formatDate, formatDay } = editionOf(plan, lang);
  const known = dates.get(moment);
  if (known !== undefined) return known;
  const written = recurring({
    iso: moment.hasTime ? moment.iso : moment.iso.slice(0, 10),
    text: formatDate(moment),
    long: formatDay(moment),
  });
  if (dates.size === datesKept) dates.clear();
  dates.set(moment, written);
  return written;
}

/** Of each language. Pages come in the order of their dates, and show others of about the same. */
const datesKept = 5000;

/** The text of the page's language, else of the first language of the bulletin that has one. */
export function labelIn({ plan, lang }: View, texts: ByLang<string>): Label | undefined {
  for (const own of [lang, ...plan.site.config.languages]) {
    const text = texts[own];
    if (text !== undefined && text !== "") return { text, lang: own === lang ? "" : own };
  }
  return undefined;
}

/** How a collection is called on its own: `Xây dựng Đảng`, `Bản tin số 01/2023`, `Tháng 01/2023`, `Mới nhất`. */
export function collectionLabel(view: View, { kind, id, name, numbered }: Collection): Label {
  const { lang, t } = view;
  const own = name[lang] ?? { text: id, lang };
  const foreign = own.lang === lang ? "" : own.lang;
  switch (kind) {
    case "latest":
      return { text: t("latest"), lang: "" };
    case "month":
      return { text: monthLabel(view, id), lang: "" };
    case "issue":
      if (numbered) return { text: t("issueNumbered", { label: own.text }), lang: "" };
      return foreign === ""
        ? { text: t("issueNamed", { label: own.text }), lang: "" }
        : { text: own.text, lang: foreign };
    default:
      return { text: own.text, lang: foreign };
  }
}

export function collectionLink(view: View, collection: Collection): LabelLink {
  const { nearby } = view;
  const known = nearby?.links.get(collection);
  if (known !== undefined) return known;
  const { text, lang } = collectionLabel(view, collection);
  const path = listPath(collection.kind, view.lang, collection.id, 1);
  const link = { text, lang, href: view.url(path) };
  if (nearby === undefined || !isSeenAlike(nearby, path)) return link;
  const kept = recurring(link);
  nearby.links.set(collection, kept);
  return kept;
}

/** The type and size of a file: `PDF, 1,2 MB`. */
export function fileFacts({ lang }: View, { path, size }: FileFacts): string {
  return `${extensionOf(path).toUpperCase()}, ${formatSize(size, lang)}`;
}

/** `id` is `2023/01`. */
function monthLabel({ plan, lang, t }: View, id: string): string {
  const [year = "", month = ""] = id.split("/");
  return t("monthOfYear", { month, year, monthName: monthName(Number(month), wordsOf(plan.words, lang)) });
}
