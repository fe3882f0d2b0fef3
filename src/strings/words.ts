// The words of each language of a bulletin: the built-in ones, then those of bantin.yaml on top. Every word that
// comes out of here can be said: it has the right shape and asks for nothing but what the theme gives it.
import type { Config } from "../model/config.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Lang } from "../model/lang.js";
import { sourcePath } from "../model/paths.js";
import { nearest } from "../model/spelling.js";
import { en } from "./en.js";
import type { CountWord, WordName, Words } from "./shape.js";
import { vi } from "./vi.js";

export type WordsByLang = Readonly<Record<Lang, Words>>;

/** Raises `words-missing`, `words-unknown`, `words-shape` and `words-placeholder`, all in bantin.yaml. */
export function wordsFor(config: Config): {
  readonly words: WordsByLang;
  readonly diagnostics: readonly Diagnostic[];
} {
  const words: Record<Lang, Words> = {};
  const diagnostics: Diagnostic[] = [];
  for (const lang of config.languages) {
    const own = takeOwnWords(config, lang, diagnostics);
    const builtIn = builtInFor(lang);
    words[lang] = { ...(builtIn ?? en), ...own };
    const missing = builtIn === undefined ? wordNames.filter((name) => own[name] === undefined) : [];
    if (missing.length > 0) diagnostics.push(wordsMissing(config, lang, missing));
  }
  return { words, diagnostics };
}

const wordNames = Object.keys(en) as WordName[];
const categories = ["zero", "one", "two", "few", "many", "other"];

function builtInFor(lang: Lang): Words | undefined {
  const primary = lang.split("-", 1)[0];
  return primary === "vi" ? vi : primary === "en" ? en : undefined;
}

function takeOwnWords(config: Config, lang: Lang, diagnostics: Diagnostic[]): Partial<Words> {
  const own: [string, Given][] = [];
  for (const [name, value] of Object.entries(config.words[lang] ?? {})) {
    const fault = wordFault(name, value, builtInFor(lang) ?? en);
    if (fault === undefined) {
      own.push([name, isCount(name) && typeof value === "string" ? { other: value } : value]);
    } else {
      diagnostics.push({ ...fault, severity: "error", ...whereIs(config, `words.${lang}.${name}`) });
    }
  }
  return Object.fromEntries(own);
}

type Given = string | Readonly<Record<string, string>>;
type Fault = Pick<Diagnostic, "rule" | "message" | "hint">;

/** `samples` are in the language of the word. */
function wordFault(name: string, value: Given, samples: Words): Fault | undefined {
  if (!Object.hasOwn(en, name)) return wordsUnknown(name);
  const texts = typeof value === "string" ? [value] : Object.values(value);
  if (!fitsShape(name, value)) return wordsShape(name, samples);
  const known = placeholdersOf(en[name as WordName]);
  const strange = texts.flatMap((text) => [...placeholdersOf(text)]).find((one) => !known.has(one));
  return strange === undefined ? undefined : wordsPlaceholder(name, strange, [...known]);
}

function isCount(name: string): boolean {
  return typeof en[name as WordName] !== "string";
}

function fitsShape(name: string, value: Given): boolean {
  if (typeof value === "string") return true;
  return (
    isCount(name) &&
    value["other"] !== undefined &&
    Object.keys(value).every((category) => categories.includes(category))
  );
}

function placeholdersOf(word: string | CountWord): Set<string> {
  const texts: readonly string[] = typeof word === "string" ? [word] : Object.values(word);
  return new Set(texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string)));
}

function wordsUnknown(name: string): Fault {
  const meant = nearest(name, wordNames);
  if (meant === undefined) {
    return {
      rule: "words-unknown",
      message: { vi: `Không có chữ giao diện “${name}”`, en: `Unknown interface word “${name}”` },
      hint: { vi: "Xóa dòng này", en: "Delete this line" },
    };
  }
  return {
    rule: "words-unknown",
    message: {
      vi: `Không có chữ giao diện “${name}”. Có phải “${meant}”?`,
      en: `Unknown interface word “${name}”. Did you mean “${meant}”?`,
    },
    hint: { vi: `Viết: ${meant}:`, en: `Write: ${meant}:` },
  };
}

function wordsShape(name: string, samples: Words): Fault {
  const word = samples[name as WordName];
  const sample = JSON.stringify(typeof word === "string" ? word : word.other);
  if (!isCount(name)) {
    return {
      rule: "words-shape",
      message: { vi: `Chữ “${name}” chỉ có một dạng`, en: `The word “${name}” has one form only` },
      hint: {
        vi: `Viết trên một dòng, ví dụ: ${name}: ${sample}`,
        en: `Write it on one line: ${name}: ${sample}`,
      },
    };
  }
  return {
    rule: "words-shape",
    message: {
      vi: `Chữ “${name}” cần dạng “other”, ngoài ra chỉ có zero, one, two, few, many`,
      en: `The word “${name}” needs the form “other”; besides it there are only zero, one, two, few, many`,
    },
    hint: { vi: `Viết: ${name}: { other: ${sample} }`, en: `Write: ${name}: { other: ${sample} }` },
  };
}

function wordsPlaceholder(name: string, strange: string, known: readonly string[]): Fault {
  const list = known.map((one) => `{${one}}`).join(", ");
  return {
    rule: "words-placeholder",
    message: {
      vi: `Chữ “${name}” không có chỗ điền {${strange}}`,
      en: `The word “${name}” has no {${strange}} to fill in`,
    },
    hint:
      list === ""
        ? { vi: `Bỏ {${strange}}`, en: `Remove {${strange}}` }
        : { vi: `Chỉ dùng: ${list}`, en: `Use only: ${list}` },
  };
}

/** Names shown in the message; a new language misses nearly all of them. */
const namedAtMost = 12;

function wordsMissing(config: Config, lang: Lang, missing: readonly WordName[]): Diagnostic {
  const named = missing.slice(0, namedAtMost).join(", ");
  const rest = missing.length - namedAtMost;
  const [first = "home"] = missing;
  const value = en[first];
  const line = `words: { ${lang}: { ${first}: ${typeof value === "string" ? JSON.stringify(value) : "…"} } }`;
  return {
    rule: "words-missing",
    severity: "warning",
    ...whereIs(config, `words.${lang}`),
    message: {
      vi: `Ngôn ngữ “${lang}” thiếu ${missing.length} chữ giao diện nên dùng chữ tiếng Anh: ${named}${rest > 0 ? ` và ${rest} chữ nữa` : ""}`,
      en: `The language “${lang}” lacks ${missing.length} interface word${missing.length === 1 ? "" : "s"}, shown in English: ${named}${rest > 0 ? ` and ${rest} more` : ""}`,
    },
    hint: { vi: `Thêm vào bantin.yaml, ví dụ: ${line}`, en: `Add to bantin.yaml, for example: ${line}` },
  };
}

function whereIs(config: Config, key: string): Pick<Diagnostic, "file" | "place"> {
  const place = config.places?.[key];
  return { file: sourcePath("bantin.yaml"), ...(place === undefined ? {} : { place }) };
}
