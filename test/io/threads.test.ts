// Threads that are started before it is known what they are to do: each is given once, and none is left behind.
import { spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { Worker } from "node:worker_threads";
import { describe, expect, test } from "vitest";
import * as here from "../../src/io/threads.js";
import { repository } from "../cli.js";

const compiled = pathToFileURL(join(repository, "lib/modules/io/threads.js")).href;
const { readingThreads, startAhead, writingThread }: typeof here = await import(compiled);

const hasCores = availableParallelism() > 1;
const ended = (worker: Worker) => new Promise((resolve) => worker.once("exit", resolve));

describe.skipIf(!hasCores)("threads ahead", () => {
  test("are given once each, and do what they are told then", async () => {
    const ahead = startAhead(400);
    const [reading, other] = [ahead.take(readingThreads(400)), ahead.take(readingThreads(400))];
    const [writing, another] = [ahead.take(writingThread), ahead.take(writingThread)];
    expect([other, another]).toEqual([undefined, undefined]);
    expect([reading, writing].includes(undefined)).toBe(false);
    // They are no longer its own.
    ahead.end();
    reading?.postMessage({ settings: {}, begun: new Int32Array(new SharedArrayBuffer(4)) });
    reading?.postMessage({ run: 0, texts: [] });
    const counts = new Int32Array(new SharedArrayBuffer(8));
    const memory = new SharedArrayBuffer(1 << 23);
    // A slot that begins with 0 is the end of the texts.
    counts[0] = 1;
    writing?.postMessage({ counts, memory, texts: undefined, looks: false });
    expect(await Promise.all([reading, writing].map((worker) => worker && ended(worker)))).toEqual([0, 0]);
  });

  test("do not keep a process alive that ends them", () => {
    const code = `import { startAhead } from ${JSON.stringify(compiled)}; startAhead(1000).end();`;
    const { status } = spawnSync(process.execPath, ["--input-type=module", "--eval", code], {
      timeout: 25_000,
    });
    expect(status).toBe(0);
  });

  test("that could not start are not given", async () => {
    // Beside the source there is no compiled entry.
    const ahead = here.startAhead(1000);
    await wait(2000);
    expect(ahead.take(here.writingThread)).toBeUndefined();
    expect(ahead.take(here.readingThreads(1000))).toBeUndefined();
  });
});

test("a small bulletin starts none", () => {
  const ahead = startAhead(50);
  expect(ahead.take(writingThread)).toBeUndefined();
  expect(ahead.take(readingThreads(50))).toBeUndefined();
});
