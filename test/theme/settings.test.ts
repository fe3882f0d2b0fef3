// `theme:` in bantin.yaml and files of the bulletin's own: what they change arrives on every page, and nothing else.
import { describe, expect, test } from "vitest";
import { sourcePath } from "../../src/model/paths.js";
import type { Theme, ThemeFile } from "../../src/model/theme.js";
import { compileBulletin, defaultTheme } from "../bulletin.js";
import { describeCase } from "../reports.js";

const imprint = "url: https://h.example\nimprint: { governingBody: Đảng ủy xã }\n";
const article = { "content/mot.md": "---\ntitle: Một\ndate: 20/01/2023\n---\n\nChữ./.\n" };

function ownFile(name: string, text?: string): [string, ThemeFile] {
  const from = { root: "bulletin" as const, path: sourcePath(`assets/${name}`) };
  return [name, { from, hash: `0123456789${name}`, ...(text === undefined ? {} : { text }) }];
}

function withOwn(...files: readonly [string, ThemeFile][]): Theme {
  const theme = defaultTheme();
  return { ...theme, assets: new Map([...theme.assets, ...files]) };
}

const compileTheme = (settings: string, theme: Theme = defaultTheme()) =>
  compileBulletin({ ...article, "bantin.yaml": `${settings}${imprint}` }, { theme });

function settingsSheet({ paths, page }: ReturnType<typeof compileBulletin>): string {
  const path = paths.find((name) => name.startsWith("assets/theme-settings-"));
  return path === undefined ? "" : page(path);
}

test("without settings there is no second sheet and the drawn mark stands", () => {
  const built = compileTheme("");
  expect(settingsSheet(built)).toBe("");
  expect(built.page("vi/index.html")).not.toContain("theme-settings");
  expect(built.page("vi/index.html")).toContain('<svg class="mark"');
});

test("colours arrive after the theme's own sheet, and an accent is lifted for the dark", () => {
  const built = compileTheme('theme: { accent: "#0B5D3B", dark: { gold: "#cca" } }\n');
  expect(built.page("vi/index.html")).toMatch(
    /assets\/style-[^>]*>\s*<link rel="stylesheet" href="\.\.\/assets\/theme-settings-/,
  );
  expect(settingsSheet(built)).toBe(`@media screen {
  :root {
    --accent: #0b5d3b;
  }
}

@media screen and (prefers-color-scheme: dark) {
  :root {
    --gold: #ccccaa;
    --accent: #548e76;
  }
}
`);
});

test("the shades between ink and paper follow them", () => {
  expect(settingsSheet(compileTheme('theme: { paper: "#fff" }\n'))).toContain("--quiet: color-mix(");
});

test("other settings give the sheet another name, the same ones the same", () => {
  const name = (settings: string) =>
    compileTheme(settings).paths.find((path) => path.startsWith("assets/theme-settings-"));
  const red = name('theme: { accent: "#b00" }\n');
  expect(name('theme: { accent: "#b00" }\n')).toBe(red);
  expect(name('theme: { accent: "#00b" }\n')).not.toBe(red);
});

test("a logo and letters of the bulletin's own", () => {
  const theme = withOwn(ownFile("xa.png"), ownFile("fonts/chu.woff2"));
  const built = compileTheme("theme:\n  logo: xa.png\n  fonts: { text: fonts/chu.woff2 }\n", theme);
  expect(built.all).toEqual([]);
  expect(built.page("vi/2023/01/mot.html")).toContain(
    '<img class="mark" src="../../../assets/xa-0123456789.png" alt="" width="64" height="64">',
  );
  expect(settingsSheet(built)).toContain('src: url("fonts/chu-0123456789.woff2") format("woff2");');
  expect(settingsSheet(built)).toContain('--serif: "Bulletin text", var(--serif-stack);');
});

test("a logo.svg in the bulletin's own assets needs no setting", () => {
  const built = compileTheme("", withOwn(ownFile("logo.svg")));
  expect(built.page("vi/index.html")).toContain('<img class="mark" src="../assets/logo-0123456789.svg"');
});

test("a style sheet and a template of the bulletin's own stand in for the theme's", () => {
  const theme = withOwn(ownFile("style.css", "body { color: red }\n"));
  const from = { root: "bulletin" as const, path: sourcePath("templates/partials/logo.njk") };
  const templates = new Map([
    ...theme.templates,
    ["partials/logo.njk", { from, hash: "1", text: "<b>Xã</b>" }] as const,
  ]);
  const built = compileTheme("", { ...theme, templates });
  const sheet = built.paths.find((path) => path.startsWith("assets/style-")) as string;
  expect(built.page(sheet)).toBe("body { color: red }\n");
  expect(built.page("vi/2023/01/mot.html")).toContain("<b>Xã</b>");
});

describe("files that are not there", () => {
  test("are reported at their line, with the one that may be meant", () => {
    const theme = withOwn(ownFile("logo-xa.png"));
    const settings = "theme:\n  logo: logo-xã.png\n  fonts:\n    interface: không-có.woff2\n";
    expect(`\n${describeCase("both", compileTheme(settings, theme).all)}`).toMatchInlineSnapshot(`
      "
      both
        bantin.yaml:2:9  error  theme-file-missing
          vi  Không thấy tệp “logo-xã.png” trong assets. Có phải “logo-xa.png”?
              → Viết: logo: logo-xa.png
          en  There is no file “logo-xã.png” in assets. Did you mean “logo-xa.png”?
              → Write: logo: logo-xa.png
        bantin.yaml:4:16  error  theme-file-missing
          vi  Không thấy tệp “không-có.woff2” trong assets
              → Chép tệp vào thư mục assets hoặc sửa tên
          en  There is no file “không-có.woff2” in assets
              → Copy the file into the folder assets or mend its name
      "
    `);
  });
});
