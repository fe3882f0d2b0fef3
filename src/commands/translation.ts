// `bantin new --translate PATH LANG`: which article is meant, where its translation belongs, and whether there is one
// already. The original has to be free of errors: a skeleton of a broken article would be broken too.
import { existsSync } from "node:fs";
import nodePath from "node:path";
import { readFileBytes } from "../io/read-files.js";
import type { ListedFile } from "../io/read-folder.js";
import { type Article, isBroken, type ParseSettings } from "../model/article.js";
import { type Diagnostic, isError } from "../model/diagnostic.js";
import type { Lang } from "../model/lang.js";
import { type SourcePath, sourcePath } from "../model/paths.js";
import type { Source } from "../model/source.js";
import { nearest } from "../model/spelling.js";
import { parseArticle } from "../parse/article.js";
import { decodeSource } from "../parse/decode.js";
import { classifyName } from "../parse/file-names.js";
import { identityOf } from "../parse/identity.js";
import { newWords } from "../strings/cli-making.js";
import type { UsageFault } from "./arguments.js";
import { chooseLanguage } from "./article-language.js";
import type { CommandInput } from "./command-input.js";
import type { Planned } from "./new.js";
import { formatTranslation } from "./translation-text.js";

export function planTranslation(input: CommandInput, files: readonly ListedFile[]): Planned {
  const { settings, lang } = input;
  const { config } = settings;
  const found = findOriginal(input, files);
  if ("message" in found) return found;
  const original = readOriginal(found, { ...config, abbreviations: {} });
  if ("faults" in original) return original;
  const { source, article } = original;
  const language = chooseTarget(input, article);
  if (typeof language === "object") return language;
  const path = pathOfTranslation(source.path, config.languages, language);
  const twin = files.find(({ path: other }) => {
    if (other === path) return true;
    const { key, lang: otherLang, kind } = identityOf(other, config.languages);
    return (
      classifyName(other) === "article" &&
      kind === article.kind &&
      key === article.key &&
      otherLang === language
    );
  });
  if (twin !== undefined) return { faults: [alreadyThere(twin.path, source.path)] };
  const content = formatTranslation({ source, article, path, language, lang });
  return {
    names: [{ path, content }],
    taken: alreadyThere(path, source.path),
    note: newWords.translated[lang],
  };
}

/** The path is meant from where one stands, else from the bulletin's folder. */
function findOriginal(
  { flags, world, settings }: CommandInput,
  files: readonly ListedFile[],
): ListedFile | UsageFault {
  const typed = String(flags.translate);
  const places = [world.cwd, settings.root].map((folder) => nodePath.resolve(folder, typed));
  const listed = places.flatMap((machine) => {
    const inside = nodePath.relative(settings.root, machine).split(nodePath.sep).join("/");
    return files.filter(({ path }) => path === sourcePath(inside));
  })[0];
  if (listed !== undefined && classifyName(listed.path) === "article") return listed;
  if (listed !== undefined || places.some((machine) => existsSync(machine))) {
    return {
      message: {
        vi: `“${typed}” không phải là một bài trong content`,
        en: `“${typed}” is no article in content`,
      },
      hint: {
        vi: "Bài là một tệp có đuôi .md trong thư mục content, tên không bắt đầu bằng dấu _",
        en: "An article is a file in the folder content that ends in .md and does not begin with _",
      },
    };
  }
  const articles = files.map(({ path }) => path).filter((path) => classifyName(path) === "article");
  const near = nearest(typed.replaceAll("\\", "/"), articles);
  return {
    message: { vi: `Không thấy bài “${typed}”`, en: `There is no article “${typed}”` },
    hint:
      near === undefined
        ? {
            vi: "Viết đường dẫn của bài, ví dụ: --translate content/2026/hop-ap.vi.md",
            en: "Write the article's path, such as: --translate content/2026/hop-ap.vi.md",
          }
        : { vi: `Có phải “${near}”?`, en: `Did you mean “${near}”?` },
  };
}

interface Original {
  readonly source: Source;
  readonly article: Article;
}

function readOriginal(
  file: ListedFile,
  settings: ParseSettings,
): Original | { readonly faults: readonly Diagnostic[] } {
  const read = readFileBytes(file, settings.limits.articleBytes);
  if ("diagnostic" in read) return { faults: [read.diagnostic] };
  const source = decodeSource(file.path, read.bytes, read.hash);
  if ("rule" in source) return { faults: [source] };
  const article = parseArticle(source, settings);
  return isBroken(article) ? { faults: article.diagnostics.filter(isError) } : { source, article };
}

/** The language after the path; without one, the only other language of the bulletin. */
function chooseTarget({ words, flags, settings }: CommandInput, article: Article): Lang | UsageFault {
  const { languages } = settings.config;
  const others = languages.filter((lang) => lang !== article.lang);
  const typed = words[0] ?? (typeof flags.language === "string" ? flags.language : undefined);
  const example = `bantin new --translate ${article.source} ${others[0] ?? "en"}`;
  if (words.length > 1 || (typed === undefined && others.length !== 1)) {
    return {
      message: { vi: "Sau đường dẫn cần một ngôn ngữ dịch ra", en: "One language is needed after the path" },
      hint: { vi: `Viết: ${example}`, en: `Write: ${example}` },
    };
  }
  const language = typed === undefined ? (others[0] as Lang) : chooseLanguage(typed, languages);
  if (language !== article.lang) return language;
  return {
    message: {
      vi: `Bài này vốn viết bằng ngôn ngữ “${language}”`,
      en: `The article is in the language “${language}” itself`,
    },
    hint: { vi: `Viết: ${example}`, en: `Write: ${example}` },
  };
}

/** Beside the original, in the way in which that one's path tells its language. */
export function pathOfTranslation(path: SourcePath, languages: readonly Lang[], lang: Lang): SourcePath {
  const { langFrom, lang: from } = identityOf(path, languages);
  const parts = path.split("/");
  const name = (parts.pop() ?? "").replace(/\.md$/i, "");
  if (langFrom === "folder") {
    const at = parts.findLastIndex((part) => part.toLowerCase() === from.toLowerCase());
    return sourcePath([...parts.with(at, lang), `${name}.md`].join("/"));
  }
  const stem =
    langFrom === "suffix"
      ? `${name.slice(0, name.lastIndexOf("."))}.`
      : langFrom === "name"
        ? ""
        : `${name}.`;
  return sourcePath([...parts, `${stem}${lang}.md`].join("/"));
}

function alreadyThere(file: SourcePath, original: SourcePath): Diagnostic {
  return {
    rule: "translation-exists",
    severity: "error",
    file,
    message: {
      vi: `Bài “${original}” đã có bản dịch này rồi`,
      en: `“${original}” has this translation already`,
    },
    hint: {
      vi: "Mở tệp ấy để sửa; muốn làm lại từ đầu thì đổi tên hoặc xóa nó trước",
      en: "Open that file to edit it; to begin afresh, rename or delete it first",
    },
  };
}
