// What a command knows of the world around it: handed in by cli.ts, so that tests hand in their own.

export interface World {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute. */
  readonly cwd: string;
  /** Results. */
  readonly stdout: Sink;
  /** Diagnostics and progress. */
  readonly stderr: Sink;
  /** Answers to questions. */
  readonly stdin: AnswerSource;
  /** Settles when the person at the terminal, or the system, wants the command to end. */
  readonly interrupted: () => Promise<void>;
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

export interface AnswerSource {
  readonly isTerminal: boolean;
  /** Only where there is a question: an open source keeps the process waiting for it. */
  readonly open: () => Promise<Answers>;
}

export interface Answers {
  /** The next line, without its end; undefined where there is no more. A terminal shows the question before it. */
  readonly ask: (question: string) => Promise<string | undefined>;
  readonly close: () => void;
}

/** 0 done, 1 the content has errors or something stands in the way, 2 wrong usage, 3 a fault of ours. */
export type ExitStatus = 0 | 1 | 2 | 3;
