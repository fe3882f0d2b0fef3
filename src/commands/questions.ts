// The questions of `bantin init`. On a terminal a wrong answer is asked again; piped in, one line answers one question,
// a wrong one ends the command, and where the lines end the defaults are taken.
import { type Bilingual, isError, type MessageLanguage } from "../model/diagnostic.js";
import type { Lang } from "../model/lang.js";
import { sourcePath } from "../model/paths.js";
import { countGraphemes } from "../model/place.js";
import { defaultLanguages, languageMeant, languageOf } from "../parse/config/languages.js";
import { readSiteUrl } from "../parse/config/site-url.js";
import { joinLines } from "../parse/config/values.js";
import { parseConfig } from "../parse/config.js";
import { cleanLine } from "../parse/written-text.js";
import { initWords, type QuestionName, questionWords } from "../strings/cli-making.js";
import { starterWords } from "../strings/starter.js";
import type { UsageFault } from "./arguments.js";
import type { Starter } from "./starter-files.js";
import type { Answers, World } from "./world.js";

export type Replies = Starter & { readonly windows: boolean };

/** "cancelled": someone at the terminal pressed Ctrl+C or Ctrl+D. */
export async function askStarter(
  world: World,
  lang: MessageLanguage,
  asked: { readonly windows: boolean },
): Promise<Replies | UsageFault | "cancelled"> {
  const { stdin, stderr } = world;
  if (stdin.isTerminal) stderr.write(`${initWords.intro[lang]}\n`);
  const answers = await stdin.open();
  const ask = <T>(question: Question<T>) => askOne({ answers, question, lang, world });
  try {
    const title = await ask({ name: "title", usual: starterWords(lang).title, read: readName });
    if (isStop(title)) return title;
    const languages = await ask({
      name: "languages",
      usual: defaultLanguages.join(", "),
      read: readLanguages,
    });
    if (isStop(languages)) return languages;
    const publisher = await ask({ name: "publisher", usual: starterWords(lang).publisher, read: readName });
    if (isStop(publisher)) return publisher;
    const url = await ask({ name: "url", usual: "", read: readAddress });
    if (isStop(url)) return url;
    const windows = asked.windows ? await ask({ name: "windows", usual: yes[lang], read: readYes }) : {};
    if (isStop(windows)) return windows;
    return {
      languages: languages.value ?? defaultLanguages,
      ...(title.value !== undefined && { title: title.value }),
      ...(publisher.value !== undefined && { publisher: publisher.value }),
      ...(url.value !== undefined && { url: url.value }),
      windows: asked.windows && (windows.value ?? true),
    };
  } finally {
    answers.close();
  }
}

const yes: Bilingual = { vi: "có", en: "yes" };

interface Question<T> {
  readonly name: QuestionName;
  /** Shown in brackets. */
  readonly usual: string;
  readonly read: (typed: string) => Reply<T> | UsageFault;
}

/** Without a value: the usual answer. */
interface Reply<T> {
  readonly value?: T;
}

interface Asking<T> {
  readonly answers: Answers;
  readonly question: Question<T>;
  readonly lang: MessageLanguage;
  readonly world: World;
}

async function askOne<T>({ answers, question, lang, world }: Asking<T>) {
  const { name, usual, read } = question;
  const prompt = `${questionWords[name][lang]}${usual === "" ? "" : ` (${usual})`}: `;
  for (;;) {
    const line = await answers.ask(prompt);
    if (line === undefined) return world.stdin.isTerminal ? "cancelled" : {};
    const typed = cleanLine(line);
    const reply = typed === "" ? {} : read(typed);
    if (!("message" in reply)) return reply;
    const fault: UsageFault = reply;
    if (!world.stdin.isTerminal) {
      const { vi, en } = questionWords[name];
      return { ...fault, message: { vi: `${vi}: ${fault.message.vi}`, en: `${en}: ${fault.message.en}` } };
    }
    const lines = [fault.message[lang], ...(fault.hint === undefined ? [] : [fault.hint[lang]])];
    world.stderr.write(`  ${lines.join("\n  ")}\n`);
  }
}

function isStop<T>(reply: Reply<T> | UsageFault | "cancelled"): reply is UsageFault | "cancelled" {
  return reply === "cancelled" || "message" in reply;
}

const longestName = 200;

function readName(typed: string): Reply<string> | UsageFault {
  const name = joinLines(typed);
  if (countGraphemes(name) <= longestName) return { value: name };
  return {
    message: { vi: `Dài quá ${longestName} chữ cái`, en: `Longer than ${longestName} letters` },
    hint: { vi: "Viết gọn lại", en: "Make it shorter" },
  };
}

/** Codes or names, with commas or spaces between them: `vi, en`, `tiếng Việt, tiếng Anh`, `vi en`. */
function readLanguages(typed: string): Reply<readonly Lang[]> | UsageFault {
  const parts = typed.split(/[,;/+&]|\s(?:và|and)\s/iu).map((part) => part.trim());
  const codes = parts.flatMap((part) => {
    const codesAlone = /^[a-z]{2,3}(?:\s+[a-z]{2,3})+$/i.test(part);
    const whole = codesAlone ? undefined : meantBy(part);
    return whole === undefined ? part.split(/\s+/).map((word) => meantBy(word) ?? word) : [whole];
  });
  const list = [...new Set(codes.filter((code) => code !== ""))];
  const hint = { vi: "Viết mã ngôn ngữ, ví dụ: vi, en", en: "Write codes of languages, such as: vi, en" };
  const wrong = list.find((code) => meantBy(code) === undefined);
  if (wrong !== undefined) {
    return {
      message: { vi: `“${wrong}” không phải là mã ngôn ngữ`, en: `“${wrong}” is not a language code` },
      hint,
    };
  }
  const text = `languages: ${JSON.stringify(list)}\nimprint: { governingBody: x }\n`;
  const { config, diagnostics } = parseConfig({ path: sourcePath("bantin.yaml"), text, hash: "" });
  const fault = diagnostics.find(isError);
  return fault === undefined ? { value: config.languages } : { message: fault.message, hint };
}

/** Longer codes are none that anybody has registered: most likely a word. */
function meantBy(part: string): Lang | undefined {
  return [languageOf(part), languageMeant(part)].find((code) => code && /^[a-z]{2,3}(?:-|$)/i.test(code));
}

/** `https://` may be left out. */
function readAddress(typed: string): Reply<string> | UsageFault {
  const result = readSiteUrl(typed);
  if ("url" in result) return { value: result.url };
  const { message, suggestion } = result;
  if (suggestion === undefined) {
    return {
      message,
      hint: { vi: "Ví dụ: https://bantin.example.vn", en: "Such as: https://bantin.example.vn" },
    };
  }
  const isBare = suggestion.replace(/^https:\/\//, "") === typed.replace(/\/+$/, "").toLowerCase();
  if (isBare) return { value: suggestion };
  return { message, hint: { vi: `Viết: ${suggestion}`, en: `Write: ${suggestion}` } };
}

function readYes(typed: string): Reply<boolean> | UsageFault {
  const word = typed.toLowerCase();
  if (/^(?:c|có|co|y|yes|ừ)$/.test(word)) return { value: true };
  if (/^(?:k|không|khong|ko|n|no)$/.test(word)) return { value: false };
  return {
    message: { vi: `“${typed}” không phải là có hay không`, en: `“${typed}” is neither yes nor no` },
    hint: { vi: "Viết: có, hoặc: không", en: "Write: yes, or: no" },
  };
}
