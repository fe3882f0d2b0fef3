// The table of commands and their flags: the reader of arguments, the help and the suggestions all come from here.
import type { Bilingual } from "../model/diagnostic.js";
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
  /** The words that may stand beside the flags, as the help shows them; absent where there are none. */
  readonly words?: { readonly shown: Bilingual; readonly most: number };
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
      { name: "cache", value: "DIR" },
      { name: "no-cache" },
      { name: "json" },
      { name: "quiet" },
      { name: "verbose" },
      ...commonFlags,
    ],
  },
  {
    name: "watch",
    flags: [
      { name: "root", value: "DIR" },
      { name: "port", value: "4321" },
      { name: "host" },
      { name: "open" },
      { name: "published" },
      { name: "write" },
      { name: "base-url", value: "URL" },
      { name: "poll" },
      { name: "editor", value: "LINK" },
      ...commonFlags,
    ],
  },
  {
    name: "init",
    flags: [{ name: "yes", short: "y" }, { name: "demo" }, { name: "windows" }, ...commonFlags],
    words: { shown: { vi: "[THƯ-MỤC]", en: "[DIR]" }, most: 1 },
  },
  {
    name: "new",
    flags: [
      { name: "language", value: "LANG" },
      { name: "section", value: "NAME" },
      { name: "issue", value: "01/2026" },
      { name: "date", value: "TIME" },
      { name: "translate", value: "PATH" },
      { name: "root", value: "DIR" },
      ...commonFlags,
    ],
    // A title typed without quotes comes as many words.
    words: { shown: { vi: '"TIÊU ĐỀ"', en: '"TITLE"' }, most: 100 },
  },
];
