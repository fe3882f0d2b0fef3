// From an empty folder to a published bulletin with one article in two languages, as a new user types it.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bantin, readTree, temporaryFolder } from "./cli.js";
import { crawl, diskPlacement } from "./crawl.js";

test("init, new, translate, edit, build", () => {
  const root = temporaryFolder();
  const env = { LC_ALL: "vi_VN.UTF-8", SOURCE_DATE_EPOCH: "1793500000" };
  const type = (...args: string[]) => {
    const { status, stdout, stderr } = bantin(args, { cwd: root, env });
    expect([status, stderr]).toEqual([0, expect.not.stringMatching(/lỗi|cảnh báo/)]);
    return stdout.trimEnd();
  };
  const edit = (path: string, change: (text: string) => string) => {
    const text = readFileSync(join(root, path), "utf8");
    const changed = change(text);
    expect(changed).not.toBe(text);
    writeFileSync(join(root, path), changed);
  };
  const publish = (text: string) => text.replace("draft: true\n", "");

  type("init", "--yes");
  edit("bantin.yaml", (text) => `url: https://xa.example\n${text}`);
  const path = type(
    "new",
    "Họp ấp: “một việc”, làm cho xong #1",
    "--section",
    "Tin tức",
    "--issue",
    "11/2026",
  );
  expect(path).toBe("content/2026/hop-ap-mot-viec-lam-cho-xong-1.vi.md");
  edit(path, (text) => publish(`${text}\n**Chi bộ chọn một việc.**\n\n## Kết quả\n\nViệc đã xong./.\n`));

  const translation = type("new", "--translate", path, "en");
  expect(translation).toBe(path.replace(".vi.md", ".en.md"));
  type("build");
  expect([...readTree(join(root, "dist")).keys()].filter((page) => page.includes("one-thing"))).toEqual([]);
  edit(translation, (text) =>
    publish(
      text
        .replace(/^title: .*$/m, 'title: "Village meeting: one thing, done"')
        .replace("**[…]**", "**The cell chose one thing.**")
        .replace("[Kết quả]", "What came of it")
        .concat("\nIt is done.\n"),
    ),
  );

  expect(type("build")).toMatch(/ trang, 0 ảnh trong .* → dist\/$/);
  const vietnamese = readFileSync(join(root, "dist/vi/2026/11/hop-ap-mot-viec-lam-cho-xong-1.html"), "utf8");
  const english = readFileSync(join(root, "dist/en/2026/11/village-meeting-one-thing-done.html"), "utf8");
  expect(vietnamese).toContain("en/2026/11/village-meeting-one-thing-done.html");
  expect(english).toContain("vi/2026/11/hop-ap-mot-viec-lam-cho-xong-1.html");
  expect(english).toContain("What came of it");
  expect(english).not.toContain("Việc đã xong");
  const folder = join(root, "dist");
  const { faults, pages } = crawl({ base: diskPlacement(folder), folder, skip: ["404.html"] });
  expect(faults).toEqual([]);
  expect(pages).toBeGreaterThan(15);
});
