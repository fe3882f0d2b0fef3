// Reads an address as an author wrote it and says where it leads. An allow-list: what is neither of this bulletin nor
// http, https, mail or telephone is refused, in whatever spelling, for browsers ignore spaces and control
// characters that a plain comparison would trip over.

export type Address =
  /** Of this bulletin. Percent-decoded and NFC, without query; `path` is "" for a place in the article itself. */
  | { readonly kind: "local"; readonly path: string; readonly anchor?: string }
  /** Another host: safe to write into a page. */
  | { readonly kind: "remote"; readonly href: string }
  /** Mail or telephone. */
  | { readonly kind: "contact"; readonly href: string }
  /** A place on the author's own computer. */
  | { readonly kind: "computer"; readonly path: string }
  | { readonly kind: "refused"; readonly scheme: string }
  | { readonly kind: "empty" };

export function readAddress(written: string): Address {
  const address = written.replace(/[\t\n\r]+/g, "").replace(/^[\0-\x20]+|[\0-\x20]+$/g, "");
  if (address === "") return { kind: "empty" };
  if (/^(?:[a-z]:(?:[\\/]|%5c)|\\|%5c|file:)/i.test(address)) {
    return { kind: "computer", path: decodePercent(address) };
  }
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
  if (scheme === "http" || scheme === "https") return readRemote(address, scheme);
  if (scheme === "mailto" || scheme === "tel") return { kind: "contact", href: address };
  if (scheme !== undefined) return { kind: "refused", scheme };
  if (/^\/[/\\]/.test(address)) return readRemote(`https:${address}`, "https");
  if (/^www\.[^/\s]+\.[a-z]/i.test(address)) return readRemote(`http://${address}`, "http");
  return readLocal(address);
}

/** `http:example.vn` and `http:\\example.vn` lead to that host too, and are written out so. */
function readRemote(address: string, scheme: string): Address {
  const rest = address.slice(address.indexOf(":") + 1).replace(/^[/\\]+/, "");
  return rest === "" ? { kind: "empty" } : { kind: "remote", href: `${scheme}://${rest}` };
}

function readLocal(address: string): Address {
  const hash = address.indexOf("#");
  const before = hash === -1 ? address : address.slice(0, hash);
  const path = decodePercent(before.replace(/\?.*$/s, ""));
  const anchor = hash === -1 ? "" : decodePercent(address.slice(hash + 1));
  if (path === "" && anchor === "") return { kind: "empty" };
  return anchor === "" ? { kind: "local", path } : { kind: "local", path, anchor };
}

/** Decodes what decodes to UTF-8 and leaves the rest as it stands: `100%.pdf` is a name too. */
export function decodePercent(text: string): string {
  const decoded = text.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      return bytes;
    }
  });
  // NUL marks the holes of the HTML: no text may bring one in.
  return decoded.replaceAll("\0", "\ufffd").normalize("NFC");
}
