// `bantin watch`: the bulletin as it will be, in a browser, from one save to the next. Nothing that an author writes
// ends it; what is wrong is said here and in the pages, and the last good pages stay.
import { randomBytes } from "node:crypto";
import nodePath from "node:path";
import { readClientFiles } from "../io/client-files.js";
import { contentTypeOf } from "../io/content-types.js";
import { networkAddresses, type Reach } from "../io/hosts.js";
import { openBrowser } from "../io/open-browser.js";
import { type Answer, serve } from "../io/serve.js";
import { type Watching, watchBulletin } from "../io/watch.js";
import type { Bilingual } from "../model/diagnostic.js";
import { isIgnoredName } from "../parse/file-names.js";
import { watchWords } from "../strings/preview.js";
import type { UsageFault } from "./arguments.js";
import { type BaseUrl, readBaseUrl } from "./base-url.js";
import type { Changes } from "./changes.js";
import type { CommandInput } from "./command-input.js";
import { findMissingContent, ignoresInTheme } from "./content.js";
import { deskOf } from "./desk.js";
import { chooseNow } from "./now.js";
import { openPreviewPages, type PreviewPages, withClient } from "./preview-pages.js";
import { isOurs, openPreviewTabs } from "./preview-tabs.js";
import { printFaults } from "./print-faults.js";
import { openSession, type State } from "./session.js";
import { readSettings } from "./settings.js";
import { openProgress } from "./terminal.js";
import { openTurns } from "./turns.js";
import { openWatchLog, type WatchLog } from "./watch-log.js";
import type { ExitStatus } from "./world.js";
import { openWriter } from "./write-after.js";

export async function watch(input: CommandInput): Promise<ExitStatus | UsageFault> {
  const { world, settings, cache, packageRoot, lang } = input;
  const { root } = settings;
  const chosen = chooseWatch(input);
  if ("message" in chosen) return chosen;
  const missing = findMissingContent(root);
  if (missing !== undefined) {
    printFaults(input, root, [missing]);
    return 1;
  }
  const progress = openProgress(world, lang, true);
  const session = openSession({
    readSettings: () => chosen.baseUrl.apply(readSettings(root)),
    packageRoot,
    show: chosen.show,
    now: chosen.now,
    cache,
    onStage: progress.show,
  });
  let state = await session.refresh("all");
  progress.clear();

  const token = randomBytes(16).toString("hex");
  const files = readClientFiles(packageRoot);
  const pages = openPreviewPages({
    site: state.site,
    token,
    cacheFolder: cache.folder,
    waiting: files.get("waiting.html") ?? "",
  });
  const roots = [root, packageRoot];
  const tabs = openPreviewTabs(pages, { lang, roots, editor: chosen.editor }, state);
  const serving = await serve({
    port: chosen.port,
    reach: chosen.reach,
    token,
    answer: (path) => answer({ path, pages, files, token, desk: () => deskOf(state.site, lang) }),
    onTab: tabs.add,
  });
  if (serving === undefined) return noPort(chosen.port);
  const log = openWatchLog(input, roots);
  sayWhere(log, chosen, serving.port);
  log.report(state);
  const writer = chosen.write
    ? openWriter({ packageRoot, cache, out: nodePath.join(root, "dist"), log: openWatchLog(input, roots) })
    : undefined;

  const turns = openTurns(async (changes) => {
    const start = world.stopwatch();
    const next = await attempt(() => session.refresh(changes), log);
    if (next === undefined) return "failed";
    if (next === state) return "done";
    state = next;
    pages.turnTo(state.site);
    tabs.show(state);
    log.turned(changes, state, world.stopwatch() - start);
    writeLater();
    return "done";
  });
  let timer: NodeJS.Timeout | undefined;
  const writeLater = () => {
    clearTimeout(timer);
    if (writer === undefined || state.hasErrors) return;
    timer = setTimeout(() => turns.addJob(() => writer.write(state)), pauseBeforeWriting);
  };
  writeLater();

  const watching = keepWatching(root, { poll: chosen.poll, turns: turns.add, log });
  if (chosen.open) openBrowser(`http://127.0.0.1:${serving.port}/`, world.platform);
  await world.interrupted();
  clearTimeout(timer);
  await Promise.all([serving.close(), watching.close()]);
  return 0;
}

/** Milliseconds: a burst of saves is written once. */
const pauseBeforeWriting = 100;

interface Chosen {
  readonly baseUrl: BaseUrl;
  readonly port: number;
  readonly reach: Reach;
  readonly show: { readonly drafts: boolean; readonly future: boolean; readonly expired: boolean };
  readonly now: () => number;
  readonly editor: string;
  readonly open: boolean;
  readonly write: boolean;
  readonly poll: boolean;
}

function chooseWatch({ world, flags, settings }: CommandInput): Chosen | UsageFault {
  const baseUrl = readBaseUrl(flags);
  if ("message" in baseUrl) return baseUrl;
  const port = typeof flags.port === "string" ? flags.port : "4321";
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) return wrongPort(port);
  const readNow = () =>
    chooseNow({
      flag: undefined,
      epoch: world.env["SOURCE_DATE_EPOCH"],
      clock: world.clock,
      timeZone: settings.config.timeZone,
    });
  const now = readNow();
  if (typeof now !== "number") return now;
  const isShown = flags.published !== true;
  const editor = typeof flags.editor === "string" ? flags.editor : "vscode://file/{path}:{line}:{column}";
  return {
    baseUrl,
    port: Number(port),
    reach: flags.host === true ? "network" : "machine",
    show: { drafts: isShown, future: isShown, expired: isShown },
    // It was a number at the start, and depends on the clock alone.
    now: () => Number(readNow()),
    editor: editor === "none" ? "" : editor,
    open: flags.open === true,
    write: flags.write === true,
    poll: flags.poll === true,
  };
}

function wrongPort(typed: string): UsageFault {
  return {
    message: {
      vi: `--port phải là một số từ 0 đến 65535, không phải “${typed}”`,
      en: `--port must be a number from 0 to 65535, not “${typed}”`,
    },
    hint: { vi: "Viết: --port 4321", en: "Write: --port 4321" },
  };
}

function noPort(port: number): UsageFault {
  const fill = (text: Bilingual): Bilingual => ({
    vi: text.vi.replace("{wanted}", String(port)),
    en: text.en.replace("{wanted}", String(port)),
  });
  return { message: fill(watchWords.noPort), hint: watchWords.otherPort };
}

interface Asked {
  readonly path: string;
  readonly pages: PreviewPages;
  readonly files: ReadonlyMap<string, string>;
  readonly token: string;
  readonly desk: () => object;
}

function answer({ path, pages, files, token, desk }: Asked): Answer | Promise<Answer> {
  if (path === "/__bantin") return { moved: "/__bantin/" };
  if (!isOurs(path)) return pages.answer(path);
  const name = path.slice("/__bantin/".length) || "desk.html";
  if (name === "desk.json") {
    return { status: 200, type: contentTypeOf(name), body: JSON.stringify(desk()) };
  }
  const text = files.get(name);
  if (text === undefined) return { status: 404, type: contentTypeOf("x.txt"), body: "404\n" };
  const body = name.endsWith(".html") ? withClient(text, { token, version: "" }) : text;
  return { status: 200, type: contentTypeOf(name), body };
}

function sayWhere(log: WatchLog, { port: wanted, reach }: Chosen, port: number): void {
  if (port !== wanted && wanted !== 0) log.say("portTaken", { wanted, port });
  log.say("open", { url: `http://127.0.0.1:${port}/` });
  if (reach === "network") {
    for (const address of networkAddresses()) log.say("open", { url: `http://${address}:${port}/` });
    log.say("everyone", {});
  }
  log.say("desk", { url: `http://127.0.0.1:${port}/__bantin/` });
  log.say("stop", {});
}

/** A file that is in the way for a moment is no reason to end; a fault of ours is said, and the next change is tried. */
async function attempt(work: () => Promise<State>, log: WatchLog): Promise<State | undefined> {
  try {
    return await work();
  } catch (problem) {
    log.say("failed", { message: problem instanceof Error ? problem.message : String(problem) });
    return undefined;
  }
}

interface Watched {
  readonly poll: boolean;
  readonly turns: (changes: Changes) => void;
  readonly log: WatchLog;
}

function keepWatching(root: string, { poll, turns, log }: Watched): { readonly close: () => Promise<void> } {
  let current: Watching | undefined;
  const start = (isPolling: boolean) => {
    const watching = watchBulletin({
      root,
      poll: isPolling,
      ignores: (name, path) =>
        path.startsWith("content/") ? isIgnoredName(name) : ignoresInTheme(name, path),
      onChanges: turns,
      onExhausted: () => {
        if (isPolling || current !== watching) return;
        log.say("exhausted", {});
        void watching.close();
        current = start(true);
      },
    });
    // What was saved between the first reading and now.
    watching.ready.then(() => turns("all"));
    return watching;
  };
  current = start(poll);
  return { close: () => current?.close() ?? Promise.resolve() };
}
