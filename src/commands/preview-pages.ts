// What the preview shows at an address: the pages and files of a state, by exact path. A page gets one tag more, the
// preview's own script; that is added here, to the answer, and never by the pipeline.
import { bytesOf } from "../io/bytes-of.js";
import { contentTypeOf } from "../io/content-types.js";
import type { Answer } from "../io/serve.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { hashText } from "../model/hash.js";
import { keepSome } from "../model/keep-some.js";
import type { Output, Page } from "../model/page.js";
import { type OutPath, outPath, sourcePath } from "../model/paths.js";
import { damagedPhoto } from "../site/photo-faults.js";
import { notFoundPath } from "../site/urls.js";
import { mayDiffer, type ShownSite, textOf } from "./session.js";

export interface ShownPage {
  /** As the pipeline made it. */
  readonly html: string;
  /** The same for the same HTML. */
  readonly version: string;
  readonly status: 200 | 404;
  /** Where the page is now, as an address: its title, date or slug was changed, or it only leads on. */
  readonly movedTo?: string;
}

export interface PreviewPages {
  readonly answer: (address: string) => Promise<Answer>;
  /** What a browser at this address should show; undefined where it cannot be drawn and never was. */
  readonly pageAt: (address: string) => ShownPage | undefined;
  readonly turnTo: (site: ShownSite) => void;
  /** What went wrong with pages that were drawn since the last turn. */
  readonly faults: () => readonly Diagnostic[];
}

export interface PreviewPagesOptions {
  readonly site: ShownSite;
  readonly token: string;
  /** Absolute: where drawn images are kept. */
  readonly cacheFolder: string;
  /** A page that says that there is nothing to show yet. */
  readonly waiting: string;
}

export function openPreviewPages({
  site: first,
  token,
  cacheFolder,
  waiting,
}: PreviewPagesOptions): PreviewPages {
  let site = first;
  let drawn = new Map<OutPath, Drawn>();
  let before: { readonly site: ShownSite; readonly drawn: ReadonlyMap<OutPath, Drawn> } | undefined;
  const faults = new Map<string, Diagnostic>();

  const draw = (output: PageOutput): Drawn | undefined => {
    const { path } = output;
    const known = drawn.get(path);
    if (known?.output === output) return known;
    const old = before?.drawn.get(path);
    const text =
      old !== undefined && !mayDiffer(before?.site ?? site, site, path) ? old.html : drawText(output);
    if (typeof text !== "string") {
      faults.set(JSON.stringify(text), text);
      // The last good page stays.
      if (old !== undefined) keepSome(drawn, path, old, mostDrawn);
      return old;
    }
    const made =
      text === old?.html ? { ...old, output } : { output, html: text, version: hashText(text).slice(0, 16) };
    keepSome(drawn, path, made, mostDrawn);
    return made;
  };

  const pageAt = (address: string): ShownPage | undefined => {
    const found = findOutput(site, address);
    if (found?.kind === "page" && found.page.movedTo === undefined) {
      const page = draw(found);
      return page && { html: page.html, version: page.version, status: 200 };
    }
    const to = found?.kind === "page" ? found.page.movedTo : before && findMoved(before.site, site, address);
    const target = to === undefined ? undefined : site.outputs.get(to);
    const page = target?.kind === "page" ? draw(target) : undefined;
    if (page !== undefined) return { ...pick(page), status: 200, movedTo: `/${to}` };
    return notFoundPage();
  };

  const notFoundPage = (): ShownPage | undefined => {
    const missing = site.outputs.get(notFoundPath);
    const none = missing?.kind === "page" ? draw(missing) : undefined;
    return none && { ...pick(none), status: 404 };
  };

  const answerPage = (page: ShownPage | undefined): Answer =>
    page === undefined
      ? { status: 500, type: contentTypeOf("x.html"), body: withClient(waiting, { token, version: "" }) }
      : {
          status: page.status,
          type: contentTypeOf("x.html"),
          body: withClient(page.html, { token, version: page.version }),
        };

  return {
    pageAt,
    answer: async (address) => {
      const output = findOutput(site, address);
      if (output === undefined) {
        const moved = findElsewhere(site, address);
        return moved === undefined ? answerPage(notFoundPage()) : { moved };
      }
      // A page at an old address answers for itself: its visitors are sent on by it.
      if (output.kind === "page") {
        const page = draw(output);
        return answerPage(page && { ...pick(page), status: 200 });
      }
      const { locate, settings } = site;
      const bytes = await bytesOf(output, {
        locate,
        limits: settings.config.limits,
        folder: cacheFolder,
        faultOf: damagedPhoto,
      });
      if ("diagnostic" in bytes) return answerPage(notFoundPage());
      return { status: 200, type: contentTypeOf(output.path), body: bytes };
    },
    turnTo: (next) => {
      if (next === site) return;
      before = { site, drawn };
      site = next;
      drawn = new Map();
      faults.clear();
    },
    faults: () => [...faults.values()],
  };
}

/** A fault of ours is a report too: whoever writes must be able to go on. */
function drawText(output: PageOutput): string | Diagnostic {
  try {
    return textOf(output);
  } catch (problem) {
    const what = problem instanceof Error ? problem.message : String(problem);
    return {
      rule: "bantin-fault",
      severity: "error",
      file: output.page.source ?? sourcePath(output.path),
      message: {
        vi: `Bantin gặp trục trặc do lỗi của chính chương trình khi dựng trang ${output.path}: ${what}`,
        en: `Bantin failed through a fault of its own when drawing the page ${output.path}: ${what}`,
      },
      hint: {
        vi: "Các trang khác vẫn xem được. Xin báo cho người phụ trách kỹ thuật",
        en: "Other pages can still be seen. Please tell whoever looks after Bantin",
      },
    };
  }
}

type PageOutput = Extract<Output, { readonly kind: "page" }>;

interface Drawn {
  readonly output: PageOutput;
  readonly html: string;
  readonly version: string;
}

function pick({ html, version }: Drawn): Pick<Drawn, "html" | "version"> {
  return { html, version };
}

/** Pages kept: those that browsers show, and the last ones that they asked for. */
const mostDrawn = 64;

/** `/` and every folder stand for their index. */
function findOutput({ outputs }: ShownSite, address: string): Output | undefined {
  return outputs.get(outPath(`${address.slice(1)}${address.endsWith("/") ? "index.html" : ""}`));
}

/** A folder without its "/", and the links of 404.html, which begin with the path of `url`. */
function findElsewhere(site: ShownSite, address: string): string | undefined {
  if (findOutput(site, `${address}/`) !== undefined) return encodeURI(`${address}/`);
  const { url } = site.settings.config;
  const base = url === undefined ? "" : decodeURI(new URL(url).pathname).replace(/\/$/, "");
  if (base === "" || !`${address}/`.startsWith(`${base}/`)) return undefined;
  const rest = address.slice(base.length) || "/";
  return findOutput(site, rest) === undefined ? undefined : encodeURI(rest);
}

/** The new address of what was at this one. */
function findMoved(before: ShownSite, after: ShownSite, address: string): OutPath | undefined {
  const old = findOutput(before, address);
  if (old?.kind !== "page" || old.page.source === undefined) return undefined;
  for (const output of after.outputs.values()) {
    if (output.kind === "page" && isSameArticle(output.page, old.page)) return output.path;
  }
  return undefined;
}

function isSameArticle(page: Page, { source, template }: Page): boolean {
  return page.source === source && page.template === template && page.movedTo === undefined;
}

/**
 * The page with the preview's script in front of all others, so that it sees the page as the pipeline made it. Where a
 * template has no head the browser makes one.
 */
export function withClient(
  html: string,
  { token, version }: { readonly token: string; readonly version: string },
): string {
  const tag = `<script type="module" src="/__bantin/preview.js" data-bantin-token="${token}" data-bantin-seen="${version}"></script>`;
  const at = /<head(?:\s[^>]*)?>/i.exec(html) ?? /^\s*<!doctype[^>]*>/i.exec(html);
  const end = at === null ? 0 : at.index + at[0].length;
  return html.slice(0, end) + tag + html.slice(end);
}
