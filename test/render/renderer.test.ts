import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { describe, expect, test } from "vitest";
import { outPath, sourcePath } from "../../src/model/paths.js";
import { createRenderer, htmlFields } from "../../src/render/renderer.js";
import { en } from "../../src/strings/en.js";
import { vi } from "../../src/strings/vi.js";
import { defaultTheme } from "../bulletin.js";
import { makeSite, renderSite } from "../pages/site-factory.js";

function draw(text: string, page: object, lang = "en"): string {
  const from = { root: "theme" as const, path: sourcePath("templates/page.njk") };
  const render = createRenderer(new Map([["page.njk", { from, hash: "0", text }]]), { vi, en });
  return render({
    path: outPath("x.html"),
    lang,
    template: "page.njk",
    alternates: {},
    data: () => ({ page }),
  });
}

describe("a text", () => {
  test("is escaped wherever it stands", () => {
    expect(draw('<p title="{{ page.a }}">{{ page.a }}</p>', { a: `<b> & "x" 'y'` })).toBe(
      `<p title="&lt;b&gt; &amp; &quot;x&quot; &#39;y&#39;">&lt;b&gt; &amp; &quot;x&quot; &#39;y&#39;</p>`,
    );
  });

  test("is not a template", () => {
    expect(draw("{{ page.a }}", { a: '{{ range.constructor("return 1")() }}{% include "x" %}' })).toContain(
      "{{ range",
    );
  });

  test.each([...htmlFields])("is finished HTML in %s, at any depth", (field) => {
    const page = { [field]: "<b>1</b>", items: [{ [field]: "<i>2</i>" }], other: "<u>3</u>" };
    const text = `{{ page.${field} }}{% for item in page.items %}{{ item.${field} }}{% endfor %}{{ page.other }}`;
    expect(draw(text, page)).toBe("<b>1</b><i>2</i>&lt;u&gt;3&lt;/u&gt;");
  });

  test("that is empty is as good as none", () => {
    expect(draw("{% if page.bodyHtml %}x{% endif %}", { bodyHtml: "" })).toBe("");
  });
});

test("words are in the language of the page", () => {
  expect(draw('{{ t("latest") }}', {}, "vi")).toBe("Mới nhất");
  expect(draw('{{ t("articleCount", { count: 1 }) }}', {}, "en")).toBe("1 article");
  expect(() => draw("x", {}, "fr")).toThrow("there are no words for fr");
});

test("templates see nothing but page, site and words", () => {
  const seen = (name: string) => draw(`{% if ${name} %}yes{% endif %}`, {});
  expect([seen("process"), seen("require"), seen("global"), seen("globalThis"), seen("page")]).toEqual([
    "",
    "",
    "",
    "",
    "yes",
  ]);
});

describe("the default theme", () => {
  const { templates } = defaultTheme();

  test("never switches escaping off, and has no style and no script in the page", () => {
    const all = [...templates.values()].map(({ text }) => text).join("\n");
    expect(all).not.toMatch(/\|\s*safe|autoescape|<style|style=|<script>|javascript:|data:\w|\son\w+=/);
  });

  test("shows any text of an article as that text", () => {
    const evil = fc.string({
      unit: fc.constantFrom("<", ">", '"', "'", "&", "{", "}", "%", "\\", "đ", "a", " ", "/"),
    });
    fc.assert(
      fc.property(evil, (text) => {
        const shown = `x${text}x`;
        const site = makeSite({
          articles: [
            { title: shown, slug: "a", kicker: shown, source: shown, placeNote: shown, tags: [shown] },
          ],
          config: { languages: ["vi"], title: { vi: shown }, footer: { vi: shown } },
        });
        const html = renderSite(site).get("vi/2023/01/a.html") ?? "";
        const document = parse(html);
        expect(textOf(find(document, "h1"))).toBe(shown);
        expect(textOf(find(document, "title"))).toBe(
          `${shown} | ${shown}`.length > 70 ? shown : `${shown} | ${shown}`,
        );
        expect(textOf(document).split(shown).length).toBeGreaterThanOrEqual(8);
        expect(countElements(document)).toBe(expectedElements);
      }),
      { numRuns: 60 },
    );
  });

  const plain = makeSite({
    articles: [{ title: "x", slug: "a", kicker: "x", source: "x", placeNote: "x", tags: ["x"] }],
    config: { languages: ["vi"], title: { vi: "x" }, footer: { vi: "x" } },
  });
  const expectedElements = countElements(parse(renderSite(plain).get("vi/2023/01/a.html") ?? ""));
});

type Node = DefaultTreeAdapterTypes.Node;

function childrenOf(node: Node): Node[] {
  return "childNodes" in node ? node.childNodes : [];
}

function find(node: Node, name: string): Node {
  if (node.nodeName === name) return node;
  for (const child of childrenOf(node)) {
    const found = find(child, name);
    if (found.nodeName === name) return found;
  }
  return node;
}

function textOf(node: Node): string {
  return "value" in node ? node.value : childrenOf(node).map(textOf).join("");
}

function countElements(node: Node): number {
  return ("tagName" in node ? 1 : 0) + childrenOf(node).reduce((sum, child) => sum + countElements(child), 0);
}
