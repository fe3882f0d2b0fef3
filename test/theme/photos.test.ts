// Photos of the demo in a real Chromium: a browser is told how wide each will be before it knows the layout, a click
// makes it large for mouse, keyboard and screen reader, and the sharing page is a notice for the wall on paper.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromium, isMissing } from "../programs.js";
import { buildDemo, launch, pagesByKind, type Served, serve } from "./demo.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe.skipIf(isMissing(chromium))("in a browser", () => {
  let served: Served;
  let browser: Browser;
  let kinds: Readonly<Record<string, string>>;
  const open = async (kind: string, width = 1280): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    await page.goto(served.base + kinds[kind]);
    return page;
  };

  beforeAll(async () => {
    const out = buildDemo("photos");
    kinds = pagesByKind(out);
    served = await serve(out);
    browser = await launch();
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  test.each([360, 640, 768, 1000, 1280, 1800])(
    "`sizes` tells the width of every photo, at %i px",
    async (width) => {
      const faults: string[] = [];
      let seen = 0;
      for (const kind of ["home", "latest", "section", "article", "article with corrections and a gallery"]) {
        const page = await open(kind, width);
        for (const [place, told, real] of await page.evaluate(widthsOfPhotos)) {
          if (real === 0) continue;
          seen++;
          // Room for margins and scroll bars; half as much again would be a file too large.
          if (told < real * 0.97 || told > real * 1.2 + 16)
            faults.push(`${kind}: ${place} ${told} for ${real}`);
        }
        await page.close();
      }
      expect(seen).toBeGreaterThan(20);
      expect([...new Set(faults)]).toEqual([]);
    },
    60_000,
  );

  test("a click shows a photo large; keys lead on and back to where the reader was", async () => {
    const page = await open("article with corrections and a gallery");
    const photos = page.locator("a.enlarge");
    const count = await photos.count();
    expect(count).toBeGreaterThan(2);
    const stage = page.getByRole("dialog", { name: "Ảnh lớn" });
    const image = stage.locator("img");
    const hrefOf = (index: number) => photos.nth(index).evaluate((link) => (link as HTMLAnchorElement).href);
    await photos.nth(1).focus();
    await page.keyboard.press("Enter");
    expect(await stage.isVisible()).toBe(true);
    expect(await image.getAttribute("src")).toBe(await hrefOf(1));
    expect(await image.getAttribute("alt")).not.toBe("");
    expect(await stage.locator("[aria-live]").innerText()).toMatch(new RegExp(`^2/${count} · .*Ảnh`));
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Đóng");
    await page.evaluate(axe);
    expect(await page.evaluate(axeFaults)).toEqual([]);
    await page.keyboard.press("ArrowRight");
    expect(await image.getAttribute("src")).toBe(await hrefOf(2));
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    expect(await image.getAttribute("src")).toBe(await hrefOf(count - 1));
    await stage.getByRole("button", { name: "Ảnh sau" }).click();
    expect(await image.getAttribute("src")).toBe(await hrefOf(0));
    await page.keyboard.press("Escape");
    expect(await stage.isVisible()).toBe(false);
    expect(await photos.nth(1).evaluate((link) => link === document.activeElement)).toBe(true);
    expect(page.url()).toBe(served.base + kinds["article with corrections and a gallery"]);
    await page.close();
  }, 60_000);

  test("without a script a click opens the largest file", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(served.base + kinds["article"]);
    await page.locator("a.enlarge").first().click();
    expect(page.url()).toMatch(/\/media\/[^/]+-1600-[0-9a-f]{10}\.jpg$/);
    await context.close();
  }, 60_000);

  test("the sharing page shows its card, and on paper it is one A4 sheet: title, lead, code, address", async () => {
    const page = await open("sharing page");
    const card = page.locator(".card img");
    await card.evaluate((image) => (image as HTMLImageElement).decode());
    expect(await card.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1200);
    for (const link of await page.locator(".downloads a[download]").all()) {
      const answer = await page.request.get(
        new URL((await link.getAttribute("href")) ?? "", page.url()).href,
      );
      expect([answer.status(), answer.headers()["content-type"]]).toEqual([
        200,
        expect.stringMatching(/^image/),
      ]);
    }
    await page.emulateMedia({ media: "print" });
    const [title, lead, code, address] = [".shared h2", ".shared .summary", ".qr svg", ".poster strong"];
    for (const part of [title, lead, code, address]) expect(await page.locator(part).isVisible()).toBe(true);
    for (const part of [".card", ".downloads", ".channels", ".poster .channel", "nav", "footer"]) {
      expect([part, await page.locator(part).first().isVisible()]).toEqual([part, false]);
    }
    const box = await page.locator(code).boundingBox();
    // 90 mm at 96 px to the inch.
    expect(box?.width).toBeCloseTo(340, -1);
    const sheet = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(sheet.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    expect(sheet).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/);
    await page.close();
  }, 60_000);
});

/** [place, pixels that `sizes` tells, pixels in the layout] */
function widthsOfPhotos(): [string, number, number][] {
  return [...document.querySelectorAll<HTMLImageElement>("picture img")].map((image) => {
    const found = image.sizes
      .split(/,(?![^(]*\))/)
      .map((part) => /^(?:\((?<when>min-width: [^)]*)\)\s+)?(?<width>.*)$/.exec(part.trim())?.groups)
      .find((groups) => groups?.["when"] === undefined || matchMedia(`(${groups["when"]})`).matches);
    const probe = document.createElement("div");
    probe.style.setProperty("width", found?.["width"] ?? "100vw");
    document.body.append(probe);
    const told = probe.getBoundingClientRect().width;
    probe.remove();
    const place = image.closest("section, figure, .teaser")?.className ?? "";
    return [place, Math.round(told), Math.round(image.getBoundingClientRect().width)];
  });
}

interface AxeWindow {
  readonly axe: { run(where: string): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
}

async function axeFaults(): Promise<string[]> {
  const { violations } = await (window as unknown as AxeWindow).axe.run(".lightbox");
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`);
}
