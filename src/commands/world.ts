// What a command knows of the world around it: handed in by cli.ts, so that tests hand in their own.

export interface World {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute. */
  readonly cwd: string;
  /** Results. */
  readonly stdout: Sink;
  /** Diagnostics and progress. */
  readonly stderr: Sink;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Milliseconds from any start, for measuring how long something takes. */
  readonly stopwatch: () => number;
  /** `v20.19.0`. */
  readonly node: string;
  /** `linux x64`. */
  readonly platform: string;
}

export interface Sink {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
}

/** 0 built, 1 the content has errors, 2 wrong usage, 3 a fault of ours. */
export type ExitStatus = 0 | 1 | 2 | 3;
