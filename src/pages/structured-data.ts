// Facts for search engines as JSON-LD (schema.org): the article as news, the way to the page, the publisher. It is a
// data block, which the strictest policy allows; nothing in it can end the script element. The JSON is put together
// from finished pieces: every text is written by JSON.stringify, and what many pages say is written once.
import { once } from "../model/once.js";
import type { OutPath } from "../model/paths.js";
import type { Collection, LinkedArticle } from "../model/site.js";
import { absoluteUrl, homePath, listPath } from "../site/urls.js";
import { modifiedOf, type Picture } from "./article-facts.js";
import type { Step, Subject } from "./discovery.js";
import { editionOf } from "./plan.js";
import { collectionLabel, labelIn, type View } from "./view.js";

/** A value as JSON. */
type Json = string;

/** "" where there is nothing to say. */
export function structuredJson(view: View, subject: Subject, picture: Picture | undefined): string {
  const trail = subject.trail?.(view) ?? [];
  const things = [
    ...(subject.article === undefined ? [] : [newsArticle(view, subject.article, picture)]),
    ...(view.path === homePath(view.lang) ? [publisherOf(view, "whole")] : []),
    ...breadcrumbs(view, trail),
  ];
  if (things.length === 0) return "";
  const json = `{"@context":"https://schema.org","@graph":${list(things)}}`;
  return json.replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function newsArticle(view: View, linked: LinkedArticle, picture: Picture | undefined): Json {
  const { article, date, lang, path, section, tags } = linked;
  const publisher = knownThing(view, "publisher", () => publisherOf(view, "name"));
  const address = jsonAddress(view, path);
  return thing(
    "NewsArticle",
    placesAt(address) +
      (address === undefined ? "" : field("mainEntityOfPage", address)) +
      field("headline", text(article.meta.title)) +
      given("description", article.description) +
      (picture === undefined ? "" : field("image", list([imageObject(picture)]))) +
      field("datePublished", text(date.iso)) +
      field("dateModified", text(modifiedOf(linked).iso)) +
      field("author", authorsOf(view, linked) ?? publisher) +
      field("publisher", publisher) +
      field("inLanguage", text(lang)) +
      (section === undefined ? "" : field("articleSection", nameOf(view, section))) +
      (tags.length === 0 ? "" : field("keywords", list(tags.map((tag) => nameOf(view, tag))))) +
      translationsOf(view, linked),
  );
}

/** Undefined where nobody is named. */
function authorsOf(view: View, { authors, lang }: LinkedArticle): Json | undefined {
  if (authors.length === 0) return undefined;
  return list(
    authors.map((author) =>
      knownThing(view, author, () => {
        const address = addressIn(view, listPath("author", lang, author.id, 1));
        return thing(
          "Person",
          field("name", text(collectionLabel(view, author).text)) + given("url", address),
        );
      }),
    ),
  );
}

/** Of a section or a tag. */
function nameOf(view: View, collection: Collection): Json {
  return knownThing(view, collection, () => text(collectionLabel(view, collection).text));
}

function imageObject({ url, width, height }: Picture): Json {
  return thing(
    "ImageObject",
    field("url", text(url)) + field("width", `${width}`) + field("height", `${height}`),
  );
}

/** The story's first language, in the order of the bulletin, counts as the original. */
function translationsOf(view: View, { lang, translations }: LinkedArticle): string {
  const [original, ...others] = view.plan.site.config.languages
    .map((own) => translations[own])
    .filter((one) => one !== undefined);
  if (original === undefined || others.length === 0) return "";
  const other = (one: LinkedArticle) => {
    return thing(
      "NewsArticle",
      placesAt(jsonAddress(view, one.path)) +
        field("headline", text(one.article.meta.title)) +
        field("inLanguage", text(one.lang)),
    );
  };
  return original.lang === lang
    ? field("workTranslation", list(others.map(other)))
    : field("translationOfWork", other(original));
}

/** In one language: the publisher as articles name it, authors as people, other collections by their names. */
export type KnownThings = Map<KnownThing, Json>;
type KnownThing = Collection | "publisher" | "home";

function knownThing({ plan, lang }: View, of: KnownThing, make: () => Json): Json {
  return once(editionOf(plan, lang).things, of, make);
}

/** `whole`: with what the imprint says of how to reach it. */
function publisherOf(view: View, detail: "name" | "whole"): Json {
  const { config } = view.plan.site;
  const name = labelIn(view, config.publisher)?.text ?? config.title[view.lang] ?? "";
  const icon = view.plan.assets("icons/icon-512.png") ?? view.plan.assets("favicon.svg");
  const { address, email, telephone } = (detail === "whole" ? config.imprint[view.lang] : undefined) ?? {};
  return thing(
    "Organization",
    field("name", text(name)) +
      given("url", addressIn(view, homePath(view.lang))) +
      given("logo", icon && addressIn(view, icon)) +
      given("address", address) +
      given("email", email) +
      given("telephone", telephone),
  );
}

/** A list of links needs addresses, so there is none without a `url`. */
function breadcrumbs(view: View, trail: readonly Step[]): Json[] {
  if (trail.length === 0 || view.plan.site.config.url === undefined) return [];
  const home = knownThing(view, "home", () =>
    stepAt(view, 1, { text: view.t("home"), path: homePath(view.lang) }),
  );
  const items = [home, ...trail.map((step, index) => stepAt(view, index + 2, step))];
  return [thing("BreadcrumbList", field("itemListElement", list(items)))];
}

function stepAt(view: View, position: number, { text: name, path }: Step): Json {
  return `{"@type":"ListItem","position":${position},"name":${text(name)},"item":${text(addressIn(view, path) ?? "")}}`;
}

function addressIn({ plan }: View, path: OutPath): string | undefined {
  return absoluteUrl(plan.site.config, path);
}

function jsonAddress(view: View, path: OutPath): Json | undefined {
  const address = addressIn(view, path);
  return address === undefined ? undefined : text(address);
}

function thing(type: string, fields: string): Json {
  return `{"@type":"${type}"${fields}}`;
}

function list(values: readonly Json[]): Json {
  return `[${values.join(",")}]`;
}

/** One more field of a thing; `name` is one of ours. */
function field(name: string, value: Json): string {
  return `,"${name}":${value}`;
}

/** Nothing where there is nothing to say. */
function given(name: string, value: string | undefined): string {
  return value === undefined || value === "" ? "" : field(name, text(value));
}

/** What a page is known by; nothing without a `url` in the configuration. */
function placesAt(address: Json | undefined): string {
  return address === undefined ? "" : `,"@id":${address},"url":${address}`;
}

function text(value: string): Json {
  return JSON.stringify(value);
}
