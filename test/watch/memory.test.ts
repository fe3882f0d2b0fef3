// What the preview keeps does not grow with the number of edits.
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { openPreviewPages } from "../../src/commands/preview-pages.js";
import { openPreviewTabs } from "../../src/commands/preview-tabs.js";
import { openSession } from "../../src/commands/session.js";
import { readSettings } from "../../src/commands/settings.js";
import type { Tab } from "../../src/io/live.js";
import { sourcePath } from "../../src/model/paths.js";
import { repository, temporaryFolder, writeFiles } from "../cli.js";
import { article, bulletin, longText } from "./bulletin.js";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

test("hundreds of edits leave no more behind than a few", async () => {
  const root = temporaryFolder();
  writeFiles(root, bulletin);
  const cacheFolder = join(root, ".bantin/cache");
  const session = openSession({
    readSettings: () => readSettings(root),
    packageRoot: repository,
    show: { drafts: true, future: true, expired: true },
    now: () => 0,
    cache: { folder: cacheFolder, isRead: false, tool: "", started: 0 },
    onStage: () => {},
  });
  const first = await session.refresh("all");
  const pages = openPreviewPages({ site: first.site, token: "t", cacheFolder, waiting: "" });
  const tabs = openPreviewTabs(pages, { lang: "en", roots: [root], editor: "" }, first);
  let told = 0;
  const tab: Tab = {
    path: "/vi/2023/01/bai-mot.html",
    seen: "",
    isHere: true,
    send: (event) => {
      if (event === "page") told++;
    },
    onClose: () => {},
  };
  tabs.add(tab);
  const edit = async (number: number) => {
    // Every tenth is faulty; each brings a new page and takes an old one away.
    const text = number % 10 === 9 ? "---\ntitle: a: b\n---\n" : article("Bài một", `${longText}${number}`);
    const extra = join("content", `c${number % 5}.vi.md`);
    writeFiles(root, {
      "content/a.vi.md": text,
      [extra]: article(`Bài ${number}`, "x", `slug: c${number}\n`),
    });
    const state = await session.refresh(new Set([sourcePath("content/a.vi.md"), sourcePath(extra)]));
    pages.turnTo(state.site);
    tabs.show(state);
    pages.answer(`/vi/2023/01/c${number}.html`);
  };
  const heap = () => {
    collectGarbage();
    return process.memoryUsage().heapUsed / 1e6;
  };
  for (let number = 0; number < 40; number++) await edit(number);
  const before = heap();
  for (let number = 40; number < 240; number++) await edit(number);
  expect(heap() - before).toBeLessThan(3);
  expect(told).toBeGreaterThan(200);
}, 120_000);
