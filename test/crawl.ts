// A reader of the built files: follows every address of every page, as a browser would from a given place, and says
// which lead nowhere. It knows nothing of how the site was made.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse, type DefaultTreeAdapterTypes as Tree } from "parse5";

export interface Placement {
  /** Where the output folder lies: `https://h.example/`, `https://h.example/a/b/`, or its own file: address. */
  readonly base: string;
  readonly folder: string;
  /** Pages whose absolute paths are right at one address only. */
  readonly skip?: readonly string[];
}

export interface Crawled {
  readonly pages: number;
  readonly links: number;
  readonly faults: readonly string[];
}

interface Found {
  readonly ids: ReadonlySet<string>;
  readonly addresses: readonly { readonly tag: string; readonly value: string }[];
  readonly faults: readonly string[];
}

export function crawl({ base, folder, skip = [] }: Placement): Crawled {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) =>
    name.replaceAll("\\", "/"),
  );
  const pages = new Map<string, Found>();
  for (const name of names) {
    if (name.endsWith(".html")) pages.set(name, readPage(readFileSync(join(folder, name), "utf8")));
  }
  const faults: string[] = [];
  let links = 0;
  for (const [name, page] of pages) {
    faults.push(...page.faults.map((fault) => `${name}: ${fault}`));
    if (skip.includes(name)) continue;
    for (const { tag, value } of page.addresses) {
      links++;
      const fault = follow({ base, folder, pages, name, tag, value });
      if (fault !== undefined) faults.push(`${name}: ${tag} ${value}: ${fault}`);
    }
  }
  return { pages: pages.size, links, faults };
}

interface Step {
  readonly base: string;
  readonly folder: string;
  readonly pages: ReadonlyMap<string, Found>;
  readonly name: string;
  readonly tag: string;
  readonly value: string;
}

function follow({ base, folder, pages, name, tag, value }: Step): string | undefined {
  const url = new URL(value, new URL(name, base));
  if (!url.href.startsWith(base)) {
    if (["a", "link-meta", "meta"].includes(tag)) return undefined;
    return "loaded from elsewhere";
  }
  let path = decodeURIComponent(url.pathname.slice(new URL(base).pathname.length));
  if (path === "" || path.endsWith("/")) {
    if (base.startsWith("file:")) return "a folder, which a disk does not open";
    path += "index.html";
  }
  if (!existsSync(join(folder, path)) || !statSync(join(folder, path)).isFile()) return "no such file";
  const anchor = decodeURIComponent(url.hash.slice(1));
  if (anchor === "" || !path.endsWith(".html")) return undefined;
  return pages.get(path)?.ids.has(anchor) ? undefined : "no such anchor";
}

function readPage(html: string): Found {
  const ids = new Set<string>();
  const addresses: { tag: string; value: string }[] = [];
  const faults: string[] = [];
  const visit = (node: Tree.Node) => {
    if ("attrs" in node) {
      const attribute = (key: string) => node.attrs.find(({ name }) => name === key)?.value;
      const id = attribute("id");
      if (id !== undefined && ids.has(id)) faults.push(`the id ${id} twice`);
      if (id !== undefined) ids.add(id);
      faults.push(...policyFaults(node));
      const rel = attribute("rel") ?? "";
      const isMeta = node.tagName === "link" && /\b(canonical|alternate)\b/.test(rel);
      for (const key of ["href", "src", "poster"]) {
        const value = attribute(key);
        if (value !== undefined) addresses.push({ tag: isMeta ? "link-meta" : node.tagName, value });
      }
      for (const part of attribute("srcset")?.split(",") ?? []) {
        addresses.push({ tag: node.tagName, value: part.trim().split(/\s+/)[0] as string });
      }
    }
    if ("childNodes" in node) for (const child of node.childNodes) visit(child);
    if ("content" in node) visit(node.content);
  };
  visit(parse(html));
  return { ids, addresses, faults };
}

/** What `Content-Security-Policy: default-src 'self'` would block, and what runs from content. */
function policyFaults(node: Tree.Element): string[] {
  const faults: string[] = [];
  if (node.tagName === "style") faults.push("a style element");
  for (const { name, value } of node.attrs) {
    if (name === "style" || name.startsWith("on")) faults.push(`the attribute ${name}`);
    if (/^\s*(data|javascript|vbscript):/i.test(value) && /^(href|src|poster|srcset|action)$/.test(name)) {
      faults.push(`${name}="${value.slice(0, 20)}…"`);
    }
  }
  if (node.tagName === "script") {
    const attribute = (key: string) => node.attrs.find(({ name }) => name === key)?.value;
    const isData = attribute("type") === "application/ld+json";
    if (attribute("src") === undefined && !isData) faults.push("an inline script");
    if (attribute("type") === "module") faults.push("a module script, which a disk blocks");
  }
  return faults;
}

export function diskPlacement(folder: string): string {
  return `${pathToFileURL(folder).href}/`;
}
