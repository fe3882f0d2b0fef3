// `bantin watch` as a process: what it serves is what a build would write, what it writes is what a build writes, and
// it ends when it is told to.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonResult } from "../../src/commands/json.js";
import { bantin, copyTree, readTree, temporaryFolder, writeFiles } from "../cli.js";
import { until, type Watched, watchBulletin, withoutClient } from "../watching.js";
import { article, bulletin, config } from "./bulletin.js";
import { bursts, startOfEdits } from "./edits.js";

/** Every file of a fresh build. */
function build(root: string, args: readonly string[] = []): ReadonlyMap<string, string> {
  const out = temporaryFolder();
  const run = bantin(["build", "--root", root, "--out", join(out, "site"), ...args]);
  if (run.status !== 0) throw new Error(run.stderr);
  const files = readTree(join(out, "site"));
  files.delete(".bantin-files");
  return files;
}

const asPreview = ["--drafts", "--future", "--expired"];

/** Takes away what is faulty, so that there is a site to compare. */
function mend(root: string): void {
  writeFiles(root, startOfEdits);
  for (let round = 0; round < 9; round++) {
    const run = bantin([
      "build",
      "--root",
      root,
      "--out",
      join(temporaryFolder(), "site"),
      "--json",
      ...asPreview,
    ]);
    const { diagnostics } = JSON.parse(run.stdout) as JsonResult;
    const faulty = diagnostics.filter(({ severity }) => severity === "error");
    if (faulty.length === 0) return;
    for (const { file } of faulty) rmSync(join(root, file), { force: true });
  }
}

async function served(watched: Watched, paths: Iterable<string>): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const path of paths) {
    const response = await fetch(`${watched.base}/${encodeURI(path)}`);
    found.set(path, withoutClient(Buffer.from(await response.arrayBuffer()).toString("latin1")));
  }
  return found;
}

/** Until it has said nothing for a while. */
async function quiet({ said }: Watched): Promise<void> {
  for (let before = -1; before !== said().length; await pause(500)) before = said().length;
}

describe("what is served", () => {
  test("after any edits every file is that of a fresh build, but for the preview's own tag", async () => {
    for (const burst of fc.sample(bursts, 4)) {
      const root = temporaryFolder();
      writeFiles(root, startOfEdits);
      const watched = await watchBulletin(root);
      await quiet(watched);
      for (const edits of burst) {
        for (const edit of edits) edit.apply(root);
        await pause(30);
      }
      mend(root);
      await quiet(watched);
      const fresh = build(root, asPreview);
      // A busy system may tell late of a change; one that is lost is told by what differs.
      const isThere = async () => isDeepStrictEqual(await served(watched, fresh.keys()), fresh);
      await until(isThere, undefined, 10_000).catch(() => {});
      expect(await served(watched, fresh.keys())).toEqual(fresh);
      await watched.stop();
    }
  }, 240_000);

  test("the sample bulletin, every file, and with --published and --base-url too", async () => {
    const root = temporaryFolder();
    copyTree(join(import.meta.dirname, "../../content"), join(root, "content"));
    copyTree(join(import.meta.dirname, "../../bantin.yaml"), join(root, "bantin.yaml"));
    for (const [args, same] of [
      [[], asPreview],
      [
        ["--published", "--base-url", "https://h.example/a/b"],
        ["--base-url", "https://h.example/a/b"],
      ],
    ] as const) {
      const fresh = build(root, same);
      const watched = await watchBulletin(root, args);
      expect(await served(watched, fresh.keys())).toEqual(fresh);
      await watched.stop();
    }
  }, 120_000);

  test("the bulletin is at / whatever the path of its address, 404.html's links too", async () => {
    const root = temporaryFolder();
    writeFiles(root, bulletin);
    const watched = await watchBulletin(root);
    const missing = await fetch(`${watched.base}/deep/down/nothing.html`);
    expect(missing.status).toBe(404);
    const html = await missing.text();
    const links = [...html.matchAll(/(?:href|src)="(\/xa\/[^"]+)"/g)].map(([, href = ""]) => href);
    expect(links.length).toBeGreaterThan(4);
    for (const link of links) expect([link, (await fetch(watched.base + link)).status]).toEqual([link, 200]);
    expect(await watched.get("/vi/2023/01/bai-mot.html")).toContain(
      '<link rel="canonical" href="https://bantin.example/xa/vi/2023/01/bai-mot.html">',
    );
  });
});

describe("--write", () => {
  const distOf = (root: string) => readTree(join(root, "dist"));

  test("writes exactly what a build writes, after each state without errors, and nothing with them", async () => {
    const root = temporaryFolder();
    writeFiles(root, { ...bulletin, "content/nhap.vi.md": article("Nháp", "x", "draft: true\n") });
    const watched = await watchBulletin(root, ["--write", "--messages", "en"]);
    const written = () => [...watched.said().matchAll(/Written to dist\//g)].length;
    await until(() => written() >= 1, watched.said);
    const first = distOf(root);
    expect([...first.keys()]).not.toContain("vi/2023/01/nhap.html");
    writeFiles(root, { "content/b.vi.md": "---\ntitle: a: b\n---\n" });
    await until(() => watched.said().includes("front-matter-colon"), watched.said);
    await pause(400);
    expect(distOf(root)).toEqual(first);
    const before = written();
    writeFiles(root, { "content/b.vi.md": article("Bài hai", "Mới.") });
    await until(() => written() > before, watched.said);
    const last = distOf(root);
    await watched.stop();
    rmSync(join(root, "dist"), { recursive: true });
    expect(bantin(["build", "--root", root]).status).toBe(0);
    expect(last).toEqual(distOf(root));
  });

  test("without it the built site is left alone", async () => {
    const root = temporaryFolder();
    writeFiles(root, bulletin);
    expect(bantin(["build", "--root", root]).status).toBe(0);
    const before = distOf(root);
    const watched = await watchBulletin(root);
    writeFiles(root, { "content/b.vi.md": article("Khác") });
    await until(async () => (await watched.get("/vi/latest/index.html")).includes("Khác"));
    await watched.stop();
    expect(distOf(root)).toEqual(before);
  });
});

describe("beginning and end", () => {
  test.each(["SIGINT", "SIGTERM"] as const)("%s ends it with status 0, open pages or not", async (signal) => {
    const root = temporaryFolder();
    writeFiles(root, bulletin);
    const watched = await watchBulletin(root);
    const token = /data-bantin-token="(\w+)"/.exec(await watched.get("/"))?.[1];
    const live = await fetch(`${watched.base}/__bantin/live?token=${token}&path=/`);
    expect(live.status).toBe(200);
    expect(await watched.stop(signal)).toBe(0);
  });

  test("a folder that is no bulletin, and wrong words, are said and end it", () => {
    const root = temporaryFolder();
    expect(bantin(["watch", "--root", root, "--messages", "en"])).toMatchObject({ status: 1 });
    writeFiles(root, { "bantin.yaml": config, "content/a.vi.md": article("x") });
    const run = (...args: string[]) => bantin(["watch", "--root", root, "--messages", "en", ...args]);
    expect(run("--port", "http")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("--port must be"),
    });
    expect(run("--port", "65536")).toMatchObject({ status: 2 });
    expect(run("--base-url", "x")).toMatchObject({ status: 2 });
  });
});
