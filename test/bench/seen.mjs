// A real browser that tells when a mark becomes visible. The page itself looks at every change of its document and
// reads its own clock, so nothing is rounded up by asking again and again; a reload starts the same look-out anew.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { refuse } from "./refusal.mjs";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The words of save number `id`, by which it is found in the page. */
export function markOf(id) {
  return `bench-save-${id}-end`;
}

/**
 * @returns { seen(id, timeout): milliseconds since the epoch, or undefined when it did not come; reload, loads, close }
 */
export async function openPage(url) {
  const executablePath = [process.env["BANTIN_CHROMIUM"], ...places].find((path) => path && existsSync(path));
  if (executablePath === undefined) throw refuse("no Chromium: name it by BANTIN_CHROMIUM");
  const browser = await chromium.launch({ executablePath, args: flags });
  const page = await browser.newPage();
  const times = new Map();
  const waiting = new Map();
  let loads = 0;
  page.on("load", () => loads++);
  await page.exposeBinding("benchSeen", (_source, id, at) => {
    if (times.has(id)) return;
    times.set(id, at);
    waiting.get(id)?.(at);
  });
  await page.addInitScript(lookOut);
  await page.goto(url, { waitUntil: "load" });
  return {
    seen: (id, timeout) =>
      new Promise((resolve) => {
        if (times.has(id)) return resolve(times.get(id));
        const timer = setTimeout(() => resolve(undefined), timeout);
        waiting.set(id, (at) => {
          clearTimeout(timer);
          resolve(at);
        });
      }),
    settled: () => page.waitForLoadState("load"),
    reload: () => page.reload({ waitUntil: "load" }),
    loads: () => loads,
    close: () => browser.close(),
  };
}

/** Runs in the page, before any of its own scripts. */
function lookOut() {
  let last = 0;
  const look = () => {
    const at = performance.timeOrigin + performance.now();
    for (const [, found] of (document.body?.textContent ?? "").matchAll(/bench-save-(\d+)-end/g)) {
      if (Number(found) <= last) continue;
      last = Number(found);
      window.benchSeen(last, at);
    }
  };
  new MutationObserver(look).observe(document, { childList: true, characterData: true, subtree: true });
  look();
}
