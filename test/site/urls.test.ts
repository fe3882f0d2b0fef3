import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Config } from "../../src/model/config.js";
import { type OutPath, outPath, sourcePath } from "../../src/model/paths.js";
import {
  absoluteUrl,
  cardPath,
  indexPath,
  listPath,
  mediaPath,
  mediaStem,
  relativeTo,
  rootUrl,
  variantPath,
} from "../../src/site/urls.js";

const config = (url?: string) => (url === undefined ? {} : { url }) as Config;

describe("relativeTo", () => {
  test.each([
    ["vi/index.html", "vi/latest/index.html", "latest/index.html"],
    ["vi/2023/01/a.html", "vi/2023/01/a/share.html", "a/share.html"],
    ["vi/2023/01/a/share.html", "vi/2023/01/a.html", "../a.html"],
    ["vi/2023/01/a.html", "en/2023/01/b.html", "../../../en/2023/01/b.html"],
    ["index.html", "assets/style-1.css", "assets/style-1.css"],
    ["vi/index.html", "vi/index.html", "index.html"],
  ])("%s → %s is %s", (from, to, url) => expect(relativeTo(outPath(from))(outPath(to))).toBe(url));

  test("within one page an anchor alone", () => {
    expect(relativeTo(outPath("vi/a.html"))(outPath("vi/a.html"), "h-1")).toBe("#h-1");
    expect(relativeTo(outPath("vi/a.html"))(outPath("vi/b.html"), "h-1")).toBe("b.html#h-1");
  });

  test("leads from any file to any other, by way of no folder that both share", () => {
    const path = fc.array(fc.constantFrom("a", "b", "aa"), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(path, path, (a, b) => {
        const [from, to] = [a, b].map((names) => outPath(`${names.join("/")}.html`)) as [OutPath, OutPath];
        const url = relativeTo(from)(to);
        expect(new URL(url, `https://h.example/${from}`).pathname).toBe(`/${to}`);
        const shared = a.slice(0, -1).findIndex((name, index) => index >= b.length - 1 || name !== b[index]);
        expect(url.split("../").length - 1).toBe(shared === -1 ? 0 : a.length - 1 - shared);
      }),
    );
  });
});

test("absolute addresses exist with a url alone, a sub-path is kept", () => {
  const page = outPath("vi/tags/index.html");
  expect(absoluteUrl(config(), page)).toBeUndefined();
  expect(absoluteUrl(config("https://a.example"), page)).toBe("https://a.example/vi/tags/");
  expect(absoluteUrl(config("https://a.example/b/c"), outPath("vi/x.html"))).toBe(
    "https://a.example/b/c/vi/x.html",
  );
  expect(absoluteUrl(config("https://a.example/b"), outPath("index.html"))).toBe("https://a.example/b/");
});

test("addresses from the root of the host", () => {
  expect(rootUrl(config(), outPath("vi/index.html"))).toBe("/vi/index.html");
  expect(rootUrl(config("https://a.example/b/c"), outPath("vi/index.html"))).toBe("/b/c/vi/index.html");
});

test("lists and their pages", () => {
  expect(listPath("tag", "vi", "chi-bo", 1)).toBe("vi/tags/chi-bo.html");
  expect(listPath("tag", "vi", "chi-bo", 2)).toBe("vi/tags/chi-bo/2.html");
  expect(listPath("latest", "en", "", 1)).toBe("en/latest/index.html");
  expect(listPath("latest", "en", "", 3)).toBe("en/latest/3.html");
  expect(listPath("month", "vi", "2023/01", 1)).toBe("vi/archive/2023/01.html");
  expect(indexPath("month", "vi")).toBe("vi/archive/index.html");
});

test("media names are lower-case ASCII", () => {
  const hash = "0123456789abcdef";
  expect(
    variantPath({
      stem: mediaStem(sourcePath("content/a/Ảnh Đại hội (1).JPG")),
      format: "jpeg",
      width: 1600,
      hash,
    }),
  ).toBe("media/anh-dai-hoi-1-1600-0123456789.jpg");
  expect(
    variantPath({ stem: mediaStem(sourcePath("content/a/z.jfif")), format: "webp", width: 10, hash }),
  ).toBe("media/z-10-0123456789.webp");
  expect(mediaPath(sourcePath("content/Báo cáo.PDF"), hash)).toBe("media/bao-cao-0123456789.pdf");
  expect(variantPath({ stem: mediaStem(sourcePath("content/🎉.png")), format: "png", width: 5, hash })).toBe(
    "media/file-5-0123456789.png",
  );
  expect(cardPath("vi", "can-duoc.jpg", hash)).toBe("cards/vi/can-duoc-0123456789.jpg");
});
