// The front door, above the languages: each language's masthead and newest stories, and the way in. A small script
// may offer the language that the reader chose before; without it the page is complete.
import type { Lang } from "../model/lang.js";
import { gatewayPath, homePath } from "../site/urls.js";
import { planPage } from "./frame.js";
import { editionOf, latestIn, type PageKind } from "./plan.js";
import { type Teaser, teaserOf } from "./teasers.js";
import { type Label, labelIn, openView, type View } from "./view.js";

export interface GatewayData {
  /** The names of the bulletin in all languages. */
  readonly heading: string;
  readonly editions: readonly GatewayEdition[];
}

/** All texts in the edition's language. */
export interface GatewayEdition {
  readonly lang: Lang;
  readonly title: string;
  readonly publisher?: Label;
  readonly description: string;
  readonly home: string;
  readonly readIn: string;
  /** What the script shows to a reader who was there before. */
  readonly continueIn: string;
  readonly latestHeading: string;
  readonly latest: readonly Teaser[];
  readonly nothingPublished: string;
}

export const gateway: PageKind = {
  name: "gateway",
  pages: (plan) => {
    const { languages, title, description } = plan.site.config;
    const [lang = "vi"] = languages;
    const names = [...new Set(languages.map((own) => title[own] ?? ""))];
    const spec = {
      path: gatewayPath,
      lang,
      template: "gateway.njk",
      title: () => names,
      description: description[lang] ?? "",
      alternates: Object.fromEntries(languages.map((own) => [own, homePath(own)])),
      neutral: gatewayPath,
      main: (view: View): GatewayData => ({
        heading: names.join(" | "),
        editions: languages.map((own) => gatewayEdition(view, own)),
      }),
    };
    return [planPage(plan, () => spec)];
  },
};

const storiesShown = 5;

function gatewayEdition({ plan, path }: View, lang: Lang): GatewayEdition {
  const view = openView(plan, lang, path);
  const { config } = plan.site;
  const publisher = labelIn(view, config.publisher);
  const language = editionOf(plan, lang).names.within[lang] ?? lang;
  return {
    lang,
    title: config.title[lang] ?? "",
    ...(publisher === undefined ? {} : { publisher }),
    description: config.description[lang] ?? "",
    home: view.url(homePath(lang)),
    readIn: view.t("readIn", { language }),
    continueIn: view.t("continueIn", { language }),
    latestHeading: view.t("latest"),
    latest: latestIn(plan.site, lang)
      .slice(0, storiesShown)
      .map((linked) => teaserOf(view, linked)),
    nothingPublished: view.t("nothingPublished"),
  };
}
