// Tags read from raw HTML, and how deep they can nest; held against a real HTML parser.
import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { describe, expect, test } from "vitest";
import { measureDepth } from "../../src/parse/html-depth.js";
import { listTags } from "../../src/parse/html-tags.js";

describe("tags", () => {
  test.each([
    ["<b>x</b>", "b /b"],
    ["<A HREF=\"x\" title='y z' download data-a=1>", "a[href=x title=y z download= data-a=1]"],
    ["<br/><p\n  align = center >", "br p[align=center]"],
    ["<o:p></o:p>", "o:p /o:p"],
    ["a < b <3 <- <>", ""],
    ["<!-- <b> --><i>", "i"],
    ["<!--><b>", "b"],
    ["<!-- <b>", ""],
    ["<!DOCTYPE html><?php <b> ?><i>", "i"],
    ["<script>'<b>'</script><i>", "script /script i"],
    ["<script><b>", "script"],
    ["<textarea><b></textarea>", "textarea /textarea"],
    ['<a title="<b>">', "a[title=<b>]"],
    ['<a title="<b>', ""],
    ["<a title=x", ""],
    ['<b "onclick=x>', 'b["onclick=x]'],
    ["<p/onclick=x>", "p[onclick=x]"],
    ["<b =x y>", "b[=x= y=]"],
  ])("%s", (html, expected) => {
    const tags = listTags(html).map(({ name, isClosing, attributes }) => {
      const list = attributes.map((one) => `${one.name}=${one.value}`).join(" ");
      return `${isClosing ? "/" : ""}${name}${list === "" ? "" : `[${list}]`}`;
    });
    expect(tags.join(" ")).toBe(expected);
  });

  test("stand where they begin", () => {
    expect(listTags("ab <i>c</i>").map(({ start }) => start)).toEqual([3, 7]);
  });
});

describe("depth", () => {
  test.each([
    ["<div><div></div></div><div></div>", 2],
    ["<p>a<p>b<p>c<br><img>", 0],
    ["<ul><li>a<li>b</ul>", 1],
    ["<b><i></b></i>", 2],
    ["<div><object></div></object>", 2],
    ["<div><object></div></object>".repeat(3), 4],
    ["</div></div><div>", 1],
    ["<svg><desc><a></desc><div>", 4],
    ["<svg><desc><a></a></desc><desc>", 3],
    ["<math><mi><b></mi><div>", 4],
  ])("%s", (html, depth) => {
    expect(measureDepth(listTags(html), 100)).toBe(depth);
  });

  test("is never less than a real parser's, tables and items counted once with what they stand in", () => {
    const names =
      "div b i a p li ul table tr td object svg desc select option rt ruby button h2 template form dd".split(
        " ",
      );
    const tag = fc
      .tuple(fc.constantFrom(...names), fc.boolean())
      .map(([name, isClosing]) => `<${isClosing ? "/" : ""}${name}>`);
    fc.assert(
      fc.property(fc.array(tag, { maxLength: 60 }), (tags) => {
        const html = tags.join("x");
        expect(depthOf(parseFragment(html).childNodes)).toBeLessThanOrEqual(
          measureDepth(listTags(html), 1000),
        );
      }),
      { numRuns: 3000 },
    );
  });
});

const uncounted = new Set("p li dd dt tr td th tbody thead tfoot caption colgroup col br #text".split(" "));

/** The depth of the elements that are counted. */
function depthOf(nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): number {
  return Math.max(
    0,
    ...nodes.map((node) => {
      const children =
        "content" in node ? node.content.childNodes : "childNodes" in node ? node.childNodes : [];
      return depthOf(children) + (uncounted.has(node.nodeName) ? 0 : 1);
    }),
  );
}
