// Memory that is given back is gone at once; memory that somebody else may still read is left alone.
import { transcode } from "node:buffer";
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { createEncoder } from "../../src/io/encode-texts.js";
import { giveBack } from "../../src/io/give-back.js";
import { compiledModule } from "../cli.js";

const text = "Chữ có dấu. ".repeat(1000);

test("bytes that have memory of their own", () => {
  const bytes = transcode(Buffer.from(text, "utf16le"), "utf16le", "utf8");
  const { buffer } = bytes;
  giveBack(bytes);
  expect([bytes.length, buffer.byteLength]).toEqual([0, 0]);
});

// In a process of its own, which does nothing in between: that is how pages are drawn.
test("half a gigabyte, one piece after the other, takes the room of a few", () => {
  const script = `import { giveBack } from ${JSON.stringify(compiledModule("io/give-back.js"))};
    const before = process.memoryUsage.rss();
    for (let round = 0; round < 5000; round++) giveBack(new Uint8Array(100_000).fill(1));
    console.log(process.memoryUsage.rss() - before);`;
  const grown = execFileSync(process.execPath, ["--input-type=module", "--eval", script]);
  expect(Number(grown.toString())).toBeLessThan(150e6);
});

test.each([
  ["a part of more", new Uint8Array(9000).subarray(0, 8000)],
  ["a few", new Uint8Array(100)],
])("not %s", (_, bytes) => {
  bytes.fill(7);
  const before = bytes.length;
  giveBack(bytes);
  expect([bytes.length, bytes.at(-1)]).toEqual([before, 7]);
});

test("what the encoder gives holds until the next is encoded, and the next is right", () => {
  const { encodeUtf16 } = createEncoder(undefined);
  for (const one of [text, `${text} hai`, "ba", text]) {
    const bytes = encodeUtf16(Buffer.from(one, "utf16le"));
    expect(Buffer.from(bytes).toString()).toBe(one);
    expect(Buffer.from(bytes).toString()).toBe(one);
  }
});
