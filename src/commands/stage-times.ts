// How long each stage of a build took, for --verbose.
import type { MessageLanguage } from "../model/diagnostic.js";
import { cliWords, formatSeconds, type Stage } from "../strings/cli.js";
import type { World } from "./world.js";

export interface StageTimes {
  readonly enter: (stage: Stage) => void;
  /** One line a stage, in the order in which they were entered. */
  readonly format: (lang: MessageLanguage) => string;
}

export function openStageTimes({ stopwatch }: World): StageTimes {
  const starts = new Map<Stage, number>();
  return {
    enter: (stage) => {
      if (!starts.has(stage)) starts.set(stage, stopwatch());
    },
    format: (lang) => {
      const ends = [...starts.values()].slice(1).concat(stopwatch());
      const lines = [...starts].map(([stage, start], index) => {
        const time = formatSeconds((ends[index] ?? start) - start, lang);
        return `${cliWords[lang].stages[stage]}: ${time}\n`;
      });
      return lines.join("");
    },
  };
}
