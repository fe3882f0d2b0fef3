// The engine is told other flags than Node gives it, and for moments those of Node again: only under the very same ones
// does V8 take back what it compiled before.
import { cachedDataVersionTag } from "node:v8";
import { afterAll, expect, test } from "vitest";
import { startThread, tuneEngine, untuned } from "../../src/io/tune-engine.js";

const ofNode = cachedDataVersionTag();
const thread = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`);
const says = `
  import { cachedDataVersionTag } from "node:v8";
  import { parentPort } from "node:worker_threads";
  parentPort.postMessage(cachedDataVersionTag());`;

afterAll(() => tuneEngine(0));

test.each([0, 2001, 4001, 40_001])(
  "%i files: the flags are ours, and Node's again while code is loaded",
  (files) => {
    tuneEngine(files);
    const ours = cachedDataVersionTag();
    expect(ours).not.toBe(ofNode);
    const nested = untuned(() => [
      cachedDataVersionTag(),
      untuned(cachedDataVersionTag),
      cachedDataVersionTag(),
    ]);
    expect(nested).toEqual([ofNode, ofNode, ofNode]);
    expect(cachedDataVersionTag()).toBe(ours);
    const fails = () =>
      untuned(() => {
        throw new Error("no such file");
      });
    expect(fails).toThrow("no such file");
    expect(cachedDataVersionTag()).toBe(ours);
  },
);

test("a number of files that grows and shrinks leaves nothing behind", () => {
  tuneEngine(0);
  const few = cachedDataVersionTag();
  tuneEngine(50_000);
  expect(cachedDataVersionTag()).not.toBe(few);
  tuneEngine(0);
  expect(cachedDataVersionTag()).toBe(few);
  tuneEngine();
  expect(cachedDataVersionTag()).toBe(few);
});

test("a thread starts under the flags of Node", async () => {
  tuneEngine(0);
  const worker = startThread(thread(says), {}, "little");
  expect(await new Promise((resolve) => worker.once("message", resolve))).toBe(ofNode);
});
