// What an editor saves while a build runs may come too late for it, but never for the next one.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type RunOptions, run } from "../src/commands/run.js";
import { readSettings } from "../src/commands/settings.js";
import { readTree, repository, temporaryFolder, writeFiles } from "./cli.js";
import { article, good } from "./commands/builds.js";

/** Long after every file was written, so that their times are believed. */
const started = Date.UTC(2031, 0, 1);

function optionsFor(root: string, out: string, onStage: RunOptions["onStage"] = () => {}): RunOptions {
  return {
    settings: readSettings(root),
    packageRoot: repository,
    out: join(root, out),
    now: started,
    show: { drafts: false, future: false, expired: false },
    strict: false,
    patience: 0,
    cache: { folder: join(root, `cache-${out}`), isRead: true, tool: "", started },
    onStage,
  };
}

const files = {
  ...good,
  "content/tep.pdf": "%PDF-1.4 cũ",
  "content/b.vi.md": article("Bài hai", "[Tệp](tep.pdf)"),
  "assets/root/ghi-chu.txt": "cũ",
};
const saved = {
  "content/a.vi.md": article("Bài một", "Thân khác./."),
  "content/b.vi.md": article("Bài mới", "[Tệp](tep.pdf)"),
  "content/tep.pdf": "%PDF-1.4 mới",
  "assets/root/ghi-chu.txt": "mới",
};

test.each(["read", "files", "compile", "write"] as const)(
  "a first build, and files saved at its stage “%s”: the next one has them",
  async (when) => {
    for (const [path, text] of Object.entries(saved)) {
      const root = temporaryFolder();
      writeFiles(root, files);
      let isSaved = false;
      const first = await run(
        optionsFor(root, "dist", (stage) => {
          if (stage === when && !isSaved) writeFileSync(join(root, path), text);
          isSaved ||= stage === when;
        }),
      );
      expect(isSaved).toBe(true);
      const second = await run(optionsFor(root, "dist"));
      const fresh = await run(optionsFor(root, "fresh"));
      // A file that is another than when it was looked at keeps the first from ending well.
      expect([path, first.ok || path === "content/tep.pdf" || path.startsWith("assets/")]).toEqual([
        path,
        true,
      ]);
      expect([path, second.ok, fresh.ok]).toEqual([path, true, true]);
      expect([path, readTree(join(root, "dist"))]).toEqual([path, readTree(join(root, "fresh"))]);
    }
  },
  60_000,
);
