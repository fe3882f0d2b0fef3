// The help texts, laid out from the table of commands and flags.
import type { MessageLanguage } from "../model/diagnostic.js";

import { type CommandName, commandHelp, flagHelp, helpWords } from "../strings/cli-help.js";
import { commands, type Flag, topFlags } from "./flags.js";

export function formatHelp(command: CommandName | undefined, lang: MessageLanguage): string {
  const lines = command === undefined ? topHelp(lang) : helpOf(command, lang);
  return `${lines.join("\n")}\n`;
}

function topHelp(lang: MessageLanguage): string[] {
  return [
    helpWords.intro[lang],
    "",
    `${helpWords.usage[lang]} bantin ${helpWords.command[lang]} ${helpWords.options[lang]}`,
    "",
    helpWords.commands[lang],
    ...columns(commands.map(({ name }) => [name, commandHelp[name].summary[lang]])),
    "",
    helpWords.flags[lang],
    ...flagLines(topFlags, lang),
    "",
    helpWords.more[lang],
  ];
}

function helpOf(command: CommandName, lang: MessageLanguage): string[] {
  const { details, examples, exits } = commandHelp[command];
  const { flags = [], words } = commands.find(({ name }) => name === command) ?? {};
  const shown = words === undefined ? "" : ` ${words.shown[lang]}`;
  return [
    `bantin ${command}: ${details[lang]}`,
    "",
    `${helpWords.usage[lang]} bantin ${command}${shown} ${helpWords.options[lang]}`,
    "",
    helpWords.flags[lang],
    ...flagLines(flags, lang),
    "",
    helpWords.examples[lang],
    ...columns(examples.map(([line, meaning]) => [line, meaning[lang]])),
    "",
    exits[lang],
  ];
}

function flagLines(flags: readonly Flag[], lang: MessageLanguage): string[] {
  return columns(
    flags.map(({ name, value, short }) => [
      `--${name}${value === undefined ? "" : ` ${value}`}${short === undefined ? "" : `, -${short}`}`,
      flagHelp[name][lang],
    ]),
  );
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
