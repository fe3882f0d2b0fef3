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
export function shareLinks(channels: readonly ShareChannel[], { title, url }: Shared): ShareLink[] {
  const isLink = (channel: ShareChannel): channel is LinkChannel => channel in makers;
  const encoded: Encoded = { title: encode(title), address: encode(url), url };
  return channels.filter(isLink).map((channel) => ({ channel, href: makers[channel](encoded) }));
}

interface Encoded {
  /** As they stand in the query of a URL. */
  readonly title: string;
  readonly address: string;
  /** As it is. */
  readonly url: string;
}

const makers: Readonly<Record<LinkChannel, (shared: Encoded) => string>> = {
  // Undocumented, but what Zalo's own share button leads to: base64 of a small JSON object.
  zalo: ({ url }) =>
    `https://button-share.zalo.me/share_external?d=${encode(base64(JSON.stringify({ url })))}`,
  facebook: ({ address }) => `https://www.facebook.com/sharer/sharer.php?u=${address}`,
  email: ({ title, address }) => `mailto:?subject=${title}&body=${title}%0D%0A%0D%0A${address}`,
  telegram: ({ title, address }) => `https://t.me/share/url?url=${address}&text=${title}`,
  x: ({ title, address }) => `https://x.com/intent/tweet?text=${title}&url=${address}`,
  linkedin: ({ address }) => `https://www.linkedin.com/sharing/share-offsite/?url=${address}`,
  whatsapp: ({ title, address }) => `https://wa.me/?text=${title}%20${address}`,
  viber: ({ title, address }) => `viber://forward?text=${title}%20${address}`,
};

/** UTF-8; half a character, which no URL can hold, becomes U+FFFD. */
function encode(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));
  }
}

function base64(text: string): string {
  return btoa(/^[\0-\x7f]*$/.test(text) ? text : String.fromCharCode(...new TextEncoder().encode(text)));
}
