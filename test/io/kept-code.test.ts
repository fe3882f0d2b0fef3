// What V8 compiled is kept beside the command and taken again; whatever becomes of it, the command does the same.
import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readTree, repository, temporaryFolder, writeFiles } from "../cli.js";

/** Bantin as it is installed, with nothing kept yet, and a bulletin. */
function install() {
  const folder = temporaryFolder();
  for (const name of readdirSync(join(repository, "lib"))) {
    if (name !== "modules" && name !== "code") {
      cpSync(join(repository, "lib", name), join(folder, "lib", name), { recursive: true });
    }
  }
  for (const name of ["templates", "assets", "package.json"]) {
    cpSync(join(repository, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"), "junction");
  writeFiles(join(folder, "own"), {
    "bantin.yaml": "languages: [vi]\ncards: false\n",
    "content/bai.md": "---\ntitle: Bài một\ndate: 20/01/2023\n---\n\nNội dung.\n",
  });
  const code = join(folder, "lib/code");
  const run = (...args: string[]) =>
    execFileSync(process.execPath, [join(folder, "lib/cli.js"), ...args], {
      cwd: join(folder, "own"),
      encoding: "utf8",
      env: { ...process.env, LC_ALL: "C" },
      stdio: "pipe",
    });
  return {
    lib: join(folder, "lib"),
    code,
    run,
    /** A whole build, from nothing. */
    build: () => {
      for (const name of ["dist", ".bantin"])
        rmSync(join(folder, "own", name), { recursive: true, force: true });
      run("build");
      return readTree(join(folder, "own/dist"));
    },
    /** Names of kept files, with how they came to be. */
    kept: () => {
      const [kind, ...more] = readdirSync(code);
      expect(more).toEqual([]);
      const files = readdirSync(join(code, String(kind)));
      return new Map(files.map((name) => [name, statSync(join(code, String(kind), name)).ino]));
    },
    eachKept: (change: (bytes: Buffer) => Uint8Array) => {
      for (const kind of readdirSync(code)) {
        for (const name of readdirSync(join(code, kind))) {
          const file = join(code, kind, name);
          writeFileSync(file, change(readFileSync(file)));
        }
      }
    },
  };
}

describe("compiled code", () => {
  test("is kept by the first start, and taken by the next", () => {
    const { run, kept, code } = install();
    const version = run("--version");
    const first = kept();
    expect([...first.keys()]).toContain("start.js.bin");
    // Under the flags with which Node starts, not ours: only so is Node's own code taken back too.
    const tag = execFileSync(process.execPath, ["-p", "v8.cachedDataVersionTag()"], { encoding: "utf8" });
    expect(readdirSync(code)).toEqual([`${process.version}-${process.arch}-${tag.trim()}`]);
    expect(run("--version")).toBe(version);
    // A start that had not taken it would have kept it anew.
    expect(kept()).toEqual(first);
  });

  test("is that of a bundle in ASCII, which V8 reads sooner", () => {
    for (const folder of [join(repository, "lib"), join(repository, "lib/aside")]) {
      for (const name of readdirSync(folder).filter((one) => /\.c?js$/.test(one))) {
        expect(/[^\0-\x7f]/.test(readFileSync(join(folder, name), "utf8")), name).toBe(false);
      }
    }
  });

  test("is kept anew by a start that does more, and not by one that does less", () => {
    const { run, build, kept } = install();
    run("--version");
    const small = kept();
    const pages = build();
    const large = kept();
    expect([...large.keys()]).toContain("article.js.bin");
    expect(large.get("start.js.bin")).not.toBe(small.get("start.js.bin"));
    run("--version");
    expect(build()).toEqual(pages);
    expect(kept()).toEqual(large);
  }, 60_000);

  test.each<[string, (bytes: Buffer) => Uint8Array]>([
    ["cut short", (bytes) => bytes.subarray(0, bytes.length >> 1)],
    ["empty", () => new Uint8Array()],
    ["zeros", (bytes) => new Uint8Array(bytes.length)],
    // V8 itself would run this.
    [
      "changed in one bit",
      (bytes) => bytes.with((bytes.length * 3) >> 2, (bytes[(bytes.length * 3) >> 2] ?? 0) ^ 16),
    ],
  ])("that is %s is made anew", (_, change) => {
    const { run, kept, eachKept } = install();
    const help = run("--help");
    const first = kept();
    eachKept(change);
    expect(run("--help")).toBe(help);
    const second = kept();
    expect([...second.keys()]).toEqual([...first.keys()]);
    for (const [name, made] of second) expect(made).not.toBe(first.get(name));
    expect(run("--help")).toBe(help);
    expect(kept()).toEqual(second);
  });

  test("of another program of the same length is not run", () => {
    const { lib, run } = install();
    const help = run("--help");
    const file = join(lib, "start.js");
    const other = readFileSync(file, "utf8").replaceAll("--no-cache", "--no-catch");
    writeFileSync(file, other);
    expect(run("--help")).toBe(help.replaceAll("--no-cache", "--no-catch"));
  });

  test("is done without where it cannot be kept", () => {
    const { code, run } = install();
    writeFileSync(code, "");
    const help = run("--help");
    rmSync(code);
    mkdirSync(code);
    expect(run("--help")).toBe(help);
  });
});
