// The sharing row of an article and of its sharing page: the configured channels that work without a script.
import type { LinkedArticle } from "../model/site.js";
import { absoluteUrl } from "../site/urls.js";
import { type LinkChannel, shareLinks } from "./share-links.js";
import type { View } from "./view.js";

export interface SharingLink {
  readonly channel: string;
  readonly label: string;
  readonly href: string;
}

export interface SharingRow {
  /** The sharing page. */
  readonly href: string;
  readonly links: readonly SharingLink[];
  /** Where the address can be copied; absent where the configuration does not ask for it. */
  readonly copy?: { readonly href: string; readonly text: string };
}

export function sharingRow(view: View, linked: LinkedArticle): SharingRow {
  const href = view.url(linked.sharePath);
  const copies = view.plan.site.config.share.includes("copy");
  return {
    href,
    links: sharingLinks(view, linked),
    ...(copies ? { copy: { href, text: view.t("copyLink") } } : {}),
  };
}

/** Empty without a `url` in the configuration. */
export function sharingLinks({ plan, t }: View, linked: LinkedArticle): SharingLink[] {
  const { config } = plan.site;
  const url = absoluteUrl(config, linked.path);
  if (url === undefined) return [];
  return shareLinks(config.share, { title: linked.article.meta.title, url }).map(({ channel, href }) => ({
    channel,
    label: channel === "email" ? t("shareByEmail") : brands[channel],
    href,
  }));
}

const brands: Readonly<Record<Exclude<LinkChannel, "email">, string>> = {
  zalo: "Zalo",
  facebook: "Facebook",
  telegram: "Telegram",
  x: "X",
  linkedin: "LinkedIn",
  whatsapp: "WhatsApp",
  viber: "Viber",
};
