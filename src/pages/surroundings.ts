// What a page's head names beside the page itself: style sheets, icons, script, feeds, manifest. It depends on the
// page's folder alone, so for the folders of the years, where nearly all pages lie, it is made once for each depth.
import { themeSheet } from "../site/theme-settings.js";
import { feedPath, gatewayPath, manifestPath } from "../site/urls.js";
import { papersOf } from "./manifest.js";
import type { View } from "./view.js";

export interface Surroundings {
  readonly stylesheet: string;
  /** What `theme:` in the configuration changes, after the style sheet; "" where it changes nothing. */
  readonly themeSheet: string;
  readonly icon: string;
  /** A PNG of 180 px for the home screens of telephones. */
  readonly touchIcon: string;
  readonly script: string;
  readonly manifest: string;
  readonly themeColours: { readonly light: string; readonly dark: string };
  /** Of everything new. */
  readonly feeds: readonly FeedLink[];
}

export interface FeedLink {
  readonly type: string;
  readonly title: string;
  readonly href: string;
}

export function surroundingsOf(view: View): Surroundings {
  const { surroundings } = view.plan;
  const depth = depthInYears(view);
  if (depth === undefined) return makeSurroundings(view);
  const key = `${view.lang} ${depth}`;
  const known = surroundings.get(key) ?? makeSurroundings(view);
  surroundings.set(key, known);
  return known;
}

/**
 * How deep the page lies in the folder of a year of its language, undefined for pages elsewhere. From pages there that
 * are equally deep all that lies outside of those folders has the same addresses.
 */
export function depthInYears({ lang, path }: View): number | undefined {
  const start = lang.length + 1;
  if (!path.startsWith(lang) || !/^\/\d{4}\//.test(path.slice(lang.length, start + 5))) return undefined;
  let depth = 0;
  for (let i = path.indexOf("/", start); i !== -1; i = path.indexOf("/", i + 1)) depth++;
  return depth;
}

function makeSurroundings(view: View): Surroundings {
  const { plan, url } = view;
  const asset = (name: string) => {
    const path = plan.assets(name);
    return path === undefined ? "" : url(path);
  };
  return {
    stylesheet: asset("style.css"),
    themeSheet: asset(themeSheet),
    icon: asset("favicon.svg"),
    touchIcon: asset("icons/icon-180.png"),
    script: asset("site.js"),
    manifest: url(manifestPath),
    themeColours: papersOf(plan.site.config),
    feeds: feedsOf(view),
  };
}

function feedsOf({ lang, path, plan, t, url }: View): FeedLink[] {
  const { config } = plan.site;
  const langs = path === gatewayPath ? config.languages : path.startsWith(`${lang}/`) ? [lang] : [];
  return langs.flatMap((one) => {
    const title = t("feedOf", { name: config.title[one] ?? one });
    return [
      { type: atom, title, href: url(feedPath(one, "xml")) },
      { type: "application/feed+json", title, href: url(feedPath(one, "json")) },
    ];
  });
}

export const atom = "application/atom+xml";
