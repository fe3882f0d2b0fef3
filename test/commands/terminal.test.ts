import { describe, expect, test } from "vitest";
import { choosePaint, messageLanguage, openProgress } from "../../src/commands/terminal.js";
import { world } from "./world.js";

describe("the language of the messages", () => {
  test.each([
    ["--messages before all", "en", { LC_ALL: "vi_VN.UTF-8" }, "vi", "en"],
    ["LC_ALL before LANG", undefined, { LC_ALL: "en_GB.UTF-8", LANG: "vi_VN.UTF-8" }, "vi", "en"],
    ["LC_MESSAGES before LANG", undefined, { LC_MESSAGES: "vi", LANG: "en_US" }, "en", "vi"],
    ["LANG", undefined, { LANG: "vi_VN.UTF-8" }, "en", "vi"],
    ["C counts as unset", undefined, { LC_ALL: "C", LANG: "en_US.UTF-8" }, "vi", "en"],
    ["C.UTF-8 and POSIX too", undefined, { LC_ALL: "C.UTF-8", LANG: "POSIX" }, "vi", "vi"],
    ["an empty value too", undefined, { LC_ALL: "", LANG: "" }, "en", "en"],
    ["a language we do not speak too", undefined, { LANG: "fr_FR.UTF-8" }, "vi", "vi"],
    ["else the bulletin's first language", undefined, {}, "vi-VN", "vi"],
    ["which may be another", undefined, {}, "fr", "en"],
    ["else Vietnamese", undefined, {}, undefined, "vi"],
  ])("%s", (_, flag, env, bulletin, lang) => expect(messageLanguage(flag, env, bulletin)).toBe(lang));
});

describe("colour", () => {
  test.each([
    ["a terminal", {}, true, true],
    ["a pipe", {}, false, false],
    ["NO_COLOR", { NO_COLOR: "1" }, true, false],
    ["an empty NO_COLOR says nothing", { NO_COLOR: "" }, true, true],
    ["a terminal without colours", { TERM: "dumb" }, true, false],
    ["FORCE_COLOR", { FORCE_COLOR: "1" }, false, true],
    ["FORCE_COLOR before NO_COLOR", { FORCE_COLOR: "1", NO_COLOR: "1" }, false, true],
    ["FORCE_COLOR=0", { FORCE_COLOR: "0" }, true, false],
  ])("%s", (_, env, isTerminal, coloured) => {
    const paint = choosePaint(env, { write: () => {}, isTerminal });
    expect(paint.error("x") !== "x").toBe(coloured);
  });
});

describe("the progress line", () => {
  test("is written over, and gone at the end", () => {
    const watched = world({ terminal: true });
    const progress = openProgress(watched, "en", true);
    progress.show("read", 1, 400);
    progress.show("read", 2, 400);
    watched.pass(100);
    progress.show("read", 350, 400);
    progress.show("compile", 0, 0);
    progress.clear();
    expect(watched.err().split("\r\x1b[2K")).toEqual([
      "",
      "Reading articles 1/400",
      "Reading articles 350/400",
      "Checking and planning pages",
      "",
    ]);
  });

  test.each([
    ["no terminal", { terminal: false }, true],
    ["CI", { terminal: true, env: { CI: "true" } }, true],
    ["a terminal that cannot", { terminal: true, env: { TERM: "dumb" } }, true],
    ["not wanted", { terminal: true }, false],
  ])("is silent: %s", (_, options, wanted) => {
    const watched = world(options);
    const progress = openProgress(watched, "vi", wanted);
    progress.show("read", 1, 2);
    progress.clear();
    expect(watched.err()).toBe("");
  });
});
