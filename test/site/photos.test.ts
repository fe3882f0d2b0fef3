import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PhotoSettings } from "../../src/model/config.js";
import type { FileFacts } from "../../src/model/files.js";
import { sourcePath } from "../../src/model/paths.js";
import type { Photo } from "../../src/model/photo.js";
import { planVariants } from "../../src/site/photo-variants.js";
import { photoHtml, planPhotos } from "../../src/site/photos.js";
import { compileBulletin } from "../bulletin.js";
import { makeConfig, makeSite } from "../pages/site-factory.js";

const usual: PhotoSettings = { avif: false, originals: false, quality: 78, widths: [400, 800, 1200, 1600] };

function make(facts: Partial<FileFacts>, photos: PhotoSettings = usual, tools = "test"): Photo | undefined {
  const path = sourcePath("content/anh.jpg");
  const all = { path, size: 9, hash: "ab", width: 4000, height: 3000, format: "jpeg", ...facts };
  return planVariants(new Map([[path, all]]), makeConfig({ photos }), tools).get(path);
}

const widths = (photo: Photo | undefined) =>
  photo?.kind === "raster"
    ? photo.sets.map(({ type, variants }) => [type, ...variants.map(({ width }) => width)])
    : [];

describe("variants", () => {
  test.each<[string, Partial<FileFacts>, Partial<PhotoSettings>, (string | number)[][]]>([
    [
      "of a large photo",
      {},
      {},
      [
        ["image/webp", 400, 800, 1200, 1600],
        ["image/jpeg", 400, 800, 1200, 1600],
      ],
    ],
    [
      "never larger than the photo",
      { width: 1000, height: 750 },
      {},
      [
        ["image/webp", 400, 800, 1000],
        ["image/jpeg", 400, 800, 1000],
      ],
    ],
    [
      "no two of nearly one size",
      { width: 820, height: 600 },
      {},
      [
        ["image/webp", 400, 820],
        ["image/jpeg", 400, 820],
      ],
    ],
    [
      "of a small one",
      { width: 40, height: 30 },
      {},
      [
        ["image/webp", 40],
        ["image/jpeg", 40],
      ],
    ],
    [
      "with AVIF",
      { width: 400 },
      { avif: true },
      [
        ["image/avif", 400],
        ["image/webp", 400],
        ["image/jpeg", 400],
      ],
    ],
    [
      "with the full size",
      { width: 2000 },
      { originals: true, widths: [800] },
      [
        ["image/webp", 800, 2000],
        ["image/jpeg", 800, 2000],
      ],
    ],
    [
      "of a transparent one",
      { hasAlpha: true, width: 400 },
      {},
      [
        ["image/webp", 400],
        ["image/png", 400],
      ],
    ],
  ])("%s", (_, facts, settings, wanted) =>
    expect(widths(make(facts, { ...usual, ...settings }))).toEqual(wanted),
  );

  test.each<[string, Partial<FileFacts>]>([
    ["damaged", { unreadable: "x" }],
    ["of another kind than its name says", { format: "webp" }],
    ["moving", { frames: 3 }],
    ["too large", { width: 30_000, height: 30_000 }],
  ])("none of one that is %s", (_, facts) => expect(make(facts)).toBeUndefined());

  test("names change with everything that draws them, and with nothing else", () => {
    const pathOf = (photo: Photo | undefined) => photo?.path;
    expect(pathOf(make({}))).toBe(pathOf(make({ size: 10 })));
    const names = [
      make({}),
      make({ hash: "cd" }),
      make({}, { ...usual, quality: 79 }),
      make({}, usual, "other"),
    ].map(pathOf);
    expect(new Set(names).size).toBe(4);
  });

  test("keep the shape of the photo and are in order", () => {
    const sides = fc.integer({ min: 1, max: 7000 });
    fc.assert(
      fc.property(sides, sides, (width, height) => {
        const photo = make({ width, height });
        if (photo?.kind !== "raster") throw new Error("no photo");
        for (const { variants } of photo.sets) {
          const all = variants.map((variant) => variant.width);
          expect(all).toEqual([...new Set(all)].sort((a, b) => a - b));
          for (const { recipe } of variants) {
            expect(recipe.width).toBeLessThanOrEqual(width);
            expect(Math.abs(recipe.height - (recipe.width * height) / width)).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
  });
});

describe("in HTML", () => {
  const style = { url: (to: string) => `../${to}`, place: "figure", eager: false } as const;
  const photo = make({ width: 600, height: 400 }) as Photo;
  const plain = (html: string) => html.replace(/-[0-9a-f]{10}\./g, ".");

  test("a picture of two formats with its size", () => {
    expect(plain(photoHtml(photo, 'Cầu "mới"', style))).toBe(
      '<picture><source type="image/webp" srcset="../media/anh-400.webp 400w, ../media/anh-600.webp 600w" sizes="(min-width: 67.5rem) 41rem, (min-width: 45rem) 42rem, 100vw">' +
        '<img src="../media/anh-600.jpg" srcset="../media/anh-400.jpg 400w, ../media/anh-600.jpg 600w" sizes="(min-width: 67.5rem) 41rem, (min-width: 45rem) 42rem, 100vw" ' +
        'alt="Cầu &quot;mới&quot;" width="600" height="400" loading="lazy" decoding="async"></picture>',
    );
  });

  test("the first of a page is not lazy", () => {
    const html = photoHtml(photo, "", { ...style, eager: true });
    expect(html).toContain('fetchpriority="high"');
    expect(html).not.toContain("lazy");
  });

  test("a link to the largest, which has a name even where the photo says nothing", () => {
    const html = plain(photoHtml(photo, "", { ...style, enlarge: "Xem ảnh lớn" }));
    expect(html).toMatch(
      /^<a class="enlarge" href="\.\.\/media\/anh-600\.jpg" aria-label="Xem ảnh lớn"><picture>.*<\/a>$/,
    );
  });

  test("a drawing is one file", () => {
    const drawing = make({
      path: sourcePath("content/a.svg"),
      format: "svg",
      drawing: { text: "<svg/>", dropped: [] },
      width: 30,
      height: 20,
    });
    expect(plain(photoHtml(drawing as Photo, "Sơ đồ", style))).toBe(
      '<img src="../media/a.svg" alt="Sơ đồ" width="30" height="20" loading="lazy" decoding="async">',
    );
  });
});

test("a photo shared by two languages and used twice is drawn once, at the place where it was named first", () => {
  const image = { path: "anh.jpg", alt: "", role: "figure" as const, place: { line: 7, column: 1 } };
  const site = makeSite({
    articles: [
      { key: "a", lang: "vi", cover: { path: "anh.jpg" }, images: [image] },
      { key: "a", lang: "en", images: [image] },
    ],
    files: [{ path: "content/anh.jpg", size: 9, width: 500, height: 400 }],
  });
  const { outputs, count } = planPhotos(site);
  expect(count).toBe(1);
  expect(outputs).toHaveLength(4);
  expect(new Set(outputs.map(({ path }) => path)).size).toBe(4);
  expect(outputs.map((one) => one.kind === "image" && one.namedAt.place.line)).toEqual([7, 7, 7, 7]);
});

test("galleries, inline photos and links to photos lead to variants, never to the original", () => {
  const made = compileBulletin(
    {
      "content/a.vi.md":
        "---\ntitle: Bài\ndate: 20/01/2023\n---\n\n![a](a.jpg)\n![b](b.jpg)\n\nMột ![c](a.jpg) dòng và [ảnh](b.jpg).\n",
    },
    {
      photos: { "content/a.jpg": { width: 900, height: 600 }, "content/b.jpg": { width: 900, height: 600 } },
    },
  );
  const html = made.page("vi/2023/01/bai.html");
  expect(html.match(/sizes="\(min-width: 45rem\) 21rem, 50vw"/g)).toHaveLength(4);
  expect(html.match(/<a class="enlarge"/g)).toHaveLength(2);
  expect(html).toMatch(/<a href="[^"]*media\/b-900-[0-9a-f]{10}\.jpg" class="file">ảnh<\/a>\./);
  expect(made.outputs.filter(({ path, kind }) => path.startsWith("media/") && kind !== "image")).toEqual([]);
});
