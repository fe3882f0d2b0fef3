// `bantin init`: a new bulletin in an empty folder, or what is still missing in one that is there. No file that exists
// is ever touched, and a folder that holds articles already gets no first articles.
import { readdirSync } from "node:fs";
import nodePath from "node:path";
import { displayPath } from "../io/machine-paths.js";
import { readVersion } from "../io/package-root.js";
import { lookAt, type NewFile, type NewFiles, writeNewFiles } from "../io/write-new-files.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { sourcePath } from "../model/paths.js";
import { defaultLanguages } from "../parse/config/languages.js";
import { defaultTimeZone } from "../parse/config/time-zone.js";
import { initWords } from "../strings/cli-making.js";
import type { UsageFault } from "./arguments.js";
import type { CommandInput } from "./command-input.js";
import { demoFiles } from "./demo-files.js";
import { doubleClickFiles } from "./double-click.js";
import { type Calls, callsOf } from "./installation.js";
import { chooseNow } from "./now.js";
import { printFaults } from "./print-faults.js";
import { askStarter, type Replies } from "./questions.js";
import { configFile, firstArticles, ignoreFile } from "./starter-files.js";
import { formatInstant } from "./wall-time.js";
import type { ExitStatus } from "./world.js";

export async function init(input: CommandInput): Promise<ExitStatus | UsageFault> {
  const { world, flags, words, packageRoot, lang } = input;
  const root = nodePath.resolve(world.cwd, words[0] ?? ".");
  const calls = callsOf({ packageRoot, root, version: readVersion(packageRoot) });
  const unfit = checkFolder(root, words[0] ?? ".", flags.demo === true);
  if (unfit !== undefined) {
    printFaults(input, root, [unfit]);
    return 1;
  }
  const hasContent = isFilled(nodePath.join(root, "content"));
  const replies = await chooseReplies(input, root);
  if (replies === "cancelled") {
    world.stderr.write(`\n${initWords.cancelled[lang]}\n`);
    return 1;
  }
  if ("message" in replies) return replies;
  const now = chooseNow({
    flag: undefined,
    epoch: world.env["SOURCE_DATE_EPOCH"],
    clock: world.clock,
    timeZone: defaultTimeZone,
  });
  if (typeof now !== "number") return now;
  const date = formatInstant(now, defaultTimeZone);
  const articles = hasContent ? [] : firstArticles(replies, { command: nameOf(calls), date });
  const files = [
    ...(flags.demo === true ? demoFiles(packageRoot) : [configFile(replies), ...articles]),
    ignoreFile,
    ...(replies.windows ? doubleClickFiles(calls.batch) : []),
  ];
  return finish(input, { root, files, calls, hasContent });
}

/** The first articles are for everybody who works on the bulletin: no path of this machine in them. */
function nameOf({ typed }: Calls): string {
  return typed.startsWith("node ") ? "bantin" : typed;
}

async function chooseReplies(
  { world, flags, lang }: CommandInput,
  root: string,
): Promise<Replies | UsageFault | "cancelled"> {
  const windows = flags.windows === true;
  const isAnswered = lookAt(nodePath.join(root, "bantin.yaml")) !== "nothing" || flags.demo === true;
  if (flags.yes === true || isAnswered) return { languages: defaultLanguages, windows };
  const replies = await askStarter(world, lang, { windows: !windows && world.platform.startsWith("win32") });
  return typeof replies === "object" && "languages" in replies && windows ? { ...replies, windows } : replies;
}

function checkFolder(root: string, typed: string, isDemo: boolean): Diagnostic | undefined {
  const about = { severity: "error", file: sourcePath(typed) } as const;
  if (lookAt(root) === "file") {
    return {
      ...about,
      rule: "init-not-folder",
      message: { vi: "Đây là một tệp, không phải thư mục", en: "This is a file, not a folder" },
      hint: {
        vi: "Chọn tên khác cho thư mục của bản tin",
        en: "Choose another name for the bulletin's folder",
      },
    };
  }
  const isBulletin = ["bantin.yaml", "content"].some(
    (name) => lookAt(nodePath.join(root, name)) !== "nothing",
  );
  if (!isDemo || !isBulletin) return undefined;
  return {
    ...about,
    rule: "init-not-empty",
    message: {
      vi: "Ở đây đã có một bản tin, không chép bản tin mẫu lẫn vào được",
      en: "There is a bulletin here already; the sample is not mixed into it",
    },
    hint: {
      vi: "Chép bản tin mẫu vào một thư mục mới: bantin init ban-tin-mau --demo",
      en: "Copy the sample into a new folder: bantin init sample --demo",
    },
  };
}

function isFilled(folder: string): boolean {
  return lookAt(folder) === "folder" && readdirSync(folder).length > 0;
}

interface Plan {
  readonly root: string;
  readonly files: readonly NewFile[];
  readonly calls: Calls;
  /** There were articles before. */
  readonly hasContent: boolean;
}

function finish(input: CommandInput, { root, files, calls, hasContent }: Plan): ExitStatus {
  const made = writeNewFiles(root, files);
  if ("rule" in made) {
    printFaults(input, root, [made]);
    return 1;
  }
  const { world, lang } = input;
  const say = (lines: readonly string[]) => world.stdout.write(lines.map((line) => `${line}\n`).join(""));
  say(madeLines(made, lang));
  if (hasContent) say([initWords.keptContent[lang]]);
  const folder = displayPath(world.cwd, root);
  const enter =
    root === nodePath.resolve(world.cwd) ? [] : [[`cd ${quoteWord(folder)}`, initWords.enter[lang]]];
  const steps = [
    ...enter,
    [`${calls.typed} build`, initWords.build[lang]],
    [`${calls.typed} new "${initWords.sampleTitle[lang]}"`, initWords.write[lang]],
    [`${calls.typed} watch --open`, initWords.watch[lang]],
  ];
  const width = Math.max(...steps.map(([line = ""]) => line.length));
  say(["", initWords.next[lang], ...steps.map(([line = "", what]) => `  ${line.padEnd(width)}  ${what}`)]);
  return 0;
}

/** More are counted, not listed. */
const mostListed = 20;

function madeLines({ written, kept }: NewFiles, lang: CommandInput["lang"]): string[] {
  const list = (paths: readonly string[]) => paths.map((path) => `  ${path}`);
  const made =
    written.length > mostListed
      ? [initWords.madeCount[lang].replace("{n}", String(written.length))]
      : [written.length === 0 ? initWords.nothing[lang] : initWords.made[lang], ...list(written)];
  return [...made, ...(kept.length === 0 ? [] : [initWords.kept[lang], ...list(kept)])];
}

function quoteWord(path: string): string {
  return /^[\w./:-]+$/.test(path) ? path : `"${path}"`;
}
