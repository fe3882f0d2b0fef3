// The command as a process: exit status, streams and pipes. What it says is tested in test/commands.
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { bantin, readTree, repository, temporaryFolder, writeFiles } from "./cli.js";

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const version = (JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as { version: string })
  .version;

function bulletin(title: string): string {
  const root = temporaryFolder();
  writeFiles(root, { "content/a.vi.md": `---\ntitle: ${title}\ndate: 20/01/2023\n---\nThân bài.\n` });
  return root;
}

test("--version", () =>
  expect(bantin(["--version"])).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" }));

test.each([
  [["--help"], 0, "stdout"],
  [["build", "--help"], 0, "stdout"],
  [[], 2, "stderr"],
  [["biuld"], 2, "stderr"],
] as const)("bantin %s: status %i, said on %s", (args, status, stream) => {
  const run = bantin(args, { env: { LANG: "en_US.UTF-8", LC_ALL: "" } });
  expect(run.status).toBe(status);
  expect(run[stream]).toMatch(/\bbuild\b/);
  expect(run[stream === "stdout" ? "stderr" : "stdout"]).toBe("");
});

describe("build", () => {
  test("packages that are read when one of their functions is called do their work", () => {
    const cwd = temporaryFolder();
    writeFiles(cwd, {
      "bantin.yaml": "languages: [vi]\ntitle: >-\n  Bản tin\n  “xã”\n",
      "content/a.md":
        "---\ntitle: Москва và Ökonomie\ndate: 20/01/2023\n---\n<b>Đảng &ouml; &hellip;</b> ủy\n",
      "templates/404.njk": "<!doctype html>\n<title>Không có {{ bulletin.title | upper }}</title>\n",
    });
    expect(bantin(["build"], { cwd }).status).toBe(0);
    const built = readTree(join(cwd, "dist"));
    const page = Buffer.from(built.get("vi/2023/01/moskva-va-oekonomie.html") ?? "", "latin1").toString();
    expect(page).toContain("<b>Đảng ö …</b> ủy");
    expect(page).toContain("Bản tin “xã”");
  });

  test("0: the site is there", () => {
    const cwd = bulletin("Bài một");
    const { status, stdout } = bantin(["build", "--messages", "en"], { cwd });
    expect([status, stdout]).toEqual([
      0,
      expect.stringMatching(/^\d+ pages, 0 photos in \d+\.\d+ s → dist\/\n$/),
    ]);
    expect(readdirSync(cwd).sort()).toEqual([".bantin", "content", "dist"]);
  });

  test("1: reports without colour in a pipe, with it where it is forced", () => {
    const cwd = bulletin("Bài: một");
    const plain = bantin(["build"], { cwd });
    expect([plain.status, plain.stdout]).toEqual([1, ""]);
    expect(plain.stderr).toMatch(/content\/a\.vi\.md:2:\d+ {2}lỗi {2}front-matter-colon\n/);
    expect(plain.stderr).not.toContain("\x1b");
    expect(bantin(["build"], { cwd, env: { FORCE_COLOR: "1" } }).stderr).toContain("\x1b[31mlỗi\x1b[39m");
    expect(readdirSync(cwd)).not.toContain("dist");
  });

  test("the time of the build, the machine's zone and locale are in no output", () => {
    const cwd = bulletin("Bài một");
    const bytes = (name: string, env: Record<string, string>) => {
      expect(bantin(["build", "--out", name], { cwd, env }).status).toBe(0);
      return readFileSync(join(cwd, name, ".bantin-files"), "utf8");
    };
    const first = bytes("one", { SOURCE_DATE_EPOCH: "1800000000" });
    expect(bytes("two", { TZ: "America/New_York", LC_ALL: "tr_TR.UTF-8" })).toBe(first);
  });
});

test("two builds at once: one after the other, the site whole", async () => {
  const cwd = bulletin("Bài một");
  const statuses = await Promise.all(
    [1, 2, 3].map(
      () =>
        new Promise((done) => {
          const args = [join(repository, "lib/cli.js"), "build"];
          spawn(process.execPath, args, { cwd, stdio: "ignore" }).on("close", done);
        }),
    ),
  );
  expect(statuses).toEqual([0, 0, 0]);
  expect(readdirSync(cwd).sort()).toEqual([".bantin", "content", "dist"]);
  expect(bantin(["build", "--out", "alone"], { cwd }).status).toBe(0);
  expect(readTree(join(cwd, "dist"))).toEqual(readTree(join(cwd, "alone")));
});

test("a reader that goes away is no fault", async () => {
  const child = spawn(process.execPath, [join(repository, "lib/cli.js"), "--help"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout.destroy();
  let said = "";
  child.stderr.on("data", (piece) => {
    said += piece;
  });
  const status = await new Promise((done) => child.on("close", done));
  expect([status, said]).toEqual([0, ""]);
});
