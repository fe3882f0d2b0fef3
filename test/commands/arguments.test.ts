import { describe, expect, test } from "vitest";
import { readArguments } from "../../src/commands/arguments.js";

const read = (line: string) => readArguments(line === "" ? [] : line.split(" "));

describe("what is wanted", () => {
  test.each([
    ["", { flags: {} }],
    ["--help", { flags: { help: true } }],
    ["-h", { flags: { help: true } }],
    ["--version", { flags: { version: true } }],
    ["--help --messages en", { flags: { help: true, messages: "en" } }],
    ["build", { command: "build", flags: {} }],
    ["build --help", { command: "build", flags: { help: true } }],
    ["help build", { command: "build", flags: { help: true } }],
    ["help", { flags: { help: true } }],
    [
      "build --out site --root=D:\\b --drafts",
      { command: "build", flags: { out: "site", root: "D:\\b", drafts: true } },
    ],
    ["build --out a --out b", { command: "build", flags: { out: "b" } }],
    ["build --out=--odd", { command: "build", flags: { out: "--odd" } }],
    ["init", { command: "init", flags: {} }],
    ["init tin -y", { command: "init", flags: { yes: true }, words: ["tin"] }],
    ["new Họp ấp --language vi", { command: "new", flags: { language: "vi" }, words: ["Họp", "ấp"] }],
    ["new -- --odd", { command: "new", flags: {}, words: ["--odd"] }],
    ["new --translate a.md en", { command: "new", flags: { translate: "a.md" }, words: ["en"] }],
    ["build --now -1", { command: "build", flags: { now: "-1" } }],
    [
      "build --future --expired --strict --json --quiet --verbose --messages vi --base-url https://x.vn",
      {
        command: "build",
        flags: {
          future: true,
          expired: true,
          strict: true,
          json: true,
          quiet: true,
          verbose: true,
          messages: "vi",
          "base-url": "https://x.vn",
        },
      },
    ],
  ])("bantin %s", (line, wanted) => expect(read(line)).toEqual(wanted));
});

test("wrong usage, in both languages", async () => {
  const lines = [
    "biuld",
    "deploy",
    "nwe",
    "intit",
    "init a b",
    "init a demo",
    "build --draft",
    "build --baseurl https://x.vn",
    "build --frobnicate",
    "build -q",
    "build --verb",
    "--version2",
    "build --out",
    "build --out --drafts",
    "build --out=",
    "build --drafts=yes",
    "build --messages fr",
    "build --messages VI",
    "build drafts",
    "build D:\\bantin",
    "--messages en build",
    "--help x",
  ];
  const table = lines.map((line) => {
    const { fault } = read(line);
    const { message, hint } = fault ?? { message: { vi: "(nothing)", en: "(nothing)" } };
    return `bantin ${line}\n  vi  ${message.vi}\n      → ${hint?.vi ?? "(no hint)"}\n  en  ${message.en}\n      → ${hint?.en ?? "(no hint)"}\n`;
  });
  await expect(table.join("\n")).toMatchFileSnapshot("usage.reports.txt");
});

test("even wrong arguments say how the answer is wanted", () => {
  expect(read("build --json --messages en --nonsense").flags).toEqual({ json: true, messages: "en" });
  expect(read("biuld --json --messages en").flags).toEqual({ json: true, messages: "en" });
});
