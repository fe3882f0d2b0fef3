import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { openAnswers } from "../../src/commands/answers.js";

describe("piped in", () => {
  test("lines come in order, then nothing; letters cut in two by the pipe are whole", async () => {
    const input = new PassThrough();
    const answers = openAnswers({ input });
    const bytes = Buffer.from("Đảng ủy\r\n\nvi, en");
    input.write(bytes.subarray(0, 1));
    input.end(bytes.subarray(1));
    expect(await answers.ask("?")).toBe("Đảng ủy");
    expect(await answers.ask("?")).toBe("");
    expect(await answers.ask("?")).toBe("vi, en");
    expect(await answers.ask("?")).toBeUndefined();
    expect(await answers.ask("?")).toBeUndefined();
    answers.close();
  });

  test("an empty input is no answer", async () => {
    const input = new PassThrough();
    const answers = openAnswers({ input });
    input.end();
    expect(await answers.ask("?")).toBeUndefined();
  });
});

test("at a terminal the question is shown, and Ctrl+C is the end", async () => {
  const input = new PassThrough();
  const screen = new PassThrough();
  const answers = openAnswers({ input, screen });
  const first = answers.ask("Tên? ");
  input.write("Bản tin\r");
  expect(await first).toBe("Bản tin");
  expect(String(screen.read())).toContain("Tên? ");
  const second = answers.ask("Gì nữa? ");
  input.write("\x03");
  expect(await second).toBeUndefined();
  answers.close();
});
