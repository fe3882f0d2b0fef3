// The front page of each language: lead stories, the latest, a block per section, the current issue as contents, tags.
// It exists in every language, also before the first article.
import type { Lang } from "../model/lang.js";
import type { Page } from "../model/page.js";
import type { Collection, LinkedArticle } from "../model/site.js";
import { gatewayPath, homePath, indexPath, listPath } from "../site/urls.js";
import { planPage } from "./frame.js";
import { articlesIn, editionOf, hasArticles, latestIn, type PageKind, type Plan } from "./plan.js";
import { type PhotoTeaser, photoTeaserOf, type Teaser, teaserOf } from "./teasers.js";
import { collectionLink, type LabelLink, type View } from "./view.js";

export interface HomeData {
  /** The first is the front page's main story. Empty where nothing is published. */
  readonly leads: readonly PhotoTeaser[];
  readonly latest: readonly Teaser[];
  readonly sections: readonly SectionBlock[];
  readonly issue?: { readonly heading: LabelLink; readonly items: readonly Teaser[] };
  readonly tags: readonly (LabelLink & { readonly count: string })[];
  /** All tags; "" where there are none. */
  readonly allTags: string;
  readonly allLatest: string;
}

export interface SectionBlock {
  readonly heading: LabelLink;
  /** The newest of the section that is not among the leads. */
  readonly first: PhotoTeaser;
  readonly items: readonly Teaser[];
}

export const home: PageKind = {
  name: "home",
  pages: (plan) => plan.site.config.languages.map((lang) => planHome(plan, lang)),
};

function planHome(plan: Plan, lang: Lang): Page {
  const { languages, title, description } = plan.site.config;
  return planPage(plan, () => ({
    path: homePath(lang),
    lang,
    template: "home.njk",
    title: () => [title[lang] ?? ""],
    description: description[lang] ?? "",
    alternates: Object.fromEntries(languages.map((own) => [own, homePath(own)])),
    neutral: gatewayPath,
    main: homeData,
  }));
}

const most = { leads: 5, latest: 10, perSection: 4, contents: 15, tags: 20 };
/** Lead stories where an editor chose fewer. */
const fewestLeads = 3;

function homeData(view: View): HomeData {
  const { plan, lang, t, url } = view;
  const { site } = plan;
  const { sections, currentIssue, kinds } = editionOf(plan, lang);
  const newest = latestIn(site, lang);
  const leads = leadsOf(site.featured[lang] ?? [], newest);
  const isLead = new Set(leads);
  const others = (articles: readonly LinkedArticle[], count: number) =>
    take(articles, count, (article) => !isLead.has(article));
  return {
    leads: leads.map((article, index) =>
      photoTeaserOf(view, article, index === 0 ? { place: "lead", isFirst: true } : { place: "second" }),
    ),
    latest: others(newest, most.latest).map((article) => teaserOf(view, article)),
    sections: sections.flatMap((section) => {
      const [first, ...items] = others(articlesIn(section, lang), most.perSection);
      if (first === undefined) return [];
      return {
        heading: collectionLink(view, section),
        first: photoTeaserOf(view, first, { place: "block" }),
        items: items.map((article) => teaserOf(view, article)),
      };
    }),
    ...(currentIssue === undefined ? {} : { issue: issueOf(view, currentIssue) }),
    tags: commonTags(site.collections.tag, lang).map((tag) => ({
      count: t("articleCount", { count: articlesIn(tag, lang).length }),
      ...collectionLink(view, tag),
    })),
    allTags: kinds.has("tag") ? url(indexPath("tag", lang)) : "",
    allLatest: url(listPath("latest", lang, "", 1)),
  };
}

/** Those that editors chose, then the newest where they are few. */
function leadsOf(featured: readonly LinkedArticle[], newest: readonly LinkedArticle[]): LinkedArticle[] {
  const chosen = featured.slice(0, most.leads);
  const more = take(newest, Math.max(0, fewestLeads - chosen.length), (article) => !chosen.includes(article));
  return [...chosen, ...more];
}

function issueOf(view: View, issue: Collection): NonNullable<HomeData["issue"]> {
  const articles = articlesIn(issue, view.lang).slice(0, most.contents);
  return {
    heading: collectionLink(view, issue),
    items: articles.map((article) => teaserOf(view, article)),
  };
}

/** The most used tags, in the order of their index. */
function commonTags(tags: readonly Collection[], lang: Lang): Collection[] {
  const used = tags.filter((tag) => hasArticles(tag, lang));
  const count = (tag: Collection) => articlesIn(tag, lang).length;
  const chosen = new Set([...used].sort((a, b) => count(b) - count(a)).slice(0, most.tags));
  return used.filter((tag) => chosen.has(tag));
}

/** The first `count` that fit, without looking at the rest of a long list. */
function take(
  articles: readonly LinkedArticle[],
  count: number,
  fits: (article: LinkedArticle) => boolean,
): LinkedArticle[] {
  const taken: LinkedArticle[] = [];
  for (const article of articles) {
    if (taken.length >= count) break;
    if (fits(article)) taken.push(article);
  }
  return taken;
}
