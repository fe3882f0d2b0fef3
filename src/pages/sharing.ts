// The sharing row of an article and of its sharing page: the configured channels in their order, each a plain link
// that does its work without a script. Channels that carry the address are there only where it is known.

import type { Article } from "../model/article.js";
import type { ShareChannel } from "../model/config.js";
import { keepSome } from "../model/keep-some.js";
import { LateHtml } from "../model/late-html.js";
import type { OutPath } from "../model/paths.js";
import { fitsQr, isAscii, qrHtml } from "../model/qr.js";
import type { LinkedArticle } from "../model/site.js";
import { absoluteUrl } from "../site/urls.js";
import { qrPathOf } from "./qr.js";
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

/** What an article's page and its sharing page show alike. */
export interface Sharing {
  /** Absolute; undefined without a `url` in the configuration. */
  readonly address: string | undefined;
  /** Channels that are the same link on every page. */
  readonly links: ReadonlyMap<ShareChannel, SharingLink>;
  /** The address as a code; "" without a `url` in the configuration or where it does not ask for one. */
  readonly qrHtml: string | LateHtml;
}

/** By the path of the article. */
export type KeptSharings = Map<OutPath, { readonly article: Article; readonly sharing: Sharing }>;

/** Articles: the two pages of one are drawn soon after one another. */
const mostKept = 32;

/** Made once for the two pages of an article. */
export function sharingOf(view: View, { article, path }: LinkedArticle): Sharing {
  const { sharings, site } = view.plan;
  const known = sharings.get(path);
  if (known?.article === article) return known.sharing;
  const sharing = makeSharing(view, article, absoluteUrl(site.config, path));
  keepSome(sharings, path, { article, sharing }, mostKept);
  return sharing;
}

function makeSharing({ plan, t }: View, { meta, late }: Article, address: string | undefined): Sharing {
  const { share } = plan.site.config;
  const { title } = meta;
  const links = new Map<ShareChannel, SharingLink>();
  if (address === undefined) return { address, links, qrHtml: "" };
  for (const { channel, href } of shareLinks(share, { title, url: address })) {
    links.set(channel, plainLink(channel, channel === "email" ? t("shareByEmail") : brands[channel], href));
  }
  return { address, links, qrHtml: share.includes("qr") ? codeOf(address, t("qrOf", { title }), late) : "" };
}

/** It is drawn by whoever writes the page where that knows how. */
function codeOf(address: string, label: string, late: Article["late"]): string | LateHtml {
  const draw = () => {
    const path = qrPathOf(address);
    return path === undefined ? "" : qrHtml(path, label);
  };
  if (late === undefined || !isAscii(address) || !fitsQr(address)) return draw();
  return new LateHtml({ code: address, label, text: late }, draw);
}

export function sharingRow(view: View, linked: LinkedArticle, sharing: Sharing): SharingRow {
  const { plan, t, url } = view;
  const { article, path, sharePath } = linked;
  // Relative to the page where the whole is not known.
  const address = sharing.address ?? url(path);
  const linkOf = (channel: ShareChannel): SharingLink | undefined => {
    switch (channel) {
      case "copy": {
        const link = plainLink(channel, t("copyLink"), url(sharePath, "address"));
        return { ...link, address, done: t("linkCopied") };
      }
      case "print":
        return plainLink(channel, t("printArticle"), `${url(path)}?print`);
      case "qr":
        if (sharing.address === undefined) return undefined;
        return plainLink(channel, t("qrCode"), url(sharePath, "qr"));
      default:
        return sharing.links.get(channel);
    }
  };
  return {
    href: url(sharePath),
    links: plan.site.config.share.map(linkOf).filter((link) => link !== undefined),
    app: { title: article.meta.title, text: article.description, url: address },
  };
}

function plainLink(channel: ShareChannel, label: string, href: string): SharingLink {
  return { channel, label, href, address: "", done: "" };
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
