// The editor's desk, /__bantin/: what there is to do. Stories by state, the last changed first; what a share of each
// will look like the page finds out itself, from the pages as they will be published.
import { statSync } from "node:fs";
import type { MessageLanguage } from "../model/diagnostic.js";
import type { Lang } from "../model/lang.js";
import type { SourcePath } from "../model/paths.js";
import { languageNames } from "../strings/languages.js";
import { deskWords, previewWords } from "../strings/preview.js";
import { type StatedArticle, type StoryState, storyStates } from "./article-states.js";
import type { ShownSite } from "./session.js";

export interface Desk {
  readonly title: string;
  readonly lang: MessageLanguage;
  readonly words: Readonly<Record<string, string>>;
  /** The address of the published site; "" without a `url` in the configuration. */
  readonly url: string;
  readonly groups: readonly DeskGroup[];
}

export interface DeskGroup {
  readonly name: GroupName;
  readonly heading: string;
  /** All of them; `stories` holds the first. */
  readonly count: number;
  readonly stories: readonly DeskStory[];
}

export interface DeskStory {
  readonly articles: readonly DeskArticle[];
  /** `lacks: English`; "" where every language is there. */
  readonly lacks: string;
}

export interface DeskArticle {
  readonly lang: Lang;
  readonly language: string;
  readonly title: string;
  readonly state: string;
  readonly isOutdated: boolean;
  /** Its address in the preview; "" where it has no page. */
  readonly href: string;
  readonly file: SourcePath;
}

const groupNames = {
  drafts: "drafts",
  scheduled: "scheduledStories",
  outdated: "outdatedStories",
  missing: "missingStories",
  expired: "expiredStories",
  internal: "internalStories",
  published: "publishedStories",
} as const satisfies Readonly<Record<string, keyof typeof deskWords>>;

type GroupName = keyof typeof groupNames;

/** Stories shown of one state. */
const most = 100;

export function deskOf(site: ShownSite, lang: MessageLanguage): Desk {
  const { settings, gathered, outputs, now } = site;
  const { config } = settings;
  const hrefs = new Map<SourcePath, string>();
  for (const output of outputs.values()) {
    if (output.kind === "page" && output.page.source !== undefined) {
      hrefs.set(output.page.source, `/${output.path}`);
    }
  }
  const stories = storyStates(gathered.articles, config.languages, now)
    .filter(({ articles }) => articles.length > 0)
    .map((story) => ({ story, changed: lastChange(site, story) }))
    .sort((a, b) => b.changed - a.changed || (a.story.key < b.story.key ? -1 : 1))
    .map(({ story }) => story);
  const names = languageNames(config.languages);
  const nameOf = (own: Lang) => names[own]?.own ?? own;
  const show = ({ articles, missing, kind }: StoryState): DeskStory => ({
    articles: articles.map(({ article, state, isOutdated }) => ({
      lang: article.lang,
      language: nameOf(article.lang),
      title: article.meta.title,
      state,
      isOutdated,
      href: hrefs.get(article.source) ?? "",
      file: article.source,
    })),
    lacks:
      missing.length === 0 || kind === "page"
        ? ""
        : deskWords.lacks[lang].replace("{languages}", missing.map(nameOf).join(", ")),
  });
  const groups = (Object.keys(groupNames) as GroupName[]).map((name): DeskGroup => {
    const members = stories.filter((story) => belongs[name](story));
    return {
      name,
      heading: deskWords[groupNames[name]][lang],
      count: members.length,
      stories: members.slice(0, most).map(show),
    };
  });
  return {
    title: config.title[config.languages[0] ?? "vi"] ?? "",
    lang,
    words: wordsIn(lang),
    url: config.url ?? "",
    groups,
  };
}

const has = (state: StatedArticle["state"]) => (story: StoryState) =>
  story.articles.some((one) => one.state === state);

const belongs: Readonly<Record<GroupName, (story: StoryState) => boolean>> = {
  drafts: has("draft"),
  scheduled: has("scheduled"),
  outdated: ({ articles }) => articles.some(({ isOutdated }) => isOutdated),
  missing: ({ missing, kind }) => missing.length > 0 && kind === "article",
  expired: has("expired"),
  internal: has("internal"),
  published: has("published"),
};

/** Milliseconds since the epoch. */
function lastChange({ gathered }: ShownSite, { articles }: StoryState): number {
  const times = articles.map(({ article }) => {
    const file = gathered.content.files.get(article.source);
    const stats = file && statSync(file.machine, { throwIfNoEntry: false });
    return stats?.mtimeMs ?? 0;
  });
  return Math.max(0, ...times);
}

function wordsIn(lang: MessageLanguage): Record<string, string> {
  const all = { ...previewWords, ...deskWords };
  return Object.fromEntries(Object.entries(all).map(([name, word]) => [name, word[lang]]));
}
