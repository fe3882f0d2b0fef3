// The plain links by which a reader passes an article on: no script, nothing loaded from another host. All of them
// carry the article's absolute address, so without a `url` in the configuration there are none.
import type { ShareChannel } from "../model/config.js";

export interface ShareLink {
  readonly channel: LinkChannel;
  readonly href: string;
}

/** Channels that are a link; the others (copy, qr, print) are things that a page does. */
export type LinkChannel = Exclude<ShareChannel, "copy" | "qr" | "print">;

export interface Shared {
  readonly title: string;
  /** Absolute. */
  readonly url: string;
}

/** In the order of the configuration. */
export function shareLinks(channels: readonly ShareChannel[], shared: Shared): ShareLink[] {
  const isLink = (channel: ShareChannel): channel is LinkChannel => channel in makers;
  return channels.filter(isLink).map((channel) => ({ channel, href: makers[channel](shared) }));
}

const makers: Readonly<Record<LinkChannel, (shared: Shared) => string>> = {
  // Undocumented, but what Zalo's own share button leads to: base64 of a small JSON object.
  zalo: ({ url }) =>
    `https://button-share.zalo.me/share_external?d=${encode(base64(JSON.stringify({ url })))}`,
  facebook: ({ url }) => `https://www.facebook.com/sharer/sharer.php?u=${encode(url)}`,
  email: ({ title, url }) => `mailto:?subject=${encode(title)}&body=${encode(`${title}\r\n\r\n${url}`)}`,
  telegram: ({ title, url }) => `https://t.me/share/url?url=${encode(url)}&text=${encode(title)}`,
  x: ({ title, url }) => `https://x.com/intent/tweet?text=${encode(title)}&url=${encode(url)}`,
  linkedin: ({ url }) => `https://www.linkedin.com/sharing/share-offsite/?url=${encode(url)}`,
  whatsapp: ({ title, url }) => `https://wa.me/?text=${encode(`${title} ${url}`)}`,
  viber: ({ title, url }) => `viber://forward?text=${encode(`${title} ${url}`)}`,
};

/** UTF-8; half a character, which no URL can hold, becomes U+FFFD. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
