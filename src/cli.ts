#!/usr/bin/env node
// argv → command → exit status: the only place that knows the process. The status is set, not forced, so that
// whatever is still on its way to a pipe gets there.
import nodeModule from "node:module";
import { setFlagsFromString } from "node:v8";
import type { Sink } from "./commands/world.js";

// Node 20's V8 optimises a function after 66 KB of its code have been run, and has to take much of that back while
// articles and pages still bring new shapes. Waiting longer saves a sixth of the time of a build. Later ones count
// otherwise, and do not know this flag.
if (process.version.startsWith("v20.")) setFlagsFromString("--interrupt-budget=300000");

// V8 may let the heap grow to four times what was alive in it before it collects. To twice as much takes a fifth less
// for ten thousand articles, and hardly more time.
setFlagsFromString("--heap-growing-percent=100");

// From Node 22.1 on compiled code is kept, in the system's temporary folder; Node holds it against the source. It must
// be asked for before the rest is loaded.
(nodeModule as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();
const { main } = await import("./commands/main.js");

for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    // The reader of a pipe has gone (`bantin build | head`): nothing is wrong with the build.
    if (error.code !== "EPIPE") throw error;
  });
}

process.exitCode = await main(process.argv.slice(2), {
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
  stopwatch: () => performance.now(),
  node: process.version,
  platform: `${process.platform} ${process.arch}`,
});

function sinkOf(stream: NodeJS.WriteStream): Sink {
  return { write: (text) => stream.write(text), isTerminal: stream.isTTY === true };
}
