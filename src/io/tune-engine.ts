// What V8 is told of how much there is to do, in every thread of the process at once. Code that Node or we have compiled
// before is taken back under the flags alone with which it was kept, Node's own under those that Node starts with: of a
// thread, half the time to start. So ours are put away while code is loaded and while a thread starts.
import { availableParallelism } from "node:os";
import { setFlagsFromString } from "node:v8";
import { getEnvironmentData, setEnvironmentData, Worker, type WorkerOptions } from "node:worker_threads";

/** As we want it, and as every supported version of Node starts with it. */
interface Flag {
  readonly ours: string;
  readonly stock: string;
}

/** Files of the content beyond which a computer of 8 GB may run short of memory. */
const veryMany = 40_000;

/** Files up to which a heap of six times what is alive in it is not much. */
const quiteMany = 20_000;

/** Files from which it pays to optimise code sooner, since more of the time is still to come, and to save memory. */
const many = 4000;
/** Files up to which it pays to do so later still. */
const few = 2000;

const major = process.versions.node.split(".", 1)[0] ?? "";
const isNode20 = major === "20";
/**
 * Calls of a function after which V8 gives it to its best compiler by itself. Undefined for versions of Node that were not
 * seen to count so: V8 says aloud that it does not know a flag.
 */
const usualCalls = new Map([
  ["22", 3000],
  ["24", 10_000],
]).get(major);

/** What all threads of the process know: flags are those of all. */
const shared = sharedNumbers();
const areOurs = 0;
const filesTold = 1;

/** `files` of the content, 0 until they are known. A thread says it as it begins, for as many as were told before. */
export function tuneEngine(files = Atomics.load(shared, filesTold)): void {
  if (files !== Atomics.load(shared, filesTold)) put("stock");
  Atomics.store(shared, filesTold, files);
  put("ours");
  collectAlone();
}

/**
 * On two cores V8's threads that collect garbage have to wait for ours, and ours for them. These two flags are asked for
 * anew at each collection, and make no other code; others, as that of concurrent marking, must not be changed any more
 * once V8 runs.
 */
function collectAlone(): void {
  if (availableParallelism() > 2) return;
  for (const what of ["parallel-scavenge", "concurrent-sweeping"]) setFlagsFromString(`--no-${what}`);
}

/** Runs something under the flags with which Node starts. */
export function untuned<T>(run: () => T): T {
  const wereOurs = put("stock");
  try {
    return run();
  } finally {
    if (wereOurs) put("ours");
  }
}

/** What the starting thread does until the new one has begun. */
export type Meanwhile = "little" | "much";

/**
 * A thread of our own; its first line tunes the engine again.
 * @param meanwhile "little" lets the new one take back Node's code sooner. Node 20 counts how often a function runs from
 * when it first does, so that under its own flags it would optimise too soon whatever is begun in between.
 */
export function startThread(entry: URL, options: WorkerOptions, meanwhile: Meanwhile): Worker {
  if (meanwhile === "little" || !isNode20) put("stock");
  collectAlone();
  return new Worker(entry, options);
}

/** Sets all flags where they are not as is said. True where they were ours. */
function put(as: keyof Flag): boolean {
  const wanted = as === "ours" ? 1 : 0;
  const were = Atomics.exchange(shared, areOurs, wanted);
  if (were !== wanted)
    for (const flag of flagsFor(Atomics.load(shared, filesTold))) setFlagsFromString(flag[as]);
  return were === 1;
}

function sharedNumbers(): Int32Array {
  const key = "bantin: how the engine is tuned";
  const known = getEnvironmentData(key);
  if (known instanceof Int32Array) return known;
  const made = new Int32Array(new SharedArrayBuffer(8));
  setEnvironmentData(key, made);
  return made;
}

function flagsFor(files: number): readonly Flag[] {
  const isLong = files > many;
  // V8 forgets code that has not run for a while, and then it could not be kept for the next start (kept-code.ts).
  const list: Flag[] = [{ ours: "--no-flush-bytecode", stock: "--flush-bytecode" }];
  // Where little is to be done, young objects get no more room than at the start, one or two megabytes of the sixteen, or
  // thirty-two since Node 24, that V8 would give them: none of it has to be used for the first time. Where there is much,
  // each collection has more to look through that is no garbage, so that the fewer there are the better: with the room
  // that V8 gives, ten thousand articles take a tenth less.
  if (files <= few) {
    list.push({ ours: "--semi-space-growth-factor=1", stock: "--semi-space-growth-factor=2" });
  }
  // Node 20's V8 optimises a function after 66 KB of its code have been run, and has to take much of that back while
  // articles and pages still bring new shapes. Waiting longer saves a sixth of the time of a build; where little is to be
  // done, hardly any function is worth it.
  if (isNode20) {
    const budget = isLong ? 160_000 : files > few ? 600_000 : 1_500_000;
    list.push({ ours: `--interrupt-budget=${budget}`, stock: "--interrupt-budget=67584" });
    // Before that, V8 interprets a function until eight times its code have been run, and then writes plain machine code of it.
    // Nearly all of ours runs for every article: to do so after the first time takes 2 % less.
    const factor = "--interrupt-budget-factor-for-feedback-allocation";
    list.push({ ours: `${factor}=1`, stock: `${factor}=8` });
  }
  // Later ones count how often a function was called, and have a second compiler, which Node 24 uses, that is quicker and
  // makes slower code. For them it is the same: a sixth of the time of a thousand articles.
  if (usualCalls !== undefined) {
    const [turbofan, maglev] = isLong ? [10_000, 2000] : files > few ? [30_000, 2000] : [80_000, 40_000];
    list.push(
      {
        ours: `--invocation-count-for-turbofan=${turbofan}`,
        stock: `--invocation-count-for-turbofan=${usualCalls}`,
      },
      { ours: `--invocation-count-for-maglev=${maglev}`, stock: "--invocation-count-for-maglev=400" },
    );
  }
  // Optimising takes a quarter of all work, in threads of its own which the cores have to run beside ours. Half of that
  // goes into functions that are hardly quicker for it: templates, which only call others, and long chains of calls
  // that are made one function, and have to be made again when a page of another shape comes. Where there is less to do,
  // still fewer are worth it: nothing inlined takes 6 % less of the CPU for a thousand articles.
  list.push(
    { ours: "--max-optimized-bytecode-size=700", stock: "--max-optimized-bytecode-size=61440" },
    {
      ours: `--max-inlined-bytecode-size-cumulative=${isLong ? 300 : 0}`,
      stock: "--max-inlined-bytecode-size-cumulative=920",
    },
  );
  if (!isLong) return list;
  // V8 may let the heap grow to four times what was alive in it before it collects all of it, which takes a fortieth of the
  // time of ten thousand articles, though most of it stays alive. Where there are more, they have to be thrifty: to three
  // times takes less memory; by a fifth takes a little longer, and far less memory again.
  const percent = files > veryMany ? 20 : files > quiteMany ? 200 : 500;
  list.push({ ours: `--heap-growing-percent=${percent}`, stock: "--heap-growing-percent=0" });
  return list;
}
