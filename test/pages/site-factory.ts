// Tiny sites made by hand: articles as parse would give them, linked as a build links them, pages as planned.
import type { Article, FrontMatter, IssueLabel } from "../../src/model/article.js";
import type { Config } from "../../src/model/config.js";
import type { FileFacts } from "../../src/model/files.js";
import type { Lang } from "../../src/model/lang.js";
import type { Moment } from "../../src/model/moment.js";
import type { Page } from "../../src/model/page.js";
import { type OutPath, outPath, type SourcePath, sourcePath } from "../../src/model/paths.js";
import { fileStart } from "../../src/model/place.js";
import type { LinkedArticle, Site } from "../../src/model/site.js";
import { slugOf } from "../../src/model/slug.js";
import type { PageData } from "../../src/pages/frame.js";
import { type Planned, planAll } from "../../src/pages/index.js";
import { parseConfig } from "../../src/parse/config.js";
import { createRenderer } from "../../src/render/renderer.js";
import { linkSite } from "../../src/site/link.js";
import { wordsFor } from "../../src/strings/words.js";
import { defaultTheme } from "../bulletin.js";

export interface ArticleSpec extends Partial<FrontMatter> {
  readonly key?: string;
  readonly lang?: Lang;
  readonly kind?: Article["kind"];
  /** `2023-01-20`, or with a time `2023-01-20T09:50`; in Vietnam. */
  readonly on?: string;
  readonly body?: string;
  readonly images?: Article["images"];
  readonly leadText?: string;
}

export function makeMoment(on: string): Moment {
  const hasTime = on.includes("T");
  const iso = `${hasTime ? on : `${on}T00:00`}:00+07:00`;
  return { iso, hasTime, instant: Date.parse(iso) };
}

export function makeIssue(label: string): IssueLabel {
  const numbered = /^(\d+)\/(\d+)$/.exec(label);
  return numbered
    ? { id: `${numbered[2]}-${numbered[1]}`, label, numbered: true }
    : { id: slugOf(label), label, numbered: false };
}

export function makeArticle(spec: ArticleSpec): Article {
  const {
    key = "a",
    lang = "vi",
    kind = "article",
    on = "2023-01-20",
    body,
    images,
    leadText,
    ...meta
  } = spec;
  const source = sourcePath(`content/${kind === "page" ? "pages/" : ""}${key}.${lang}.md`);
  return {
    source,
    hash: "0",
    kind,
    key,
    lang,
    meta: {
      title: `Bài ${key} ${lang}`,
      ...(kind === "page" ? {} : { date: makeMoment(on) }),
      aliases: [],
      draft: false,
      corrections: [],
      attachments: [],
      internal: false,
      ...meta,
    },
    slug: meta.slug ?? slugOf(meta.title ?? `Bài ${key} ${lang}`),
    face: `${key} ${lang}`,
    places: { title: fileStart },
    ...(leadText === undefined ? {} : { lead: { text: leadText, html: leadText } }),
    body: body ?? "<p>Một đoạn.</p>",
    description: leadText ?? "Một đoạn.",
    headings: [],
    anchors: [],
    links: [],
    images: images ?? [],
    diagnostics: [],
  };
}

export interface SiteSpec {
  readonly articles?: readonly ArticleSpec[];
  readonly config?: Partial<Config>;
  readonly files?: readonly (Pick<FileFacts, "size" | "width" | "height"> & { readonly path: string })[];
}

export function makeConfig(given: Partial<Config> = {}): Config {
  const { config } = parseConfig(undefined);
  const languages = given.languages ?? config.languages;
  const title = Object.fromEntries(languages.map((lang) => [lang, `Bản tin (${lang})`]));
  return { ...config, title, ...given };
}

export function makeSite({ articles = [], config, files = [] }: SiteSpec): Site {
  const facts = files.map((file) => ({ ...file, path: sourcePath(file.path), hash: "abcdef0123456789" }));
  const { site } = linkSite({
    config: makeConfig(config),
    articles: articles.map(makeArticle),
    tags: { entries: [] },
    authors: { entries: [] },
    files: new Map<SourcePath, FileFacts>(facts.map((file) => [file.path, file])),
    folder: { paths: new Set(facts.map(({ path }) => path)) },
    drawing: { tools: "test", colours: { paper: "#fff", ink: "#000", accent: "#a00", gold: "#aa0" } },
    now: Date.parse("2026-12-31T00:00:00+07:00"),
    show: { drafts: false, future: false, expired: false },
  });
  return site;
}

/** The names that pages ask the theme for. */
export const assetPaths: readonly OutPath[] = ["style.css", "site.js", "favicon.svg"].map((name) =>
  outPath(`assets/${name}`),
);

export function planSite(site: Site): readonly Page[] {
  return planWhole(site).pages;
}

/** The files for machines by address: feeds, sitemaps, robots.txt, the manifest. */
export function documentsOf(site: Site): ReadonlyMap<string, string> {
  return new Map(planWhole(site).documents.map(({ path, text }) => [path, text()]));
}

function planWhole(site: Site): Planned {
  const { words } = wordsFor(site.config);
  return planAll(site, {
    words,
    assets: (name) => assetPaths.find((path) => path === `assets/${name}`),
    ground: "",
  });
}

/** All pages by address, as the default theme draws them. */
export function renderSite(site: Site): ReadonlyMap<string, string> {
  const render = createRenderer(defaultTheme().templates, wordsFor(site.config).words);
  return new Map(planSite(site).map((page) => [page.path, render(page)]));
}

/** What the page at an address shows; `T` is the data of its kind. */
export function dataOf<T extends object>(site: Site, path: string): PageData & { readonly page: T } {
  const page = planSite(site).find((one) => one.path === path);
  if (page === undefined)
    throw new Error(
      `no page ${path} among\n${planSite(site)
        .map(({ path: p }) => p)
        .join("\n")}`,
    );
  return page.data() as PageData & { readonly page: T };
}

export function findLinked(site: Site, key: string, lang: Lang): LinkedArticle {
  const linked = site.stories.find((story) => story.key === key)?.in[lang];
  if (linked === undefined) throw new Error(`no article ${key} ${lang}`);
  return linked;
}
