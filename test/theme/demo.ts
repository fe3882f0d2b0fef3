// The demo bulletin built, served under the strictest policy and looked at with a real Chromium, for the tests of the
// theme. Each test file builds into a folder of its own, for they run side by side.
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { type Browser, chromium as launcher } from "playwright-core";
import { bantin, repository } from "../cli.js";
import { chromium } from "../programs.js";

/** Absolute path of the built site. */
export function buildDemo(name: string): string {
  const out = join(repository, `.bantin/test-theme-${name}`);
  const run = bantin(["build", "--now", "2026-11-01T08:00:00+07:00", "--out", out]);
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
  return out;
}

/** One page of every kind, and those with the richest bodies, by kind. */
export function pagesByKind(out: string): Readonly<Record<string, string>> {
  const names = readdirSync(out, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .sort();
  const first = (pattern: RegExp) => {
    const found = names.find((name) => pattern.test(name));
    if (found === undefined) throw new Error(`no page like ${pattern}`);
    return found;
  };
  return {
    gateway: "index.html",
    "not found": "404.html",
    home: "vi/index.html",
    "home in English": "en/index.html",
    article: first(/^vi\/\d{4}\/\d\d\/can-duoc[^/]*\.html$/),
    "article with corrections and a gallery": first(/^vi\/\d{4}\/\d\d\/cau-moi[^/]*\.html$/),
    "article with attachments": first(/^vi\/\d{4}\/\d\d\/mot-cua[^/]*\.html$/),
    "sharing page": first(/^vi\/\d{4}\/\d\d\/can-duoc[^/]*\/share\.html$/),
    "standing page": "vi/gioi-thieu.html",
    latest: "vi/latest/index.html",
    section: first(/^vi\/sections\/[^/]+\.html$/),
    author: first(/^en\/authors\/(?!index)[^/]+\.html$/),
    issue: first(/^vi\/issues\/(?!index)[^/]+\.html$/),
    month: first(/^vi\/archive\/\d{4}\/\d\d\.html$/),
    "index of tags": "vi/tags/index.html",
    "index of months": "en/archive/index.html",
  };
}

export interface Served {
  /** `http://127.0.0.1:PORT/` */
  readonly base: string;
  readonly stop: () => Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".jpg": "image/jpeg",
  ".png": "image/png",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

/** `cut`, where given, makes of a page the pieces in which it arrives, a moment apart. */
export async function serve(folder: string, cut?: (html: string) => readonly string[]): Promise<Served> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://h").pathname).slice(1);
    const file = join(folder, path === "" || path.endsWith("/") ? `${path}index.html` : path);
    const found = existsSync(file) && statSync(file).isFile();
    response.writeHead(found ? 200 : 404, {
      "content-type": types[extname(file)] ?? "application/octet-stream",
      "content-security-policy": "default-src 'self'",
    });
    if (!found) response.end();
    else if (cut && extname(file) === ".html") sendSlowly(response, cut(readFileSync(file, "utf8")));
    else createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    base: `http://127.0.0.1:${port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function sendSlowly(response: ServerResponse, pieces: readonly string[]): Promise<void> {
  for (const piece of pieces) {
    response.write(piece);
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  response.end();
}

export function launch(): Promise<Browser> {
  const args = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
  ];
  return launcher.launch({ executablePath: chromium as string, args });
}
