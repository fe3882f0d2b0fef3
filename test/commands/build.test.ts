// `bantin build` from its arguments to what is seen of it.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { main } from "../../src/commands/main.js";
import { temporaryFolder, writeFiles } from "../cli.js";
import { article, bantin, config, good, json } from "./builds.js";
import { world } from "./world.js";

describe("a bulletin without faults", () => {
  test("is built, and one line says so", async () => {
    const { status, world, dist } = await bantin(good);
    expect(world.err()).toBe("");
    expect(world.out()).toMatch(/^\d+ pages, 0 photos in 0\.01 s → dist\/\n$/);
    expect(status).toBe(0);
    expect([...dist().keys()]).toEqual(
      expect.arrayContaining(["index.html", "vi/2023/01/bai-mot.html", "en/2023/01/first.html"]),
    );
  });

  test("in Vietnamese", async () => {
    const { world } = await bantin(good, ["--messages", "vi"]);
    expect(world.out()).toMatch(/^\d+ trang, 0 ảnh trong 0,01 giây → dist\/\n$/);
  });

  test("into another folder, named from where one stands", async () => {
    const { root, world } = await bantin(good, ["--out", "build/site"]);
    expect(world.out()).toContain("→ build/site/\n");
    expect(readdirSync(join(root, "build/site"))).toContain("index.html");
  });

  test("from another folder", async () => {
    const root = temporaryFolder();
    writeFiles(root, Object.fromEntries(Object.entries(good).map(([path, text]) => [`tin/${path}`, text])));
    const { world } = await bantin({}, ["--root", "tin"], { root });
    expect(world.out()).toContain("→ tin/dist/\n");
  });

  test("--quiet says nothing, --verbose how long each stage took", async () => {
    expect((await bantin(good, ["--quiet"])).world.out()).toBe("");
    const { world } = await bantin(good, ["--verbose"]);
    expect(world.err()).toBe(
      "Reading articles: 0.01 s\nChecking and planning pages: 0.01 s\nMaking photos and cards: 0.01 s\nMaking pages: 0.01 s\n",
    );
  });

  test("--json is one object", async () => {
    const built = await bantin(good, ["--json"]);
    const pages = expect.any(Number);
    expect(json(built)).toEqual({ ok: true, pages, photos: 0, ms: 0, diagnostics: [] });
    expect(built.world.err()).toBe("");
  });

  test("--base-url takes the place of url:", async () => {
    const { dist } = await bantin(good, ["--base-url", "https://khac.example/tin/"]);
    const page = dist().get("vi/2023/01/bai-mot.html");
    expect(page).toContain("https://khac.example/tin/vi/2023/01/bai-mot.html");
    expect(page).not.toContain("bantin.example");
  });

  test("--drafts, --future, --expired and --now say which articles are shown", async () => {
    const files = {
      "bantin.yaml": config,
      "content/a.vi.md": article("Bài một"),
      "content/nhap.vi.md": article("Nháp", "x", "draft: true\n"),
      "content/het.vi.md": article("Hết hạn", "x", "expires: 01/02/2023\n"),
    };
    const shown = async (...args: string[]) =>
      [...(await bantin(files, args)).dist().keys()].filter((path) =>
        /^vi\/2023\/01\/[^/]+\.html$/.test(path),
      );
    expect(await shown()).toEqual(["vi/2023/01/bai-mot.html"]);
    expect(await shown("--drafts")).toEqual(["vi/2023/01/bai-mot.html", "vi/2023/01/nhap.html"]);
    expect(await shown("--expired")).toEqual(["vi/2023/01/bai-mot.html", "vi/2023/01/het-han.html"]);
    expect(await shown("--now", "25/01/2023")).toEqual([
      "vi/2023/01/bai-mot.html",
      "vi/2023/01/het-han.html",
    ]);
    expect(await shown("--now", "19/01/2023")).toEqual([]);
    expect(await shown("--now", "19/01/2023", "--future")).toEqual([
      "vi/2023/01/bai-mot.html",
      "vi/2023/01/het-han.html",
    ]);
  });
});

describe("wrong usage", () => {
  test.each([
    [["--nonsense"], "There is no option “--nonsense”\nHow to use it: bantin build --help\n"],
    [["--root", "gone"], /^There is no folder “gone”\n/],
    [
      ["--base-url", "bantin.example"],
      /^--base-url: “bantin\.example” is not .*\nWrite: --base-url https:\/\/bantin\.example\n/,
    ],
    [["--base-url", "https://a@b.example"], /^--base-url: .*password\n/],
    [["--now", "30/02/2024"], /^--now: There is no 30\/02\/2024; February 2024 has 29 days\n/],
  ] as const)("%s", async (args, said) => {
    const { status, world, root } = await bantin(good, args);
    expect(status).toBe(2);
    expect(world.out()).toBe("");
    if (typeof said === "string") expect(world.err()).toBe(said);
    else expect(world.err()).toMatch(said);
    expect(readdirSync(root)).not.toContain("dist");
  });

  test("as JSON", async () => {
    const built = await bantin(good, ["--json", "--draft"]);
    const error = { status: 2, message: "There is no option “--draft”", hint: "Did you mean “--drafts”?" };
    expect(json(built)).toEqual({ ok: false, pages: 0, photos: 0, ms: 0, diagnostics: [], error });
  });

  test("in the bulletin's first language", async () => {
    const { world } = await bantin(good, ["--draft"], { env: { LANG: "" } });
    expect(world.err()).toBe(
      "Không có tùy chọn “--draft”\nCó phải “--drafts”?\nXem cách dùng: bantin build --help\n",
    );
  });
});

describe("a fault of ours", () => {
  const faulty = async (...args: string[]) => {
    const root = temporaryFolder();
    writeFiles(root, good);
    const here = world({ cwd: root, env: { LANG: "en" } });
    const status = await main(["build", ...args], {
      ...here,
      clock: () => {
        throw new RangeError("the clock fell down");
      },
    });
    return { status, out: here.out(), err: here.err() };
  };

  test("is a short apology with what to send, the stack only when asked for", async () => {
    const { status, out, err } = await faulty();
    expect([status, out]).toEqual([3, ""]);
    expect(err).toMatch(
      /^Sorry: .*\n.*\n {2}RangeError: the clock fell down\n {2}bantin \d+\.\d+\.\d+, Node\.js v20\.19\.0, linux x64\nFor more, run again with --verbose\.\n$/,
    );
    expect((await faulty("--verbose")).err).toMatch(/\n {4}at /);
  });

  test("as JSON", async () => {
    const { status, out, err } = await faulty("--json");
    expect([status, err]).toEqual([3, ""]);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      error: { status: 3, message: "RangeError: the clock fell down" },
    });
  });
});
