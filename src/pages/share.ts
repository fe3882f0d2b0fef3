// An article's sharing page: what a reader opens to pass it on. Search engines are sent to the article itself.
import type { Page } from "../model/page.js";
import type { LinkedArticle } from "../model/site.js";
import { absoluteUrl } from "../site/urls.js";
import { articleCard, articleQr } from "./cards.js";
import { planPage } from "./frame.js";
import { latestIn, type PageKind, type Plan } from "./plan.js";
import { qrOf } from "./qr.js";
import { type SharingLink, sharingLinks } from "./sharing.js";
import type { View } from "./view.js";

export interface ShareData {
  readonly title: string;
  /** Plain text; "" where there is none. */
  readonly lead: string;
  readonly article: string;
  /** Absolute; "" without a `url` in the configuration. */
  readonly address: string;
  readonly links: readonly SharingLink[];
  /** The address as a QR code; "" without a `url`. */
  readonly qrHtml: string;
  /** Address of that code as a PNG to keep; "" where there is none. */
  readonly qrImage: string;
}

export const share: PageKind = {
  name: "share",
  pages: (plan) =>
    plan.site.config.languages.flatMap((lang) =>
      latestIn(plan.site, lang).map((linked) => planShare(plan, linked)),
    ),
};

function planShare(plan: Plan, linked: LinkedArticle): Page {
  const { lang, path, sharePath, translations } = linked;
  const { languages, title } = plan.site.config;
  const qr = articleQr(plan, linked);
  const nearest = languages.flatMap((own) => {
    const other = translations[own];
    return other === undefined ? [] : [[own, other.sharePath] as const];
  });
  return planPage(plan, {
    path: sharePath,
    lang,
    template: "share.njk",
    title: ({ t }) => [linked.article.meta.title, t("share"), title[lang] ?? ""],
    insteadOf: path,
    nearest: Object.fromEntries(nearest),
    missing: "articleNotIn",
    card: articleCard(plan, linked),
    qr,
    main: (view) => ({ ...shareData(view, linked), qrImage: qr === undefined ? "" : view.url(qr.path) }),
  });
}

function shareData(view: View, linked: LinkedArticle): Omit<ShareData, "qrImage"> {
  return {
    title: linked.article.meta.title,
    lead: linked.article.lead?.text ?? linked.article.description,
    article: view.url(linked.path),
    address: absoluteUrl(view.plan.site.config, linked.path) ?? "",
    links: sharingLinks(view, linked),
    qrHtml: qrOf(view, linked.path),
  };
}
