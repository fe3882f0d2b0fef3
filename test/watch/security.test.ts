// Nobody but the person at this machine gets anything out of the preview, and nothing but the bulletin's pages.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { repository, writeFiles } from "../cli.js";
import { startWatching, until, type Watched, watchBulletin } from "../watching.js";
import { bulletin } from "./bulletin.js";

let watched: Watched;
let root: string;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "bantin-"));
  writeFiles(root, { ...bulletin, "secret.txt": "SECRET", "assets/root/robots.txt": "SHOWN" });
  watched = await startWatching(root);
}, 60_000);
afterAll(async () => {
  await watched?.stop();
  rmSync(root, { recursive: true, force: true });
});

interface Said {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** A request as it is written, without the tidying that fetch does. */
function ask(
  path: string,
  options: { method?: string; headers?: Record<string, string> } = {},
): Promise<Said> {
  const { port } = new URL(watched.base);
  const { method = "GET", headers = {} } = options;
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, path, method, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text: string) => {
        body += text;
        if (response.headers["content-type"] === "text/event-stream") response.destroy();
      });
      response.on("close", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    sent.on("error", reject);
    sent.end();
  });
}

describe("paths", () => {
  test.each([
    "/../secret.txt",
    "/vi/../../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/%252e%252e%252fsecret.txt",
    "/..\\secret.txt",
    "/..%5csecret.txt",
    "/vi/..%2f..%2fsecret.txt",
    "//secret.txt",
    "/secret.txt",
    "/content/a.vi.md",
    "/bantin.yaml",
    "/__bantin/../../package.json",
    "/__bantin/..%2f..%2fpackage.json",
    "/__bantin/%2e%2e/style.css",
    "/@fs/etc/passwd",
    "/file:///etc/passwd",
    "/%00",
    "/index.html%00.txt",
  ])("%s is nothing that is served", async (path) => {
    const { status, body } = await ask(path);
    expect(status).toBe(404);
    expect(body).not.toMatch(/SECRET|root:|governingBody|Thân bài hai/);
  });

  test("absolute paths of this machine and other forms are nothing either", async () => {
    for (const path of [join(root, "secret.txt"), `/${join(root, "secret.txt")}`, "/C:/Windows/win.ini"]) {
      expect((await ask(path)).status, path).toBe(404);
    }
    for (const path of ["http://other.example/secret.txt", "secret.txt", "*"]) {
      expect((await ask(path)).status, path).toBe(400);
    }
  });

  test.each(["/%", "/%zz", "/%c0%ae%c0%ae/secret.txt", "/%ff", "/vi/%E0%A4%A.html"])(
    "%s, which cannot be decoded, is refused, and the next request is answered",
    async (path) => {
      expect((await ask(path)).status).toBe(400);
      expect((await ask("/")).status).toBe(200);
    },
  );

  test("a folder has no listing, and what is of the site is there by its exact path alone", async () => {
    expect((await ask("/assets/")).status).toBe(404);
    expect((await ask("/media/")).status).toBe(404);
    expect((await ask("/__bantin/assets")).status).toBe(404);
    expect((await ask("/robots.txt")).body).toBe("SHOWN");
    expect((await ask("/ROBOTS.TXT")).status).toBe(404);
    expect((await ask("/vi")).headers["location"]).toBe("/vi/");
  });

  test("no redirect leads to another host", async () => {
    for (const path of ["//evil.example", "//evil.example/", "/\\evil.example", "/%2fevil.example/.."]) {
      const { status, headers } = await ask(path);
      expect([path, status, headers["location"]]).toEqual([path, 404, undefined]);
    }
  });

  test("what is no HTTP ends its own connection and nothing else", async () => {
    const socket = connect(Number(new URL(watched.base).port), "127.0.0.1");
    socket.on("error", () => {});
    socket.resume().end("\x16\x03\x01 garbage\r\n\r\n");
    await new Promise((resolve) => socket.on("close", resolve));
    expect((await ask("/")).status).toBe(200);
  });
});

test.each(["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])("%s is refused", async (method) => {
  const { status, headers } = await ask("/", { method });
  expect([status, headers["allow"]]).toEqual([405, "GET, HEAD"]);
});

test("HEAD has the headers and no body", async () => {
  const { status, headers, body } = await ask("/vi/", { method: "HEAD" });
  expect([status, body]).toEqual([200, ""]);
  expect(Number(headers["content-length"])).toBeGreaterThan(1000);
});

describe("hosts", () => {
  test.each([
    ["evil.example", 403],
    ["127.0.0.1.evil.example", 403],
    ["localhost.evil.example:80", 403],
    ["192.168.1.5", 403],
    ["0.0.0.0", 403],
    ["127.0.0.1:1@evil.example", 403],
    ["localhost", 200],
    ["LOCALHOST:4321", 200],
    ["127.0.0.1:9", 200],
    ["[::1]:4321", 200],
  ])("Host: %s is answered with %i", async (host, status) => {
    expect((await ask("/", { headers: { host } })).status).toBe(status);
    const live = await ask(`/__bantin/live?token=${await token()}`, { headers: { host } });
    expect(live.status).toBe(status);
  });

  test.each([
    "GET / HTTP/1.0\r\n\r\n",
    "GET / HTTP/1.1\r\n\r\n",
    "GET / HTTP/1.1\r\nHost:\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n",
  ])("a request without one host is refused: %j", async (head) => {
    const socket = connect(Number(new URL(watched.base).port), "127.0.0.1");
    socket.on("error", () => {});
    socket.write(head);
    const first = await new Promise<string>((resolve) => socket.on("data", (data) => resolve(String(data))));
    expect(first).toMatch(/^HTTP\/1\.1 40[03] /);
  });
});

async function token(): Promise<string> {
  return /data-bantin-token="(\w+)"/.exec((await ask("/")).body)?.[1] ?? "";
}

describe("the live channel", () => {
  test("opens for the pages of the preview", async () => {
    const { status, headers, body } = await ask(`/__bantin/live?token=${await token()}&path=/`, {
      headers: { "sec-fetch-site": "same-origin", "sec-fetch-mode": "cors" },
    });
    expect([status, headers["content-type"]]).toEqual([200, "text/event-stream"]);
    expect(body).toContain("retry:");
  });

  test.each([
    ["another origin", { origin: "http://evil.example" }],
    ["no origin in particular", { origin: "null" }],
    ["another port of this machine", { origin: "http://127.0.0.1:1" }],
    ["another site, by the browser's word", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "cors" }],
    ["a neighbour, by the browser's word", { "sec-fetch-site": "same-site", "sec-fetch-mode": "no-cors" }],
    ["a link", { "sec-fetch-site": "none", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" }],
  ])("is closed to %s", async (_, headers) => {
    expect((await ask(`/__bantin/live?token=${await token()}&path=/`, { headers })).status).toBe(403);
  });

  test("is closed without the token, and with another", async () => {
    for (const query of ["", "?token=", `?token=${"0".repeat(32)}`, "?token=%C3%A9", "?token=a&token=b"]) {
      expect((await ask(`/__bantin/live${query}`)).status, query).toBe(403);
    }
    expect((await ask(`/__bantin/live?token=${await token()}`, { method: "POST" })).status).toBe(403);
  });
});

test("other sites can neither read, embed nor frame a page; nothing is shared with them", async () => {
  for (const path of ["/", "/vi/feed.xml", "/__bantin/", "/__bantin/desk.json", "/nothing"]) {
    const { headers } = await ask(path, { headers: { origin: watched.base } });
    expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
    expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["content-security-policy"]).toBe("default-src 'self'; frame-ancestors 'self'");
    const crossSite = {
      "sec-fetch-site": "cross-site",
      "sec-fetch-mode": "no-cors",
      "sec-fetch-dest": "script",
    };
    expect((await ask(path, { headers: crossSite })).status).toBe(403);
    expect((await ask(path, { headers: { origin: "https://evil.example" } })).status).toBe(403);
  }
});

test("a link from another site leads to a page, a frame of it does not", async () => {
  const from = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" };
  expect((await ask("/vi/", { headers: { ...from, "sec-fetch-dest": "document" } })).status).toBe(200);
  expect((await ask("/vi/", { headers: { ...from, "sec-fetch-dest": "iframe" } })).status).toBe(403);
});

describe("who can see it", () => {
  test("only this machine, unless --host says so aloud", async () => {
    expect(watched.said()).not.toContain("same network");
    const open = await watchBulletin(root, ["--host", "--messages", "en"]);
    await until(() => open.said().includes("Every machine in the same network can see it"), open.said);
    const { port } = new URL(open.base);
    const status = (host: string) =>
      new Promise((resolve) =>
        request({ host: "127.0.0.1", port, headers: { host } }, (response) =>
          resolve(response.resume().statusCode),
        ).end(),
      );
    expect(await status("192.168.1.5:4321")).toBe(200);
    expect(await status("evil.example")).toBe(403);
  });

  test("a port that is taken is left alone, and the next one is said", async () => {
    const { port } = new URL(watched.base);
    const child = spawn(process.execPath, [
      join(repository, "lib/cli.js"),
      ...["watch", "--root", root, "--port", port, "--messages", "en"],
    ]);
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    await until(
      () => said.includes("To stop"),
      () => said,
    );
    child.kill("SIGKILL");
    expect(said).toContain(`Port ${port} is taken by another program, so port `);
    expect(said).not.toContain(`http://127.0.0.1:${port}/`);
  });
});
