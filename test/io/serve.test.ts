// Parts of a recording, as a player asks for them when its reader moves on in it.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Serving, serve } from "../../src/io/serve.js";

const letters = "abcdefghij";
let serving: Serving | undefined;

beforeAll(async () => {
  serving = await serve({
    port: 0,
    reach: "machine",
    token: "",
    answer: (path) =>
      path === "/nghe.mp3"
        ? { status: 200, type: "audio/mpeg", body: Buffer.from(letters) }
        : { status: 404, type: "text/plain", body: "404" },
    onTab: () => {},
  });
});

afterAll(() => serving?.close());

const ask = async (range: string | undefined, path = "nghe.mp3", method = "GET") => {
  const headers: Record<string, string> = range === undefined ? {} : { range };
  const response = await fetch(`http://127.0.0.1:${serving?.port}/${path}`, { headers, method });
  const [place, length] = ["content-range", "content-length"].map((name) => response.headers.get(name));
  return { status: response.status, place, length, text: await response.text() };
};

describe("a part of a file", () => {
  test.each([
    ["bytes=0-3", "abcd", "bytes 0-3/10"],
    ["bytes=4-", "efghij", "bytes 4-9/10"],
    ["bytes=-2", "ij", "bytes 8-9/10"],
    ["bytes=-99", letters, "bytes 0-9/10"],
    ["bytes=9-99", "j", "bytes 9-9/10"],
  ])("%s is %s", async (range, text, place) => {
    expect(await ask(range)).toEqual({ status: 206, place, length: String(text.length), text });
  });

  test.each([undefined, "bytes=-", "bytes=5-2", "bytes=0-1,3-4", "bytes=a-b", "lines=1-2", ""])(
    "%j is the whole",
    async (range) => {
      expect(await ask(range)).toEqual({ status: 200, place: null, length: "10", text: letters });
    },
  );

  test.each(["bytes=10-", "bytes=99-100", "bytes=-0"])("%s lies outside", async (range) => {
    expect(await ask(range)).toMatchObject({ status: 416, place: "bytes */10" });
  });

  test("is asked of nothing else", async () => {
    expect(await ask("bytes=0-1", "khong-co")).toMatchObject({ status: 404, text: "404" });
    expect(await ask("bytes=0-1", "nghe.mp3", "HEAD")).toMatchObject({ status: 206, length: "2", text: "" });
  });
});
