// The files that articles name: photos, documents, recordings. A path is looked for beside the article, in the folder
// of the article's own name, and with a "/" in front from content/ on; nothing outside content/ is ever found.
import { normalize } from "node:path/posix";
import { isBroken, type ParsedArticle } from "../model/article.js";
import { type FileFacts, type Folder, fileKindOf } from "../model/files.js";
import { type OutPath, type SourcePath, sourcePath } from "../model/paths.js";
import type { Site } from "../model/site.js";
import { looseKey, nearest } from "../model/spelling.js";
import { mediaPath } from "./urls.js";

const root = "content/";

/** Every place where a path written in `beside` may lie; empty where it leads out of content/. */
export function placesOf(beside: SourcePath, path: string): SourcePath[] {
  const folder = beside.slice(0, beside.lastIndexOf("/") + 1);
  const name = beside.slice(folder.length).replace(/(\.[A-Za-z-]+)?\.md$/i, "");
  const tries = path.startsWith("/") ? [root + path.slice(1)] : [folder + path, `${folder}${name}/${path}`];
  return tries
    .map((candidate) => sourcePath(normalize(candidate)))
    .filter((candidate) => candidate.startsWith(root));
}

export function resolveFile(folder: Folder, beside: SourcePath, path: string): SourcePath | undefined {
  return placesOf(beside, path).find((candidate) => folder.paths.has(candidate));
}

/** The name an author may have meant: near in marks, case and spaces, first beside the article, then anywhere. */
export function nearFile(folder: Folder, beside: SourcePath, path: string): string | undefined {
  const folders = placesOf(beside, path).map(folderOf);
  const wanted = path.slice(path.lastIndexOf("/") + 1);
  const here: string[] = [];
  const elsewhere: string[] = [];
  for (const candidate of folder.paths) {
    const own = folderOf(candidate);
    const name = candidate.slice(own.length);
    if (folders.includes(own)) here.push(name);
    // `vi.md` stands in many folders: a name so short says nothing.
    else if (looseKey(name) === looseKey(wanted) && wanted.length > "en.md".length) elsewhere.push(candidate);
  }
  const near = elsewhere.sort()[0];
  return nearest(wanted, here) ?? (near === undefined ? undefined : `/${near.slice(root.length)}`);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/** The files to take facts of, in order, each once: what `io` reads between parse and compile. */
export function filesNamed(articles: readonly ParsedArticle[], folder: Folder): SourcePath[] {
  const found = new Set<SourcePath>();
  for (const article of articles) {
    if (isBroken(article) || article.meta.internal) continue;
    for (const path of pathsNamed(article)) {
      const file = resolveFile(folder, article.source, path);
      if (file !== undefined && fileKindOf(file) !== undefined) found.add(file);
    }
  }
  return [...found].sort();
}

function pathsNamed(article: Exclude<ParsedArticle, { readonly broken: true }>): string[] {
  return [
    ...article.images.map(({ path }) => path),
    ...article.links.map(({ path }) => path).filter((path) => path !== "" && !/\.md$/i.test(path)),
    ...article.meta.attachments.map(({ path }) => path),
    ...(article.meta.cover === undefined ? [] : [article.meta.cover.path]),
  ];
}

/** A file that an article names and that can be published. */
export interface LocalFile {
  readonly facts: FileFacts;
  readonly path: OutPath;
}

export function localFile(site: Site, beside: SourcePath, path: string): LocalFile | undefined {
  const source = resolveFile(site.folder, beside, path);
  const facts = source === undefined ? undefined : site.files.get(source);
  if (facts === undefined) return undefined;
  // A photo is never published as it is: a link to it opens its largest variant.
  const photo = site.photos.get(facts.path);
  return { facts, path: photo?.path ?? mediaPath(facts.path, facts.hash) };
}

/** The files of all public articles, photos left out, by their place in the output; the same bytes under one name
 *  are one file. */
export function filesToCopy(site: Site): Map<OutPath, FileFacts> {
  const files = new Map<OutPath, FileFacts>();
  const add = (beside: SourcePath, path: string) => {
    const file = localFile(site, beside, path);
    if (file === undefined || fileKindOf(file.facts.path) === "photo") return;
    if (!files.has(file.path)) files.set(file.path, file.facts);
  };
  for (const page of site.bySource.values()) {
    if ("absent" in page) continue;
    for (const path of pathsNamed(page.article)) add(page.article.source, path);
  }
  return files;
}
