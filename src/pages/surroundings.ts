// What a page's head names beside the page itself: style sheets, icons, script, feeds, manifest.
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
  const { nearby } = view;
  if (nearby === undefined) return makeSurroundings(view);
  nearby.surroundings ??= makeSurroundings(view);
  return nearby.surroundings;
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
