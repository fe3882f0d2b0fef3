// Articles that several threads read are those that one thread reads, whatever becomes of the threads.
import { readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listContent, readContent } from "../../src/commands/content.js";
import { parseAll } from "../../src/commands/parse-all.js";
import { readSettings } from "../../src/commands/settings.js";
import { openArticleCache } from "../../src/io/article-cache.js";
import { readArticles, type Threads, threadsFor } from "../../src/io/read-articles.js";
import type { Reading, ReadRun, SharedJob } from "../../src/io/reading-job.js";
import type { ParsedArticle, ParseSettings } from "../../src/model/article.js";
import { sourcePath } from "../../src/model/paths.js";
import { repository, temporaryFolder, writeFiles } from "../cli.js";

const entry = pathToFileURL(join(repository, "lib/reading-worker.js"));
const alone: Threads = { count: 0, entry };

const kinds: Readonly<Record<string, (index: number) => string | Uint8Array>> = {
  good: (index) =>
    `---\ntitle: Bài ${index}\ndate: 20/01/2023 - 09:50\n---\n\nMở đầu ${index} – ĐU.\n\n## Kết quả\n\n[x](a0.vi.md)./.\n`,
  titleless: () => "---\ndate: 20/01/2023\n---\n\nNội dung.\n",
  encoded: () => new Uint8Array([0xff, 0xfe, 0x41, 0, 0x42, 0]),
  large: () => `---\ntitle: Dài\ndate: 20/01/2023\n---\n\n${"dài ".repeat(1 << 19)}\n`,
  empty: () => "",
};

const mixtures = fc.array(fc.constantFrom("good", ...Object.keys(kinds)), { minLength: 40, maxLength: 120 });

function bulletinOf(mixture: readonly string[]) {
  const root = temporaryFolder();
  writeFiles(root, { "bantin.yaml": "languages: [vi, en]\n" });
  writeFiles(
    root,
    Object.fromEntries(
      mixture.map((kind, index) => [
        `content/a${index}.${index % 2 ? "en" : "vi"}.md`,
        kinds[kind]?.(index) ?? "",
      ]),
    ),
  );
  const { languages, timeZone, limits } = readSettings(root).config;
  const settings: ParseSettings = { languages, timeZone, limits, abbreviations: { vi: { ĐU: "Đảng ủy" } } };
  const content = readContent(listContent(root));
  const gone = { path: sourcePath("content/gone.vi.md"), machine: join(root, "content/gone.vi.md") };
  const files = new Map([...content.files, [gone.path, gone] as const]);
  return { root, settings, content: { ...content, files } };
}

type Bulletin = ReturnType<typeof bulletinOf>;

/** Everything of every article, with its text. */
const whole = (articles: readonly ParsedArticle[]) => articles.map((article) => ({ ...article }));

async function parse({ settings, content }: Bulletin, threads: Threads, folder?: string) {
  const cache = folder === undefined ? undefined : openArticleCache({ folder, key: "", isRead: true });
  const seen: number[] = [];
  const articles = await parseAll(
    { settings, content, known: [], changes: "all", threads, ...(cache && { cache }) },
    (done) => {
      seen.push(done);
      // Holds this thread back until another one has finished something.
      if (threads.count > 0 && folder !== undefined && done === 1) waitFor(() => textsIn(folder).length > 0);
    },
  );
  expect(seen).toEqual(articles.map((_, index) => index + 1));
  cache?.save(Date.UTC(2031, 0));
  return articles;
}

const textsIn = (folder: string) => {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(".texts"));
  } catch {
    return [];
  }
};

function waitFor(isSo: () => boolean): void {
  for (let tries = 0; tries < 2000 && !isSo(); tries++) sleep(10);
}

/** Holds this thread back, for some milliseconds. */
function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

describe("articles that are read by several threads", () => {
  test("are those of one thread, in the order of the files, and are kept", async () => {
    await fc.assert(
      fc.asyncProperty(mixtures, fc.integer({ min: 1, max: 3 }), async (mixture, count) => {
        const bulletin = bulletinOf(["good", ...mixture]);
        const expected = whole(await parse(bulletin, alone));
        const folder = join(bulletin.root, "cache");
        expect(whole(await parse(bulletin, { count, entry }, folder))).toEqual(expected);
        expect(textsIn(folder).length).toBeGreaterThan(0);
        // What was kept: trusted by its times, then known by its bytes, whoever reads them.
        expect(whole(await parse(bulletin, alone, folder))).toEqual(expected);
        expect(whole(await parse(bulletin, { count, entry }))).toEqual(expected);
      }),
      { numRuns: 8 },
    );
  }, 120_000);

  test("come whole where nothing can be kept", async () => {
    const bulletin = bulletinOf(Array(100).fill("good"));
    const blocked = join(bulletin.root, "bantin.yaml/cache");
    const expected = whole(await parse(bulletin, alone));
    const cache = openArticleCache({ folder: blocked, key: "", isRead: true });
    const { settings, content } = bulletin;
    const input = {
      settings,
      content,
      known: [],
      changes: "all",
      cache,
      threads: { count: 2, entry },
    } as const;
    expect(whole(await parseAll(input, () => {}))).toEqual(expected);
    cache.save(0);
  });

  test("stay the same objects where their files have the same bytes", async () => {
    const bulletin = bulletinOf(Array(60).fill("good"));
    const known = await parse(bulletin, alone);
    const { settings, content } = bulletin;
    writeFiles(bulletin.root, { "content/a3.en.md": kinds["good"]?.(77) ?? "" });
    const input = { settings, content, known, changes: "all", threads: { count: 2, entry } } as const;
    const articles = await parseAll(input, () => {});
    const fresh = articles.filter((article, index) => article !== known[index]);
    expect(fresh.map(({ source }) => source)).toEqual(["content/a3.en.md", "content/gone.vi.md"]);
  });
});

/** The job as a worker alone has it, with what it sends. */
async function readInWorker({ settings, content }: Bulletin, more: Partial<SharedJob>) {
  const taken = new Int32Array(new SharedArrayBuffer(4));
  const wanted = [...content.files.values()].map((file) => ({ file, expected: undefined }));
  const worker = new Worker(entry, { workerData: { wanted, settings, taken, ...more } satisfies SharedJob });
  const runs: ReadRun[] = [];
  worker.on("message", (run: ReadRun) => runs.push(run));
  await new Promise((resolve) => worker.once("exit", resolve));
  return { wanted, runs, readings: runs.flatMap(({ readings }) => readings) };
}

describe("a worker thread", () => {
  test("reads every file, a few at a time, and keeps texts out of memory and out of its messages", async () => {
    const bulletin = bulletinOf(Array(100).fill("good"));
    const texts = join(bulletin.root, "texts");
    const { runs, readings, wanted } = await readInWorker(bulletin, { texts });
    expect(readings.length).toBe(wanted.length);
    expect(Math.max(...runs.map((run) => run.readings.length))).toBeLessThanOrEqual(16);
    const [file] = textsIn(texts);
    const places = readings.flatMap((reading) => (reading.kind === "kept" ? (reading.kept.text ?? []) : []));
    expect(places.length).toBe(100);
    expect(new Set(places.map((place) => place.file))).toEqual(new Set([file]));
    expect(statSync(join(texts, file ?? "")).size).toBe(places.reduce((sum, { length }) => sum + length, 0));
    expect(JSON.stringify(readings)).not.toContain("<h2");
  });

  test("does not parse what has the bytes that were expected", async () => {
    const bulletin = bulletinOf(Array(20).fill("good"));
    const [first] = await parse(bulletin, alone);
    const file = [...bulletin.content.files.values()].find(({ path }) => path === first?.source);
    if (file === undefined || first === undefined) throw new Error("no article");
    const { readings } = await readInWorker(bulletin, { wanted: [{ file, expected: first.hash }] });
    expect(readings).toEqual([{ kind: "expected" }]);
  });
});

describe("a worker thread that", () => {
  const deaths = {
    "is not there": undefined,
    "cannot be loaded": 'import "./nothing.mjs";',
    "dies with files in its hands": "take(); process.exit(3);",
    "fails on a file": "take(); throw new Error('bad luck');",
    "fails after it has sent some": "take(); send(0); take(); throw new Error('bad luck');",
    "sends one file twice": "take(); send(0); send(0);",
    "takes nothing and never ends": "setInterval(() => {}, 1000);",
  };
  test.each(Object.entries(deaths))("%s: its files are read all the same", async (_, code) => {
    const bulletin = bulletinOf(Array(80).fill("good"));
    const path = join(bulletin.root, "worker.mjs");
    const prelude = `import { parentPort, workerData } from "node:worker_threads";
      const take = () => Atomics.add(workerData.taken, 0, 16);
      const reading = { kind: "whole", article: { source: "content/other.md", hash: "", diagnostics: [] } };
      const send = (first) => parentPort.postMessage({ first, readings: [reading] });\n`;
    if (code !== undefined) writeFileSync(path, prelude + code);
    const { settings, content } = bulletin;
    const wanted = [...content.files.values()].map((file) => ({ file, expected: undefined }));
    const read = new Map<number, Reading>();
    await readArticles({ wanted, settings }, { count: 1, entry: pathToFileURL(path) }, (index, reading) => {
      expect(read.has(index)).toBe(false);
      read.set(index, reading);
      // Time for the worker to do what it does.
      if (read.size === 1) sleep(500);
    });
    expect([...read.keys()].sort((a, b) => a - b)).toEqual([...wanted.keys()]);
    const own = [...read.values()].filter(
      (reading) => reading.kind === "whole" && reading.article.source !== "content/other.md",
    );
    expect(own.length).toBeGreaterThanOrEqual(wanted.length - 1);
  });
});

test("small bulletins start no thread, and large ones only a few", () => {
  expect(threadsFor(0).count).toBe(0);
  expect(threadsFor(100).count).toBe(0);
  expect(threadsFor(1e6).count).toBeLessThanOrEqual(3);
});
