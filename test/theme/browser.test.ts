// Every kind of page of the demo in a real Chromium: readable for everyone, in the light and in the dark, on a narrow
// phone and on a wide screen; nothing moves when letters arrive, nothing is blocked, nothing comes from elsewhere.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromium, isMissing } from "../programs.js";
import { buildDemo, launch, pagesByKind, type Served, serve } from "./demo.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe.skipIf(isMissing(chromium))("in a browser", () => {
  let out: string;
  let served: Served;
  let browser: Browser;
  let kinds: Readonly<Record<string, string>>;

  beforeAll(async () => {
    out = buildDemo("browser");
    kinds = pagesByKind(out);
    served = await serve(out);
    browser = await launch();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  test("axe finds nothing, in light and dark, on a phone and on a screen", async () => {
    const faults: string[] = [];
    const page = await browser.newPage();
    for (const [kind, path] of Object.entries(kinds)) {
      await page.goto(served.base + path);
      await page.evaluate(axe);
      for (const colorScheme of ["light", "dark"] as const) {
        for (const width of [360, 1280]) {
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize({ width, height: 800 });
          const found = await findFaults(page);
          faults.push(...found.map((fault) => `${kind}, ${colorScheme}, ${width} px: ${fault}`));
        }
      }
    }
    await page.close();
    expect(faults).toEqual([]);
  }, 240_000);

  test("no page is wider than a screen of 320 px, no label smaller than 16 px, no target smaller than 44 px", async () => {
    const faults: string[] = [];
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
    for (const [kind, path] of Object.entries(kinds)) {
      await page.goto(served.base + path);
      faults.push(...(await page.evaluate(measure)).map((fault) => `${kind}: ${fault}`));
    }
    await page.close();
    expect(faults).toEqual([]);
  }, 60_000);

  test.each([360, 1280])(
    "nothing moves when letters arrive late and one by one, at %i px",
    async (width) => {
      const shifts: Record<string, number> = {};
      for (const [kind, path] of Object.entries(kinds)) {
        const page = await browser.newPage({ viewport: { width, height: 800 } });
        let release = () => {};
        const released = new Promise<void>((resolve) => {
          release = resolve;
        });
        let turn = 0;
        await page.route(/\.woff2$/, async (route) => {
          const wait = 40 * turn++;
          await released;
          await new Promise((resolve) => setTimeout(resolve, wait));
          await route.continue();
        });
        await page.goto(served.base + path, { waitUntil: "domcontentloaded" });
        const shown = await page.evaluate(whenLettersAreLate);
        release();
        const sum = await page.evaluate(sumOfShifts, shown);
        expect(turn).toBeGreaterThan(0);
        if (sum > 0) shifts[kind] = sum;
        await page.close();
      }
      expect(shifts).toEqual({});
    },
    120_000,
  );

  test.each([360, 1280])(
    "next to nothing moves when a page arrives piece by piece, at %i px",
    async (width) => {
      const slow = await serve(out, cutAtParts);
      const shifts: Record<string, number> = {};
      for (const kind of ["home", "latest", "section", "article"]) {
        const page = await browser.newPage({ viewport: { width, height: 800 } });
        await page.goto(slow.base + kinds[kind], { waitUntil: "load" });
        const sum = await page.evaluate(sumOfShifts, 0);
        // A tenth of what is held to be good: rows of the main stories share out their height.
        if (sum > 0.01) shifts[kind] = sum;
        await page.close();
      }
      await slow.stop();
      expect(shifts).toEqual({});
    },
    120_000,
  );

  test("no page complains, and none asks another host", async () => {
    const faults: string[] = [];
    const page = await browser.newPage();
    page.on("console", (message) => faults.push(message.text()));
    page.on("pageerror", (error) => faults.push(String(error)));
    page.on("request", (request) => {
      if (!request.url().startsWith(served.base)) faults.push(`loads ${request.url()}`);
    });
    page.on("response", (response) => {
      if (!response.ok()) faults.push(`${response.status()} ${response.url()}`);
    });
    for (const path of Object.values(kinds))
      await page.goto(served.base + path, { waitUntil: "networkidle" });
    await page.close();
    expect(faults).toEqual([]);
  }, 120_000);

  test("the present section is in view on a phone", async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 640 } });
    await page.goto(served.base + kinds["article with corrections and a gallery"]);
    const box = await page.locator(".sections [aria-current]").boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 999) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
    await page.close();
  });

  test("the address is copied and said to be, and without a script the sharing page shows it", async () => {
    const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
    const page = await context.newPage();
    await page.goto(served.base + kinds["article"]);
    await page.getByText("Sao chép liên kết").click();
    await page.getByText("Đã sao chép liên kết").waitFor();
    const canonical = await page.getAttribute("link[rel=canonical]", "href");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(canonical);
    await context.close();
    const silent = await browser.newContext({ javaScriptEnabled: false });
    const plain = await silent.newPage();
    await plain.goto(served.base + kinds["article"]);
    expect(await plain.locator("button:visible").count()).toBe(0);
    await plain.getByText("Sao chép liên kết").click();
    expect(await plain.inputValue("#address-text")).toBe(canonical);
    await silent.close();
  });

  test("paper carries the article and its address, and nothing that only a screen can use", async () => {
    const page = await browser.newPage();
    await page.emulateMedia({ media: "print" });
    await page.goto(served.base + kinds["article"]);
    const visible = (selector: string) => page.locator(selector).first().isVisible();
    expect(await visible(".on-paper")).toBe(true);
    expect(await page.innerText(".on-paper")).toContain("https://");
    for (const gone of ["nav", ".channels", ".related", ".colophon", ".neighbours", ".skip"]) {
      expect(await visible(gone), gone).toBe(false);
    }
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
      "rgb(255, 255, 255)",
    );
    await page.close();
  });
});

function findFaults(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    interface Axe {
      run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
    }
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id} ${html} ${failureSummary}`),
    );
  });
}

/** Runs in the page. */
function measure(): string[] {
  const faults: string[] = [];
  const overflow = document.documentElement.scrollWidth - window.innerWidth;
  if (overflow > 0) faults.push(`${overflow} px too wide`);
  for (const element of document.querySelectorAll<HTMLElement>("body *")) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
    const { fontSize, visibility } = getComputedStyle(element);
    if (hasText && visibility === "visible" && Number.parseFloat(fontSize) < 16 && !element.closest("sup")) {
      faults.push(`${fontSize}: ${element.outerHTML.slice(0, 80)}`);
    }
  }
  // Links in running text are as high as their lines; the title of a teaser is as large as the teaser.
  const targets =
    "nav a, button, .channel, .tags li a, .titles li, .contents a, .meta a, .byline a, .more a, .index li > a";
  for (const element of document.querySelectorAll<HTMLElement>(targets)) {
    const { width, height } = element.getBoundingClientRect();
    if (height > 0 && (height < 43.5 || width < 43.5)) {
      faults.push(`${Math.round(width)}×${Math.round(height)}: ${element.outerHTML.slice(0, 80)}`);
    }
  }
  return faults;
}

/** Before each part of a masthead and of the first articles in a list. */
function cutAtParts(html: string): string[] {
  const parts = html.split(/(?=<(?:p|h[1-3]|nav|ul|section|figure|div class="photo")\b)/);
  return [...parts.slice(0, 40), parts.slice(40).join("")];
}

/** Runs in the page. Milliseconds of it: it is drawn, and no longer waits for its letters, as a browser does for a tenth of a second. */
async function whenLettersAreLate(): Promise<number> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  await new Promise((resolve) => setTimeout(resolve, 250));
  return performance.now();
}

/** Runs in the page: all layout shifts from a time on, in its milliseconds, until half a second after the letters have come. */
async function sumOfShifts(after: number): Promise<number> {
  let sum = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (entry.startTime >= after) sum += (entry as PerformanceEntry & { value: number }).value;
  });
  observer.observe({ type: "layout-shift", buffered: true });
  await document.fonts.ready;
  await new Promise((resolve) => setTimeout(resolve, 500));
  observer.disconnect();
  return sum;
}
