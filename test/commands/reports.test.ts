// Every report of the pipeline itself, in both languages; the table is commands.reports.txt.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../../src/commands/run.js";
import { readSettings } from "../../src/commands/settings.js";
import { repository, temporaryFolder, writeFiles } from "../cli.js";
import { describeCase } from "../reports.js";

async function reportsOf(files: Readonly<Record<string, string>>, folders: readonly string[] = []) {
  const root = temporaryFolder();
  writeFiles(root, files);
  for (const folder of folders) mkdirSync(join(root, folder));
  const { diagnostics } = await run({
    settings: { ...readSettings(root), diagnostics: [] },
    packageRoot: repository,
    out: join(root, "dist"),
    now: 0,
    show: { drafts: false, future: false, expired: false },
    strict: false,
    patience: 0,
    cache: { folder: join(root, "cache"), isRead: true, tool: "", started: 0 },
    onStage: () => {},
  });
  return diagnostics.filter(({ rule }) => rule.startsWith("content-"));
}

test("the reports of the pipeline", async () => {
  const tables = [
    describeCase("no folder content", await reportsOf({ "bantin.yaml": "" })),
    describeCase("an empty folder content", await reportsOf({}, ["content"])),
    describeCase("no article in it", await reportsOf({ "content/tags.yaml": "", "content/_x.md": "" })),
  ];
  await expect(tables.join("\n")).toMatchFileSnapshot("commands.reports.txt");
});
