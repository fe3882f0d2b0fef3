// argv → command → exit status: the only place that knows the process.
import { startEarly } from "./commands/early.js";
import type { Sink, World } from "./commands/world.js";

const argv = process.argv.slice(2);
// In the bundle that was done before this file was loaded.
const early = startEarly(argv, process.cwd());

const streams = [process.stdout, process.stderr];
for (const stream of streams) {
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
    // Not asked of the stream, which would have to be made, and nothing is loaded for it: of most commands nobody reads it.
    get isTerminal() {
      return process.getBuiltinModule("node:tty").isatty(0);
    },
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

void import("./commands/main.js").then(async ({ main }) => {
  process.exitCode = await main(argv, world, early);
  // Left to itself, Node gives back memory bit by bit, which takes a twentieth of the time of a small build. Not where
  // something is still on its way to a pipe.
  if (streams.every(({ writableLength }) => writableLength === 0)) process.exit();
});

function sinkOf(stream: NodeJS.WriteStream): Sink {
  return { write: (text) => stream.write(text), isTerminal: stream.isTTY === true };
}
