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
  /** In the order of the configuration; the address itself is copied on the sharing page. */
  readonly links: readonly SharingLink[];
  /** True where the configuration asks for a way to print: a script does it. */
  readonly print: boolean;
}

export function sharingRow(view: View, linked: LinkedArticle): SharingRow {
  const href = view.url(linked.sharePath);
  const links = new Map(sharingLinks(view, linked).map((link) => [link.channel, link]));
  links.set("copy", { channel: "copy", label: view.t("copyLink"), href });
  const { share } = view.plan.site.config;
  return {
    href,
    links: share.flatMap((channel) => links.get(channel) ?? []),
    print: share.includes("print"),
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
