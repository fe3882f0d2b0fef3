// Every link of every public article leads somewhere: the checks say where one does not, and what was meant.
import type { LocalLink } from "../model/article.js";
import type { Bilingual, Diagnostic, Severity } from "../model/diagnostic.js";
import { extensionOf, fileKindOf } from "../model/files.js";
import type { OutPath } from "../model/paths.js";
import type { Site } from "../model/site.js";
import { nearest } from "../model/spelling.js";
import { nearFile, resolveFile } from "./local-files.js";
import { type Linked, type LinkTarget, resolveLink } from "./local-links.js";

export function checkLinks(site: Site, page: Linked, paths: ReadonlySet<OutPath>): Diagnostic[] {
  return page.article.links.flatMap((link) => {
    const target = resolveLink(site, page, link);
    const fault = findFault({ site, page, link, target, paths });
    if (fault === undefined) return [];
    const { rule, severity = "error", message, hint } = fault;
    return { rule, severity, file: page.article.source, place: link.place, message, hint };
  });
}

interface LinkCase {
  readonly site: Site;
  readonly page: Linked;
  readonly link: LocalLink;
  readonly target: LinkTarget;
  readonly paths: ReadonlySet<OutPath>;
}

interface Fault {
  readonly rule: string;
  readonly severity?: Severity;
  readonly message: Bilingual;
  readonly hint: Bilingual;
}

function findFault(one: LinkCase): Fault | undefined {
  const { site, target, link, page, paths } = one;
  switch (target.kind) {
    case "article":
      return target.anchorMissing ? missingAnchor(link, target.page) : undefined;
    case "page":
      return paths.has(target.path) ? undefined : missingPage(link, paths);
    case "absent":
      return isHidden(one) ? hiddenTarget(link) : undefined;
    case "outside":
      return leadsOutside(link.path);
    case "missing":
      return missingFile(site, page, link);
    case "file":
      return undefined;
  }
}

export function leadsOutside(path: string): Fault {
  return {
    rule: "path-outside",
    message: { vi: `“${path}” nằm ngoài thư mục content`, en: `“${path}” is outside the content folder` },
    hint: {
      vi: "Chép tệp vào cạnh bài rồi chỉ ghi tên tệp",
      en: "Copy the file beside the article and write its name alone",
    },
  };
}

export function wrongKind(path: string): Fault {
  return {
    rule: "file-kind",
    message: {
      vi: `Không đăng được tệp loại .${extensionOf(path)}: “${path}”`,
      en: `Files of the kind .${extensionOf(path)} cannot be published: “${path}”`,
    },
    hint: {
      vi: "Dùng PDF, Word, Excel, PowerPoint, ảnh, mp3 hoặc mp4; tệp khác thì nén thành .zip",
      en: "Use PDF, Word, Excel, PowerPoint, pictures, mp3 or mp4; put anything else into a .zip",
    },
  };
}

/** The named file if it is there under another spelling, as a question to append. */
export function didYouMean(near: string | undefined): Bilingual {
  return near === undefined
    ? { vi: "", en: "" }
    : { vi: `. Có phải “${near}”?`, en: `. Did you mean “${near}”?` };
}

function missingFile(site: Site, page: Linked, link: LocalLink): Fault {
  const there = resolveFile(site.folder, page.article.source, link.path);
  if (there !== undefined && fileKindOf(there) === undefined) return wrongKind(link.path);
  const near = didYouMean(nearFile(site.folder, page.article.source, link.path));
  return {
    rule: "link-missing",
    message: {
      vi: `Liên kết dẫn tới “${link.path}” nhưng không có tệp này${near.vi}`,
      en: `The link leads to “${link.path}”, but there is no such file${near.en}`,
    },
    hint: {
      vi: "Ghi tên tệp như thấy trong thư mục, tính từ thư mục của bài này; hoặc đường dẫn từ content với dấu / ở đầu",
      en: "Write the file's name as in the folder, counted from this article's folder; or its path from content, with / in front",
    },
  };
}

function missingAnchor(link: LocalLink, target: Linked): Fault {
  const headings = target.article.headings.map(({ id }) => id.replace(/^h-/, ""));
  const near = didYouMean(nearest(link.anchor ?? "", headings));
  return {
    rule: "link-anchor",
    message: {
      vi: `Trong ${target.article.source} không có mục “#${link.anchor}”${near.vi}`,
      en: `There is no “#${link.anchor}” in ${target.article.source}${near.en}`,
    },
    hint:
      headings.length === 0
        ? {
            vi: "Bài đó không có tiêu đề mục nào; bỏ phần từ dấu #",
            en: "That article has no headings; leave out the part from # on",
          }
        : {
            vi: `Các mục có thể dẫn tới: ${headings.map((id) => `#${id}`).join(", ")}`,
            en: `It has: ${headings.map((id) => `#${id}`).join(", ")}`,
          },
  };
}

function missingPage(link: LocalLink, paths: ReadonlySet<OutPath>): Fault {
  const near = didYouMean(nearest(link.path.slice(1), [...paths]));
  return {
    rule: "link-page",
    message: {
      vi: `Trong bản tin không có trang “${link.path}”${near.vi}`,
      en: `The bulletin has no page “${link.path}”${near.en}`,
    },
    hint: {
      vi: "Dẫn tới tệp .md của bài thay cho địa chỉ trang: địa chỉ đổi thì liên kết vẫn đúng",
      en: "Link to the article's .md file instead of a page's address: it stays right when the address changes",
    },
  };
}

function isHidden({ site, page, link }: LinkCase): boolean {
  const source = resolveFile(site.folder, page.article.source, link.path);
  const found = source === undefined ? undefined : site.bySource.get(source);
  return found !== undefined && "absent" in found && found.absent === "hidden";
}

function hiddenTarget(link: LocalLink): Fault {
  return {
    rule: "link-hidden",
    severity: "warning",
    message: {
      vi: `Bài “${link.path}” chưa đăng, đã hết hạn hoặc lưu hành nội bộ nên liên kết này chỉ còn là chữ`,
      en: `“${link.path}” is a draft, scheduled, expired or internal, so this link becomes plain text`,
    },
    hint: {
      vi: "Bỏ liên kết, hoặc đăng bài đó",
      en: "Remove the link, or publish that article",
    },
  };
}
