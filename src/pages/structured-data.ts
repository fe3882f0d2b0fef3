// Facts for search engines as JSON-LD (schema.org): the article as news, the way to the page, the publisher. It is a
// data block, which the strictest policy allows; nothing in it can end the script element.
import type { OutPath } from "../model/paths.js";
import type { LinkedArticle } from "../model/site.js";
import { absoluteUrl, homePath, listPath } from "../site/urls.js";
import { modifiedOf, type Picture } from "./article-facts.js";
import type { Step, Subject } from "./discovery.js";
import { collectionLabel, labelIn, type View } from "./view.js";

type Thing = Readonly<Record<string, unknown>>;

/** "" where there is nothing to say. */
export function structuredJson(view: View, subject: Subject, picture: Picture | undefined): string {
  const trail = subject.trail?.(view) ?? [];
  const things = [
    ...(subject.article === undefined ? [] : [newsArticle(view, subject.article, picture)]),
    ...(view.path === homePath(view.lang) ? [publisherOf(view, "whole")] : []),
    ...breadcrumbs(view, trail),
  ];
  if (things.length === 0) return "";
  const json = JSON.stringify({ "@context": "https://schema.org", "@graph": things });
  return json.replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function newsArticle(view: View, linked: LinkedArticle, picture: Picture | undefined): Thing {
  const { article, authors, date, lang, path, section, tags } = linked;
  const address = addressIn(view, path);
  return {
    "@type": "NewsArticle",
    ...given("@id", address),
    ...given("url", address),
    ...given("mainEntityOfPage", address),
    headline: article.meta.title,
    ...given("description", article.description),
    ...(picture === undefined ? {} : { image: [imageObject(picture)] }),
    datePublished: date.iso,
    dateModified: modifiedOf(linked).iso,
    author:
      authors.length === 0
        ? publisherOf(view)
        : authors.map((author) => ({
            "@type": "Person",
            name: collectionLabel(view, author).text,
            ...given("url", addressIn(view, listPath("author", lang, author.id, 1))),
          })),
    publisher: publisherOf(view),
    inLanguage: lang,
    ...(section === undefined ? {} : { articleSection: collectionLabel(view, section).text }),
    ...(tags.length === 0 ? {} : { keywords: tags.map((tag) => collectionLabel(view, tag).text) }),
    ...translationsOf(view, linked),
  };
}

function imageObject({ url, width, height }: Picture): Thing {
  return { "@type": "ImageObject", url, width, height };
}

/** The story's first language, in the order of the bulletin, counts as the original. */
function translationsOf(view: View, { lang, translations }: LinkedArticle): Thing {
  const all = view.plan.site.config.languages.flatMap((own) => translations[own] ?? []);
  const [original, ...others] = all.map((one) => ({
    lang: one.lang,
    thing: {
      "@type": "NewsArticle",
      ...given("@id", addressIn(view, one.path)),
      ...given("url", addressIn(view, one.path)),
      headline: one.article.meta.title,
      inLanguage: one.lang,
    },
  }));
  if (original === undefined || others.length === 0) return {};
  return original.lang === lang
    ? { workTranslation: others.map(({ thing }) => thing) }
    : { translationOfWork: original.thing };
}

/** `whole`: with what the imprint says of how to reach it. */
function publisherOf(view: View, detail: "name" | "whole" = "name"): Thing {
  const { config } = view.plan.site;
  const home = addressIn(view, homePath(view.lang));
  const name = labelIn(view, config.publisher)?.text ?? config.title[view.lang] ?? "";
  const icon = view.plan.assets("icons/icon-512.png") ?? view.plan.assets("favicon.svg");
  const { address, email, telephone } = (detail === "whole" ? config.imprint[view.lang] : undefined) ?? {};
  return {
    "@type": "Organization",
    name,
    ...given("url", home),
    ...given("logo", icon && addressIn(view, icon)),
    ...given("address", address),
    ...given("email", email),
    ...given("telephone", telephone),
  };
}

/** A list of links needs addresses, so there is none without a `url`. */
function breadcrumbs(view: View, trail: readonly Step[]): Thing[] {
  if (trail.length === 0 || view.plan.site.config.url === undefined) return [];
  const steps = [{ text: view.t("home"), path: homePath(view.lang) }, ...trail];
  const itemListElement = steps.map(({ text, path }, index) => ({
    "@type": "ListItem",
    position: index + 1,
    name: text,
    item: addressIn(view, path),
  }));
  return [{ "@type": "BreadcrumbList", itemListElement }];
}

function addressIn({ plan }: View, path: OutPath): string | undefined {
  return absoluteUrl(plan.site.config, path);
}

function given(key: string, value: string | undefined): Thing {
  return value === undefined || value === "" ? {} : { [key]: value };
}
