// Articles that several threads read are those that one thread reads, whatever becomes of the threads.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Content, listContent, readContent } from "../../src/commands/content.js";
import { parseAll } from "../../src/commands/parse-all.js";
import { readSettings } from "../../src/commands/settings.js";
import { openArticleCache } from "../../src/io/article-cache.js";
import { lookAt, openLooks } from "../../src/io/file-look.js";
import { createArticleReader } from "../../src/io/read-article.js";
import { type Reading, readArticles } from "../../src/io/read-articles.js";
import type { FileText, ParsedRun, TextRun, TextsJob } from "../../src/io/reading-job.js";
import { openTextWriter } from "../../src/io/text-writer.js";
import type * as threads from "../../src/io/threads.js";
import { type ReadingThreads, readingThreads } from "../../src/io/threads.js";
import type { Written } from "../../src/io/write-text.js";
import { isBroken, type ParsedArticle, type ParseSettings } from "../../src/model/article.js";
import { sourcePath } from "../../src/model/paths.js";
import { compiledModule, repository, temporaryFolder, writeFiles } from "../cli.js";

const entry = pathToFileURL(join(repository, "lib/reading-worker.js"));
const alone: ReadingThreads = { count: 0, entry };

const kinds: Readonly<Record<string, (index: number) => string | Uint8Array>> = {
  good: (index) =>
    `---\ntitle: Bài ${index}\ndate: 20/01/2023 - 09:50\n---\n\nMở đầu ${index} – ĐU.\n\n## Kết quả\n\n[x](a0.vi.md)./.\n`,
  titleless: () => "---\ndate: 20/01/2023\n---\n\nNội dung.\n",
  windows: (index) =>
    `\ufeff---\r\ntitle: Bài ${index}\r\ndate: 20/01/2023\r\n---\r\n\r\nMột.\r\n\r\nHai./.\r\n`,
  decomposed: () => "---\ntitle: Đảng bộ xã\ndate: 20/01/2023\n---\n\nĐảng bộ\0 xã.\n".normalize("NFD"),
  secret: () => "---\ntitle: Thư\ndate: 20/01/2023\n---\n\nMở đầu.\n\nLưu hành nội bộ\n",
  ansi: () =>
    Buffer.concat([
      Buffer.from("---\ntitle: Bài\n---\n\nTi"),
      Buffer.from([0xea, 0xf1]),
      Buffer.from("ng.\n"),
    ]),
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

async function parse(
  { settings, content }: Pick<Bulletin, "settings"> & { readonly content: Content },
  threads: ReadingThreads,
  folder?: string,
) {
  const cache = folder === undefined ? undefined : openArticleCache({ folder, key: "", isRead: true });
  const seen: number[] = [];
  const articles = await parseAll(
    { settings, content, known: [], changes: "all", threads, ...(cache && { cache }) },
    (done) => {
      seen.push(done);
      // Holds this thread back, once it has given away the first files, until another one has finished something.
      if (threads.count > 0 && folder !== undefined && done === 17) waitFor(() => textsIn(folder).length > 0);
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

  test.each([0, 1])("are looked at when they are opened (%i more threads)", async (count) => {
    const { settings, content } = bulletinOf(Array(60).fill("good"));
    const files = [...content.files.values()].filter(({ machine }) => existsSync(machine));
    const wanted = files.map((file) => ({ file, expected: undefined }));
    const before = new Map(files.map(({ machine }) => [machine, lookAt(machine)]));
    const looks = openLooks();
    await readArticles({ wanted, settings, looks }, { count, entry }, (index) => {
      // Whatever is saved from now on is for the next build.
      writeFileSync(files[index]?.machine ?? "", "khác");
    });
    expect(new Map(files.map(({ machine }) => [machine, looks.at(machine)]))).toEqual(before);
  });

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

/** What a worker says to runs of three texts, of which somebody else has begun those in `taken`. */
async function parseInWorker(
  { settings, content }: Bulletin,
  { texts, taken = [] }: { texts?: string; taken?: readonly number[] },
) {
  const { openAll } = createArticleReader(settings);
  const room = (size: number) => Buffer.from(new SharedArrayBuffer(size));
  const wanted = [...content.files.values()].map((file) => ({ file, expected: undefined }));
  const given = openAll(wanted, room).flatMap((found): FileText[] => {
    if (found === undefined || !("opened" in found)) return [];
    const { path, hash, context } = found.opened;
    return [{ path, hash, context, bytes: found.bytes }];
  });
  const begun = new Int32Array(new SharedArrayBuffer(4 * given.length));
  for (const run of taken) begun[run] = 1;
  const job: TextsJob = { settings, begun, ...(texts === undefined ? {} : { texts }) };
  const worker = new Worker(entry);
  worker.postMessage(job);
  const answers: ParsedRun[] = [];
  worker.on("message", (answer: ParsedRun) => answers.push(answer));
  for (let run = 0; 3 * run < given.length; run++)
    worker.postMessage({ run, texts: given.slice(3 * run, 3 * run + 3) } satisfies TextRun);
  worker.postMessage({ run: 0, texts: [] } satisfies TextRun);
  await new Promise((resolve) => worker.once("exit", resolve));
  return { answers, pieces: answers.flatMap(({ parsed }) => parsed.flatMap((piece) => piece ?? [])) };
}

describe("a worker thread", () => {
  test("parses what it is given, in order, and keeps texts out of memory and out of its messages", async () => {
    const bulletin = bulletinOf(Array(90).fill("good"));
    const texts = join(bulletin.root, "texts");
    const { answers, pieces } = await parseInWorker(bulletin, { texts });
    expect(answers.map(({ run }) => run)).toEqual(Array.from({ length: 30 }, (_, index) => index));
    expect(pieces.length).toBe(90);
    const [file] = textsIn(texts);
    const places = pieces.flatMap(({ place }) => place ?? []);
    expect(places.length).toBe(90);
    expect(new Set(places.map((place) => place.file))).toEqual(new Set([file]));
    expect(statSync(join(texts, file ?? "")).size).toBe(places.reduce((sum, { length }) => sum + length, 0));
    expect(JSON.stringify(pieces)).not.toContain("<h2");
  });

  test("leaves what somebody else has begun", async () => {
    const { answers } = await parseInWorker(bulletinOf(Array(12).fill("good")), { taken: [1, 2] });
    expect(answers.map(({ run }) => run)).toEqual([0, 3]);
  });
});

const theirs = "<p>parsed by a thread</p>";

describe("a worker thread that", () => {
  const deaths = {
    "is not there": undefined,
    "cannot be loaded": 'import "./nothing.mjs";',
    "dies with texts in its hands": "onRun((run) => { begin(run); process.exit(3); });",
    "fails on a text": "onRun((run) => { begin(run); throw new Error('bad luck'); });",
    "fails after it has sent some":
      "onRun((run, texts) => { begin(run); if (run > 0) throw new Error('bad luck'); send(run, texts); });",
    "sends one run twice": "onRun((run, texts) => { begin(run); send(run, texts); send(run, texts); });",
    "sends what it was never given":
      "onRun((run, texts) => { begin(run); send(run + 999, texts); send(run, texts); });",
    "begins nothing": "onRun(() => {});",
    "listens to nothing and never ends": "setInterval(() => {}, 1000);",
  };
  test.each(Object.entries(deaths))("%s: its texts are parsed all the same", async (_, code) => {
    const bulletin = bulletinOf(Array(80).fill("good"));
    const path = join(bulletin.root, "worker.mjs");
    const prelude = `import { writeFileSync } from "node:fs";
      import { parentPort } from "node:worker_threads";
      let begun;
      const onRun = (handle) =>
        parentPort.on("message", ({ run, texts, ...job }) => {
          if (job.begun) begun = job.begun;
          else if (texts.length > 0) handle(run, texts);
          else parentPort.close();
        });
      const begin = (run) => {
        Atomics.store(begun, run, 1);
        writeFileSync(${JSON.stringify(join(bulletin.root, "begun"))}, "");
      };
      const rest = { description: "", headings: [], anchors: [], links: [], images: [], diagnostics: [] };
      const head = JSON.stringify({ body: ${JSON.stringify(theirs)}, ...rest });
      const send = (run, texts) => parentPort.postMessage({ run, parsed: texts.map(() => ({ head })) });\n`;
    if (code !== undefined) writeFileSync(path, prelude + code);
    const { settings, content } = bulletin;
    const wanted = [...content.files.values()].map((file) => ({ file, expected: undefined }));
    const read = new Map<number, ParsedArticle>();
    await readArticles({ wanted, settings }, { count: 1, entry: pathToFileURL(path) }, (index, reading) => {
      expect(read.has(index)).toBe(false);
      if (reading.kind === "parsed") read.set(index, reading.article);
      // Time for the worker to do what it does.
      if (read.size !== 1) return;
      if (code?.includes("begin(")) waitFor(() => existsSync(join(bulletin.root, "begun")));
      else sleep(500);
    });
    expect([...read.keys()].sort((a, b) => a - b)).toEqual([...wanted.keys()]);
    for (const [index, article] of read) {
      expect(article.source).toBe(wanted[index]?.file.path);
      if (isBroken(article)) expect(article.source).toBe("content/gone.vi.md");
      else expect([theirs, ""]).toContain(article.body.includes("Kết quả") ? "" : article.body);
    }
    if (code?.includes("send("))
      expect([...read.values()].some((one) => !isBroken(one) && one.body === theirs)).toBe(true);
  });
});

test("texts for which there is no room for a while are those of one thread too", async () => {
  // Two hundred thousand bytes and more each, of the two millions that may wait.
  const long = (index: number) =>
    `---\ntitle: Bài ${index}\ndate: 20/01/2023\n---\n\n${"Một đoạn. ".repeat(20_000)}\n`;
  const bulletin: Omit<Bulletin, "content"> = bulletinOf(["good"]);
  writeFiles(
    bulletin.root,
    Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`content/dai/${index}.vi.md`, long(index)])),
  );
  const content = readContent(listContent(bulletin.root));
  const expected = whole(await parse({ ...bulletin, content }, alone));
  expect(whole(await parse({ ...bulletin, content }, { count: 1, entry }))).toEqual(expected);
});

test("what has the bytes that were expected is not parsed", async () => {
  const bulletin = bulletinOf(Array(40).fill("good"));
  const known = await parse(bulletin, alone);
  const { settings, content } = bulletin;
  const wanted = [...content.files.values()].map((file) => {
    const hash = known.find(({ source }) => source === file.path)?.hash;
    return { file, expected: file.path === "content/a7.en.md" ? undefined : hash };
  });
  const readings = new Map<string, Reading["kind"]>();
  await readArticles({ wanted, settings }, { count: 1, entry }, (index, { kind }) => {
    readings.set(wanted[index]?.file.path ?? "", kind);
  });
  const others = [...readings].filter(([, kind]) => kind !== "expected").map(([path]) => path);
  expect(others.sort()).toEqual(["content/a7.en.md", "content/gone.vi.md"]);
});

const hasCores = availableParallelism() > 1;

test.skipIf(!hasCores)("a thread that has read them waits to write, where it was started ahead", async () => {
  const compiled = compiledModule("io/threads.js");
  const { startAhead, writingThread }: typeof threads = await import(compiled);
  const bulletin = bulletinOf(Array(200).fill("good"));
  const { settings, content } = bulletin;
  const wanted = [...content.files.values()].map((file) => ({ file, expected: undefined }));
  const ahead = startAhead(400);
  const entry = new URL(compiledModule("io/reading-worker.js"));
  await readArticles({ wanted, settings }, { count: 1, entry, ahead }, (index) => {
    // Of the second run, which the main thread takes back: time for the other to begin the first.
    if (index === 30) sleep(1500);
  });
  const worker = ahead.take(writingThread);
  ahead.end();
  const ended = new Promise((resolve) => worker?.once("exit", resolve));
  const [file, ...others] = ["a.html", "b/b.html"].map((name) => join(bulletin.root, "out", name));
  const written: Written[] = [];
  const { write, settle } = openTextWriter({
    thread: { ...writingThread, after: 1 },
    ahead: { take: () => worker, keep: () => false, prepare: () => {}, end: () => {} },
  });
  for (const target of [file, ...others])
    write({ target: target ?? "", text: () => "Chữ" }, (one) => written.push(one));
  await settle();
  expect(await ended).toBe(0);
  expect(written.length).toBe(2);
  expect(readFileSync(file ?? "", "utf8")).toBe("Chữ");
});

test("small bulletins start no thread, and large ones only a few", () => {
  expect(readingThreads(0).count).toBe(0);
  expect(readingThreads(100).count).toBe(0);
  expect(readingThreads(1e6).count).toBeLessThanOrEqual(3);
});
