// 404.html, in every language. A server shows it at any depth, so its addresses alone begin at the root of the host.
import type { Lang } from "../model/lang.js";
import { homePath, listPath, notFoundPath, rootUrl } from "../site/urls.js";
import { planPage } from "./frame.js";
import { editionOf, type PageKind, type Plan } from "./plan.js";
import type { View } from "./view.js";

export interface NotFoundData {
  readonly editions: readonly NotFoundEdition[];
}

/** All texts in the edition's language. */
export interface NotFoundEdition {
  readonly lang: Lang;
  readonly heading: string;
  readonly text: string;
  readonly bulletin: string;
  readonly home: { readonly text: string; readonly href: string };
  readonly latest: { readonly text: string; readonly href: string };
}

export const notFound: PageKind = {
  name: "not-found",
  pages: (plan) => {
    const { config } = plan.site;
    const [lang = "vi"] = config.languages;
    const url: View["url"] = (to, anchor) =>
      `${rootUrl(config, to)}${anchor === undefined ? "" : `#${anchor}`}`;
    return [
      planPage(plan, () => ({
        path: notFoundPath,
        lang,
        template: "not-found.njk",
        title: ({ t }) => [t("notFound"), config.title[lang] ?? ""],
        url,
        main: () => ({ editions: config.languages.map((own) => notFoundEdition(plan, own, url)) }),
      })),
    ];
  },
};

function notFoundEdition(plan: Plan, lang: Lang, url: View["url"]): NotFoundEdition {
  const { t } = editionOf(plan, lang);
  return {
    lang,
    heading: t("notFound"),
    text: t("notFoundWhy"),
    bulletin: plan.site.config.title[lang] ?? "",
    home: { text: t("backHome"), href: url(homePath(lang)) },
    latest: { text: t("latest"), href: url(listPath("latest", lang, "", 1)) },
  };
}
