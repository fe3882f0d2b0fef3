// argv → command → exit status: the only place that knows the process. The status is set, not forced, so that
// whatever is still on its way to a pipe gets there.
import { availableParallelism } from "node:os";
import { setFlagsFromString } from "node:v8";
import type { Sink, World } from "./commands/world.js";

// Node 20's V8 optimises a function after 66 KB of its code have been run, and has to take much of that back while
// articles and pages still bring new shapes. Waiting longer saves a sixth of the time of a build. Later ones count
// otherwise, and do not know this flag.
if (process.version.startsWith("v20.")) setFlagsFromString("--interrupt-budget=300000");

// V8 may let the heap grow to four times what was alive in it before it collects. To twice as much takes a fifth less
// for ten thousand articles, and hardly more time.
setFlagsFromString("--heap-growing-percent=100");

// V8 forgets code that has not run for a while, and then it could not be kept for the next start (io/kept-code.ts).
setFlagsFromString("--no-flush-bytecode");

// On two cores V8's threads that collect garbage have to wait for ours, and ours for them. These two are asked for anew at
// each collection; others, as that of concurrent marking, must not be changed any more once V8 runs.
if (availableParallelism() <= 2) {
  for (const what of ["parallel-scavenge", "concurrent-sweeping"]) setFlagsFromString(`--no-${what}`);
}

for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    // The reader of a pipe has gone (`bantin build | head`): nothing is wrong with the build.
    if (error.code !== "EPIPE") throw error;
  });
}

const world: World = {
  env: process.env,
  cwd: process.cwd(),
  stdout: sinkOf(process.stdout),
  stderr: sinkOf(process.stderr),
  stdin: {
    isTerminal: process.stdin.isTTY === true,
    open: async () => {
      const { openAnswers } = await import("./commands/answers.js");
      return openAnswers({ input: process.stdin, ...(process.stdin.isTTY && { screen: process.stderr }) });
    },
  },
  interrupted: () =>
    new Promise((resolve) => {
      // Only once: whoever presses Ctrl+C again is not made to wait.
      for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
    }),
  clock: () => Date.now(),
  stopwatch: () => Number(process.hrtime.bigint()) / 1e6,
  node: process.version,
  platform: `${process.platform} ${process.arch}`,
};

// Loaded only now, as code that was compiled and kept is of use under the same flags of V8 alone.
void import("./commands/main.js").then(async ({ main }) => {
  process.exitCode = await main(process.argv.slice(2), world);
});

function sinkOf(stream: NodeJS.WriteStream): Sink {
  return { write: (text) => stream.write(text), isTerminal: stream.isTTY === true };
}
