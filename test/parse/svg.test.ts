import { describe, expect, test } from "vitest";
import { cleanSvg } from "../../src/parse/svg.js";

const inside = (markup: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20">${markup}</svg>`;
const cleaned = (markup: string) =>
  cleanSvg(inside(markup))
    ?.text.replace(/^<svg[^>]*>/, "")
    .replace("</svg>\n", "");

describe("what stays", () => {
  test.each([
    ["shapes", '<rect width="9" height="9" fill="#b00" />'],
    ["text", '<text x="1" y="2" font-family="Noto Sans">Xin chào</text>'],
    ["paint from the same drawing", '<path d="M0 0" fill="url(#a)" stroke-dasharray="1 2" />'],
    ["use of a part of itself", '<use href="#a" />'],
    ["camel-case names", '<linearGradient id="a" gradientUnits="userSpaceOnUse" />'],
  ])("%s", (_, markup) => expect(cleaned(markup)).toBe(markup));

  test("declarations of a style attribute, as attributes", () => {
    expect(cleaned('<path d="M0 0" style="fill:#b00; stroke-linecap:round;-inkscape-x:1"/>')).toBe(
      '<path d="M0 0" fill="#b00" stroke-linecap="round" />',
    );
  });

  test("a document with declaration, document type and remarks", () => {
    const text = `<?xml version="1.0"?>\n<!DOCTYPE svg [<!ENTITY a "b">]>\n<!-- x -->${inside("<path />")}`;
    expect(cleanSvg(text)?.text).toBe(cleanSvg(inside("<path />"))?.text);
  });
});

describe("what goes, and is named", () => {
  test.each<[string, string, string[]]>([
    ["a script", "<script>alert(1)</script>", ["<script>"]],
    ["an event", '<rect onclick="alert(1)" />', ["onclick"]],
    ["a style sheet", "<style>@import url(http://x)</style>", ["<style>"]],
    ["a file of the machine", '<image href="file:///etc/passwd" />', ["<image>"]],
    ["a part of another drawing", '<use xlink:href="http://x/y.svg#b" />', ["href"]],
    ["a link", '<a href="javascript:alert(1)"><path /></a>', ["<a>"]],
    ["HTML inside", "<foreignObject><p>x</p></foreignObject>", ["<foreignObject>"]],
    ["paint from elsewhere", '<path fill="url(http://x#a)" />', ["url()"]],
    ["an animation", '<rect><set attributeName="href" to="x" /></rect>', ["<set>"]],
  ])("%s", (_, markup, dropped) => {
    const clean = cleanSvg(inside(markup));
    expect(clean?.dropped.filter((name) => name !== "<p>")).toEqual(dropped);
    expect(clean?.text.replace(/ xmlns="[^"]*"/, "")).not.toMatch(
      /script|http:|file:|alert|onclick|import|<p>|<set|<image/,
    );
  });

  test("what a drawing program noted for itself goes without a word", () => {
    const clean = cleanSvg(
      inside('<metadata>GPS</metadata><sodipodi:namedview id="x"></sodipodi:namedview>'),
    );
    expect(clean).toMatchObject({ dropped: [] });
    expect(clean?.text).not.toMatch(/GPS|namedview/);
  });
});

describe("size", () => {
  test.each<[string, [number, number]]>([
    ['width="30" height="20"', [30, 20]],
    ['width="30px" height="20px" viewBox="0 0 3 2"', [30, 20]],
    ['viewBox="0 0 30 20"', [30, 20]],
    ['width="60" viewBox="0,0,30,20"', [60, 40]],
    ['width="100%" viewBox="0 0 30 20"', [30, 20]],
    ["", [300, 150]],
  ])("%s", (attributes, [width, height]) =>
    expect(cleanSvg(`<svg ${attributes}/>`)).toMatchObject({ width, height }),
  );

  test.each([
    ["no drawing", "<p>x</p>"],
    ["one without extent", '<svg width="0" height="9"/>'],
    ["one too deep", inside("<g>".repeat(200))],
    ["one too long", inside(" ".repeat(2_000_001))],
  ])("%s is none", (_, text) => expect(cleanSvg(text)).toBeUndefined());
});
