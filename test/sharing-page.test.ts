// Passing an article on, in a real Chromium: copying, the telephone's own list of apps, printing, the code as a camera
// sees it; and all of it without a script.
import { join } from "node:path";
import jsQR from "jsqr";
import { type Browser, type BrowserContext, chromium as launcher, type Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bantin, repository } from "./cli.js";
import { diskPlacement } from "./crawl.js";
import { type Host, startNginx } from "./nginx.js";
import { chromium, isMissing, nginx } from "./programs.js";

const out = join(repository, ".bantin/test-sharing");
const copyLink = "[data-channel=copy]";
const printLink = "[data-channel=print]";

describe.skipIf(isMissing(nginx, chromium))("the sharing page", () => {
  let host: Host;
  let browser: Browser;
  /** Of an article that has a translation. */
  let path: string;
  const address = () => `https://h.example/${path}`;
  const sharePath = () => path.replace(".html", "/share.html");

  beforeAll(async () => {
    const run = bantin([
      "build",
      "--now",
      "2026-11-01T08:00:00+07:00",
      "--out",
      out,
      "--base-url",
      "https://h.example",
    ]);
    if (run.status !== 0) throw new Error(run.stdout + run.stderr);
    host = await startNginx({ "/": out });
    path = await firstArticle(host);
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

  const open = async (options: Parameters<Browser["newContext"]>[0] = {}): Promise<BrowserContext> => {
    const context = await browser.newContext(options);
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: host.origin });
    return context;
  };
  /** A browser has one clipboard, but only a page with a script can be asked for it. */
  const clipboard = async () => {
    const context = await open();
    const page = await context.newPage();
    await page.goto(`${host.origin}/robots.txt`);
    await page.bringToFront();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    await context.close();
    return text;
  };

  test.each(["the article", "its sharing page"])(
    "the address is copied from %s, and the reader is told",
    async (from) => {
      const context = await open();
      const page = await context.newPage();
      await page.goto(`${host.origin}/${from === "the article" ? path : sharePath()}`);
      const label = `${copyLink} .label`;
      await page.click(copyLink);
      await page.waitForFunction(
        (one) => document.querySelector(one)?.textContent === "Đã sao chép liên kết",
        label,
      );
      expect(new URL(page.url()).pathname).toBe(`/${from === "the article" ? path : sharePath()}`);
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address());
      await context.close();
    },
  );

  test("a message is copied whole", async () => {
    const context = await open();
    const page = await context.newPage();
    await page.goto(`${host.origin}/${sharePath()}`);
    for (const id of ["message", "short-message"]) {
      await page.click(`button[data-copies="${id}"]`);
      await page.waitForFunction(
        (one) =>
          document.querySelector(`[data-copies="${one}"] .label`)?.textContent === "Đã sao chép lời nhắn",
        id,
      );
      const text = await page.evaluate(() => navigator.clipboard.readText());
      expect(text).toBe(await page.inputValue(`#${id}`));
      expect(text).toContain(address());
    }
    await context.close();
  });

  test("from a disk, where there is no clipboard, copying works too", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(() => {
      Object.defineProperty(navigator, "clipboard", { value: undefined });
      document.addEventListener("copy", () => {
        document.documentElement.dataset["copied"] = (document.activeElement as HTMLTextAreaElement).value;
      });
    });
    await page.goto(diskPlacement(out) + sharePath());
    await page.click(copyLink);
    await page.waitForFunction(() => document.documentElement.dataset["copied"] !== undefined);
    expect(await page.evaluate(() => document.documentElement.dataset["copied"])).toBe(address());
    await context.close();
  });

  test("the telephone's own list of apps gets title, text and address; without one there is no button", async () => {
    const context = await open();
    const page = await context.newPage();
    await page.addInitScript(() =>
      Object.defineProperty(navigator, "share", { value: undefined, configurable: true }),
    );
    await page.goto(`${host.origin}/${sharePath()}`);
    expect(await page.isVisible("[data-share]")).toBe(false);
    await page.addInitScript(() => {
      Object.defineProperty(navigator, "share", {
        value: (data: object) => {
          document.documentElement.dataset["shared"] = JSON.stringify(data);
          return Promise.reject(new Error("closed"));
        },
      });
    });
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(String(error)));
    await page.reload();
    await page.click("[data-share]");
    const shared = JSON.parse(
      (await page.evaluate(() => document.documentElement.dataset["shared"])) ?? "{}",
    );
    expect(shared).toEqual({
      title: await page.textContent(".shared h2"),
      text: (await page.inputValue("#message")).split("\n\n")[1],
      url: address(),
    });
    expect(faults).toEqual([]);
    await context.close();
  });

  test("the print link opens the article and prints it; on the article itself it prints at once", async () => {
    const context = await open();
    const page = await context.newPage();
    await page.addInitScript(() => {
      window.print = () => {
        document.documentElement.dataset["printed"] = "yes";
      };
    });
    const printed = () => document.documentElement.dataset["printed"] === "yes";
    await page.goto(`${host.origin}/${sharePath()}`);
    await page.click(printLink);
    await page.waitForURL(`${host.origin}/${path}?print`);
    await page.waitForFunction(printed);
    await page.goto(`${host.origin}/${path}`);
    expect(await page.evaluate(printed)).toBe(false);
    await page.click(printLink);
    await page.waitForFunction(printed);
    expect(page.url()).toBe(`${host.origin}/${path}`);
    await context.close();
  });

  test.each([true, false])(
    "on paper stand title, address and a code that is read (script: %s)",
    async (javaScriptEnabled) => {
      const context = await open({ javaScriptEnabled, deviceScaleFactor: 2 });
      const page = await context.newPage();
      await page.emulateMedia({ media: "print" });
      for (const one of [path, sharePath()]) {
        await page.goto(`${host.origin}/${one}`);
        expect(await read(page)).toBe(address());
        expect(await page.isVisible(".channels")).toBe(false);
      }
      expect(await page.innerText("#poster")).toContain(address());
      expect(await page.isVisible(".shared")).toBe(true);
      expect((await page.pdf({ format: "A4" })).subarray(0, 5).toString()).toBe("%PDF-");
      await context.close();
    },
  );

  test("on a dark screen the code is read too", async () => {
    const context = await open({ colorScheme: "dark", deviceScaleFactor: 2 });
    const page = await context.newPage();
    await page.goto(`${host.origin}/${sharePath()}`);
    expect(await read(page)).toBe(address());
    await page.goto(`${host.origin}/${path}`);
    expect(await page.isVisible(".qr-code")).toBe(false);
    await context.close();
  });

  test("without a script: every channel is a link, the address can be selected and copied", async () => {
    const context = await open({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${host.origin}/${path}`);
    await page.click(copyLink);
    expect(page.url()).toBe(`${host.origin}/${sharePath()}#address`);
    expect(await page.isVisible("[data-share]")).toBe(false);
    expect(await page.isVisible("[data-copies]")).toBe(false);
    const hrefs = await page.$$eval("[data-channel]", (links) =>
      links.map((link) => link.getAttribute("href") ?? ""),
    );
    expect(hrefs.length).toBe(6);
    await page.focus("#address-text");
    await page.keyboard.press("Control+A");
    await page.keyboard.press("Control+C");
    expect(await clipboard()).toBe(address());
    await page.click(printLink);
    expect(page.url()).toBe(`${host.origin}/${path}?print`);
    await page.goto(`${host.origin}/${sharePath()}`);
    await page.click('.languages a[lang="en"]');
    expect(new URL(page.url()).pathname).toMatch(/^\/en\/.*\/share\.html$/);
    await context.close();
  });
});

/** An article of the demo that exists in both languages. */
async function firstArticle(host: Host): Promise<string> {
  const sitemap = await (await fetch(`${host.origin}/sitemap.xml`)).text();
  const found =
    /<loc>https:\/\/h\.example\/(vi\/\d{4}\/[^<]+)<\/loc>\s*<lastmod>[^<]*<\/lastmod>\s*<xhtml:link[^>]*hreflang="vi"[^>]*>\s*<xhtml:link[^>]*hreflang="en"/.exec(
      sitemap,
    )?.[1];
  if (found === undefined) throw new Error("the demo has no article in both languages");
  return found;
}

/** What a camera reads from the code on the page. */
async function read(page: Page): Promise<string | undefined> {
  const shot = await page.locator(".qr-code").first().screenshot();
  const { data, info } = await sharp(shot).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const decode = jsQR as unknown as typeof jsQR.default;
  return decode(new Uint8ClampedArray(data), info.width, info.height)?.data;
}
