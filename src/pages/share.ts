// An article's sharing page: what a reader opens to pass it on. Search engines are sent to the article itself.
import type { QrFile } from "../model/image.js";
import type { Lang } from "../model/lang.js";
import type { LateHtml } from "../model/late-html.js";
import type { Page } from "../model/page.js";
import type { OutPath } from "../model/paths.js";
import type { LinkedArticle } from "../model/site.js";
import { articleCard, articleQr } from "./cards.js";
import { wholeOf } from "./fingerprints.js";
import { type PageSpec, planPage } from "./frame.js";
import type { Plan } from "./plan.js";
import { longMessage, shortMessage } from "./share-messages.js";
import { type SharingRow, sharingOf, sharingRow } from "./sharing.js";
import type { View } from "./view.js";

export interface ShareData {
  readonly title: string;
  /** Plain text; "" where there is none. */
  readonly lead: string;
  readonly article: string;
  /** Absolute; "" without a `url` in the configuration. */
  readonly address: string;
  readonly share: SharingRow;
  /** Ready to send: `long` with title, lead and address, `short` without marks for one SMS. */
  readonly messages: { readonly long: string; readonly short: string };
  /** "" without a `url` in the configuration or where it does not ask for the code. */
  readonly qrHtml: string | LateHtml;
  /** Address of that code as a PNG to keep; "" where there is none. */
  readonly qrImage: string;
}

export function planShare(plan: Plan, linked: LinkedArticle): Page {
  const qr = articleQr(plan, linked);
  return planPage(plan, () => shareSpec(plan, linked, qr));
}

function shareSpec(plan: Plan, linked: LinkedArticle, qr: QrFile | undefined): PageSpec {
  const { lang, path, sharePath, translations } = linked;
  const { languages, title } = plan.site.config;
  const nearest: Record<Lang, OutPath> = {};
  for (const own of languages) {
    const other = translations[own];
    if (other !== undefined) nearest[own] = other.sharePath;
  }
  return {
    path: sharePath,
    lang,
    template: "share.njk",
    title: ({ t }) => [linked.article.meta.title, t("share"), title[lang] ?? ""],
    insteadOf: path,
    article: linked,
    nearest,
    missing: "articleNotIn",
    card: articleCard(plan, linked),
    qr,
    main: (view) => shareData(view, linked, qr),
    shows: () => [wholeOf(plan, linked), qr?.path ?? ""],
  };
}

function shareData(view: View, linked: LinkedArticle, qr: QrFile | undefined): ShareData {
  const { lead, description, meta } = linked.article;
  const sharing = sharingOf(view, linked);
  const { address = "", qrHtml } = sharing;
  const parts = { title: meta.title, lead: description, address };
  return {
    title: meta.title,
    lead: lead?.text ?? description,
    article: view.url(linked.path),
    address,
    share: sharingRow(view, linked, sharing),
    messages: { long: longMessage(parts), short: shortMessage(parts) },
    qrHtml,
    qrImage: qr === undefined ? "" : view.url(qr.path),
  };
}
