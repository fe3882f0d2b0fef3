// An article's page: everything that belongs to one article, found and put into its reader's words. The order of the
// parts is the template's.
import type { Lang } from "../model/lang.js";
import type { LateHtml } from "../model/late-html.js";
import type { Page } from "../model/page.js";
import type { OutPath } from "../model/paths.js";
import type { LinkedArticle } from "../model/site.js";
import { fillBody, hasPhotos } from "../site/body.js";
import { listPath } from "../site/urls.js";
import { modifiedOf } from "./article-facts.js";
import { type AttachmentData, attachmentsOf } from "./attachments.js";
import { articleCard } from "./cards.js";
import { type CoverData, coverOf } from "./cover.js";
import { companyOf, wholeOf } from "./fingerprints.js";
import { type PageSpec, planPage } from "./frame.js";
import { kinIn } from "./kin.js";
import { latestIn, type PageKind, type Plan } from "./plan.js";
import { relatedTo } from "./related.js";
import { planShare } from "./share.js";
import { type SharingRow, sharingOf, sharingRow } from "./sharing.js";
import { type PhotoTeaser, photoTeaserOf } from "./teasers.js";
import { stepTo } from "./trails.js";
import { collectionLink, type DateText, dateText, fileFacts, type LabelLink, type View } from "./view.js";

export interface ArticleData {
  readonly section?: LabelLink | undefined;
  readonly issue?: LabelLink | undefined;
  readonly date: DateText;
  readonly updated?: DateText | undefined;
  readonly corrections: readonly { readonly date: DateText; readonly text: string }[];
  readonly kicker: string;
  readonly title: string;
  readonly leadHtml: string;
  readonly cover?: CoverData | undefined;
  readonly bodyHtml: string | LateHtml;
  /** True where a click makes a photo large. */
  readonly enlarges: boolean;
  readonly byline: "top" | "end";
  readonly authors: readonly LabelLink[];
  readonly source: string;
  readonly placeNote: string;
  readonly attachments: readonly AttachmentData[];
  readonly tags: readonly LabelLink[];
  readonly share: SharingRow;
  /** Absolute, for paper; "" without a `url` in the configuration. */
  readonly address: string;
  /** That address as a QR code, for paper. */
  readonly qrHtml: string | LateHtml;
  readonly related: readonly PhotoTeaser[];
  readonly older?: LabelLink | undefined;
  readonly newer?: LabelLink | undefined;
}

/** Each article's page, followed by its sharing page: both show one QR code. */
export const article: PageKind = {
  name: "article",
  pages: (plan) => {
    const pages: Page[] = [];
    for (const lang of plan.site.config.languages) {
      for (const [index, linked] of latestIn(plan.site, lang).entries()) {
        pages.push(...planPagesAt(plan, linked, index));
      }
    }
    return pages;
  },
};

export function planArticlePages(plan: Plan, linked: LinkedArticle): readonly [Page, Page] {
  return planPagesAt(plan, linked, latestIn(plan.site, linked.lang).indexOf(linked));
}

/** `index` is its place among all of its language, the newest the first. */
function planPagesAt(plan: Plan, linked: LinkedArticle, index: number): [Page, Page] {
  return [planPage(plan, () => articleSpec(plan, linked, index)), planShare(plan, linked)];
}

interface Neighbours {
  readonly newer: LinkedArticle | undefined;
  readonly older: LinkedArticle | undefined;
}

function articleSpec(plan: Plan, linked: LinkedArticle, index: number): PageSpec {
  const { lang, path, section, article: own } = linked;
  const newestFirst = latestIn(plan.site, lang);
  const neighbours: Neighbours = { newer: newestFirst[index - 1], older: newestFirst[index + 1] };
  return {
    path,
    lang,
    template: "article.njk",
    title: () => [own.meta.title, plan.site.config.title[lang] ?? ""],
    description: own.description,
    alternates: translationPaths(plan, linked),
    missing: "articleNotIn",
    section: section && listPath("section", lang, section.id, 1),
    article: linked,
    trail: (view) => [
      ...(section === undefined ? [] : [stepTo(view, section)]),
      { text: own.meta.title, path },
    ],
    modified: modifiedOf(linked),
    source: own.source,
    identity: `${linked.story} ${lang}`,
    card: articleCard(plan, linked),
    main: (view) => articleData(view, linked, neighbours),
    shows: () => [wholeOf(plan, linked), ...companyOf(plan, linked, [neighbours.newer, neighbours.older])],
  };
}

/** In the order of the bulletin's languages. */
function translationPaths({ site }: Plan, { translations }: LinkedArticle): Record<Lang, OutPath> {
  const paths: Record<Lang, OutPath> = {};
  for (const lang of site.config.languages) {
    const path = translations[lang]?.path;
    if (path !== undefined) paths[lang] = path;
  }
  return paths;
}

const relatedAtMost = 4;

function articleData(view: View, linked: LinkedArticle, { newer, older }: Neighbours): ArticleData {
  const { site } = view.plan;
  const { meta, lead } = linked.article;
  const cover = coverOf(view, linked);
  const sharing = sharingOf(view, linked);
  return {
    section: linked.section && collectionLink(view, linked.section),
    issue: linked.issue && collectionLink(view, linked.issue),
    date: dateText(view, linked.date),
    updated: meta.updated && dateText(view, meta.updated),
    corrections: meta.corrections.map(({ date, text }) => ({ date: dateText(view, date), text })),
    kicker: meta.kicker ?? "",
    title: meta.title,
    leadHtml: lead?.html ?? "",
    cover,
    enlarges: cover !== undefined || hasPhotos(linked.article),
    bodyHtml: fillBody(site, linked, {
      url: view.url,
      fileFacts: (facts) => fileFacts(view, facts),
      firstPhotoEager: cover === undefined,
      enlarge: view.t("enlargePhoto"),
    }),
    byline: meta.byline ?? site.config.byline,
    authors: linked.authors.map((author) => collectionLink(view, author)),
    source: meta.source ?? "",
    placeNote: meta.placeNote ?? "",
    attachments: attachmentsOf(view, linked),
    tags: linked.tags.map((tag) => collectionLink(view, tag)),
    share: sharingRow(view, linked, sharing),
    address: sharing.address ?? "",
    qrHtml: sharing.qrHtml,
    related: relatedTo(kinIn(view.plan, linked.lang), linked, relatedAtMost).map((other) =>
      photoTeaserOf(view, other, { place: "related" }),
    ),
    older: older && titleLink(view, older),
    newer: newer && titleLink(view, newer),
  };
}

function titleLink({ url }: View, { article: own, path }: LinkedArticle): LabelLink {
  return { text: own.meta.title, lang: "", href: url(path) };
}
