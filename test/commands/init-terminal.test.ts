// `bantin init` as a person meets it: a process of its own, at a real terminal, or with answers piped into it.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { repository, temporaryFolder } from "../cli.js";
import { isMissing, script } from "../programs.js";

const cli = join(repository, "lib/cli.js");
const env = { PATH: process.env["PATH"] ?? "", LANG: "vi_VN.UTF-8", TERM: "xterm" };

interface Session {
  readonly status: number | null;
  readonly screen: string;
}

/** Types each answer when its question is on the screen. */
function type(
  cwd: string,
  dialogue: readonly (readonly [question: string, answer: string])[],
): Promise<Session> {
  const terminal = spawn(script ?? "script", ["-qec", `"${process.execPath}" "${cli}" init`, "/dev/null"], {
    cwd,
    env,
  });
  const left = [...dialogue];
  let screen = "";
  let seen = 0;
  return new Promise((resolve, reject) => {
    terminal.on("error", reject);
    terminal.stdout.setEncoding("utf8");
    terminal.stdout.on("data", (text: string) => {
      screen += text;
      const [question = "", answer = ""] = left[0] ?? [];
      if (left.length === 0 || !screen.slice(seen).includes(question)) return;
      seen = screen.length;
      left.shift();
      terminal.stdin.write(answer);
    });
    terminal.on("close", (status) => resolve({ status, screen }));
  });
}

describe.skipIf(isMissing(script))("at a terminal", () => {
  test("four questions, the answers typed and edited", async () => {
    const root = temporaryFolder();
    const { status, screen } = await type(root, [
      ["Tên bản tin (", "Bản tin xã Bình Hoàa\x7f\r"],
      ["Ngôn ngữ,", "xyzzy\r"],
      ["Ngôn ngữ,", "vi\r"],
      ["Cơ quan chủ quản (", "\r"],
      ["Địa chỉ trang", "\r"],
    ]);
    expect(screen).toContain("“xyzzy” không phải là mã ngôn ngữ");
    expect(screen).toContain("Việc tiếp theo:");
    expect(status).toBe(0);
    const config = readFileSync(join(root, "bantin.yaml"), "utf8");
    expect(config).toContain('  vi: "Bản tin xã Bình Hoà"\n');
    expect(config).toContain("languages: [vi]\n");
  }, 30_000);

  test("Ctrl+C stops it, with nothing made", async () => {
    const root = temporaryFolder();
    const { status, screen } = await type(root, [["Tên bản tin (", "\x03"]]);
    expect(screen).toContain("Đã dừng, chưa tạo gì.");
    expect(status).toBe(1);
    expect(existsSync(join(root, "bantin.yaml"))).toBe(false);
  }, 30_000);
});

describe("piped", () => {
  const run = (input: string) => {
    const root = temporaryFolder();
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, "init"], {
      cwd: root,
      env,
      input,
      encoding: "utf8",
    });
    const config = existsSync(join(root, "bantin.yaml"))
      ? readFileSync(join(root, "bantin.yaml"), "utf8")
      : "";
    return { status, stdout, stderr, config };
  };

  test("answers come line by line, and no question is printed", () => {
    const { status, stderr, config } = run("Bản tin xã\nvi en\n");
    expect([status, stderr]).toEqual([0, ""]);
    expect(config).toContain('  en: "Bản tin xã"\n');
  });

  test("nothing piped in is the same as --yes", () => {
    const { status, config } = run("");
    expect(status).toBe(0);
    expect(config).toContain('  vi: "Bản tin sinh hoạt chi bộ"\n');
  });
});
