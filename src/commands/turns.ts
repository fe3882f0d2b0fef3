// One thing at a time: changes that come while others are being worked on wait, and are then taken together.
import type { SourcePath } from "../model/paths.js";
import type { Changes } from "./changes.js";

export interface Turns {
  readonly add: (changes: Changes) => void;
  /** Something else that must not run beside the work, after it. */
  readonly addJob: (job: () => Promise<void>) => void;
}

/** `work` says whether it succeeded; changes on which it failed are added to the next ones. */
export function openTurns(work: (changes: Changes) => Promise<"done" | "failed">): Turns {
  let waiting: Changes = new Set();
  let chain = Promise.resolve();
  const turn = async () => {
    if (waiting !== "all" && waiting.size === 0) return;
    const taken = waiting;
    waiting = new Set();
    if ((await work(taken)) === "failed") waiting = merge(taken, waiting);
  };
  return {
    add: (changes) => {
      waiting = merge(waiting, changes);
      chain = chain.then(turn);
    },
    addJob: (job) => {
      chain = chain.then(job);
    },
  };
}

function merge(a: Changes, b: Changes): Changes {
  return a === "all" || b === "all" ? "all" : new Set<SourcePath>([...a, ...b]);
}
