// Pairs the articles of one story and lets them share what they leave out. An article's own value always wins;
// a missing one is inherited whole from the first language of the bulletin that has it.
import {
  type Article,
  type Cover,
  type FieldName,
  type IssueLabel,
  isBroken,
  type ParsedArticle,
  type StoryKey,
} from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { groupBy } from "../model/group-by.js";
import type { Lang } from "../model/lang.js";
import { endOf, type Moment } from "../model/moment.js";
import type { SourcePath } from "../model/paths.js";
import { fileStart } from "../model/place.js";

/** All files of one story, in the order of the bulletin's languages; at most one a language. */
export interface Family {
  readonly key: StoryKey;
  readonly kind: Article["kind"];
  readonly members: readonly ParsedArticle[];
}

/** What an article says itself or inherits; `given` names the article that said it. */
export interface Inherited {
  readonly article: Article;
  readonly date?: Moment;
  readonly author?: Given<readonly string[]>;
  readonly tags?: Given<readonly string[]>;
  readonly section?: Given<string>;
  readonly issue?: Given<IssueLabel>;
  readonly cover?: Cover & { readonly beside: SourcePath };
}

export interface Given<T> {
  readonly value: T;
  readonly by: Article;
}

export interface Visibility {
  readonly drafts: boolean;
  readonly future: boolean;
  readonly expired: boolean;
}

export function pairArticles(
  articles: readonly ParsedArticle[],
  languages: readonly Lang[],
): { readonly families: readonly Family[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const groups = groupBy(articles, ({ kind, key }) => `${kind} ${key}`);
  const families: Family[] = [];
  for (const group of groups.values()) {
    const members: ParsedArticle[] = [];
    for (const lang of languages) {
      const [first, ...others] = group.filter((article) => article.lang === lang);
      if (first === undefined) continue;
      members.push(first);
      for (const other of others) diagnostics.push(sameLanguageTwice(first, other));
    }
    const [first] = members;
    if (first !== undefined) families.push({ key: first.key, kind: first.kind, members });
  }
  return { families, diagnostics };
}

export function inheritFields(family: Family): Inherited[] {
  const donors = family.members.filter((member): member is Article => !isBroken(member));
  return donors.map((article) => {
    const inherited: { -readonly [K in keyof Inherited]: Inherited[K] } = { article };
    const date = giveField(article, donors, "date");
    if (date !== undefined) inherited.date = date.value;
    const author = giveField(article, donors, "author");
    if (author !== undefined) inherited.author = author;
    const tags = giveField(article, donors, "tags");
    if (tags !== undefined) inherited.tags = tags;
    const section = giveField(article, donors, "section");
    if (section !== undefined) inherited.section = section;
    const issue = giveField(article, donors, "issue");
    if (issue !== undefined) inherited.issue = issue;
    const cover = giveField(article, donors, "cover");
    if (cover !== undefined) inherited.cover = { beside: cover.by.source, ...cover.value };
    return inherited;
  });
}

type Shared = "date" | "author" | "tags" | "section" | "issue" | "cover";

function giveField<K extends Shared>(
  own: Article,
  donors: readonly Article[],
  field: K,
): Given<NonNullable<Article["meta"][K]>> | undefined {
  const by = own.meta[field] === undefined ? donors.find((donor) => donor.meta[field] !== undefined) : own;
  const value = by?.meta[field];
  return by === undefined || value === undefined ? undefined : { value, by };
}

/** Internal articles are never public; the others by their state at `now` (milliseconds since the epoch). */
export function isPublic(inherited: Inherited, now: number, show: Visibility): boolean {
  const { meta } = inherited.article;
  if (meta.internal) return false;
  if (meta.draft && !show.drafts) return false;
  if (inherited.date !== undefined && inherited.date.instant > now && !show.future) return false;
  return show.expired || meta.expires === undefined || endOf(meta.expires) >= now;
}

/** What the articles of one story must agree on. `sectionId` folds the names of one section. */
export function checkFamily(
  family: Family,
  inherited: readonly Inherited[],
  sectionId: (name: string) => string,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const [first, ...others] = inherited;
  if (first === undefined) return diagnostics;
  const siblingBroken = family.members.some(isBroken);
  for (const { article, date } of inherited) {
    if (date === undefined && !siblingBroken && family.kind === "article")
      diagnostics.push(missingDate(article));
  }
  for (const other of others) {
    if (first.section && other.section) {
      const [a, b] = [sectionId(first.section.value), sectionId(other.section.value)];
      if (a !== b) diagnostics.push(disagreement("section", first.section, other.section, (name) => name));
    }
    if (first.issue && other.issue && first.issue.value.id !== other.issue.value.id) {
      diagnostics.push(disagreement("issue", first.issue, other.issue, (issue) => issue.label));
    }
  }
  const internal = inherited.find(({ article }) => article.meta.internal)?.article;
  for (const { article } of internal === undefined ? [] : inherited) {
    if (article.places.internal === undefined) diagnostics.push(internalUnsaid(internal as Article, article));
  }
  return diagnostics;
}

/** The place of a field's value, or the opening `---` where the field is not given. */
export function fieldPlace(article: Article, field: FieldName) {
  return article.places[field] ?? fileStart;
}

function sameLanguageTwice(first: ParsedArticle, other: ParsedArticle): Diagnostic {
  return {
    rule: "translation-twice",
    severity: "error",
    file: other.source,
    place: fileStart,
    message: {
      vi: `Bài này và ${first.source} là cùng một bài trong cùng một ngôn ngữ (${other.lang})`,
      en: `This article and ${first.source} are the same story in the same language (${other.lang})`,
    },
    hint: {
      vi: "Đổi tên một tệp, hoặc ghi đúng ngôn ngữ ở mục `language:`",
      en: "Rename one of the files, or give the right language in `language:`",
    },
  };
}

function missingDate(article: Article): Diagnostic {
  return {
    rule: "date-missing",
    severity: "error",
    file: article.source,
    place: fileStart,
    message: { vi: "Bài chưa có ngày đăng", en: "The article has no date" },
    hint: {
      vi: "Thêm vào phần đầu bài một dòng như: date: 20/01/2023 - 09:50",
      en: "Add a line like this at the top: date: 20/01/2023 - 09:50",
    },
  };
}

function disagreement<T>(
  field: "section" | "issue",
  first: Given<T>,
  other: Given<T>,
  show: (value: T) => string,
): Diagnostic {
  const word = field === "section" ? { vi: "chuyên mục", en: "section" } : { vi: "số bản tin", en: "issue" };
  return {
    rule: `${field}-differs`,
    severity: "error",
    file: other.by.source,
    place: fieldPlace(other.by, field),
    message: {
      vi: `Hai bản của một bài ghi ${word.vi} khác nhau: “${show(other.value)}” ở đây, “${show(first.value)}” ở ${first.by.source}`,
      en: `The two language versions differ in ${word.en}: “${show(other.value)}” here, “${show(first.value)}” in ${first.by.source}`,
    },
    hint: {
      vi: "Ghi giống nhau, hoặc chỉ ghi ở một bản: bản kia tự lấy theo",
      en: "Make them the same, or give it in one of them: the other takes it over",
    },
  };
}

function internalUnsaid(internal: Article, article: Article): Diagnostic {
  return {
    rule: "internal-differs",
    severity: "error",
    file: article.source,
    place: fileStart,
    message: {
      vi: `${internal.source} là bài lưu hành nội bộ, bản này thì không ghi`,
      en: `${internal.source} is internal, this version does not say whether it is`,
    },
    hint: {
      vi: "Thêm dòng `internal: true` để giữ lại, hoặc `internal: false` để đăng bản này",
      en: "Add `internal: true` to keep it back, or `internal: false` to publish this version",
    },
  };
}
