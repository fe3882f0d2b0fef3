// Where the site is written, and where it may not be: never over the bulletin itself. A link in the place of the
// output folder is followed first, so that every rule is about the folder that is really written to.
import { lstatSync, mkdirSync, realpathSync, statSync } from "node:fs";
import nodePath from "node:path";
import type { Bilingual, Diagnostic } from "../model/diagnostic.js";
import type { SourcePath } from "../model/paths.js";
import { contains, displayPath, resolveReal } from "./machine-paths.js";
import { codeOf } from "./read-files.js";

export interface OutPlace {
  /** Absolute, links resolved. */
  readonly out: string;
  /** Absolute: where new files wait. `beside` is on the same volume in all but rare cases. */
  readonly stages: Readonly<Record<"beside" | "inside", string>>;
  /** Absolute: the lock that keeps two builds apart. */
  readonly locks: Readonly<Record<"beside" | "inside", string>>;
  /** The path of a file of the output folder as reports show it; without one, the folder's own. */
  readonly show: (path?: string) => SourcePath;
}

export function placeOut(root: string, out: string): OutPlace | Diagnostic {
  const shown = displayPath(root, nodePath.resolve(out));
  const realRoot = realpathSync.native(root);
  let real: string;
  try {
    real = resolveReal(out);
  } catch {
    return refuseOut(shown, {
      vi: "Nơi xuất bản là một lối tắt dẫn tới thư mục không còn nữa",
      en: "The output folder is a link to a folder that no longer exists",
    });
  }
  if (contains(real, realRoot)) {
    return refuseOut(shown, {
      vi: "Nơi xuất bản trùng với thư mục của bản tin hoặc chứa thư mục ấy",
      en: "The output folder is the bulletin's own folder, or holds it",
    });
  }
  const own = ["content", "templates", "assets", ".git"].find((name) =>
    contains(resolveReal(nodePath.join(realRoot, name)), real),
  );
  if (own !== undefined) {
    return refuseOut(shown, {
      vi: `Nơi xuất bản nằm trong thư mục ${own} của bản tin`,
      en: `The output folder lies in the bulletin's ${own} folder`,
    });
  }
  if (!(statSync(real, { throwIfNoEntry: false })?.isDirectory() ?? true)) {
    return refuseOut(shown, {
      vi: "Nơi xuất bản là một tệp, không phải thư mục",
      en: "The output folder is a file, not a folder",
    });
  }
  const beside = nodePath.join(nodePath.dirname(real), `.${nodePath.basename(real)}`);
  return {
    out: real,
    stages: { beside: `${beside}.bantin-new`, inside: nodePath.join(real, ".bantin-new") },
    locks: { beside: `${beside}.bantin-lock`, inside: nodePath.join(real, ".bantin-lock") },
    show: (path) =>
      path === undefined ? shown : displayPath(root, nodePath.join(nodePath.resolve(out), path)),
  };
}

/** Makes the empty folder in which the new files wait: beside the output folder where that is the same volume. */
export function makeStage(place: OutPlace): "beside" | "inside" {
  const parent = nodePath.dirname(place.out);
  const out = lstatSync(place.out, { throwIfNoEntry: false });
  const ownVolume = out !== undefined && (parent === place.out || out.dev !== statSync(parent).dev);
  if (!ownVolume) {
    try {
      mkdirSync(place.stages.beside);
      return "beside";
    } catch (problem) {
      if (out === undefined || !isRefusal(problem)) throw problem;
    }
  }
  mkdirSync(place.stages.inside);
  return "inside";
}

/** True for a folder that may not be written to, while another may. */
export function isRefusal(problem: unknown): boolean {
  return ["EACCES", "EPERM", "EROFS"].includes(codeOf(problem) ?? "");
}

function refuseOut(file: SourcePath, message: Bilingual): Diagnostic {
  const other = file === "dist" ? "site" : "dist";
  return {
    rule: "output-unsafe",
    severity: "error",
    file,
    message,
    hint: {
      vi: `Chọn một thư mục khác, ví dụ: --out ${other}`,
      en: `Choose another folder, such as: --out ${other}`,
    },
  };
}
