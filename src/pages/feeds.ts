// The feeds: in each language everything new, as Atom and JSON Feed, and Atom for every tag, section and author. An
// article stands in several of them; its entry is made once and kept while it is likely to be asked for again.
import type { Article } from "../model/article.js";
import { keepSome } from "../model/keep-some.js";
import type { Lang } from "../model/lang.js";
import type { OutPath } from "../model/paths.js";
import type { Collection, CollectionKind, LinkedArticle } from "../model/site.js";
import { feedPath, homePath, listFeedPath, listPath } from "../site/urls.js";
import { modifiedOf } from "./article-facts.js";
import { atomEntry, type Feed, writeAtom } from "./atom.js";
import type { Document, DocumentKind } from "./documents.js";
import { feedEntry, feedUrl } from "./feed-entries.js";
import { labelOf, pageFingerprint, wholeOf } from "./fingerprints.js";
import { writeJsonFeed } from "./json-feed.js";
import { articlesIn, hasArticles, latestIn, type Plan } from "./plan.js";
import { collectionLabel, labelIn, openView, type View } from "./view.js";
import { toKeep, type Xml } from "./xml.js";

const kindsWithFeeds = ["section", "tag", "author"] as const satisfies readonly CollectionKind[];

/** True for lists that a reader may follow by themselves. */
export function hasFeed({ kind }: Collection): boolean {
  return (kindsWithFeeds as readonly CollectionKind[]).includes(kind);
}

export const feeds: DocumentKind = {
  name: "feeds",
  documents: (plan) => {
    const entryOf = keepEntries(plan);
    return plan.site.config.languages.flatMap((lang) => [
      ...languageFeeds(plan, lang, entryOf),
      ...kindsWithFeeds
        .flatMap((kind) => plan.site.collections[kind])
        .filter((collection) => hasArticles(collection, lang))
        .map((collection) => listFeed(plan, lang, collection, entryOf)),
    ]);
  },
};

const newestShown = 30;

function languageFeeds(plan: Plan, lang: Lang, entryOf: EntryOf): Document[] {
  const articles = latestIn(plan.site, lang).slice(0, newestShown);
  const spec = { name: lang, title: plan.site.config.title[lang] ?? "", page: homePath(lang) };
  const [atom, json] = [feedPath(lang, "xml"), feedPath(lang, "json")];
  const fingerprint = (path: OutPath) => () =>
    pageFingerprint(
      plan,
      { path, lang },
      articles.map((linked) => wholeOf(plan, linked)),
    );
  return [
    {
      path: atom,
      articles,
      fingerprint: fingerprint(atom),
      text: () => {
        const view = feedView(plan, lang, atom);
        return writeAtom(feedOf(view, spec), entriesOf(view, articles, entryOf), newestChange(articles));
      },
    },
    {
      path: json,
      articles,
      fingerprint: fingerprint(json),
      text: () => {
        const view = feedView(plan, lang, json);
        const entries = articles.map((linked) => feedEntry(view, linked));
        return writeJsonFeed(feedOf(view, spec), entries);
      },
    },
  ];
}

function listFeed(plan: Plan, lang: Lang, collection: Collection, entryOf: EntryOf): Document {
  const { kind, id } = collection;
  const path = listFeedPath(kind, lang, id);
  const articles = articlesIn(collection, lang).slice(0, newestShown);
  return {
    path,
    articles,
    fingerprint: () =>
      pageFingerprint(plan, { path, lang }, [
        labelOf(plan, collection),
        ...articles.map((linked) => wholeOf(plan, linked)),
      ]),
    text: () => {
      const view = feedView(plan, lang, path);
      const title = `${collectionLabel(view, collection).text} | ${plan.site.config.title[lang] ?? ""}`;
      const feed = feedOf(view, { name: `${lang} ${kind} ${id}`, title, page: listPath(kind, lang, id, 1) });
      return writeAtom(feed, entriesOf(view, articles, entryOf), newestChange(articles));
    },
  };
}

function feedView(plan: Plan, lang: Lang, path: OutPath): View {
  const relative = openView(plan, lang, path);
  return { ...relative, url: feedUrl(relative), nearby: undefined };
}

interface FeedSpec {
  readonly name: string;
  readonly title: string;
  readonly page: OutPath;
}

function feedOf(view: View, { name, title, page }: FeedSpec): Feed {
  const { config } = view.plan.site;
  const icon = view.plan.assets("favicon.svg");
  return {
    name,
    lang: view.lang,
    title,
    subtitle: config.description[view.lang] ?? "",
    publisher: labelIn(view, config.publisher)?.text ?? config.title[view.lang] ?? "",
    note: view.t("feedNote"),
    self: view.url(view.path),
    home: view.url(page),
    icon: icon === undefined ? "" : view.url(icon),
  };
}

/** A feed without entries has never changed, and no clock may say otherwise. */
function newestChange(articles: readonly LinkedArticle[]): string {
  const changes = articles.map(modifiedOf).sort((a, b) => b.instant - a.instant);
  return changes[0]?.iso ?? "1970-01-01T00:00:00Z";
}

function entriesOf(view: View, articles: readonly LinkedArticle[], entryOf: EntryOf): Xml[] {
  return articles.map((linked) => entryOf(view, linked));
}

type EntryOf = (view: View, linked: LinkedArticle) => Xml;

/** Entries kept; at 10 KB each at most they stay far below what the articles take. */
const mostKept = 1000;

/** Without a `url` an entry's addresses depend on where its feed lies, so it is made anew for each. */
function keepEntries({ site }: Plan): EntryOf {
  const kept = new Map<Article, Xml>();
  return (view, linked) => {
    const { article } = linked;
    const known = kept.get(article);
    if (known !== undefined) return known;
    const made = atomEntry(feedEntry(view, linked));
    if (site.config.url === undefined) return made;
    const entry = toKeep(made);
    keepSome(kept, article, entry, mostKept);
    return entry;
  };
}
