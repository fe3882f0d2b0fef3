// A thread that writes beside the one that draws leaves the same files and tells the same of them.
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { damagedTexts, openTexts, type TextPlace, writePlace } from "../../src/io/article-texts.js";
import { checkBytes } from "../../src/io/check-bytes.js";
import { createEncoder } from "../../src/io/encode-texts.js";
import { factsAt } from "../../src/io/file-look.js";
import { openTextWriter } from "../../src/io/text-writer.js";
import { type Ahead, startKind, type WritingThread } from "../../src/io/threads.js";
import type { Written } from "../../src/io/write-text.js";
import { hole } from "../../src/model/holes.js";
import { LateHtml } from "../../src/model/late-html.js";
import { type QrPath, qrHtml } from "../../src/model/qr.js";
import { qrPathOf } from "../../src/pages/qr.js";
import { compiledModule, readTree, temporaryFolder } from "../cli.js";

const lib = join(import.meta.dirname, "../../lib");

/** A thread that writes many texts, takes one more, and is no longer there. */
const dying = `import { parentPort } from "node:worker_threads";
import { openTextTaker } from ${JSON.stringify(compiledModule("io/text-ring.js"))};
import { createTextHand } from ${JSON.stringify(compiledModule("io/write-text.js"))};
parentPort.once("message", (told) => {
  const taker = openTextTaker(told);
  const hand = createTextHand(told.looks);
  for (let count = 0; count < 70; count++) {
    const next = taker.take();
    if (next !== undefined) taker.answer(hand(next.file, next.bytes));
  }
  taker.take();
  process.exit();
});
`;

const threads: Readonly<Record<string, WritingThread>> = {
  "in a thread": { entry: pathToFileURL(join(lib, "writing-worker.js")), after: 1 },
  "without one": { entry: pathToFileURL(join(lib, "writing-worker.js")), after: Number.POSITIVE_INFINITY },
  "with a thread that cannot start": { entry: pathToFileURL(join(lib, "no-such-worker.js")), after: 1 },
  "with a thread that dies half-way": {
    entry: new URL(`data:text/javascript,${encodeURIComponent(dying)}`),
    after: 1,
  },
};

/** Of all lengths, so that batches end anywhere; more than the thread may hold, so that both threads write. */
const texts = Array.from({ length: 400 }, (_, index) => [
  `${index % 7}/${index % 3}/${index}.html`,
  `Bài số ${index}: ${"chữ có dấu 😀 ".repeat((index * index) % 3000)}`,
]) as [string, string][];

async function writeAll(root: string, thread: WritingThread, ahead?: Ahead): Promise<Map<string, Written>> {
  const writer = openTextWriter({ thread, ahead });
  const said = new Map<string, Written>();
  for (const [path, text] of texts) {
    writer.write({ target: join(root, path), text: () => text }, (written) => said.set(path, written));
  }
  await writer.settle();
  return said;
}

test("texts written in a thread that was started before are whole too", async () => {
  const root = temporaryFolder();
  const thread = threads["in a thread"] as WritingThread;
  const worker = startKind(thread, "much");
  const ended = new Promise((resolve) => worker?.once("exit", resolve));
  const said = await writeAll(root, thread, {
    take: () => worker,
    keep: () => false,
    prepare: () => {},
    end: () => {},
  });
  expect(said.size).toBe(texts.length);
  for (const [path, text] of texts) expect(readFileSync(join(root, path), "utf8")).toBe(text);
  expect(await ended).toBe(0);
});

describe.each(Object.entries(threads))("texts written %s", (_, thread) => {
  test("are whole, and each is told of once", async () => {
    const root = temporaryFolder();
    const said = await writeAll(root, thread);
    expect(readTree(root).size).toBe(texts.length);
    for (const [path, text] of texts) {
      const bytes = Buffer.from(text);
      expect(readFileSync(join(root, path)).equals(bytes)).toBe(true);
      expect(said.get(path)).toEqual({ hash: checkBytes(bytes), isSame: false });
    }
  });

  test("are left alone where the site has them", async () => {
    const root = temporaryFolder();
    const machine = join(root, "standing.html");
    writeFileSync(machine, "plumless");
    const standing = { machine, size: statSync(machine).size };
    // The last has the same CRC-32.
    expect(checkBytes(Buffer.from("buckeroo"))).toBe(checkBytes(Buffer.from("plumless")));
    const cases = [
      { text: "plumless", isSame: true },
      { text: "plumed", isSame: false },
      { text: "buckeroo", isSame: false },
    ];
    const writer = openTextWriter({ thread });
    const said: boolean[] = [];
    for (const [index, { text }] of cases.entries()) {
      const target = join(root, `new/${index}`);
      writer.write({ target, standing, text: () => text }, ({ isSame }) => {
        said[index] = isSame;
      });
    }
    await writer.settle();
    expect(said).toEqual(cases.map(({ isSame }) => isSame));
    expect([...readTree(join(root, "new")).keys()]).toEqual(["1", "2"]);
  });

  test("are looked at where that is asked for", async () => {
    const root = temporaryFolder();
    const writer = openTextWriter({ thread, looks: true });
    const said = new Map<string, Written>();
    for (const [path, text] of texts.slice(0, 50)) {
      writer.write({ target: join(root, path), text: () => text }, (written) => said.set(path, written));
    }
    await writer.settle();
    for (const [path, { facts }] of said) expect(facts).toBe(factsAt(join(root, path)));
    expect(said.size).toBe(50);
  });

  test("that the machine refuses are an error with its code", async () => {
    const root = temporaryFolder();
    writeFileSync(join(root, "file"), "");
    const writer = openTextWriter({ thread });
    const writing = async () => {
      writer.write({ target: join(root, "file/below"), text: () => "x" }, () => {});
      await writer.settle();
    };
    await expect(writing()).rejects.toMatchObject({ code: expect.stringMatching(/^(ENOTDIR|EEXIST)$/) });
  });

  test("that fail while they are drawn throw at once", () => {
    const writer = openTextWriter({ thread });
    const broken = () => {
      throw new Error("broken");
    };
    expect(() => writer.write({ target: "x", text: broken }, () => {})).toThrow("broken");
    return writer.settle();
  });
});

test("half characters, marks of byte order and the like are written alike by both threads", async () => {
  const root = temporaryFolder();
  const odd = ["", "\ufeffđầu", "\ud800", "nửa \udc00 chữ \ud83d", "\u0000", "😀".repeat(9), "ascii"];
  const cases = [
    ...odd,
    ...fc.sample(fc.string({ unit: "binary", maxLength: 99 }), { numRuns: 200, seed: 7 }),
  ];
  const writer = openTextWriter({ thread: threads["in a thread"] });
  for (const [index, text] of cases.entries()) {
    writer.write({ target: join(root, String(index)), text: () => text }, () => {});
  }
  await writer.settle();
  const written = cases.map((_, index) => readFileSync(join(root, String(index))));
  expect(written).toEqual(cases.map((text) => Buffer.from(text)));
});

test.each(["in a thread", "without one"])(
  "texts that are kept on the disk are put in the place of their marks %s",
  async (kind) => {
    const [root, folder] = [temporaryFolder(), temporaryFolder()];
    const texts = openTexts(folder);
    const keep = (text: string) => writePlace(texts.add(text) as TextPlace);
    const html = "<p>Đảng bộ xã 😀</p>";
    const photo = '<img src="a.jpg">';
    const [plain, holed, anchored] = [
      keep(html),
      keep(`<p>${hole("link", 0)}x</a>${hole("image", 1)}${hole("facts", 0)}</p>`),
      keep('<a href="#note-1">1</a> <code>href="#x"</code>'),
    ];
    const [ended, wide] = [keep("<p>]]&gt; ]]>\u0001</p>"), keep("<p>ｆｕｌｌ \ufffe</p>")];
    texts.flush();
    const late = (text: string, fillings = {}) => new LateHtml({ text, fillings }, () => "");
    const mark = (text: string, fillings = {}) => late(text, fillings).mark;
    const code = (text: string, address: string, label = "Mã QR") =>
      new LateHtml({ code: address, label, text }, () => "").mark;
    const svg = (address: string, label = "Mã QR") => qrHtml(qrPathOf(address) as QrPath, label);
    const [first, second] = ["https://h.example/vi/a.html", `https://h.example/${"b".repeat(300)}`];
    const forged = mark("articles-x.texts 0 10 0123456789abcdef");
    const cases = [
      [`đầu ${mark(plain)} cuối`, `đầu ${html} cuối`],
      [mark(plain) + mark(plain), html + html],
      [`\ud800${mark(plain)}`, `\ufffd${html}`],
      [`a ${mark(holed, { l0: '<a href="b">', i1: photo })}`, `a <p><a href="b">x</a>${photo}</p>`],
      // In XML, and there outside of its page, twice.
      [late(plain).cdataMark.repeat(2), html.repeat(2)],
      [late(holed, { i1: "\u0007&]]>" }).cdataMark, "<p>x</a>\ufffd&]]]]><![CDATA[></p>"],
      [late(ended).cdataMark, "<p>]]&gt; ]]]]><![CDATA[>\ufffd</p>"],
      [late(wide).cdataMark, "<p>ｆｕｌｌ \ufffd</p>"],
      [
        new LateHtml({ text: anchored, fillings: {}, page: "/a?b&c" }, () => "").mark,
        '<a href="/a?b&amp;c#note-1">1</a> <code>href="#x"</code>',
      ],
      [
        new LateHtml({ text: anchored, fillings: {}, page: "/a" }, () => "").cdataMark,
        '<a href="/a#note-1">1</a> <code>href="#x"</code>',
      ],
      [new LateHtml({ text: plain, fillings: { l0: "<a>" }, page: "/a" }, () => "").cdataMark, html],
      [`${code(plain, first)}, ${mark(plain)}`, `${svg(first)}, ${html}`],
      [
        code(plain, first).repeat(2) + code(plain, first, `“Ý” & "<b>"`),
        svg(first).repeat(2) + svg(first, `“Ý” & "<b>"`),
      ],
      [code(plain, second) + code(plain, first), svg(second) + svg(first)],
      // What no cache has given is a text like any other.
      [code("x", first), code("x", first)],
      [
        '\uffff{"code":"https://h.example","label":"x"}\uffff',
        '\uffff{"code":"https://h.example","label":"x"}\uffff',
      ],
      ['\uffff{"code":"https://h.ex\uffff', '\uffff{"code":"https://h.ex\uffff'],
      [`x ${forged} y`, `x ${forged} y`],
      ["\uffff{ \uffff{}\uffff\uffff", "\uffff{ \uffff{}\uffff\uffff"],
      ['\uffff{"text":"x\uffff', '\uffff{"text":"x\uffff'],
      ['\uffff{"text":5}\uffff', '\uffff{"text":5}\uffff'],
      ['\uffff{"text":"","fillings":null}\uffff', '\uffff{"text":"","fillings":null}\uffff'],
      [`\uffff${mark(plain)}`, `\uffff${html}`],
      [mark(holed, { l0: "\uffff{}\uffff" }), "<p>\uffff{}\uffffx</a></p>"],
    ] as const;
    const writer = openTextWriter({ thread: threads[kind], texts: folder });
    const targets = cases.map((_, index) => join(root, String(index)));
    for (const [index, [text]] of cases.entries()) {
      writer.write({ target: targets[index] as string, text: () => text }, () => {});
    }
    await writer.settle();
    expect(targets.map((target) => readFileSync(target, "utf8"))).toEqual(cases.map(([, text]) => text));
    // Without the folder they stay what they are.
    expect(Buffer.from(createEncoder(undefined).encode(mark(plain))).toString()).toBe(mark(plain));
  },
);

test.each(["in a thread", "without one"])(
  "a text that is kept no longer ends the writing %s",
  async (kind) => {
    const [root, folder] = [temporaryFolder(), temporaryFolder()];
    const texts = openTexts(folder);
    const place = texts.add("một") as TextPlace;
    texts.flush();
    writeFileSync(join(folder, place.file), "hai");
    const text = writePlace(place);
    const gone = writePlace({ ...place, file: "articles-00000000-0000-0000-0000-000000000000.texts" });
    const code = { code: "https://h.example", label: "x" };
    for (const late of [
      { text, fillings: {} },
      { text: gone, fillings: {} },
      { ...code, text: gone },
    ]) {
      const { mark } = new LateHtml(late, () => "");
      const writer = openTextWriter({ thread: threads[kind], texts: folder });
      const writing = async () => {
        writer.write({ target: join(root, "x"), text: () => mark }, () => {});
        await writer.settle();
      };
      await expect(writing()).rejects.toBe(damagedTexts);
      expect(existsSync(join(root, "x"))).toBe(false);
    }
  },
);

test("a text that is longer than any page is written too", async () => {
  const target = join(temporaryFolder(), "long");
  const writer = openTextWriter();
  const text = "dài ".repeat(200_000);
  writer.write({ target, text: () => text }, () => {});
  await writer.settle();
  expect(readFileSync(target, "utf8")).toBe(text);
});
