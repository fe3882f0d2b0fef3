// Answers to questions, line by line: typed on a terminal, where a line can be edited, or piped in.
import { createInterface } from "node:readline";
import type { Answers } from "./world.js";

export interface AnswerStreams {
  readonly input: NodeJS.ReadableStream;
  /** Where a terminal shows the questions and what is typed; absent where nobody types. */
  readonly screen?: NodeJS.WritableStream;
}

export function openAnswers({ input, screen }: AnswerStreams): Answers {
  const isTyped = screen !== undefined;
  const reader = createInterface({ input, ...(isTyped && { output: screen }), terminal: isTyped });
  const lines: string[] = [];
  let waiting: ((line: string | undefined) => void) | undefined;
  let ended = false;
  const give = (line: string | undefined) => {
    waiting?.(line);
    waiting = undefined;
  };
  reader.on("line", (line) => {
    if (waiting === undefined) lines.push(line);
    else give(line);
  });
  // Also Ctrl+C and Ctrl+D.
  reader.on("close", () => {
    ended = true;
    give(undefined);
  });
  return {
    ask: (question) => {
      const line = lines.shift();
      if (line !== undefined || ended) return Promise.resolve(line);
      if (isTyped) {
        reader.setPrompt(question);
        reader.prompt();
      }
      return new Promise((resolve) => {
        waiting = resolve;
      });
    },
    close: () => reader.close(),
  };
}
