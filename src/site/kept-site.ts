// The site as plain data without its articles, to be kept from one build to the next: what was linked once need not be
// linked again where only the words of an article have changed. Articles are brought back when somebody asks for them.
// Columns of the same kind stand together: ten thousand articles are read back in a few hundredths of a second.
import type { FileFacts } from "../model/files.js";
import type { Drawing } from "../model/image.js";
import type { Lang, LangText } from "../model/lang.js";
import type { OutPath, SourcePath } from "../model/paths.js";
import type { AbsentArticle, Collection, LinkedArticle, Site, StandingPage } from "../model/site.js";

/** Plain data. Articles go by their place among all; collections by theirs in `collections`. */
export interface KeptSite {
  /** Of each article, one a line. */
  readonly sources: string;
  readonly hashes: string;
  readonly faces: string;
  readonly stories: string;
  readonly langs: string;
  readonly paths: string;
  readonly dates: string;
  readonly instants: readonly number[];
  /** Articles without a time of day. */
  readonly timeless: readonly number[];
  /** For each article: how many tags, the tags, how many authors, the authors, month, section and issue or -1. */
  readonly collected: readonly number[];
  readonly covers: readonly (readonly [number, NonNullable<LinkedArticle["cover"]>])[];
  readonly collections: readonly KeptCollection[];
  readonly featured: Readonly<Record<Lang, readonly number[]>>;
  readonly standing: readonly KeptStanding[];
  readonly absent: readonly (readonly [SourcePath, AbsentArticle["absent"]])[];
  readonly files: readonly FileFacts[];
  readonly drawing: Drawing;
}

export interface KeptCollection extends Omit<Collection, "articles" | "name"> {
  /** In the order of the languages. */
  readonly name: readonly LangText[];
}

export interface KeptStanding {
  readonly source: SourcePath;
  readonly hash: string;
  readonly story: string;
  readonly lang: Lang;
  readonly path: OutPath;
}

/** Digits of a hash that tell two texts of one article apart. */
const digits = 16;
const line = "\n";

/** `faceOf` gives what is kept beside each article. Undefined where a name has a line's end in it. */
export function keepSite(site: Site, faceOf: (linked: LinkedArticle) => string): KeptSite | undefined {
  const { languages } = site.config;
  const absent: [SourcePath, AbsentArticle["absent"]][] = [];
  for (const [source, page] of site.bySource) if ("absent" in page) absent.push([source, page.absent]);
  // By language, newest first: the lists that are filled from them are in that order too.
  const all = languages.flatMap((lang) => site.collections.latest[0]?.articles[lang] ?? []);
  const places = new Map(all.map((linked, place) => [linked, place]));
  const collections = Object.values(site.collections).flat();
  const numbers = new Map(collections.map((collection, number) => [collection, number]));
  const numberOf = (collection: Collection | undefined) => (collection && numbers.get(collection)) ?? -1;
  const column = (of: (linked: LinkedArticle) => string) => all.map(of).join(line);
  const collected: number[] = [];
  const timeless: number[] = [];
  const covers: KeptSite["covers"][number][] = [];
  for (const [place, { tags, authors, month, section, issue, date, cover }] of all.entries()) {
    collected.push(tags.length);
    for (const tag of tags) collected.push(numberOf(tag));
    collected.push(authors.length);
    for (const author of authors) collected.push(numberOf(author));
    collected.push(numberOf(month), numberOf(section), numberOf(issue));
    if (!date.hasTime) timeless.push(place);
    if (cover !== undefined) covers.push([place, cover]);
  }
  const kept: KeptSite = {
    sources: column(({ article }) => article.source),
    hashes: column(({ article }) => article.hash.slice(0, digits)),
    faces: column(faceOf),
    stories: column(({ story }) => story),
    langs: column(({ lang }) => lang),
    paths: column(({ path }) => path),
    dates: column(({ date }) => date.iso),
    instants: all.map(({ date }) => date.instant),
    timeless,
    collected,
    covers,
    collections: collections.map(({ articles: _, name, ...rest }) => ({
      ...rest,
      name: languages.map((lang) => name[lang] as LangText),
    })),
    featured: Object.fromEntries(
      languages.map((lang) => [lang, (site.featured[lang] ?? []).map((linked) => places.get(linked) ?? 0)]),
    ),
    standing: site.standing.flatMap((story) => (Object.values(story.in) as StandingPage[]).map(keepStanding)),
    absent,
    files: [...site.files.values()],
    drawing: site.drawing,
  };
  const isBroken = all.some(({ article, story }) => article.source.includes(line) || story.includes(line));
  return isBroken ? undefined : kept;
}

export function linesOf(column: string): string[] {
  return column === "" ? [] : column.split(line);
}

function keepStanding({ article, story, lang, path }: StandingPage): KeptStanding {
  return { source: article.source, hash: article.hash.slice(0, digits), story, lang, path };
}
