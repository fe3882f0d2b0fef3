// The demo on a real nginx, at the root and in a sub-path, and on a disk, looked at with a real Chromium under the
// strictest policy: nothing is blocked, nothing comes from elsewhere, nothing overflows a narrow phone.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium as launcher } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bantin, repository } from "./cli.js";
import { diskPlacement } from "./crawl.js";
import { type Host, startNginx } from "./nginx.js";
import { chromium, isMissing, nginx } from "./programs.js";

const out = join(repository, ".bantin/test-hosting");
const build = (name: string, ...args: string[]) => {
  const run = bantin(["build", "--now", "2026-11-01T08:00:00+07:00", "--out", join(out, name), ...args]);
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
};

describe.skipIf(isMissing(nginx, chromium))("hosted", () => {
  let host: Host;
  let browser: Browser;

  beforeAll(async () => {
    build("root", "--base-url", "https://h.example");
    build("sub", "--base-url", "https://h.example/a/b");
    host = await startNginx({ "/": join(out, "root"), "/a/b/": join(out, "sub") });
    browser = await launcher.launch({
      executablePath: chromium as string,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
      ],
    });
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await host?.stop();
  });

  test("a missing page shows our 404 page with working links, at any depth", async () => {
    for (const base of ["/", "/a/b/"]) {
      const answer = await fetch(`${host.origin}${base}vi/khong/co/trang.html`);
      expect(answer.status).toBe(404);
      const html = await answer.text();
      expect(html).toContain(`href="${base}vi/index.html"`);
      expect(html).toContain(`href="${base}en/index.html"`);
      const sheet = /<link rel="stylesheet" href="([^"]+)"/.exec(html)?.[1] as string;
      expect((await fetch(host.origin + sheet)).status).toBe(200);
    }
  });

  test.each(["/", "/a/b/", "disk"])(
    "one page of every kind, from %s",
    async (base) => {
      const root = base === "disk" ? diskPlacement(join(out, "root")) : host.origin + base;
      const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
      const faults: string[] = [];
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) faults.push(message.text());
      });
      page.on("pageerror", (error) => faults.push(String(error)));
      page.on("request", (request) => {
        if (!request.url().startsWith(root)) faults.push(`loads ${request.url()}`);
      });
      for (const path of onePageOfEveryKind(join(out, "root"))) {
        await page.goto(root + path);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (overflow > 0) faults.push(`${path} is ${overflow} px too wide`);
      }
      await page.close();
      expect(faults).toEqual([]);
    },
    60_000,
  );

  test("the gateway remembers and offers the reader's language, and works without script", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${host.origin}/en/index.html`);
    await page.goto(`${host.origin}/index.html`);
    expect(new URL(page.url()).pathname).toBe("/index.html");
    expect(
      await page.evaluate(() => document.querySelector("[data-offer]:not([hidden]) a")?.getAttribute("href")),
    ).toBe("en/index.html");
    await context.close();
    const silent = await browser.newContext({ javaScriptEnabled: false });
    const plain = await silent.newPage();
    await plain.goto(`${host.origin}/index.html`);
    await plain.click('a[href="en/index.html"]:visible');
    expect(new URL(plain.url()).pathname).toBe("/en/index.html");
    await silent.close();
  });
});

/** The first page of each template's folder, and every page at the top. */
function onePageOfEveryKind(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".html") && name !== "404.html")
    .sort();
  const kinds = new Map<string, string>();
  for (const name of names) {
    const kind = name.replace(/\d{4}\/\d{2}\/[^/]+\/share/, "share").replace(/\d{4}\/\d{2}\/.*/, "article");
    const folderOf =
      kind.includes("/") && !/^[a-z]+\/[^/]+\.html$/.test(kind) ? kind.replace(/[^/]+$/, "") : kind;
    const key = kind.endsWith("index.html") ? kind : folderOf;
    if (!kinds.has(key)) kinds.set(key, name);
  }
  return [...kinds.values()];
}
