// The table of commands and their flags: the reader of arguments, the help and the suggestions all come from here.
import type { CommandName, FlagName } from "../strings/cli-help.js";

export interface Flag {
  readonly name: FlagName;
  /** What stands after it, as the help shows it; absent for a flag that is there or not. */
  readonly value?: string;
  readonly short?: string;
}

export interface Command {
  readonly name: CommandName;
  readonly flags: readonly Flag[];
}

export const commonFlags: readonly Flag[] = [
  { name: "messages", value: "vi|en" },
  { name: "help", short: "h" },
];

/** Flags that stand where a command stands. */
export const topFlags: readonly Flag[] = [...commonFlags, { name: "version" }];

export const commands: readonly Command[] = [
  {
    name: "build",
    flags: [
      { name: "root", value: "DIR" },
      { name: "out", value: "DIR" },
      { name: "base-url", value: "URL" },
      { name: "drafts" },
      { name: "future" },
      { name: "expired" },
      { name: "now", value: "TIME" },
      { name: "strict" },
      { name: "json" },
      { name: "quiet" },
      { name: "verbose" },
      ...commonFlags,
    ],
  },
];
