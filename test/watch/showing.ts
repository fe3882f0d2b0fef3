// A page of a real `bantin watch` in a real Chromium.
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { onTestFinished } from "vitest";
import { temporaryFolder, writeFiles } from "../cli.js";
import { type Watched, watchBulletin } from "../watching.js";
import { bulletin } from "./bulletin.js";

export interface Shown {
  readonly root: string;
  readonly watched: Watched;
  readonly page: Page;
  /** How often a page was loaded. */
  readonly loads: () => number;
  /** What the browser complained about. */
  readonly complaints: readonly string[];
  readonly write: (path: string, text: string | Uint8Array) => void;
  readonly remove: (path: string) => void;
  /** Another page, once the preview has said hello to it. */
  readonly open: (path: string) => Promise<Page>;
  /** Waits for a text in the page. */
  readonly has: (text: string, page?: Page) => Promise<void>;
}

export interface ShowOptions {
  /** Laid over the small bulletin. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly args?: readonly string[];
}

export async function show(browser: Browser, path: string, options: ShowOptions = {}): Promise<Shown> {
  const root = temporaryFolder();
  writeFiles(root, { ...bulletin, ...options.files });
  const watched = await watchBulletin(root, ["--messages", "en", ...(options.args ?? [])]);
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
  onTestFinished(() => context.close());
  const complaints: string[] = [];
  let loads = 0;
  const open = async (address: string) => {
    const page = await context.newPage();
    // Counted when it is asked for: "load" comes after the page's scripts have run, and a test may look before.
    page.on("request", (request) => {
      if (request.isNavigationRequest() && request.frame() === page.mainFrame()) loads++;
    });
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(watched.base + address);
    await page.locator("bantin-preview .bar > *, #top h1").first().waitFor();
    return page;
  };
  const page = await open(path);
  return {
    root,
    watched,
    page,
    loads: () => loads,
    complaints,
    write: (name, text) => writeFileSync(join(root, name), text),
    remove: (name) => rmSync(join(root, name), { recursive: true }),
    open,
    has: (text, of = page) => of.locator("main", { hasText: text }).first().waitFor(),
  };
}
