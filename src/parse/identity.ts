// What a path alone says of an article: kind, story and language. The language may be said at four places, the
// nearest to the text first; only the part that says it is left out of the story's key.
import type { ArticleKind, StoryKey } from "../model/article.js";
import type { Lang } from "../model/lang.js";
import type { SourcePath } from "../model/paths.js";

export interface Identity {
  readonly kind: ArticleKind;
  /** Never "": a file that is named by a language alone, right below content/, is `index`. */
  readonly key: StoryKey;
  readonly lang: Lang;
  /** `x.vi.md`, `x/vi.md`, `vi/…/x.md`, or none of them. */
  readonly langFrom: "suffix" | "name" | "folder" | "default";
}

/** `languages`: those of the bulletin, at least one; codes in paths match without case. */
export function identityOf(path: SourcePath, languages: readonly Lang[]): Identity {
  const [, pages, below = path] = /^content\/(pages\/)?(.+)$/.exec(path) ?? [];
  const folders = below.replace(/\.md$/i, "").split("/");
  const name = folders.pop() ?? "";
  const kind = pages === undefined ? "article" : "page";
  const identity = (parts: readonly string[], lang: Lang, langFrom: Identity["langFrom"]): Identity => ({
    kind,
    key: parts.join("/") || "index",
    lang,
    langFrom,
  });
  const codeOf = (part: string) => languages.find((lang) => lang.toLowerCase() === part.toLowerCase());

  const dot = name.lastIndexOf(".");
  const suffix = dot > 0 ? codeOf(name.slice(dot + 1)) : undefined;
  if (suffix !== undefined) return identity([...folders, name.slice(0, dot)], suffix, "suffix");

  const whole = codeOf(name);
  if (whole !== undefined) return identity(folders, whole, "name");

  const nearest = folders.findLastIndex((folder) => codeOf(folder) !== undefined);
  const inFolder = codeOf(folders[nearest] ?? "");
  if (inFolder !== undefined) return identity([...folders.toSpliced(nearest, 1), name], inFolder, "folder");

  return identity([...folders, name], languages[0] ?? "vi", "default");
}
