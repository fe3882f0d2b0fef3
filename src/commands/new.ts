// `bantin new`: an article's file in its place, with a free name and a front matter that reads back as it was asked
// for. A new article is a draft, so that nothing half-written is published; only its path goes to stdout.
import { existsSync } from "node:fs";
import nodePath from "node:path";
import { displayPath } from "../io/machine-paths.js";
import { readFolder } from "../io/read-folder.js";
import { type NewFile, writeNewFiles } from "../io/write-new-files.js";
import { type Diagnostic, isError } from "../model/diagnostic.js";
import { sourcePath } from "../model/paths.js";
import { isIgnoredName } from "../parse/file-names.js";
import type { UsageFault } from "./arguments.js";
import type { CommandInput } from "./command-input.js";
import { planArticle } from "./new-article.js";
import { printFaults } from "./print-faults.js";
import { planTranslation } from "./translation.js";
import type { ExitStatus } from "./world.js";

/** What is to be made: the names to try, in order, with the file under each. */
export interface NewPlan {
  readonly names: Iterable<NewFile>;
  /** What the name is taken by, where only one is tried. */
  readonly taken?: Diagnostic;
  /** Said beside the path. */
  readonly note: string;
}

/** A plan, or what is wrong: with what was typed, or with files. */
export type Planned = NewPlan | UsageFault | { readonly faults: readonly Diagnostic[] };

export async function createNew(input: CommandInput): Promise<ExitStatus | UsageFault> {
  const { settings, flags, world } = input;
  const { root } = settings;
  const place = checkPlace(input);
  if (place.length > 0) {
    printFaults(input, root, place);
    return 1;
  }
  const listing = readFolder(root, "content", isIgnoredName);
  const planned =
    flags.translate === undefined ? planArticle(input, listing.files) : planTranslation(input, listing.files);
  if ("message" in planned) return planned;
  if ("faults" in planned) {
    printFaults(input, root, planned.faults);
    return 1;
  }
  for (const file of planned.names) {
    const made = writeNewFiles(root, [file]);
    if (!("rule" in made) && made.written.length === 0) continue;
    if ("rule" in made) {
      printFaults(input, root, [made]);
      return 1;
    }
    world.stdout.write(`${displayPath(world.cwd, nodePath.join(root, file.path))}\n`);
    world.stderr.write(`${planned.note}\n`);
    return 0;
  }
  printFaults(input, root, planned.taken === undefined ? [] : [planned.taken]);
  return 1;
}

/** Where there is no bulletin nothing is made, and a faulty bantin.yaml would send the article to a wrong place. */
function checkPlace({ settings }: CommandInput): readonly Diagnostic[] {
  const { root, diagnostics } = settings;
  const faults = diagnostics.filter(isError);
  if (faults.length > 0) return faults;
  const isBulletin = ["bantin.yaml", "content"].some((name) => existsSync(nodePath.join(root, name)));
  return isBulletin ? [] : [noBulletin];
}

const noBulletin: Diagnostic = {
  rule: "bulletin-missing",
  severity: "error",
  file: sourcePath("bantin.yaml"),
  message: {
    vi: "Ở đây chưa có bản tin nào: không có bantin.yaml, cũng không có thư mục content",
    en: "There is no bulletin here: neither bantin.yaml nor a folder content",
  },
  hint: {
    vi: "Vào đúng thư mục của bản tin (hoặc dùng --root), hay tạo bản tin mới: bantin init",
    en: "Go to the bulletin's own folder (or use --root), or make a new one: bantin init",
  },
};
