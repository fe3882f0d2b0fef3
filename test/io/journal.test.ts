import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseJournal } from "../../src/io/journal.js";
import { temporaryFolder, writeFiles } from "../cli.js";
import { openOut, siteIn, writeTexts } from "./outputs.js";

function journalOf(content: object): string {
  const body = JSON.stringify(content);
  return `bantin-journal 1\n${createHash("sha256").update(body).digest("hex")}\n${body}`;
}

const journal = { stage: "beside", first: ["a"], moves: ["vi/b.html"], last: ["c"] };

test("a whole journal is read; cut off anywhere, it counts for nothing", () => {
  const text = journalOf(journal);
  expect(parseJournal(text)).toEqual(journal);
  fc.assert(
    fc.property(fc.nat({ max: text.length - 1 }), (length) => {
      expect(parseJournal(text.slice(0, length))).toBeUndefined();
    }),
  );
});

describe("a journal that would act elsewhere counts for nothing", () => {
  test.each([
    { ...journal, last: ["../content/x.md"] },
    { ...journal, first: ["/etc/passwd"] },
    { ...journal, moves: [".bantin-files"] },
    { ...journal, stage: "/tmp" },
  ])("%j", (wrong) => expect(parseJournal(journalOf(wrong))).toBeUndefined());

  test("and is swept away by the next command", async () => {
    const root = temporaryFolder();
    const wrong = journalOf({ ...journal, last: ["../content/x.md"] });
    writeFiles(root, { "content/x.md": "x" });
    await writeTexts(root, { "index.html": "old" });
    writeFiles(root, { "dist/.bantin-journal": wrong });
    (await openOut(root)).close();
    expect(existsSync(join(root, "dist/.bantin-journal"))).toBe(false);
    expect(readFileSync(join(root, "content/x.md"), "utf8")).toBe("x");
    expect(siteIn(join(root, "dist"))).toEqual({ "index.html": "old" });
  });
});
