// What an editor saves is in the browser, in the page that is being read: a real `bantin watch`, a real Chromium.
import { mkdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { repository } from "../cli.js";
import { chromium, isMissing } from "../programs.js";
import { launch } from "../theme/demo.js";
import { article, bulletin, config, longText } from "./bulletin.js";
import { show } from "./showing.js";

const first = "/vi/2023/01/bai-mot.html";

describe.skipIf(isMissing(chromium))("in a browser", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
  });

  test("a new sentence comes in without a load; place, focus, open menus and what scripts did stay", async () => {
    const { page, loads, write, has, complaints } = await show(browser, first, {
      files: {
        "templates/article.njk":
          '{% extends "base.njk" %}{% block main %}<details id="menu"><summary>Menu</summary><p>in</p></details><button hidden>b</button>{{ page.bodyHtml }}<p><a id="last" href="#">last</a></p>{% endblock %}',
      },
    });
    await page.evaluate(() => {
      (document.querySelector("#menu") as HTMLDetailsElement).open = true;
      (document.querySelector("main button") as HTMLElement).hidden = false;
      document.querySelector<HTMLElement>("#last")?.focus({ preventScroll: true });
      scrollTo(0, 900);
    });
    expect(await page.evaluate(() => scrollY)).toBe(900);
    write("content/a.vi.md", article("Bài một", `${longText}\n\nMột câu mới.`, "tags: Chi bộ\n"));
    await has("Một câu mới.");
    expect(await page.evaluate(() => scrollY)).toBe(900);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("last");
    expect(await page.locator("#menu[open]").count()).toBe(1);
    expect(await page.locator("main button:visible").count()).toBe(1);
    expect(loads()).toBe(1);
    expect(complaints).toEqual([]);
  });

  test("text that comes in above does not move what is being read", async () => {
    const { page, write, has } = await show(browser, first);
    await page.evaluate(() => scrollTo(0, 3000));
    const placeOf = () =>
      page.evaluate(() => {
        const all = [...document.querySelectorAll("main p")];
        return all.find(({ textContent }) => textContent?.startsWith("Đoạn 30."))?.getBoundingClientRect()
          .top;
      });
    const before = await placeOf();
    write("content/a.vi.md", article("Bài một", `${"Chen vào đầu bài. ".repeat(40)}\n\n${longText}`));
    await has("Chen vào đầu bài.");
    expect(Math.abs(((await placeOf()) ?? 0) - (before ?? 0))).toBeLessThan(2);
  });

  test("a new title changes the page, its address and the lists, in two tabs", async () => {
    const { page, loads, write, open, watched } = await show(browser, first);
    const list = await open("/vi/index.html");
    write("content/a.vi.md", article("Tên khác", longText));
    await page.getByRole("heading", { level: 1, name: "Tên khác" }).waitFor();
    await list.getByRole("link", { name: "Tên khác" }).first().waitFor();
    expect(new URL(page.url()).pathname).toBe("/vi/2023/01/ten-khac.html");
    expect(await page.title()).toContain("Tên khác");
    expect(loads()).toBe(2);
    expect((await fetch(watched.base + first)).status).toBe(404);
    // The links of the page are those of its new address.
    await page.getByRole("link", { name: "English" }).click();
    await page.getByRole("heading", { level: 1, name: "First" }).waitFor();
  });

  test("a new article is in the lists, a deleted one leaves them, and its page says so", async () => {
    const { page, write, remove, open } = await show(browser, "/vi/latest/index.html");
    const second = await open("/vi/2023/01/bai-hai.html");
    write("content/moi.vi.md", article("Bài mới tinh"));
    await page.getByRole("link", { name: "Bài mới tinh" }).first().waitFor();
    remove("content/b.vi.md");
    await page.getByRole("link", { name: "Bài hai" }).first().waitFor({ state: "detached" });
    await second.getByRole("heading", { name: "Không tìm thấy trang" }).waitFor();
    write("content/b.vi.md", bulletin["content/b.vi.md"] as string);
    await second.getByRole("heading", { level: 1, name: "Bài hai" }).waitFor();
  });

  test("a tag that is renamed, in an article and in tags.yaml, is another everywhere", async () => {
    const { page, write, open } = await show(browser, "/vi/tags/chi-bo.html", {
      files: {
        "content/tags.yaml": "chi-bo: { vi: Chi bộ, en: Party cell }\n",
        "content/b.vi.md": article("Bài hai", "Thân bài./.", "tags: chi-bo\n"),
        "content/a.vi.md": article("Bài một", longText, "tags: chi-bo\n"),
      },
    });
    const tags = await open("/vi/tags/index.html");
    write("content/tags.yaml", "chi-bo: { vi: Sinh hoạt chi bộ, en: Party cell }\n");
    await page.getByRole("heading", { level: 1, name: "Sinh hoạt chi bộ" }).waitFor();
    await tags.getByRole("link", { name: "Sinh hoạt chi bộ" }).first().waitFor();
    write("content/tags.yaml", "chi-bo: { vi: Chi bộ }\ndang-vien: { vi: Đảng viên }\n");
    write("content/b.vi.md", article("Bài hai", "Thân bài./.", "tags: dang-vien\n"));
    await tags.getByRole("link", { name: "Đảng viên" }).first().waitFor();
    await page.getByRole("link", { name: "Bài hai" }).first().waitFor({ state: "detached" });
  });

  test("a folder that is renamed takes its articles along", async () => {
    const { page, root, write, has } = await show(browser, "/vi/2023/01/trong.html", {
      files: { "content/cu/trong.vi.md": article("Trong"), "content/cu/trong.en.md": article("Inside") },
    });
    renameSync(join(root, "content/cu"), join(root, "content/moi"));
    write("content/moi/trong.vi.md", article("Trong", "Đã sang thư mục mới."));
    await has("Đã sang thư mục mới.");
    expect(new URL(page.url()).pathname).toBe("/vi/2023/01/trong.html");
  });

  test("a template is merged in, and a broken one is explained over the last good page", async () => {
    const template = (text: string) =>
      `{% extends "base.njk" %}{% block main %}<h1>${text}</h1>{{ page.bodyHtml }}{% endblock %}`;
    const { page, write, loads } = await show(browser, first, {
      files: { "templates/article.njk": template("Một") },
    });
    write("templates/article.njk", template("Hai"));
    await page.getByRole("heading", { level: 1, name: "Hai" }).waitFor();
    const sheet = page.locator("bantin-preview .sheet.errors");
    write("templates/article.njk", template("{% if %}"));
    await sheet.getByText("templates/article.njk:1").waitFor();
    // This one is only seen when the page is drawn.
    write("templates/article.njk", template("{{ page.nothing.at.all }}"));
    await sheet.getByText("nothing").first().waitFor();
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Hai");
    write("templates/article.njk", template("Ba"));
    await page.getByRole("heading", { level: 1, name: "Ba" }).waitFor();
    await sheet.waitFor({ state: "detached" });
    expect(loads()).toBe(1);
  });

  test("a style sheet is swapped without a load, and never missing in between", async () => {
    const { page, root, write, loads } = await show(browser, first);
    await page.evaluate(() => {
      const kept = globalThis as unknown as { fewest: number };
      kept.fewest = 99;
      const count = () => {
        const styled = [...document.styleSheets].filter(({ href }) => href?.includes("/assets/style-"));
        kept.fewest = Math.min(kept.fewest, styled.length);
      };
      new MutationObserver(count).observe(document.head, { childList: true });
    });
    const sheet = readFileSync(join(repository, "assets/style.css"), "utf8");
    mkdirSync(join(root, "assets"));
    write("assets/style.css", `${sheet}\nh1 { color: rgb(1, 2, 3) }\n`);
    await page.waitForFunction(
      () => getComputedStyle(document.querySelector("h1") as Element).color === "rgb(1, 2, 3)",
    );
    await page.waitForFunction(
      () => document.querySelectorAll('link[rel=stylesheet][href*="/assets/style-"]').length === 1,
    );
    expect(await page.evaluate(() => (globalThis as unknown as { fewest: number }).fewest)).toBeGreaterThan(
      0,
    );
    expect(loads()).toBe(1);
  });

  test("a script that changes is run by a load", async () => {
    const { page, write, loads } = await show(browser, first, {
      files: { "assets/site.js": "document.documentElement.dataset.run = '1';\n" },
    });
    expect(await page.getAttribute("html", "data-run")).toBe("1");
    write("assets/site.js", "document.documentElement.dataset.run = '2';\n");
    await page.locator("html[data-run='2']").waitFor();
    expect(loads()).toBe(2);
  });

  test("a photo that is replaced is another photo in the page", async () => {
    const paint = (background: string) =>
      sharp({ create: { width: 40, height: 30, channels: 3, background } })
        .jpeg()
        .toBuffer();
    const { page, write, loads } = await show(browser, first, {
      files: {
        "content/a.vi.md": article("Bài một", "![Ảnh](a.jpg)\n\n*Một ảnh. Ảnh: X*"),
        "content/a.jpg": await paint("red"),
      },
    });
    const colour = () =>
      page.evaluate(async () => {
        const image = document.querySelector("main figure img") as HTMLImageElement;
        await image.decode();
        const canvas = document.createElement("canvas").getContext("2d") as CanvasRenderingContext2D;
        canvas.drawImage(image, 0, 0);
        return [...canvas.getImageData(5, 5, 1, 1).data].map((part) => (part > 128 ? 1 : 0)).join("");
      });
    await page.locator("main figure img").scrollIntoViewIfNeeded();
    expect(await colour()).toBe("1001");
    const before = await page.getAttribute("main figure img", "src");
    write("content/a.jpg", await paint("blue"));
    await page.waitForFunction(
      (old) => document.querySelector("main figure img")?.getAttribute("src") !== old,
      before,
    );
    expect(await colour()).toBe("0011");
    expect(loads()).toBe(1);
  });

  test("the configuration too: the bulletin's name is another on every page", async () => {
    const { page, write, loads } = await show(browser, first);
    write("bantin.yaml", `title: { vi: Tin xã nhà, en: Our news }\n${config}`);
    await page.locator(".masthead", { hasText: "Tin xã nhà" }).waitFor();
    expect(loads()).toBe(1);
  });
});
