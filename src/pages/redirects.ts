// Old addresses of articles and standing pages: at each a small page that leads on to the new one, with and without a
// script. An address that is taken by another page gets none; the checks report it.
import type { Page } from "../model/page.js";
import { outPath } from "../model/paths.js";
import type { AbsentArticle, LinkedArticle } from "../model/site.js";
import type { Linked } from "../site/local-links.js";
import { planPage } from "./frame.js";
import type { Plan } from "./plan.js";

export interface RedirectData {
  readonly title: string;
  readonly href: string;
}

/** `pages` are all the others. */
export function planRedirects(plan: Plan, pages: readonly Page[]): Page[] {
  const moved = [...plan.site.bySource.values()].filter(isMoved);
  if (moved.length === 0) return [];
  const taken = new Set(pages.map(({ path }) => path.toLowerCase()));
  return moved.flatMap((linked) =>
    linked.article.meta.aliases.flatMap((alias) => {
      const key = alias.toLowerCase();
      if (taken.has(key)) return [];
      taken.add(key);
      return planRedirect(plan, linked, alias);
    }),
  );
}

function isMoved(linked: Linked | AbsentArticle): linked is Linked {
  return !("absent" in linked) && linked.article.meta.aliases.length > 0;
}

function planRedirect(plan: Plan, linked: Linked, alias: string): Page {
  const { article, lang, path } = linked;
  return planPage(plan, () => ({
    path: outPath(alias),
    lang,
    template: "redirect.njk",
    title: () => [article.meta.title, plan.site.config.title[lang] ?? ""],
    insteadOf: path,
    movedTo: path,
    ...(isNews(linked) ? { article: linked } : {}),
    main: (view): RedirectData => ({ title: article.meta.title, href: view.url(path) }),
  }));
}

function isNews(linked: Linked): linked is LinkedArticle {
  return "date" in linked;
}
