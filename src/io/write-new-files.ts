// New files beside what is there already: nothing is ever overwritten, and where the machine refuses one of them those
// already written are taken back, so that a second try begins where the first did.
import { constants, copyFileSync, mkdirSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import nodePath from "node:path";
import type { Diagnostic } from "../model/diagnostic.js";
import type { SourcePath } from "../model/paths.js";
import { codeOf } from "./read-files.js";
import { refusals } from "./write-faults.js";

export interface NewFile {
  /** Relative to the root. */
  readonly path: SourcePath;
  /** A text, written as UTF-8; or the absolute path of a file to copy. */
  readonly content: string | { readonly copyOf: string };
}

export interface NewFiles {
  readonly written: readonly SourcePath[];
  /** Those that were there already, left as they are. */
  readonly kept: readonly SourcePath[];
}

/** `root` is absolute; it and the folders below it are made where they are missing. */
export function writeNewFiles(root: string, files: readonly NewFile[]): NewFiles | Diagnostic {
  const written: SourcePath[] = [];
  const kept: SourcePath[] = [];
  for (const file of files) {
    try {
      if (writeNewFile(nodePath.join(root, file.path), file.content)) written.push(file.path);
      else kept.push(file.path);
    } catch (problem) {
      for (const path of written) unlinkSync(nodePath.join(root, path));
      return explainRefusal(file.path, codeOf(problem), problem);
    }
  }
  return { written, kept };
}

/** The report for what the machine refused; throws what is not the user's to mend. */
export function explainRefusal(file: SourcePath, code: string | undefined, problem: unknown): Diagnostic {
  const reason = code === "EEXIST" ? refusals.get("ENOTDIR") : code && refusals.get(code);
  if (!reason) throw problem;
  return {
    rule: "new-file-refused",
    severity: "error",
    file,
    message: {
      vi: `Không tạo được tệp này: ${reason.vi}`,
      en: `This file cannot be made: ${reason.en}`,
    },
    hint: {
      vi: "Gỡ vướng mắc ấy rồi chạy lại, hoặc làm ở thư mục khác; chưa có gì được ghi",
      en: "Clear that up and run again, or work in another folder; nothing was written",
    },
  };
}

/** False where a file of that name is there. */
function writeNewFile(machine: string, content: NewFile["content"]): boolean {
  mkdirSync(nodePath.dirname(machine), { recursive: true });
  try {
    if (typeof content === "string") writeFileSync(machine, content, { flag: "wx" });
    else copyFileSync(content.copyOf, machine, constants.COPYFILE_EXCL);
    return true;
  } catch (problem) {
    if (codeOf(problem) !== "EEXIST") throw problem;
    return false;
  }
}

/** What stands at a path: a folder, something else, or nothing. */
export function lookAt(machine: string): "folder" | "file" | "nothing" {
  try {
    return statSync(machine).isDirectory() ? "folder" : "file";
  } catch {
    return "nothing";
  }
}
