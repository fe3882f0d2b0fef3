// The address of the site: what `url:` and --base-url take. Absolute, http or https, a sub-path is kept; anything
// that would leak (a password) or break addresses built on it (a query, a file name) is refused.
import type { Bilingual } from "../../model/diagnostic.js";

export interface SiteUrlFault {
  readonly message: Bilingual;
  /** What was probably meant, a good address. */
  readonly suggestion?: string;
}

/** Without "/" at the end; the host is in ASCII. */
export function readSiteUrl(typed: string): { readonly url: string } | SiteUrlFault {
  const text = typed.trim();
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!/^https?:\/\/[^\s/\\]/iu.test(text) || /[\s\\]/u.test(text) || url === undefined) {
    return faultOf(
      {
        vi: `“${text}” không phải là địa chỉ trang đầy đủ`,
        en: `“${text}” is not a complete site address`,
      },
      withoutExtras(`https://${text.replace(/^[a-z]{0,6}[:/\\]*[/\\]+|^https?:?/iu, "")}`),
    );
  }
  if (url.username !== "" || url.password !== "") {
    return faultOf(
      {
        vi: "Địa chỉ trang không được chứa tên và mật khẩu",
        en: "The site address must not hold a name or password",
      },
      withoutExtras(text),
    );
  }
  if (/[?#]/u.test(text)) {
    return faultOf(
      {
        vi: "Địa chỉ trang không được có phần ? hoặc #",
        en: "The site address must not have a part after ? or #",
      },
      withoutExtras(text),
    );
  }
  if (/\.html?$/iu.test(url.pathname)) {
    return faultOf(
      {
        vi: "Địa chỉ trang là của thư mục, không phải của một tệp",
        en: "The site address is that of a folder, not of a file",
      },
      withoutExtras(text),
    );
  }
  return { url: url.href.replace(/\/+$/u, "") };
}

function faultOf(message: Bilingual, suggestion: string | undefined): SiteUrlFault {
  return suggestion === undefined ? { message } : { message, suggestion };
}

/** The address as it should be, if it looks like one of a site at all. */
function withoutExtras(text: string): string | undefined {
  if (!URL.canParse(text) || /[\s\\]/u.test(text)) return undefined;
  const { protocol, host, hostname, pathname } = new URL(text);
  if (hostname !== "localhost" && !/[^.]\.[a-z0-9-]{2,}$/iu.test(hostname)) return undefined;
  const folder = pathname.replace(/[^/]*\.html?$/iu, "").replace(/\/+$/u, "");
  return `${protocol === "http:" ? protocol : "https:"}//${host}${folder}`;
}
