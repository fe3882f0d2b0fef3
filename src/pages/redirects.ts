// Old addresses of articles and standing pages: at each a small page that leads on to the new one, with and without a
// script. An address that is taken by another page gets none; the checks report it.
import type { Page } from "../model/page.js";
import { outPath } from "../model/paths.js";
import type { LinkedArticle } from "../model/site.js";
import type { Linked } from "../site/local-links.js";
import { planPage } from "./frame.js";
import type { Plan } from "./plan.js";

export interface RedirectData {
  readonly title: string;
  readonly href: string;
}

/** `pages` are all the others. */
export function planRedirects(plan: Plan, pages: readonly Page[]): Page[] {
  const taken = new Set(pages.map(({ path }) => path.toLowerCase()));
  return [...plan.site.bySource.values()].flatMap((linked) => {
    if ("absent" in linked) return [];
    return linked.article.meta.aliases.flatMap((alias) => {
      const key = alias.toLowerCase();
      if (taken.has(key)) return [];
      taken.add(key);
      return planRedirect(plan, linked, alias);
    });
  });
}

function planRedirect(plan: Plan, linked: Linked, alias: string): Page {
  const { article, lang, path } = linked;
  return planPage(plan, {
    path: outPath(alias),
    lang,
    template: "redirect.njk",
    title: () => [article.meta.title, plan.site.config.title[lang] ?? ""],
    insteadOf: path,
    movedTo: path,
    ...(isNews(linked) ? { article: linked } : {}),
    main: (view): RedirectData => ({ title: article.meta.title, href: view.url(path) }),
  });
}

function isNews(linked: Linked): linked is LinkedArticle {
  return "date" in linked;
}
