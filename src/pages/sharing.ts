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
  /** For the device's own list of apps. `url` is absolute where it is known. */
  readonly app: { readonly title: string; readonly text: string; readonly url: string };
}

export function sharingRow(view: View, linked: LinkedArticle): SharingRow {
  const { title } = linked.article.meta;
  return {
    href: view.url(linked.sharePath),
    links: sharingLinks(view, linked),
    app: { title, text: linked.article.description, url: addressOf(view, linked) },
  };
}

/** Absolute where it is known, else relative to the page. */
function addressOf({ plan, url }: View, { path }: LinkedArticle): string {
  return absoluteUrl(plan.site.config, path) ?? url(path);
}

function sharingLinks(view: View, linked: LinkedArticle): SharingLink[] {
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
    address: addressOf(view, linked),
    done: t("linkCopied"),
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

/** The article's address as a code; "" without a `url` in the configuration or where it does not ask for one. */
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
