// argv → what is wanted, or what is wrong with it and the nearest right word. Even wrong arguments say in which
// language and form the answer is wanted, as far as they can be read.
import { parseArgs } from "node:util";
import type { Bilingual } from "../model/diagnostic.js";
import { nearest } from "../model/spelling.js";
import type { CommandName, FlagName } from "../strings/cli-help.js";
import { type Command, commands, type Flag, topFlags } from "./flags.js";

export interface Arguments {
  readonly command?: CommandName;
  /** Flags without a value are true; of a flag given twice, the last. */
  readonly flags: Readonly<Partial<Record<FlagName, string | true>>>;
  /** What stands beside the flags; absent where nothing does. */
  readonly words?: readonly string[];
  readonly fault?: UsageFault;
}

export interface UsageFault {
  readonly message: Bilingual;
  readonly hint?: Bilingual;
}

export function readArguments(argv: readonly string[]): Arguments {
  const [first, ...others] = argv;
  const named = first !== undefined && !first.startsWith("-");
  if (named && first === "help") return readArguments([...others.slice(0, 1), "--help", ...others.slice(1)]);
  const command = named ? commands.find(({ name }) => name === first) : undefined;
  const known = named ? (command?.flags ?? commands.flatMap(({ flags }) => flags)) : topFlags;
  const { flags, words, faults } = readFlags(named ? others : argv, known, command);
  const fault = named && command === undefined ? unknownCommand(first) : faults[0];
  return {
    flags,
    ...(command === undefined ? {} : { command: command.name }),
    ...(words.length === 0 ? {} : { words }),
    ...(fault === undefined ? {} : { fault }),
  };
}

interface ReadFlags {
  readonly flags: Readonly<Partial<Record<FlagName, string | true>>>;
  readonly words: readonly string[];
  readonly faults: readonly UsageFault[];
}

function readFlags(argv: readonly string[], known: readonly Flag[], command: Command | undefined): ReadFlags {
  const options = Object.fromEntries(
    known.map(({ name, value, short }) => [
      name,
      { type: value === undefined ? ("boolean" as const) : ("string" as const), ...(short && { short }) },
    ]),
  );
  const { tokens } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  const flags: Partial<Record<FlagName, string | true>> = {};
  const faults: UsageFault[] = [];
  const words: string[] = [];
  const mostWords = command?.words?.most ?? 0;
  for (const token of tokens) {
    if (token.kind === "positional") {
      if (words.length < mostWords) words.push(token.value);
      else faults.push(strayWord(token.value, command));
    }
    if (token.kind !== "option") continue;
    const flag = known.find(({ name }) => name === token.name);
    const fault = flag === undefined ? unknownFlag(token.rawName, known) : valueFault(flag, token);
    if (fault !== undefined) faults.push(fault);
    else if (flag !== undefined) flags[flag.name] = token.value ?? true;
  }
  return { flags, words, faults };
}

interface OptionToken {
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function valueFault(
  { name, value: wanted }: Flag,
  { value, inlineValue }: OptionToken,
): UsageFault | undefined {
  if (wanted === undefined) {
    return value === undefined
      ? undefined
      : {
          message: {
            vi: `Tùy chọn --${name} không đi kèm giá trị`,
            en: `The option --${name} takes no value`,
          },
          hint: { vi: `Chỉ viết: --${name}`, en: `Write just: --${name}` },
        };
  }
  const missing = value === undefined || value === "" || (value.startsWith("--") && !inlineValue);
  if (missing) {
    return {
      message: { vi: `Sau --${name} cần một giá trị`, en: `The option --${name} needs a value` },
      hint: { vi: `Viết: --${name} ${wanted}`, en: `Write: --${name} ${wanted}` },
    };
  }
  const choices = wanted.includes("|") ? wanted.split("|") : undefined;
  if (choices === undefined || choices.includes(value)) return undefined;
  return {
    message: { vi: `--${name} không nhận “${value}”`, en: `--${name} does not take “${value}”` },
    hint: didYouMean(
      choices.map((choice) => `--${name} ${choice}`),
      nearest(value, choices) && `--${name} ${nearest(value, choices)}`,
    ),
  };
}

function unknownFlag(typed: string, known: readonly Flag[]): UsageFault {
  const near = nearFlag(typed.replace(/^-+/, ""), known);
  return {
    message: { vi: `Không có tùy chọn “${typed}”`, en: `There is no option “${typed}”` },
    ...(near !== undefined && { hint: didYouMean([], `--${near}`) }),
  };
}

/** `verb` is the beginning of `verbose`, `q` of `quiet`; `outt` is near to `out`. */
function nearFlag(typed: string, known: readonly Flag[]): FlagName | undefined {
  const names = known.map(({ name }) => name);
  return (
    (typed && names.find((name) => name.startsWith(typed))) || (nearest(typed, names) as FlagName | undefined)
  );
}

function unknownCommand(typed: string): UsageFault {
  const names = commands.map(({ name }) => name);
  const near = names.find((name) => isSwapped(name, typed)) ?? nearest(typed, names);
  return {
    message: { vi: `Không có lệnh “${typed}”`, en: `There is no command “${typed}”` },
    hint: didYouMean(
      names.map((name) => `bantin ${name}`),
      near && `bantin ${near}`,
    ),
  };
}

/** The same letters in another order, as fast fingers write them: `nwe`, `biuld`. */
function isSwapped(name: string, typed: string): boolean {
  return [...name].sort().join("") === [...typed].sort().join("");
}

function strayWord(typed: string, command: Command | undefined): UsageFault {
  return {
    message: { vi: `Không rõ “${typed}” để làm gì`, en: `It is unclear what “${typed}” is for` },
    hint: command === undefined ? commandFirst(typed) : flagMeant(typed, command),
  };
}

function commandFirst(typed: string): Bilingual {
  const name = commands.find((command) => command.name === typed)?.name;
  const line = `bantin ${name ?? commands.map((command) => command.name).join("|")}`;
  return {
    vi: `Viết lệnh trước, tùy chọn sau: ${line}`,
    en: `Write the command first, options after it: ${line}`,
  };
}

function flagMeant(typed: string, { flags, name, words }: Command): Bilingual {
  const near = nearFlag(typed, flags);
  if (near !== undefined) return didYouMean([], `--${near}`);
  if (words !== undefined) {
    return {
      vi: `Cách viết: bantin ${name} ${words.shown.vi}; tên có dấu cách thì đặt trong dấu nháy kép`,
      en: `Write: bantin ${name} ${words.shown.en}; put names with spaces in double quotes`,
    };
  }
  return {
    vi: `Thư mục của bản tin thì viết: --root ${typed}; tên có dấu cách thì đặt trong dấu nháy kép`,
    en: `For the bulletin's folder, write: --root ${typed}; put names with spaces in double quotes`,
  };
}

function didYouMean(all: readonly string[], near: string | undefined): Bilingual {
  if (near !== undefined) return { vi: `Có phải “${near}”?`, en: `Did you mean “${near}”?` };
  return { vi: `Dùng: ${all.join(" hoặc ")}`, en: `Use: ${all.join(" or ")}` };
}
