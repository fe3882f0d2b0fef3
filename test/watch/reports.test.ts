// What the preview says beside the pages: errors, warnings, what readers do not see, and the editor's desk.
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromium, isMissing } from "../programs.js";
import { launch } from "../theme/demo.js";
import { until } from "../watching.js";
import { article, bulletin, config, longText } from "./bulletin.js";
import { show } from "./showing.js";

const first = "/vi/2023/01/bai-mot.html";
const later = (title: string) => `---\ntitle: ${title}\ndate: 20/01/2199\n---\nThân bài./.\n`;

describe.skipIf(isMissing(chromium))("in a browser", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
  });

  test("all errors are explained over the last good page, in the terminal's words, and go when mended", async () => {
    const { page, loads, write, remove, watched, has, complaints } = await show(browser, first);
    const broken = "---\ntitle: Cần Đước: Kiện toàn\ndate: 30/02/2024\n---\nx\n";
    write("content/a.vi.md", broken);
    const sheet = page.locator("bantin-preview .sheet.errors");
    await sheet.getByText("There is no 30/02/2024").waitFor();
    write("content/c.vi.md", "---\ntiu đề: x\n---\nx\n");
    await sheet.getByText("content/c.vi.md").first().waitFor();
    const text = await sheet.innerText();
    expect(text).toContain("content/a.vi.md:2:16  error  front-matter-colon");
    expect(text).toContain("> 2 | title: Cần Đước: Kiện toàn");
    expect(text).toContain('title: "Cần Đước: Kiện toàn"');
    expect(await sheet.locator("h2").innerText()).toMatch(/: \d errors$/);
    const said = await until(
      () => /content\/a\.vi\.md:2:16[\s\S]*?\n\n/.exec(watched.said())?.[0],
      watched.said,
    );
    for (const line of said.trim().split("\n")) expect(text).toContain(line.trim());
    const href = await sheet.getByRole("link", { name: "a.vi.md:2:16" }).getAttribute("href");
    expect(href).toMatch(/^vscode:\/\/file\/.*\/content\/a\.vi\.md:2:16$/);
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Bài một");

    // One mended, one left: the overlay stays.
    write("content/a.vi.md", article("Bài một", "Đã sửa."));
    await sheet.getByText("content/a.vi.md").first().waitFor({ state: "detached" });
    await sheet.getByText("content/c.vi.md").first().waitFor();
    remove("content/c.vi.md");
    await has("Đã sửa.");
    await sheet.waitFor({ state: "detached" });
    expect(loads()).toBe(1);
    expect(complaints).toEqual([]);
    await until(() => watched.said().includes("No errors left."), watched.said);
  });

  test("a bulletin that begins with an error is shown all the same, and one in Vietnamese speaks Vietnamese", async () => {
    const { page, write, has } = await show(browser, first, {
      files: {
        "content/c.vi.md": article("x", "y", "date: 1\n"),
        "content/b.vi.md": "---\ntitle: a: b\n---\n",
      },
      args: ["--messages", "vi"],
    });
    const sheet = page.locator("bantin-preview .sheet.errors");
    await sheet.getByText("Trang chưa đổi vì còn lỗi").waitFor();
    await sheet.getByText("Tiêu đề có dấu hai chấm").waitFor();
    await sheet.getByRole("button", { name: "Đóng" }).click();
    await sheet.waitFor({ state: "detached" });
    await page.locator("bantin-preview button.error").click();
    await sheet.waitFor();
    await page.keyboard.press("Escape");
    await sheet.waitFor({ state: "detached" });
    await has("Đoạn 0.");
    write("content/c.vi.md", article("x"));
    write("content/b.vi.md", article("Bài hai"));
    await page.locator("bantin-preview button.error").waitFor({ state: "detached" });
  });

  test("warnings are a small count that opens a list", async () => {
    const { page, write } = await show(browser, first);
    const count = page.locator("bantin-preview button.warning");
    expect(await count.count()).toBe(0);
    write("bantin.yaml", config.replace(/^url.*\n/, ""));
    await count.getByText("1 warning").click();
    const sheet = page.locator("bantin-preview .sheet.warnings");
    await sheet.getByText("The site’s address is not given").waitFor();
    write("bantin.yaml", config);
    await sheet.waitFor({ state: "detached" });
    expect(await count.count()).toBe(0);
  });

  test("what readers do not see has a badge, on its page and where a list leads to it; --published hides it", async () => {
    const files = {
      "content/nhap.vi.md": article("Bài nháp thử", "x", "draft: true\n"),
      "content/hen.vi.md": later("Bài hẹn ngày"),
      "content/het.vi.md": article("Bài hết hạn", "x", "expires: 21/01/2023\n"),
    };
    const { page, write, open, watched } = await show(browser, "/vi/latest/index.html", { files });
    const badgeOf = (name: string) =>
      page.getByRole("link", { name }).first().getAttribute("data-bantin-state");
    await page.locator("a[data-bantin-state]").first().waitFor();
    expect([
      await badgeOf("Bài nháp thử"),
      await badgeOf("Bài hẹn ngày"),
      await badgeOf("Bài hết hạn"),
    ]).toEqual(["Draft", "Scheduled", "Expired"]);
    expect(await badgeOf("Bài một")).toBe(null);
    const draft = await open("/vi/2023/01/bai-nhap-thu.html");
    const badge = draft.locator("bantin-preview .state");
    await badge.getByText("Draft").waitFor();
    write("content/nhap.vi.md", article("Bài nháp thử"));
    await badge.waitFor({ state: "detached" });
    await page.locator('a[data-bantin-state="Draft"]').first().waitFor({ state: "detached" });
    // The pipeline knows nothing of badges.
    expect(await watched.get("/vi/latest/index.html")).not.toContain("data-bantin-state");

    const published = await show(browser, "/vi/latest/index.html", { files, args: ["--published"] });
    expect(await published.page.getByRole("link", { name: /Bài (?:nháp|hẹn|hết)/ }).count()).toBe(0);
  });

  test("the editor's desk lists stories by state and shows what a share will look like", async () => {
    const { page, write, open } = await show(browser, "/__bantin/", {
      files: {
        "content/nhap.vi.md": article("Bài nháp thử", "x", "draft: true\n"),
        "content/hen.vi.md": later("Bài hẹn ngày"),
        "content/a.en.md": `---\ntitle: First\nsourceHash: "${"0".repeat(12)}"\n---\nBody.\n`,
      },
    });
    const group = (name: string) => page.locator(`section.${name}`);
    await group("drafts").getByRole("link", { name: "Bài nháp thử" }).waitFor();
    await group("scheduled").getByRole("link", { name: "Bài hẹn ngày" }).waitFor();
    await group("outdated").getByRole("link", { name: "First" }).waitFor();
    await group("missing").getByRole("link", { name: "Bài hai" }).waitFor();
    expect(await group("missing").innerText()).toContain("lacks: English");
    const share = group("drafts").locator("details");
    await share.locator("summary").click();
    await share.getByText("bantin.example", { exact: true }).waitFor();
    expect(await share.locator(".title").innerText()).toBe("Bài nháp thử");
    const crawlers = await share
      .locator(".crawlers a")
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    const address = encodeURIComponent("https://bantin.example/xa/vi/2023/01/bai-nhap-thu.html");
    expect(crawlers).toEqual([
      `https://developers.zalo.me/tools/debug-sharing?q=${address}`,
      `https://developers.facebook.com/tools/debug/?q=${address}`,
      "https://t.me/WebpageBot",
    ]);
    // What was changed last is on top, at once, and what was open stays open.
    write("content/b.vi.md", article("Bài hai", "Sửa.", "draft: true\n"));
    await group("drafts").locator("li", { hasText: "Bài hai" }).first().waitFor();
    expect(await group("drafts").locator(".article > a").allInnerTexts()).toEqual([
      "Bài hai",
      "Bài nháp thử",
    ]);
    await share.locator(".title").waitFor();
    await group("drafts").getByRole("link", { name: "Bài nháp thử" }).click();
    await page.getByRole("heading", { level: 1, name: "Bài nháp thử" }).waitFor();
    await (await open("/__bantin")).locator("section.drafts").waitFor();
  });

  test("a preview that stops is said to have stopped, and one that starts again is found", async () => {
    const { page, watched } = await show(browser, first);
    await watched.stop();
    await page.locator("bantin-preview .stopped").waitFor();
  });

  test("a tab that nobody sees catches up when it is seen", async () => {
    const { page, write, has, loads } = await show(browser, first);
    const hide = (hidden: boolean) =>
      page.evaluate((now) => {
        Object.defineProperty(document, "hidden", { value: now, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
      }, hidden);
    await hide(true);
    write("content/a.vi.md", article("Bài một", `Lúc vắng mặt.\n\n${longText}`));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await page.getByText("Lúc vắng mặt.").count()).toBe(0);
    await hide(false);
    await has("Lúc vắng mặt.");
    expect(loads()).toBe(1);
  });

  test("content/ that is gone for a while takes nothing away", async () => {
    const { root, page, watched } = await show(browser, first);
    rmSync(join(root, "content"), { recursive: true });
    await page.locator("bantin-preview .sheet.errors", { hasText: "content" }).waitFor();
    expect((await fetch(watched.base + first)).status).toBe(200);
    const { writeFiles } = await import("../cli.js");
    writeFiles(root, bulletin);
    await page.locator("bantin-preview .sheet.errors").waitFor({ state: "detached" });
  });
});
