import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readFacts } from "../../src/io/read-facts.js";
import { digest, readFileBytes } from "../../src/io/read-files.js";
import type { ListedFile } from "../../src/io/read-folder.js";
import { sourcePath } from "../../src/model/paths.js";
import { parseConfig } from "../../src/parse/config.js";
import { temporaryFolder, writeFiles } from "../cli.js";

const sha256 = (bytes: string | Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const { limits } = parseConfig(undefined).config;

function put(name: string, content?: string | Uint8Array): ListedFile {
  const root = temporaryFolder();
  if (content !== undefined) writeFiles(root, { [name]: content });
  return { path: sourcePath(`content/${name}`), machine: join(root, name) };
}

function rule(read: object): string | undefined {
  return "diagnostic" in read ? (read.diagnostic as { rule: string }).rule : undefined;
}

describe("readFileBytes", () => {
  test.each(["", "a", "Cần Đước\r\n", "x".repeat(300_000)])("bytes and their hash: %#", (text) => {
    const read = readFileBytes(put("x.md", text), 1_000_000);
    if ("diagnostic" in read) throw new Error(read.diagnostic.message.en);
    expect(Buffer.from(read.bytes).toString()).toBe(text);
    expect(read.hash).toBe(sha256(text));
  });

  test("the limit itself is allowed, one byte more is not", () => {
    expect(rule(readFileBytes(put("x.md", "12345"), 5))).toBeUndefined();
    expect(rule(readFileBytes(put("x.md", "123456"), 5))).toBe("file-too-large");
  });

  test("what is gone or became a folder is a report", () => {
    const folder = put("x.md");
    mkdirSync(folder.machine);
    expect(rule(readFileBytes(put("x.md"), 9))).toBe("file-gone");
    expect(rule(readFileBytes(folder, 1_000_000))).toBe("file-gone");
  });
});

test("digest hashes and hands on every piece, however long the file", () => {
  const bytes = Buffer.from("Đảng bộ ".repeat(100_000));
  const descriptor = openSync(put("x.pdf", bytes).machine, "r");
  const pieces: Buffer[] = [];
  const result = digest(descriptor, (piece) => pieces.push(Buffer.from(piece)));
  closeSync(descriptor);
  expect(result).toEqual({ size: bytes.length, hash: sha256(bytes) });
  expect(pieces.length).toBeGreaterThan(1);
  expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
});

describe("readFacts", () => {
  test("size and hash of a document; a report and no facts of what is gone", async () => {
    const pdf = put("a.pdf", "%PDF-");
    const { facts, diagnostics } = await readFacts([pdf, put("b.pdf")], limits);
    expect([...facts.values()]).toEqual([{ path: pdf.path, size: 5, hash: sha256("%PDF-") }]);
    expect(diagnostics.map((one) => [one.rule, one.file])).toEqual([["file-gone", "content/b.pdf"]]);
  });

  test("what is over the limit is not read: its size alone is known", async () => {
    const pdf = put("a.pdf", "");
    const photo = put("a.jpg", "");
    for (const { machine } of [pdf, photo]) truncateSync(machine, limits.attachmentBytes + 1);
    const { facts, diagnostics } = await readFacts([pdf, photo], limits);
    const size = limits.attachmentBytes + 1;
    expect(diagnostics).toEqual([]);
    expect(facts.get(pdf.path)).toEqual({ path: pdf.path, size, hash: "" });
    expect(facts.get(photo.path)).toMatchObject({ size, hash: "", unreadable: expect.any(String) });
  });

  test("many at once come back in order, and every one is told of", async () => {
    const files = Array.from({ length: 20 }, (_, index) => put(`${index}.pdf`, `${index}`));
    const told: number[] = [];
    const { facts } = await readFacts(files, limits, { onFile: (done) => told.push(done) });
    expect([...facts.keys()]).toEqual(files.map(({ path }) => path));
    expect(told).toEqual(files.map((_, index) => index + 1));
  });
});
