// A world that remembers what was said and whose clock stands still until it is told to go on.
import type { World } from "../../src/commands/world.js";

export interface TestWorld extends World {
  readonly out: () => string;
  readonly err: () => string;
  /** Lets milliseconds pass. */
  readonly pass: (milliseconds: number) => void;
}

export function world(
  options: {
    readonly cwd?: string;
    readonly env?: World["env"];
    readonly terminal?: boolean;
    /** Lines that are piped in, or typed where there is a terminal. */
    readonly answers?: readonly string[];
    readonly platform?: string;
  } = {},
): TestWorld {
  const { cwd = "/", env = {}, terminal = false, answers = [], platform = "linux x64" } = options;
  const lines = [...answers];
  const said = { out: "", err: "" };
  let time = 0;
  const sink = (name: "out" | "err") => ({
    write: (text: string) => {
      said[name] += text;
    },
    isTerminal: terminal,
  });
  return {
    cwd,
    env,
    stdout: sink("out"),
    stderr: sink("err"),
    stdin: {
      isTerminal: terminal,
      open: async () => ({
        ask: (question) => {
          if (terminal) said.err += `${question}\n`;
          return Promise.resolve(lines.shift());
        },
        close: () => {},
      }),
    },
    interrupted: () => Promise.resolve(),
    clock: () => Date.UTC(2026, 10, 1),
    stopwatch: () => time,
    node: "v20.19.0",
    platform,
    out: () => said.out,
    err: () => said.err,
    pass: (milliseconds) => {
      time += milliseconds;
    },
  };
}
