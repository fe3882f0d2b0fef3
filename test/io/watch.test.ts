// However a program saves, the watcher says once where to look, soon, and never too early for good.
import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { isTouched } from "../../src/commands/changes.js";
import { watchBulletin } from "../../src/io/watch.js";
import { sourcePath } from "../../src/model/paths.js";
import { isIgnoredName } from "../../src/parse/file-names.js";
import { temporaryFolder, writeFiles } from "../cli.js";
import { until } from "../watching.js";

interface Heard {
  readonly root: string;
  /** Every call, as sorted paths or "all". */
  readonly calls: (readonly string[] | "all")[];
  /** What the file held when it was told of. */
  readonly texts: string[];
  readonly file: string;
}

async function listen(options: { poll?: boolean; files?: Record<string, string> } = {}): Promise<Heard> {
  const root = temporaryFolder();
  writeFiles(root, { "content/a.md": "one", "bantin.yaml": "", ...options.files });
  const calls: Heard["calls"] = [];
  const texts: string[] = [];
  const file = join(root, "content/a.md");
  const watching = watchBulletin({
    root,
    poll: options.poll ?? false,
    ignores: isIgnoredName,
    onChanges: (changes) => {
      calls.push(changes === "all" ? "all" : [...changes].sort());
      if (changes !== "all" && changes.has("content/a.md" as never)) {
        try {
          texts.push(readFileSync(file, "utf8"));
        } catch {
          texts.push("(gone)");
        }
      }
    },
    onExhausted: () => {},
  });
  onTestFinished(() => watching.close());
  await watching.ready;
  return { root, calls, texts, file };
}

const last = (texts: readonly string[], text: string) =>
  until(
    () => texts.at(-1) === text,
    () => String(texts),
  );

describe("ways to save", () => {
  test("in place: told once, when the text is whole", async () => {
    const { file, texts } = await listen();
    writeFileSync(file, "two");
    await last(texts, "two");
    await pause(400);
    expect(texts).toEqual(["two"]);
  });

  test("atomically, as vim and Office do: a new file takes the place of the old one, again and again", async () => {
    const { file, texts } = await listen();
    for (const text of ["two", "three", "four"]) {
      writeFileSync(`${file}.tmp`, text);
      renameSync(`${file}.tmp`, file);
      await last(texts, text);
    }
  });

  test("with a backup: the old file is moved away first", async () => {
    const { file, texts } = await listen();
    for (const text of ["two", "three"]) {
      renameSync(file, `${file}~`);
      writeFileSync(file, text);
      await last(texts, text);
      rmSync(`${file}~`);
    }
    expect(texts).not.toContain("(gone)");
  });

  test("deleted and made again: the gap is not told", async () => {
    const { file, texts } = await listen();
    for (const text of ["two", "three"]) {
      rmSync(file);
      await pause(15);
      writeFileSync(file, text);
      await last(texts, text);
    }
    expect(texts).not.toContain("(gone)");
  });

  test("a file that is emptied first is told when it is filled", async () => {
    const { file, texts } = await listen();
    const open = openSync(file, "w");
    await pause(80);
    writeSync(open, "filled");
    closeSync(open);
    await last(texts, "filled");
    expect(texts).toEqual(["filled"]);
  });

  test("a file written in pieces is told whole in the end", async () => {
    const { file, texts } = await listen();
    writeFileSync(file, "");
    for (let piece = 0; piece < 30; piece++) {
      appendFileSync(file, `${piece} `);
      await pause(7);
    }
    await until(
      () => texts.at(-1)?.endsWith("29 "),
      () => String(texts),
    );
  });

  test("two saves within a blink: the second is told too", async () => {
    const { file, texts } = await listen();
    for (const gap of [0, 2, 4, 12, 20, 35, 49]) {
      writeFileSync(file, `first ${gap}`);
      await pause(gap);
      writeFileSync(file, `second ${gap}`);
      await last(texts, `second ${gap}`);
    }
  });

  test("removed for good", async () => {
    const { file, texts } = await listen();
    rmSync(file);
    await last(texts, "(gone)");
  });
});

describe("what is watched", () => {
  const has = (calls: Heard["calls"], path: string) =>
    until(
      () => calls.some((call) => call !== "all" && call.includes(path)),
      () => JSON.stringify(calls),
    );

  /** Told by itself, or by a folder that holds it. */
  const tells = (calls: Heard["calls"], path: string) =>
    until(
      () =>
        calls.some((call) => call !== "all" && isTouched(new Set(call.map(sourcePath)), sourcePath(path))),
      () => `${path}: ${JSON.stringify(calls)}`,
    );

  /** Written when all before it has been told. */
  const tellsOfNext = async ({ root, calls }: Heard, path: string) => {
    await pause(200);
    calls.length = 0;
    writeFiles(root, { [path]: "1" });
    await tells(calls, path);
  };

  test("content, templates and assets, though they come later, and bantin.yaml", async () => {
    const { root, calls } = await listen();
    mkdirSync(join(root, "templates"));
    await has(calls, "templates");
    for (const path of ["templates/a.njk", "assets/deep/x.css", "content/Đảng bộ/Bài 01.md", "bantin.yaml"]) {
      writeFiles(root, { [path]: `new ${path}` });
      await tells(calls, path);
    }
  });

  test("nothing else: not the built site, nor other folders, nor the files of editors and systems", async () => {
    const { root, calls } = await listen({ files: { "dist/x.html": "", "node_modules/x.js": "" } });
    writeFiles(root, {
      "dist/x.html": "1",
      "node_modules/x.js": "1",
      ".git/HEAD": "1",
      ".bantin/x": "1",
      "notes.txt": "1",
      "content/~$a.docx": "1",
      "content/Thumbs.db": "1",
      "content/.a.md.swp": "1",
      "content/a.md~": "1",
    });
    await pause(400);
    expect(calls).toEqual([]);
  });

  test("a folder that is moved, and a checkout of hundreds of files, in a few turns", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 400 }, (_, n) => [`content/${n % 7}/b${n}.md`, `text ${n}`]),
    );
    const { root, calls } = await listen({ files });
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=x", "-c", "user.email=x@x.example", ...args], {
        cwd: root,
        stdio: "ignore",
      });
    git("init", "-q");
    git("add", "-A");
    git("commit", "-qm", "a");
    writeFiles(root, Object.fromEntries(Object.keys(files).map((path) => [path, "other"])));
    git("commit", "-qam", "b");
    await pause(800);
    calls.length = 0;
    git("checkout", "-q", "HEAD~1");
    await until(
      () => new Set(calls.flat()).size >= 400,
      () => String(new Set(calls.flat()).size),
    );
    await pause(500);
    expect(calls.length).toBeLessThan(12);
    renameSync(join(root, "content/0"), join(root, "content/new"));
    await has(calls, "content/0");
    await has(calls, "content/new");
  });

  test("a folder in the place of another, of the same name: what is written in it afterwards", async () => {
    const heard = await listen({ files: { "content/kho/sub/a.md": "1", "content/kho/b.md": "1" } });
    const { root, calls } = heard;
    const kho = join(root, "content/kho");
    for (let round = 0; round < 12; round++) {
      writeFiles(root, { "new/sub/a.md": "2", "new/b.md": "2" });
      if (round % 3 === 0) renameSync(kho, join(root, `old${round}`));
      else rmSync(kho, { recursive: true });
      // Before, while and after the watcher looks for itself.
      if (round % 2 === 1) await pause(round * 3);
      renameSync(join(root, "new"), kho);
      await tells(calls, "content/kho/b.md");
      const late = `content/kho/sub/late${round}.md`;
      await tellsOfNext(heard, late);
      await pause(200);
      calls.length = 0;
      rmSync(join(root, late));
      await tells(calls, late);
      await pause(100);
      calls.length = 0;
    }
  });

  test("a folder that is moved away and back", async () => {
    const heard = await listen({ files: { "content/kho/sub/a.md": "1" } });
    const { root, calls } = heard;
    const kho = join(root, "content/kho");
    for (let round = 0; round < 8; round++) {
      renameSync(kho, join(root, "elsewhere"));
      await pause(round * 8);
      renameSync(join(root, "elsewhere"), kho);
      await tells(calls, "content/kho/sub/a.md");
      await tellsOfNext(heard, `content/kho/sub/late${round}.md`);
      await pause(100);
      calls.length = 0;
    }
  });

  test("what is put into new folders, at whatever time", async () => {
    const heard = await listen();
    const { root, calls } = heard;
    for (let round = 0; round < 12; round++) {
      const deep = `content/n${round}/sub/deep`;
      mkdirSync(join(root, deep), { recursive: true });
      await pause(round * 6);
      writeFiles(root, { [`${deep}/a.md`]: "1" });
      await tells(calls, `${deep}/a.md`);
      await tellsOfNext(heard, `${deep}/b.md`);
      calls.length = 0;
    }
  });

  test("a link that leads away is not followed; one within the bulletin makes every change a change of all", async () => {
    const away = await listen();
    symlinkSync(tmpdir(), join(away.root, "content/away"));
    await pause(300);
    const outside = join(tmpdir(), `bantin-outside-${process.pid}.md`);
    writeFileSync(outside, "x");
    onTestFinished(() => rmSync(outside));
    await pause(300);
    expect(JSON.stringify(away.calls)).not.toContain("outside");
    const inside = await listen({ files: { "content/real/x.md": "1" } });
    symlinkSync(join(inside.root, "content/real"), join(inside.root, "content/link"), "junction");
    await until(
      () => inside.calls.includes("all"),
      () => JSON.stringify(inside.calls),
    );
  });

  test("--poll hears it all without being told by the system", async () => {
    const { file, texts, root, calls } = await listen({ poll: true });
    writeFileSync(file, "polled");
    await last(texts, "polled");
    writeFiles(root, { "content/new.md": "1" });
    await has(calls, "content/new.md");
    rmSync(join(root, "content/new.md"));
    await until(() => calls.flat().filter((told) => told === "content/new.md").length >= 2);
  });
});
