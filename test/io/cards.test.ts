// Cards against pictures of them that were looked at. BANTIN_UPDATE_CARDS=1 draws those anew.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test, vi } from "vitest";
import { openCardTable } from "../../src/io/cards.js";
import { loadSharp } from "../../src/io/drawing-tools.js";
import { readPicture } from "../../src/io/images.js";
import { type CardShape, type CardSpec, cardSizes } from "../../src/model/image.js";
import { sourcePath } from "../../src/model/paths.js";
import { compiledModule, repository, temporaryFolder } from "../cli.js";
import { corners } from "./pictures.js";

const colours = { paper: "#fffdf9", ink: "#1c1a17", accent: "#a8141c", gold: "#b8892b" };
const logo = readFileSync(join(repository, "assets/favicon.svg"));
const drawnFile = { root: "bulletin" as const, path: sourcePath("content/a.jpg"), hash: "0" };

function spec(shape: CardShape, title: string, more: Partial<CardSpec> & { lang?: string } = {}): CardSpec {
  const { lang = "vi", ...rest } = more;
  const kicker = lang === "vi" ? "Xây dựng Đảng" : "Party building";
  const name = lang === "vi" ? "Bản tin Phước Long Đông" : "Phước Long Đông Bulletin";
  return {
    shape,
    colours,
    logo: drawnFile,
    texts: { lang, kicker, title, date: "20/01/2023", name },
    ...rest,
  };
}

async function draw(card: CardSpec): Promise<Uint8Array> {
  const library = loadSharp(temporaryFolder());
  const raw = { width: 1500, height: 1000, channels: 3 as const };
  const photo = await sharp(await corners(1500, 1000), { raw })
    .jpeg()
    .toBuffer();
  const table = openCardTable(library, logo);
  const cut =
    card.photo &&
    (await table.layOut(await readPicture(library, { bytes: photo, pixels: 50e6 }, card.photo.base)));
  return table.draw(card, cut);
}

const titles: readonly (readonly [string, string, string])[] = [
  ["short", "vi", "Mùa nước"],
  ["stacked-marks", "vi", "Tưởng Nguyễn Thị Ngữ: ế ữ ậ ỗ ẫ ỷ, bậc thềm những bữa cỗ"],
  [
    "english",
    "en",
    "Streamlining the commune apparatus: fewer people keeping paper, more people meeting people",
  ],
  [
    "long",
    "vi",
    "Đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách gắn với thực hiện nghị quyết: những kết quả bước đầu ở các chi bộ ấp và bài học kinh nghiệm rút ra trong năm hai nghìn không trăm hai lăm",
  ],
];
const cases = titles.flatMap(([name, lang, title]) =>
  (["wide", "square"] as const).flatMap((shape) =>
    [true, false].map(
      (photo) => [`${name}-${shape}${photo ? "-photo" : ""}`, lang, title, shape, photo] as const,
    ),
  ),
);

// Other builds may be busy on the same machine.
vi.setConfig({ testTimeout: 60_000 });

describe("as they were looked at", () => {
  test.each(cases)("%s", async (name, lang, title, shape, photo) => {
    const bytes = await draw(
      spec(shape, title, {
        lang,
        ...(photo ? { photo: { ...drawnFile, base: { width: 1500, height: 1000 } } } : {}),
      }),
    );
    expect(bytes.length).toBeLessThanOrEqual(200_000);
    const { format, width, height } = await sharp(bytes).metadata();
    expect({ format, width, height }).toEqual({ format: "jpeg", ...cardSizes[shape] });
    const golden = join(import.meta.dirname, "cards", `${name}.webp`);
    const small = await sharp(bytes).resize(300).png().toBuffer();
    if (process.env["BANTIN_UPDATE_CARDS"] !== undefined || !existsSync(golden)) {
      expect(process.env["CI"]).toBeUndefined();
      mkdirSync(join(golden, ".."), { recursive: true });
      writeFileSync(golden, await sharp(small).webp({ lossless: true }).toBuffer());
    }
    expect(await difference(small, readFileSync(golden))).toBeLessThan(1.5);
  });
});

/** Mean difference of the colour values, 0 to 255. A title one line lower makes about 10. */
async function difference(one: Uint8Array, other: Uint8Array): Promise<number> {
  const [a, b] = await Promise.all([one, other].map((bytes) => sharp(bytes).removeAlpha().raw().toBuffer()));
  if (a === undefined || b === undefined || a.length !== b.length) return 255;
  return a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0) / a.length;
}

test("NFD and NFC give the same card, and so does a machine with other fonts and no home", async () => {
  const title = "Cần Đước: Kiện toàn hệ thống";
  const bytes = await draw(spec("wide", title));
  expect(Buffer.from(await draw(spec("wide", title.normalize("NFD")))).equals(Buffer.from(bytes))).toBe(true);
  const script = `
    const { openCardTable } = await import(${JSON.stringify(compiledModule("io/cards.js"))});
    const { loadSharp } = await import(${JSON.stringify(compiledModule("io/drawing-tools.js"))});
    const { readFileSync } = await import("node:fs");
    const logo = readFileSync(${JSON.stringify(join(repository, "assets/favicon.svg"))});
    const spec = JSON.parse(process.env.SPEC);
    const sharp = loadSharp(process.env.CACHE);
    const bytes = await openCardTable(sharp, logo).draw(spec);
    process.stdout.write(Buffer.from(bytes).toString("base64"));
  `;
  const bare = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    env: {
      SPEC: JSON.stringify(spec("wide", title)),
      CACHE: temporaryFolder(),
      FONTCONFIG_PATH: "/nonexistent",
      HOME: "/nonexistent",
    },
    encoding: "utf8",
  });
  expect(bare.stderr).toBe("");
  expect(bare.stdout).toBe(Buffer.from(bytes).toString("base64"));
});
