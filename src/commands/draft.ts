// A draft as a new file says it: with a line that tells the editor how to publish it.
import type { MessageLanguage } from "../model/diagnostic.js";
import { newWords } from "../strings/cli-making.js";

export function draftLines(lang: MessageLanguage): readonly string[] {
  return [`# ${newWords.draft[lang]}`, "draft: true"];
}
