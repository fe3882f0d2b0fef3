// assets/site.js in a browser of paper: what it remembers, what it offers, and that it leads nobody anywhere.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";

const script = readFileSync(join(import.meta.dirname, "../../assets/site.js"), "utf8");

interface Reader {
  readonly stored: Map<string, string>;
  /** The language of the page; absent on the page above the languages. */
  readonly language?: string;
  readonly storage?: "none" | "throws";
}

function visit({ stored, language, storage }: Reader): readonly string[] {
  const offers = ["vi", "en"].map((offer) => ({ hidden: true, dataset: { offer } }));
  const refuse = () => {
    throw new Error("SecurityError");
  };
  const localStorage =
    storage === "throws"
      ? { getItem: refuse, setItem: refuse }
      : {
          getItem: (key: string) => stored.get(key) ?? null,
          setItem: (key: string, value: string) => void stored.set(key, value),
        };
  const document = {
    currentScript: { dataset: language === undefined ? {} : { language } },
    querySelector: () => null,
    querySelectorAll: (selector: string) => (selector === "[data-offer]" ? offers : []),
  };
  // A frozen address: to lead a reader away would throw.
  const page = { document, navigator: {}, location: Object.freeze({ href: "https://h.example/" }) };
  runInNewContext(script, storage === "none" ? page : { ...page, localStorage });
  return offers.filter(({ hidden }) => !hidden).map(({ dataset }) => dataset.offer);
}

describe("the reader's language", () => {
  test("is remembered from the last page read, and offered on the gateway", () => {
    const stored = new Map<string, string>();
    expect(visit({ stored })).toEqual([]);
    visit({ stored, language: "vi" });
    visit({ stored, language: "en" });
    expect(visit({ stored })).toEqual(["en"]);
    expect([...stored.values()]).toEqual(["en"]);
  });

  test("that the bulletin no longer has is not offered", () => {
    expect(visit({ stored: new Map([["bantin-language", "fr"]]) })).toEqual([]);
  });

  test.each(["none", "throws"] as const)("cannot be kept (%s): nothing happens", (storage) => {
    expect(visit({ stored: new Map(), storage, language: "vi" })).toEqual([]);
    expect(visit({ stored: new Map(), storage })).toEqual([]);
  });

  test("is never followed by the script itself", () => {
    expect(script).not.toMatch(/location\.(?:assign|replace)|open\(/);
  });
});
