// Threads that are started before it is known what they are to do: each is given once, and none is left behind.
import { spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import type { Worker } from "node:worker_threads";
import { describe, expect, test } from "vitest";
import * as here from "../../src/io/threads.js";
import { compiledModule } from "../cli.js";

const compiled = compiledModule("io/threads.js");
const { readingThreads, startAhead, writingThread }: typeof here = await import(compiled);

const hasCores = availableParallelism() > 1;
const ended = (worker: Worker) => new Promise<number>((resolve) => worker.once("exit", resolve));

const nothingToRead = { settings: {}, begun: new Int32Array(new SharedArrayBuffer(4)) };

/** The end of the texts has no place. */
function noTexts() {
  const counts = new Int32Array(new SharedArrayBuffer(8));
  counts[0] = 1;
  const places = new Int32Array(new SharedArrayBuffer(8)).fill(-1);
  return { counts, places, memory: new SharedArrayBuffer(8), texts: undefined, looks: false };
}

describe.skipIf(!hasCores)("threads ahead", () => {
  test("are given once each, and do what they are told then", async () => {
    const ahead = startAhead(150);
    expect(ahead.take(readingThreads(400))).toBeUndefined();
    const [writing, another] = [ahead.take(writingThread), ahead.take(writingThread)];
    expect([writing === undefined, another]).toEqual([false, undefined]);
    // It is no longer its own.
    ahead.end();
    writing?.postMessage(noTexts());
    expect(await Promise.all([writing && ended(writing)])).toEqual([0]);
  });

  test("read, and then write", async () => {
    const ahead = startAhead(400);
    const [reading, other] = [ahead.take(readingThreads(400)), ahead.take(readingThreads(400))];
    expect([reading === undefined, other]).toEqual([false, undefined]);
    if (reading === undefined) return;
    reading.postMessage(nothingToRead);
    expect([ahead.keep(reading), ahead.keep(reading)]).toEqual([true, false]);
    expect([ahead.take(readingThreads(400)), ahead.take(writingThread)]).toEqual([undefined, reading]);
    reading.postMessage(noTexts());
    expect(await ended(reading)).toBe(0);
  });

  test("write where there is nothing to read", async () => {
    const ahead = startAhead(400);
    const worker = ahead.take(writingThread);
    expect([worker === undefined, ahead.take(readingThreads(400))]).toEqual([false, undefined]);
    worker?.postMessage(noTexts());
    expect(worker && (await ended(worker))).toBe(0);
  });

  test.each([150, 400])("draw codes while they wait (%i articles)", async (articles) => {
    const ahead = startAhead(articles);
    const reading = ahead.take(readingThreads(articles));
    if (reading !== undefined) {
      reading.postMessage(nothingToRead);
      ahead.keep(reading);
    }
    ahead.prepare(["https://h.example/vi/a.html", "x".repeat(3000)]);
    const worker = ahead.take(writingThread);
    // It has gone to somebody who says himself what is to be drawn.
    ahead.prepare(["https://h.example/vi/b.html"]);
    worker?.postMessage(noTexts());
    expect(worker && (await ended(worker))).toBe(0);
  });

  test("that have read and are to write nothing are ended", async () => {
    const ahead = startAhead(400);
    const reading = ahead.take(readingThreads(400));
    expect(reading && ahead.keep(reading)).toBe(true);
    ahead.end();
    expect(reading && [0, 1].includes(await ended(reading))).toBe(true);
    expect(ahead.take(writingThread)).toBeUndefined();
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
