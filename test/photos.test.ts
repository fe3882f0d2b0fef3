// Photos and cards through the whole command: what reaches dist/, what a second build does, what bad files do.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { bantin, readTree, repository, temporaryFolder, writeFiles } from "./cli.js";
import { phonePhoto } from "./io/pictures.js";

const imprint = "imprint: { vi: { governingBody: Đảng ủy xã } }\nlanguages: [vi]\n";
const article = (title: string, cover: string, body: string) =>
  `---\ntitle: ${title}\ndate: 20/01/2023\nsection: Xây dựng Đảng\n${cover}---\n\n${body}\n`;

// Whole builds, several in a test.
vi.setConfig({ testTimeout: 120_000 });

let photo: Buffer;
let clear: Buffer;
beforeAll(async () => {
  photo = await phonePhoto(1500, 1000, 6);
  clear = await sharp({ create: { width: 500, height: 300, channels: 4, background: "#b8892b80" } })
    .png()
    .toBuffer();
});

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><script>alert(1)</script><path d="M0 0h9v9z"/></svg>';

function makeBulletin(): string {
  const root = temporaryFolder();
  const body = '![Cầu mới](cau.jpg "Cầu mới. Ảnh: Lan")\n\n![Dấu](dau.png)\n\n![Sơ đồ](so-do.svg)';
  writeFiles(root, {
    "bantin.yaml": `url: https://example.org/bantin\n${imprint}`,
    "content/a.md": article("Cầu mới", "cover: bia.jpg\n", body),
    "content/b.md": article("Bài không ảnh", "", "Một đoạn."),
    "content/bia.jpg": photo,
    "content/cau.jpg": Buffer.concat([photo, Buffer.alloc(1)]),
    "content/dau.png": clear,
    "content/so-do.svg": drawing,
  });
  return root;
}

const build = (root: string, ...flags: string[]) =>
  bantin(["build", "--json", "--now", "2023-02-01T00:00:00+07:00", ...flags], { cwd: root });

describe("a bulletin with photos", () => {
  test("has variants, cleaned drawings and cards, and none of the originals", async () => {
    const root = makeBulletin();
    const run = build(root);
    const { ok, photos, diagnostics } = JSON.parse(run.stdout);
    expect([ok, photos]).toEqual([true, 4]);
    expect(diagnostics.map((one: { rule: string }) => one.rule)).toEqual(["photo-drawing-cleaned"]);
    const names = [...readTree(join(root, "dist")).keys()];
    const media = names
      .filter((name) => name.startsWith("media/"))
      .map((name) => name.replace(/-[0-9a-f]{10}\./, "."));
    expect(media.sort()).toEqual(
      [
        ...["bia", "cau"].flatMap((name) =>
          [400, 800, 1200, 1500].flatMap((w) => [`${name}-${w}.jpg`, `${name}-${w}.webp`]),
        ),
        ...[400, 500].flatMap((w) => [`dau-${w}.png`, `dau-${w}.webp`]),
        "so-do.svg",
      ]
        .map((name) => `media/${name}`)
        .sort(),
    );
    for (const name of names.filter((one) => /\.(jpg|png|webp)$/.test(one))) {
      const bytes = readFileSync(join(root, "dist", name));
      expect([name, (await sharp(bytes).metadata()).exif]).toEqual([name, undefined]);
      expect(bytes.includes("Dien thoai")).toBe(false);
    }
    const svg = names.find((name) => name.endsWith(".svg") && name.startsWith("media/")) ?? "";
    expect(readFileSync(join(root, "dist", svg), "utf8")).not.toContain("script");
    const page = readFileSync(join(root, "dist/vi/2023/01/cau-moi.html"), "utf8");
    expect(page.match(/fetchpriority="high"/g)).toHaveLength(1);
    expect(page.match(/<img /g)?.length).toBe((page.match(/ loading="lazy"/g)?.length ?? 0) + 1);
    expect(page).toMatch(
      /<meta property="og:image" content="https:\/\/example\.org\/bantin\/cards\/vi\/cau-moi-[0-9a-f]{10}\.jpg">/,
    );
    const share = readFileSync(join(root, "dist/vi/2023/01/cau-moi/share.html"), "utf8");
    expect(
      share.match(/href="[^"]*cards\/vi\/cau-moi-(?:square-|qr-)?[0-9a-f]{10}\.(?:jpg|png)" download/g),
    ).toHaveLength(3);
  });

  test("draws nothing again: not warm, not for a new dist; and the same after the cache is gone", () => {
    const root = makeBulletin();
    build(root);
    const first = readTree(join(root, "dist"));
    const images = join(root, ".bantin/cache/images");
    const kept = [...readTree(images).keys()];
    const times = () => kept.map((name) => statSync(join(images, name)).mtimeMs);
    const before = times();
    expect(JSON.parse(build(root).stdout).ok).toBe(true);
    rmSync(join(root, "dist"), { recursive: true });
    expect(JSON.parse(build(root).stdout).ok).toBe(true);
    expect([[...readTree(images).keys()], times()]).toEqual([kept, before]);
    expect(readTree(join(root, "dist"))).toEqual(first);
    rmSync(join(root, ".bantin"), { recursive: true });
    rmSync(join(root, "dist"), { recursive: true });
    build(root);
    expect(readTree(join(root, "dist"))).toEqual(first);
  });

  test("another title is another card under another name; the old one goes", () => {
    const root = makeBulletin();
    build(root);
    const cards = () => [...readTree(join(root, "dist/cards")).keys()].filter((name) => /cau-moi/.test(name));
    const old = cards();
    writeFiles(root, {
      "content/a.md": article("Cầu mới", "cover: bia.jpg\nslug: cau-moi\n", "Chữ.").replace(
        "Cầu mới",
        "Cầu mới qua rạch",
      ),
    });
    expect(JSON.parse(build(root).stdout).ok).toBe(true);
    expect(cards()).toHaveLength(3);
    // The address is the same, and so is its code.
    expect(cards().filter((name) => old.includes(name))).toEqual([expect.stringMatching(/-qr-/)]);
  });

  test("cards: no", () => {
    const root = makeBulletin();
    writeFiles(root, { "bantin.yaml": `${imprint}cards: no\n` });
    build(root);
    expect(existsSync(join(root, "dist/cards"))).toBe(false);
    expect(readFileSync(join(root, "dist/vi/2023/01/cau-moi/share.html"), "utf8")).not.toContain("download");
  });
});

/** A PNG whose header tells 30000 × 30000 pixels. */
async function bomb(): Promise<Buffer> {
  const bytes = await sharp({ create: { width: 30, height: 20, channels: 3, background: "#b00" } })
    .png()
    .toBuffer();
  bytes.writeUInt32BE(30_000, 16);
  bytes.writeUInt32BE(30_000, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}

test("bad files: each a report at its place, the others too, and the site as it was", async () => {
  const root = makeBulletin();
  build(root);
  const before = readTree(join(root, "dist"));
  const names = [
    "bom.png",
    "rong.jpg",
    "cut.jpg",
    "trang.jpg",
    "webp.jpg",
    "../../../etc/passwd",
    "dong.gif",
    "IMG_1.HEIC",
    "mat.jpg",
  ];
  const frames = await Promise.all(
    ["#b00", "#0b0"].map((background) =>
      sharp({ create: { width: 9, height: 9, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  writeFiles(root, {
    "content/bad.md": article("Ảnh hỏng", "", names.map((name) => `![Ảnh](${name})`).join("\n\n")),
    "content/bom.png": await bomb(),
    "content/rong.jpg": "",
    "content/cut.jpg": (await phonePhoto(1500, 1000)).subarray(0, 9_000),
    "content/trang.jpg": "<!doctype html><script>alert(1)</script>",
    "content/webp.jpg": await sharp(photo).webp().toBuffer(),
    "content/dong.gif": await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer(),
    "content/IMG_1.HEIC": "x",
  });
  const run = build(root);
  expect(run.status).toBe(1);
  const reports = JSON.parse(run.stdout).diagnostics.filter(
    (one: { file: string }) => one.file === "content/bad.md",
  );
  expect(
    reports.map(({ rule, line }: { rule: string; line: number }) => [names[(line - 7) / 2], rule]),
  ).toEqual([
    ["bom.png", "photo-too-large"],
    ["rong.jpg", "photo-unreadable"],
    ["cut.jpg", "photo-unreadable"],
    ["trang.jpg", "photo-unreadable"],
    ["webp.jpg", "photo-mislabelled"],
    ["../../../etc/passwd", "path-outside"],
    ["dong.gif", "photo-animated"],
    ["IMG_1.HEIC", "photo-heic"],
    ["mat.jpg", "photo-missing"],
  ]);
  expect(readTree(join(root, "dist"))).toEqual(before);
});

test("two builds at once share a cache that neither has filled, and make the same site", async () => {
  const root = makeBulletin();
  const flags = ["build", "--root", root, "--now", "2023-02-01T00:00:00+07:00", "--quiet", "--out"];
  const outs = ["one", "two"].map((name) => join(root, name));
  const runs = outs.map(
    (out) =>
      new Promise((resolve) => {
        spawn(process.execPath, [join(repository, "lib/cli.js"), ...flags, out]).on("close", resolve);
      }),
  );
  expect(await Promise.all(runs)).toEqual([0, 0]);
  const [one = "", two = ""] = outs;
  expect(readTree(one)).toEqual(readTree(two));
  expect([...readTree(join(root, ".bantin/cache")).keys()].filter((name) => /\.\d+$/.test(name))).toEqual([]);
});

test("an image of the site that was changed by hand comes back, and a warm build takes nothing from the cache", () => {
  const root = makeBulletin();
  build(root);
  const first = readTree(join(root, "dist"));
  rmSync(join(root, ".bantin/cache/images"), { recursive: true });
  expect(build(root).status).toBe(0);
  expect(existsSync(join(root, ".bantin/cache/images/pruned"))).toBe(false);
  expect([...readTree(join(root, ".bantin/cache")).keys()].filter((name) => /images/.test(name))).toEqual([]);
  const name = [...first.keys()].find((one) => /^media\/cau-800-.*\.webp$/.test(one)) ?? "";
  writeFileSync(join(root, "dist", name), "torn");
  expect(build(root).status).toBe(0);
  expect(readTree(join(root, "dist"))).toEqual(first);
});

test("a torn image of the cache is drawn again, not published", () => {
  const root = makeBulletin();
  build(root);
  const first = readTree(join(root, "dist"));
  const images = join(root, ".bantin/cache/images");
  const [name = ""] = [...readTree(images).keys()].filter((one) => one.includes("/"));
  const bytes = readFileSync(join(images, name));
  writeFileSync(join(images, name), bytes.subarray(0, bytes.length - 5));
  rmSync(join(root, "dist"), { recursive: true });
  expect(build(root).status).toBe(0);
  expect(readTree(join(root, "dist"))).toEqual(first);
  // Of the right length, but not what was put there: a report, and whole at the next build.
  writeFileSync(join(images, name), Buffer.concat([bytes.subarray(0, bytes.length - 5), Buffer.alloc(5)]));
  rmSync(join(root, "dist"), { recursive: true });
  const run = build(root);
  expect(run.status).toBe(1);
  expect(JSON.parse(run.stdout).diagnostics.map((one: { rule: string }) => one.rule)).toContain(
    "image-cache-damaged",
  );
  expect(build(root).status).toBe(0);
  expect(readTree(join(root, "dist"))).toEqual(first);
});
