// What a page is made of, told by a hash that is far cheaper than the page: where it is the same as the last time, the
// page's text is the same too, and is neither drawn nor read. It names everything that may reach the page; what it names
// too much costs a page drawn in vain, what it left out would leave an old page standing (test/rebuild.test.ts).
import type { Article } from "../model/article.js";
import { hashText } from "../model/hash.js";
import type { PageCard } from "../model/image.js";
import type { Lang } from "../model/lang.js";
import { once } from "../model/once.js";
import type { OutPath } from "../model/paths.js";
import type { Collection, LinkedArticle, Site } from "../model/site.js";
import { localFile } from "../site/local-files.js";
import { resolveLink } from "../site/local-links.js";
import { photoOf } from "../site/photos.js";
import { homePath } from "../site/urls.js";
import { type Kin, kinIn } from "./kin.js";
import { mastheadOf } from "./masthead.js";
import { hasArticles, type Plan } from "./plan.js";
import { windowsOf } from "./related.js";
import { openView } from "./view.js";

/** What is asked for again and again, made once. */
export interface Digests {
  readonly grounds: Map<Lang, string>;
  readonly labels: Map<Collection, string>;
  /** By the article's number. */
  readonly faces: (string | undefined)[];
  readonly wholes: (string | undefined)[];
  /** By list of places in a language. */
  readonly sums: Map<readonly number[], Sums>;
}

export function openDigests(articles: number): Digests {
  const byArticle = () => new Array<string | undefined>(articles);
  return {
    grounds: new Map(),
    labels: new Map(),
    faces: byArticle(),
    wholes: byArticle(),
    sums: new Map(),
  };
}

/** After the site was changed in place. */
export function clearDigests(digests: Digests): void {
  const { grounds, labels, faces, wholes, sums } = digests;
  for (const kept of [grounds, labels, sums]) kept.clear();
  for (const kept of [faces, wholes]) kept.fill(undefined);
}

/** Every page depends on these, whatever it is about. */
export function pageFingerprint(
  plan: Plan,
  { path, lang, card }: { readonly path: OutPath; readonly lang: Lang; readonly card?: PageCard | undefined },
  parts: readonly string[],
): string {
  const drawn = card === undefined ? [] : [card.alt, card.wide.path, card.square.path];
  // Lists are joined without being gone through one by one: this is done for every page, most often in code that is
  // hardly optimised yet.
  return digest([groundOf(plan, lang), path].concat(drawn, parts));
}

/** For what shows no masthead and is in no one language. */
export function textFingerprint(plan: Plan, path: OutPath, parts: readonly string[]): string {
  return digest([plan.ground, path].concat(parts));
}

/** For the page of an article, and for whatever shows all of it. */
export function wholeOf(plan: Plan, linked: LinkedArticle): string {
  return onceOf(plan.digests.wholes, linked, plan, makeWhole);
}

function makeWhole(plan: Plan, linked: LinkedArticle): string {
  const { article, authors, tags, issue, translations } = linked;
  const parts = [article.source, article.hash, faceOf(plan, linked)];
  for (const author of authors) parts.push(labelOf(plan, author));
  for (const tag of tags) parts.push(labelOf(plan, tag));
  if (issue !== undefined) parts.push(labelOf(plan, issue));
  return digest(parts.concat(facesOf(plan, translations), filesOf(plan.site, linked)));
}

/** In the bulletin's order of languages. */
function facesOf(plan: Plan, translations: LinkedArticle["translations"]): string[] {
  const faces: string[] = [];
  for (const lang of plan.site.config.languages) {
    const translation = translations[lang];
    if (translation !== undefined) faces.push(lang, faceOf(plan, translation));
  }
  return faces;
}

/** What an article's page shows of others: those beside it, and those that may be related. */
export function companyOf(
  plan: Plan,
  linked: LinkedArticle,
  neighbours: readonly (LinkedArticle | undefined)[],
): string[] {
  return [
    ...neighbours.map((other) => (other === undefined ? "" : faceOf(plan, other))),
    relatedDigest(plan, linked),
  ];
}

/** What lists and neighbours show of an article, and what decides where they show it. */
export function faceOf(plan: Plan, linked: LinkedArticle): string {
  return onceOf(plan.digests.faces, linked, plan, makeFace);
}

function makeFace(plan: Plan, linked: LinkedArticle): string {
  const kept = plan.keptFace(linked);
  if (kept !== undefined) return kept;
  const { article, date, path, section, tags, cover } = linked;
  const { site } = plan;
  const parts: string[] = [article.source, article.face, path, date.iso, String(date.hasTime)];
  parts.push(section === undefined ? "" : labelOf(plan, section));
  for (const { id } of tags) parts.push(id);
  if (cover !== undefined) {
    parts.push(JSON.stringify(cover), photoDigest(site, cover.beside, cover.path));
    // The language of a cover's words is that of the article beside which it lies.
    parts.push(langBeside(site, cover.beside));
  }
  return digest(parts);
}

/** A collection as it is called, and where it has pages. */
export function labelOf({ site, digests }: Plan, collection: Collection): string {
  return once(digests.labels, collection, () => {
    const { kind, id, name, numbered, role, unit } = collection;
    const langs = site.config.languages.filter((lang) => hasArticles(collection, lang));
    return digest([JSON.stringify([kind, id, name, numbered, role, unit, langs])]);
  });
}

/** Theme, configuration, words, and the masthead of every language. */
function groundOf(plan: Plan, lang: Lang): string {
  return once(plan.digests.grounds, lang, () => {
    const mastheads = plan.site.config.languages.map((own) => mastheadOf(openView(plan, own, homePath(own))));
    return digest([plan.ground, lang, JSON.stringify(mastheads)]);
  });
}

/** Where the links of an article lead, and the files that it shows. */
function filesOf(site: Site, linked: LinkedArticle): string[] {
  const { source, links, images, meta } = linked.article;
  return [
    ...links.map((link) => targetDigest(site, linked, link)),
    ...images.map(({ path }) => photoDigest(site, source, path)),
    ...meta.attachments.map(({ path }) => {
      const file = localFile(site, source, path);
      return file === undefined ? "" : `${file.path} ${file.facts.path} ${file.facts.size}`;
    }),
  ];
}

function targetDigest(site: Site, linked: LinkedArticle, link: Article["links"][number]): string {
  const target = resolveLink(site, linked, link);
  switch (target.kind) {
    case "article":
      return `article ${target.page.path} ${target.page.lang} ${target.anchor ?? ""}`;
    case "page":
      return `page ${target.path} ${target.anchor ?? ""}`;
    case "file":
      return `file ${target.file.path} ${target.file.facts.path} ${target.file.facts.size}`;
    default:
      return target.kind;
  }
}

function photoDigest(site: Site, beside: Article["source"], path: string): string {
  const photo = photoOf(site, beside, path);
  if (photo === undefined) return "";
  const { kind, width, height } = photo;
  const sets = kind === "raster" ? photo.sets.map(({ type, variants }) => [type, variants]) : [];
  return JSON.stringify([photo.path, width, height, sets]);
}

function langBeside(site: Site, source: Article["source"]): Lang {
  const beside = site.bySource.get(source);
  return beside === undefined || "absent" in beside ? "" : beside.lang;
}

/** Running sums of faces, so that the faces of any window of a list are told by one subtraction. */
interface Sums {
  readonly low: Uint32Array;
  readonly high: Uint32Array;
}

/** The articles near to one in each list, whatever their order there: that follows from their faces. */
function relatedDigest(plan: Plan, linked: LinkedArticle): string {
  const kin = kinIn(plan, linked.lang);
  const own = kin.places[linked.number] ?? -1;
  if (own === -1) return "";
  let [count, low, high] = [0, 0, 0];
  for (const { shelf, from, to } of windowsOf(kin, own)) {
    const sums = once(plan.digests.sums, shelf, () => sumUp(plan, kin, shelf));
    count += to - from;
    // One after the other, not all in one sum, which stays the same where an article goes from one window to another.
    low = (Math.imul(low, 31) + between(sums.low, from, to)) >>> 0;
    high = (Math.imul(high, 31) + between(sums.high, from, to)) >>> 0;
  }
  return `${count} ${low} ${high}`;
}

function between(sums: Uint32Array, from: number, to: number): number {
  return (sums[to] as number) - (sums[from] as number);
}

function sumUp(plan: Plan, { articles }: Kin, shelf: readonly number[]): Sums {
  const low = new Uint32Array(shelf.length + 1);
  const high = new Uint32Array(shelf.length + 1);
  for (let index = 0; index < shelf.length; index++) {
    const linked = articles[shelf[index] ?? -1];
    const face = linked === undefined ? "" : faceOf(plan, linked);
    low[index + 1] = (low[index] ?? 0) + Number.parseInt(face.slice(0, 8), 16);
    high[index + 1] = (high[index] ?? 0) + Number.parseInt(face.slice(8, 16), 16);
  }
  return { low, high };
}

/** As `once`, by the article's number: without a closure and without a hash, for what is asked for on every page. */
function onceOf(
  kept: (string | undefined)[],
  linked: LinkedArticle,
  plan: Plan,
  make: (plan: Plan, linked: LinkedArticle) => string,
): string {
  const known = kept[linked.number];
  if (known !== undefined) return known;
  const made = make(plan, linked);
  kept[linked.number] = made;
  return made;
}

function digest(parts: readonly string[]): string {
  return hashText(parts.join("\n")).slice(0, 32);
}
