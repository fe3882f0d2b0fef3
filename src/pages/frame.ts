// Every page's frame: its head, its language switch and its masthead around what it is about. Only addresses of pages
// that exist come in here; absolute ones go out only where the configuration has a `url`.
import type { PageCard, QrFile } from "../model/image.js";
import type { ByLang, Lang } from "../model/lang.js";
import type { Alternate, Indexed, Page } from "../model/page.js";
import type { OutPath, SourcePath } from "../model/paths.js";
import { absoluteUrl, homePath, notFoundPath } from "../site/urls.js";
import type { WordName } from "../strings/shape.js";
import { type CardData, cardData, homeCard } from "./cards.js";
import { type Discovery, discoveryOf, type Subject } from "./discovery.js";
import { pageFingerprint } from "./fingerprints.js";
import { type Masthead, mastheadOf } from "./masthead.js";
import { editionOf, type Plan } from "./plan.js";
import { type Surroundings, surroundingsOf } from "./surroundings.js";
import { openView, type View } from "./view.js";

export interface PageSpec extends Subject {
  readonly path: OutPath;
  readonly lang: Lang;
  readonly template: string;
  /** What the browser's tab shows, the most telling part first; the last parts go where all are too long. */
  readonly title: (view: View) => readonly string[];
  readonly description?: string;
  /** The same page in other languages; absent for pages that search engines are not to pair. */
  readonly alternates?: ByLang<OutPath>;
  /** The page for readers of no language of the bulletin; else the first language that has the page. */
  readonly neutral?: OutPath;
  /** The page that search engines are to show instead of this one. */
  readonly insteadOf?: OutPath;
  /** Where the language switch leads where there is no alternate. */
  readonly nearest?: ByLang<OutPath>;
  /** What the switch says where there is neither, so that it leads to that language's home. */
  readonly missing?: Extract<WordName, "articleNotIn" | "pageNotIn">;
  /** The list that the page belongs to, marked in the section bar. */
  readonly section?: OutPath | undefined;
  readonly url?: View["url"];
  readonly source?: SourcePath;
  readonly identity?: string;
  readonly movedTo?: OutPath;
  /** Absent: the card of the language's home. */
  readonly card?: PageCard | undefined;
  readonly qr?: QrFile | undefined;
  readonly main: (view: View) => object;
  /** All that the page shows of articles and collections; absent where the page is drawn each time. */
  readonly shows?: () => readonly string[];
}

export interface PageData {
  readonly page: Frame & object;
  readonly site: Masthead;
}

export interface Frame {
  /** The name of the template without its ending: `article`. */
  readonly kind: string;
  readonly lang: Lang;
  readonly head: Head;
  readonly switcher: readonly SwitcherEntry[];
  /** The pictures under which the page is shared; absent where the configuration wants none, and on 404.html. */
  readonly card: CardData | undefined;
}

export interface Head extends Surroundings, Discovery {
  readonly title: string;
  /** "" where there is none. */
  readonly description: string;
  /** Absolute; "" without a `url` in the configuration. */
  readonly canonical: string;
  /** Absolute; empty without a `url`, and on pages that are not paired. */
  readonly alternates: readonly { readonly hreflang: string; readonly href: string }[];
  readonly noindex: boolean;
  /** The language that the browser is to remember; "" on pages of no one language. */
  readonly remember: string;
}

export interface SwitcherEntry {
  readonly lang: Lang;
  /** The language's own name. */
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
  /** Why the link does not lead to this page in that language; "" where it does. */
  readonly note: string;
}

/**
 * `specOf` is pure. It is asked again where the page is drawn: to hold all that is known of thousands of pages until then
 * would take longer.
 */
export function planPage(plan: Plan, specOf: () => PageSpec): Page {
  const spec = specOf();
  const { path, lang, template, source, identity, movedTo } = spec;
  const indexed = indexedOf(plan, spec);
  const isError = path === notFoundPath || movedTo !== undefined;
  const card = isError ? undefined : (spec.card ?? homeCard(plan, lang));
  return {
    path,
    lang,
    template,
    alternates: withOwn(spec),
    source,
    identity,
    indexed,
    movedTo,
    card,
    qr: spec.qr,
    fingerprint: spec.shows && (() => pageFingerprint(plan, { path, lang, card }, specOf().shows?.() ?? [])),
    data: () => dataOf(plan, specOf(), { card, indexed }),
  };
}

function withOwn({ alternates, lang, neutral, path }: PageSpec): ByLang<OutPath> {
  if (neutral === path) return { [lang]: path };
  return alternates?.[lang] === path ? alternates : { ...alternates, [lang]: path };
}

/** What was found when the page was planned. */
interface Found {
  readonly card: PageCard | undefined;
  readonly indexed: Indexed | undefined;
}

function dataOf(plan: Plan, spec: PageSpec, { card, indexed }: Found): PageData {
  const view = openView(plan, spec.lang, spec.path, spec.url);
  const shown = card && cardData(view, card);
  return {
    page: {
      kind: spec.template.replace(/\.njk$/, ""),
      lang: spec.lang,
      head: headOf(view, spec, { card: shown, indexed }),
      switcher: isNeutral(spec) ? [] : switcherOf(view, spec),
      card: shown,
      ...spec.main(view),
    },
    site: mastheadOf(view, spec.section),
  };
}

/** The gateway and 404.html lie above the languages and speak all of them. */
function isNeutral({ path }: PageSpec): boolean {
  return !path.includes("/");
}

function headOf(view: View, spec: PageSpec, { card, indexed }: HeadParts): Head {
  const { config } = view.plan.site;
  const surroundings = surroundingsOf(view);
  const canonical = spec.path === notFoundPath ? undefined : (spec.insteadOf ?? spec.path);
  const alternates = config.url === undefined ? [] : (indexed?.alternates ?? []);
  const title = spec.title(view);
  return {
    title: fitTitle(title),
    description: spec.description ?? "",
    canonical: canonical === undefined ? "" : (absoluteUrl(config, canonical) ?? ""),
    alternates: alternates.map(({ hreflang, path }) => ({
      hreflang,
      href: absoluteUrl(config, path) ?? "",
    })),
    noindex: indexed === undefined,
    remember: isNeutral(spec) ? "" : spec.lang,
    ...surroundings,
    ...discoveryOf(view, spec, { canonical, title: title[0] ?? "", card, feeds: surroundings.feeds }),
  };
}

interface HeadParts {
  readonly card: CardData | undefined;
  readonly indexed: Indexed | undefined;
}

/** Characters that search engines show of a title. */
const longestTitle = 70;

function fitTitle(parts: readonly string[]): string {
  const shown = parts.filter((part) => part !== "");
  while (shown.length > 1 && shown.join(" | ").length > longestTitle) shown.pop();
  return shown.join(" | ");
}

/** Undefined for pages that stand in for another one, and for the page that is not there. */
function indexedOf({ site }: Plan, spec: PageSpec): Indexed | undefined {
  const { path, alternates, neutral, insteadOf, modified } = spec;
  if (path === notFoundPath || insteadOf !== undefined) return undefined;
  const paired: Alternate[] = [];
  for (const hreflang of site.config.languages) {
    const translation = alternates?.[hreflang];
    if (translation !== undefined) paired.push({ hreflang, path: translation });
  }
  const first = neutral ?? paired[0]?.path;
  if (paired.length > 0 && first !== undefined) paired.push({ hreflang: "x-default", path: first });
  return { alternates: paired, modified };
}

function switcherOf({ plan, url, t }: View, spec: PageSpec): SwitcherEntry[] {
  return plan.site.config.languages.map((lang) => {
    const { own, within } = editionOf(plan, lang).names;
    const current = lang === spec.lang;
    const path = current ? spec.path : (spec.alternates?.[lang] ?? spec.nearest?.[lang]);
    const needsNote = path === undefined && spec.missing !== undefined;
    return {
      lang,
      label: own,
      href: url(path ?? homePath(lang)),
      current,
      note: needsNote ? t(spec.missing, { language: within[spec.lang] ?? own }) : "",
    };
  });
}
