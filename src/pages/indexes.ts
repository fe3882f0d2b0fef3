// The index pages: all sections, issues, months, tags and authors with their counts. One exists in a language only
// where a collection of its kind has articles there.
import { groupBy } from "../model/group-by.js";
import type { ByLang, Lang } from "../model/lang.js";
import type { Page } from "../model/page.js";
import type { OutPath } from "../model/paths.js";
import type { Collection, CollectionKind } from "../model/site.js";
import { indexPath } from "../site/urls.js";
import { planPage } from "./frame.js";
import { kindWords } from "./kind-words.js";
import { articlesIn, editionOf, hasArticles, type PageKind, type Plan } from "./plan.js";
import { collectionLink, type Label, type LabelLink, labelIn, type View } from "./view.js";

export interface IndexData {
  readonly heading: string;
  /** Months by year, newest first; everything else in one group without a heading. */
  readonly groups: readonly IndexGroup[];
}

export interface IndexGroup {
  readonly heading: string;
  readonly entries: readonly IndexEntry[];
}

export interface IndexEntry extends LabelLink {
  readonly count: string;
  readonly about: readonly Label[];
}

const kinds = ["section", "issue", "month", "tag", "author"] as const satisfies readonly CollectionKind[];

export const indexes: PageKind = {
  name: "indexes",
  pages: (plan) =>
    plan.site.config.languages.flatMap((lang) =>
      kinds
        .filter((kind) => editionOf(plan, lang).kinds.has(kind))
        .map((kind) => planIndex(plan, kind, lang)),
    ),
};

function planIndex(plan: Plan, kind: CollectionKind, lang: Lang): Page {
  return planPage(plan, () => ({
    path: indexPath(kind, lang),
    lang,
    template: "index.njk",
    title: ({ t }) => [t(kindWords[kind].all), plan.site.config.title[lang] ?? ""],
    alternates: sameIndexes(plan, kind),
    trail: (view) => [{ text: view.t(kindWords[kind].all), path: indexPath(kind, lang) }],
    main: (view) => indexData(view, kind),
  }));
}

function sameIndexes(plan: Plan, kind: CollectionKind): ByLang<OutPath> {
  const langs = plan.site.config.languages.filter((lang) => editionOf(plan, lang).kinds.has(kind));
  return Object.fromEntries(langs.map((lang) => [lang, indexPath(kind, lang)]));
}

function indexData(view: View, kind: CollectionKind): IndexData {
  const shown = view.plan.site.collections[kind].filter((collection) => hasArticles(collection, view.lang));
  const groups = groupBy(shown, ({ id }) => (kind === "month" ? id.slice(0, 4) : ""));
  return {
    heading: view.t(kindWords[kind].all),
    groups: [...groups].map(([heading, members]) => ({
      heading,
      entries: members.map((collection) => indexEntry(view, collection)),
    })),
  };
}

function indexEntry(view: View, collection: Collection): IndexEntry {
  return {
    count: view.t("articleCount", { count: articlesIn(collection, view.lang).length }),
    about: [collection.role, collection.unit].flatMap((texts) => labelIn(view, texts) ?? []),
    ...collectionLink(view, collection),
  };
}
