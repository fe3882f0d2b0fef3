// The sharing row of an article and of its sharing page: the configured channels in their order, each a plain link
// that does its work without a script. Channels that carry the address are there only where it is known.
import type { ShareChannel } from "../model/config.js";
import type { LinkedArticle } from "../model/site.js";
import { absoluteUrl } from "../site/urls.js";
import { qrHtml } from "./qr.js";
import { type LinkChannel, shareLinks } from "./share-links.js";
import type { View } from "./view.js";

export interface SharingLink {
  readonly channel: ShareChannel;
  readonly label: string;
  readonly href: string;
  /** For `copy`: the article's address, absolute where it is known, and what to say when it is copied; else "". */
  readonly address: string;
  readonly done: string;
}

export interface SharingRow {
  /** The sharing page. */
  readonly href: string;
  /** In the order of the configuration. */
  readonly links: readonly SharingLink[];
  /** For paper; "" without a `url` in the configuration or where it does not ask for the code. */
  readonly qrHtml: string;
}

export function sharingRow(view: View, linked: LinkedArticle): SharingRow {
  return {
    href: view.url(linked.sharePath),
    links: sharingLinks(view, linked),
    qrHtml: qrOf(view, linked),
  };
}

export function sharingLinks(view: View, linked: LinkedArticle): SharingLink[] {
  const { t, url, plan } = view;
  const { config } = plan.site;
  const { path, sharePath } = linked;
  const address = absoluteUrl(config, path);
  const links = new Map<ShareChannel, SharingLink>();
  const add = (link: Omit<SharingLink, "address" | "done"> & Partial<SharingLink>) =>
    links.set(link.channel, { address: "", done: "", ...link });
  add({
    channel: "copy",
    label: t("copyLink"),
    href: url(sharePath, "address"),
    address: address ?? url(path),
    done: t("copied"),
  });
  add({ channel: "print", label: t("printArticle"), href: `${url(path)}?print` });
  if (address !== undefined) {
    add({ channel: "qr", label: t("qrCode"), href: url(sharePath, "qr") });
    for (const { channel, href } of shareLinks(config.share, {
      title: linked.article.meta.title,
      url: address,
    }))
      add({ channel, label: channel === "email" ? t("shareByEmail") : brands[channel], href });
  }
  return config.share.flatMap((channel) => links.get(channel) ?? []);
}

export function qrOf({ plan, t }: View, linked: LinkedArticle): string {
  const { config } = plan.site;
  const address = absoluteUrl(config, linked.path);
  const path = address !== undefined && config.share.includes("qr") ? plan.qrPath(address) : undefined;
  return path === undefined ? "" : qrHtml(path, t("qrOf", { title: linked.article.meta.title }));
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
