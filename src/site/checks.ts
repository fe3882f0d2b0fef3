// The checks that need the whole site, in one list. Each is a pure function; rule ids live beside the check.
import { type Article, isBroken, type ParsedArticle } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { extensionOf } from "../model/files.js";
import type { Page } from "../model/page.js";
import { type OutPath, type SourcePath, sourcePath } from "../model/paths.js";
import type { PublishedList } from "../model/published.js";
import type { Site } from "../model/site.js";
import { nearest } from "../model/spelling.js";
import { checkFiles } from "./check-files.js";
import { checkLinks, didYouMean } from "./check-links.js";
import { resolveFile } from "./local-files.js";
import type { Linked } from "./local-links.js";
import { fieldPlace } from "./stories.js";

export interface Planned {
  readonly site: Site;
  /** All of them, hidden and broken ones too. */
  readonly articles: readonly ParsedArticle[];
  readonly pages: readonly Page[];
  /** The files of assets/root/ by the path they take. */
  readonly rootFiles: ReadonlyMap<OutPath, SourcePath>;
  /** Every path of the output, pages and files. */
  readonly paths: ReadonlySet<OutPath>;
  /** What the output folder held before; undefined at a first build. */
  readonly published: PublishedList | undefined;
}

export function checkSite(planned: Planned): Diagnostic[] {
  const { site, paths } = planned;
  const shown = [...site.bySource.values()].filter((page): page is Linked => !("absent" in page));
  return [
    ...shown.flatMap((page) => checkLinks(site, page, paths)),
    ...shown.flatMap((page) => checkFiles(site, page)),
    ...checkUrl(site),
    ...checkMenu(site),
    ...checkPaths(planned),
    ...checkAliases(planned, shown),
    ...checkChangedAddresses(planned, shown),
    ...checkWordFiles(planned),
  ];
}

/** Said once for all that a site without an address cannot do. */
function checkUrl({ config }: Site): Diagnostic[] {
  if (config.url !== undefined) return [];
  return [
    {
      rule: "url-missing",
      severity: "warning",
      file: sourcePath("bantin.yaml"),
      message: {
        vi: "Chưa có địa chỉ trang nên không có nút Zalo, Facebook, mã QR, và máy tìm kiếm không được báo bài mới",
        en: "The site’s address is not given, so there are no links for Zalo and Facebook, no QR codes and no sitemap",
      },
      hint: {
        vi: "Thêm vào bantin.yaml địa chỉ thật của trang, ví dụ: url: https://bantin.example.vn",
        en: "Add the real address of the site to bantin.yaml, for example: url: https://bantin.example.vn",
      },
    },
  ];
}

function checkMenu({ config, standing }: Site): Diagnostic[] {
  const keys = standing.map(({ key }) => key);
  return (config.menu ?? []).flatMap((entry, index) => {
    if (!("page" in entry) || keys.includes(entry.page)) return [];
    const place = config.places?.[`menu.${index}`];
    const near = didYouMean(nearest(entry.page, keys));
    return {
      rule: "menu-page",
      severity: "error",
      file: sourcePath("bantin.yaml"),
      ...(place === undefined ? {} : { place }),
      message: {
        vi: `Trong content/pages không có trang “${entry.page}” để đưa vào menu${near.vi}`,
        en: `There is no page “${entry.page}” in content/pages for the menu${near.en}`,
      },
      hint: {
        vi: keys.length === 0 ? "Bỏ dòng này khỏi menu" : `Các trang có: ${keys.join(", ")}`,
        en: keys.length === 0 ? "Remove this line from the menu" : `The pages are: ${keys.join(", ")}`,
      },
    };
  });
}

/** Two pages at one path: a standing page called `latest`, say. Compared without case, for Windows. */
function checkPaths({ pages, rootFiles }: Planned): Diagnostic[] {
  const owners = new Map<string, Page>();
  const taken = (path: OutPath, file: SourcePath): Diagnostic => ({
    rule: "page-path-taken",
    severity: "error",
    file,
    message: {
      vi: `Địa chỉ ${path} là của một trang khác trong bản tin`,
      en: `The address ${path} belongs to another page of the bulletin`,
    },
    hint: {
      vi: "Bài thì thêm dòng `slug:` với một tên khác; tệp trong assets/root thì đổi tên",
      en: "Add a `slug:` line with another name to the article; rename a file of assets/root",
    },
  });
  const diagnostics = pages.flatMap((page) => {
    // Old addresses are checked by themselves.
    if (page.movedTo !== undefined) return [];
    const key = page.path.toLowerCase();
    const owner = owners.get(key);
    if (owner === undefined) owners.set(key, page);
    const source = page.source ?? owner?.source;
    // Two articles at one address have had their report from site/addresses.ts.
    return owner === undefined || source === undefined || (page.source && owner.source)
      ? []
      : taken(page.path, source);
  });
  for (const [path, source] of rootFiles)
    if (owners.has(path.toLowerCase())) diagnostics.push(taken(path, source));
  return diagnostics;
}

/** Compared without case, for Windows; a file and a folder cannot have one name either. */
function checkAliases({ pages, paths }: Planned, shown: readonly Linked[]): Diagnostic[] {
  const withAliases = shown.filter(({ article }) => article.meta.aliases.length > 0);
  if (withAliases.length === 0) return [];
  const redirects = new Set(pages.filter(({ movedTo }) => movedTo !== undefined).map(({ path }) => path));
  const pathKeys = new Set(
    [...paths].filter((path) => !redirects.has(path)).map((path) => path.toLowerCase()),
  );
  const owners = new Map<string, SourcePath>();
  return withAliases.flatMap(({ article }) =>
    article.meta.aliases.flatMap((alias) => {
      const keys = pathAndFolders(alias.toLowerCase());
      const owner = keys.map((key) => owners.get(key)).find((one) => one !== undefined);
      if (owner === undefined) owners.set(alias.toLowerCase(), article.source);
      const taken = keys.some((key) => pathKeys.has(key));
      if (!taken && owner === undefined) return [];
      return {
        rule: "alias-taken",
        severity: "error" as const,
        file: article.source,
        place: fieldPlace(article, "aliases"),
        message: taken
          ? {
              vi: `Địa chỉ cũ ${alias} đang là một trang có thật`,
              en: `The old address ${alias} is a page that exists`,
            }
          : {
              vi: `Địa chỉ cũ ${alias} đã ghi ở ${owner}`,
              en: `The old address ${alias} is given in ${owner} too`,
            },
        hint: {
          vi: "Xóa địa chỉ này khỏi dòng `aliases:`",
          en: "Remove this address from the `aliases:` line",
        },
      };
    }),
  );
}

function pathAndFolders(path: string): string[] {
  const parts = path.split("/");
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}

/** An address that readers may have shared is gone: the line that keeps it alive is ready to paste. */
function checkChangedAddresses({ pages, paths, published }: Planned, shown: readonly Linked[]): Diagnostic[] {
  const before = new Map(published?.pages.map(({ identity, path }) => [identity, path]));
  if (before.size === 0) return [];
  const articles = new Map(shown.map(({ article }) => [article.source, article]));
  return pages.flatMap(({ identity, path, source }) => {
    const old = identity === undefined ? undefined : before.get(identity);
    const article = source === undefined ? undefined : articles.get(source);
    if (old === undefined || old === path || article === undefined || paths.has(old)) return [];
    const { aliases } = article.meta;
    if (aliases.includes(old)) return [];
    const line = `aliases: [${[...aliases, old].join(", ")}]`;
    return {
      rule: "address-changed",
      severity: "warning" as const,
      file: article.source,
      place: fieldPlace(article, article.meta.slug === undefined ? "title" : "slug"),
      message: {
        vi: `Địa chỉ của bài đã đổi từ ${old} thành ${path}; liên kết đã chia sẻ sẽ hỏng`,
        en: `The article's address changed from ${old} to ${path}; links already shared will break`,
      },
      hint: {
        vi: `Để liên kết cũ vẫn dùng được, thêm vào phần đầu bài dòng: ${line}`,
        en: `To keep the old links alive, add this line at the top of the article: ${line}`,
      },
    };
  });
}

/** A .docx that no article offers as a document was probably meant to be an article. */
function checkWordFiles({ site: { folder }, articles }: Planned): Diagnostic[] {
  const words = [...folder.paths].filter((path) => /^docx?$/.test(extensionOf(path)));
  // A broken article may be the one that names the file; it is reported by itself.
  if (words.length === 0 || articles.some(isBroken)) return [];
  const named = new Set(
    (articles as readonly Article[]).flatMap(({ links, meta, source }) =>
      [...links, ...meta.attachments].map(({ path }) => resolveFile(folder, source, path)),
    ),
  );
  return words
    .filter((path) => !named.has(path))
    .map((file) => ({
      rule: "word-file",
      severity: "warning",
      file,
      message: {
        vi: "Tệp Word này không được đăng: không bài nào dẫn tới nó",
        en: "This Word file is not published: no article links to it",
      },
      hint: {
        vi: `Nếu là bài, chép chữ sang tệp văn bản ${nameOf(file)}.vi.md; nếu là tài liệu, dẫn tới nó từ một bài; nếu không, thêm _ trước tên tệp`,
        en: `If it is an article, copy the text into a text file ${nameOf(file)}.vi.md; if it is a document, link to it; else put _ before its name`,
      },
    }));
}

function nameOf(path: SourcePath): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "");
}
