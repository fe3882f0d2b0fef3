// Standing pages: about, contact, editorial board. They have no date and are in no list.
import type { LateHtml } from "../model/late-html.js";
import type { Page } from "../model/page.js";
import type { StandingPage } from "../model/site.js";
import { fillBody, hasPhotos } from "../site/body.js";
import { absoluteUrl } from "../site/urls.js";
import { planPage } from "./frame.js";
import type { PageKind, Plan } from "./plan.js";
import { fileFacts, type View } from "./view.js";

export interface StandingData {
  readonly title: string;
  readonly leadHtml: string;
  readonly bodyHtml: string | LateHtml;
  /** True where a click makes a photo large. */
  readonly enlarges: boolean;
  /** Absolute, for paper; "" without a `url` in the configuration. */
  readonly address: string;
}

export const standing: PageKind = {
  name: "standing",
  pages: (plan) =>
    plan.site.standing.flatMap((story) =>
      plan.site.config.languages.flatMap((lang) => {
        const page = story.in[lang];
        return page === undefined ? [] : [planStanding(plan, page)];
      }),
    ),
};

function planStanding(plan: Plan, standingPage: StandingPage): Page {
  const { article, lang, path, story, translations } = standingPage;
  const { languages, title } = plan.site.config;
  const alternates = languages.flatMap((own) => {
    const other = translations[own];
    return other === undefined ? [] : [[own, other.path] as const];
  });
  return planPage(plan, () => ({
    path,
    lang,
    template: "standing.njk",
    title: () => [article.meta.title, title[lang] ?? ""],
    description: article.description,
    alternates: Object.fromEntries(alternates),
    missing: "pageNotIn",
    trail: () => [{ text: article.meta.title, path }],
    source: article.source,
    identity: `${story} ${lang}`,
    main: (view) => standingData(view, standingPage),
  }));
}

function standingData(view: View, standingPage: StandingPage): StandingData {
  const { article, path } = standingPage;
  return {
    title: article.meta.title,
    leadHtml: article.lead?.html ?? "",
    enlarges: hasPhotos(article),
    bodyHtml: fillBody(view.plan.site, standingPage, {
      url: view.url,
      fileFacts: (facts) => fileFacts(view, facts),
      firstPhotoEager: true,
      enlarge: view.t("enlargePhoto"),
    }),
    address: absoluteUrl(view.plan.site.config, path) ?? "",
  };
}
