// The part of a page that does not depend on what it is about: names, sections, menu, imprint. Templates know it as
// `site`. It leads only to pages that exist in the language.
import type { Imprint } from "../model/config.js";
import { once } from "../model/once.js";
import type { OutPath } from "../model/paths.js";
import type { CollectionKind } from "../model/site.js";
import { ownLogo } from "../site/theme-settings.js";
import { feedPath, homePath, indexPath, listPath } from "../site/urls.js";
import type { WordName } from "../strings/shape.js";
import { articlesIn, editionOf, type MenuItem } from "./plan.js";
import { collectionLabel, collectionLink, type Label, type LabelLink, labelIn, type View } from "./view.js";

export interface Masthead {
  readonly title: string;
  readonly publisher?: Label;
  readonly description?: Label;
  readonly footer?: Label;
  readonly home: MastheadLink;
  readonly latest: MastheadLink;
  readonly sections: readonly MastheadLink[];
  /** The issue that is current in this language. */
  readonly issue?: LabelLink;
  /** The month of that issue's newest article; "" without an issue. */
  readonly issueMonth: string;
  /** Address of the committee's own mark; "" where the theme's drawn one stands. */
  readonly logo: string;
  readonly menu: readonly MastheadLink[];
  /** Index pages: all sections, issues, months, tags, authors. */
  readonly indexes: readonly MastheadLink[];
  /** Everything new in the language, as Atom. */
  readonly feed: LabelLink;
  readonly imprint?: ImprintData;
}

export interface MastheadLink extends LabelLink {
  /** For `aria-current`: "page" where the link is the page itself, "true" where the page belongs to it, else "". */
  readonly current: "page" | "true" | "";
  /** True where the link leads to another site. */
  readonly outside: boolean;
}

export interface ImprintData {
  /** The language of the texts where it is not the page's, else "". */
  readonly lang: string;
  readonly lines: readonly { readonly label: string; readonly text: string }[];
  /** "" where there is none. */
  readonly email: string;
  readonly reuse: string;
}

/** `section` is the list that the page belongs to. */
export function mastheadOf(view: View, section?: OutPath): Masthead {
  const { nearby, path } = view;
  if (nearby === undefined) return makeMasthead(view, section, new Set());
  const { linked, mastheads } = nearby;
  if (linked.size === 0) makeMasthead(view, section, linked);
  const marked = [path, section].map((one) => (one !== undefined && linked.has(one) ? one : "")).join(" ");
  return once(mastheads, marked, () => makeMasthead(view, section, linked));
}

/** Adds to `linked` what it leads to on the site and would mark. */
function makeMasthead(view: View, section: OutPath | undefined, linked: Set<OutPath>): Masthead {
  const { plan, lang, path, t, url } = view;
  const { config } = plan.site;
  const edition = editionOf(plan, lang);
  const publisher = labelIn(view, config.publisher);
  const description = labelIn(view, config.description);
  const footer = labelIn(view, config.footer);
  const imprint = imprintOf(view);
  const logo = plan.assets(ownLogo);
  const linkTo = (label: Label, to: OutPath): MastheadLink => {
    linked.add(to);
    const current = to === path ? "page" : to === section ? "true" : "";
    return { href: url(to), current, outside: false, ...label };
  };
  const linkToWord = (word: WordName, to: OutPath) => linkTo({ text: t(word), lang: "" }, to);
  return {
    title: config.title[lang] ?? "",
    ...(publisher === undefined ? {} : { publisher }),
    ...(description === undefined ? {} : { description }),
    ...(footer === undefined ? {} : { footer }),
    home: linkToWord("home", homePath(lang)),
    latest: linkToWord("latest", listPath("latest", lang, "", 1)),
    sections: edition.sections.map((one) =>
      linkTo(collectionLabel(view, one), listPath("section", lang, one.id, 1)),
    ),
    ...(edition.currentIssue === undefined ? {} : { issue: collectionLink(view, edition.currentIssue) }),
    issueMonth: issueMonth(view),
    logo: logo === undefined ? "" : url(logo),
    menu: edition.menu.flatMap((item) => menuLink(view, item, linkTo) ?? []),
    indexes: indexWords
      .filter(([kind]) => edition.kinds.has(kind))
      .map(([kind, word]) => linkToWord(word, indexPath(kind, lang))),
    feed: { text: t("feed"), lang: "", href: url(feedPath(lang, "xml")) },
    ...(imprint === undefined ? {} : { imprint }),
  };
}

function issueMonth(view: View): string {
  const { currentIssue } = editionOf(view.plan, view.lang);
  const newest = currentIssue && articlesIn(currentIssue, view.lang)[0];
  return newest === undefined ? "" : collectionLabel(view, newest.month).text;
}

const indexWords: readonly (readonly [CollectionKind, WordName])[] = [
  ["section", "sections"],
  ["issue", "issues"],
  ["month", "archive"],
  ["tag", "tags"],
  ["author", "authors"],
];

function menuLink(
  view: View,
  item: MenuItem,
  linkTo: (label: Label, to: OutPath) => MastheadLink,
): MastheadLink | undefined {
  if ("article" in item) return linkTo({ text: item.article.meta.title, lang: "" }, item.path);
  // Anything else (`javascript:`, a path that no page of ours has) would be a trap or a dead link.
  if (!/^(?:https?|mailto|tel):/i.test(item.url)) return undefined;
  const label = labelIn(view, item.title) ?? { text: item.url, lang: "" };
  return { href: item.url, current: "", outside: true, ...label };
}

const imprintFields = [
  "governingBody",
  "responsible",
  "editorialBoard",
  "licence",
  "address",
  "telephone",
] as const satisfies readonly (keyof Imprint & WordName)[];

function imprintOf({ plan, lang, t }: View): ImprintData | undefined {
  const { imprint, languages } = plan.site.config;
  const own = [lang, ...languages].find((one) =>
    Object.values(imprint[one] ?? {}).some((text) => text !== ""),
  );
  const fields = own === undefined ? undefined : imprint[own];
  if (fields === undefined) return undefined;
  return {
    lang: own === undefined || own === lang ? "" : own,
    lines: imprintFields.flatMap((name) => {
      const text = fields[name];
      return text === undefined || text === "" ? [] : [{ label: t(name), text }];
    }),
    email: fields.email ?? "",
    reuse: fields.reuse ?? "",
  };
}
