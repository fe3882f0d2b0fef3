import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ShareChannel } from "../../src/model/config.js";
import { shareLinks } from "../../src/pages/share-links.js";

const shared = { title: "Cần Đước: “Tốt” & đẹp 100%", url: "https://h.example/a/vi/2023/01/can-duoc.html" };
const url = "https%3A%2F%2Fh.example%2Fa%2Fvi%2F2023%2F01%2Fcan-duoc.html";
const title =
  "C%E1%BA%A7n%20%C4%90%C6%B0%E1%BB%9Bc%3A%20%E2%80%9CT%E1%BB%91t%E2%80%9D%20%26%20%C4%91%E1%BA%B9p%20100%25";

describe("the link of each channel", () => {
  test.each<[ShareChannel, string]>([
    [
      "zalo",
      `https://button-share.zalo.me/share_external?d=${encodeURIComponent(Buffer.from(`{"url":"${shared.url}"}`).toString("base64"))}`,
    ],
    ["facebook", `https://www.facebook.com/sharer/sharer.php?u=${url}`],
    ["email", `mailto:?subject=${title}&body=${title}%0D%0A%0D%0A${url}`],
    ["telegram", `https://t.me/share/url?url=${url}&text=${title}`],
    ["x", `https://x.com/intent/tweet?text=${title}&url=${url}`],
    ["linkedin", `https://www.linkedin.com/sharing/share-offsite/?url=${url}`],
    ["whatsapp", `https://wa.me/?text=${title}%20${url}`],
    ["viber", `viber://forward?text=${title}%20${url}`],
  ])("%s", (channel, href) => {
    expect(shareLinks([channel], shared)).toEqual([{ channel, href }]);
  });
});

test("in the order of the configuration; what is no link is left to the page", () => {
  const channels: ShareChannel[] = ["print", "viber", "copy", "zalo", "qr", "email"];
  expect(shareLinks(channels, shared).map(({ channel }) => channel)).toEqual(["viber", "zalo", "email"]);
});

test("any title, even half a character, gives a link that says it again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const [link] = shareLinks(["telegram"], { title: text, url: shared.url });
      const said = new URL(link?.href ?? "").searchParams;
      expect(said.get("text")).toBe(
        new TextDecoder("utf-8", { ignoreBOM: true }).decode(new TextEncoder().encode(text)),
      );
      expect(said.get("url")).toBe(shared.url);
    }),
  );
  const [half] = shareLinks(["email"], { title: "a\ud800b", url: shared.url });
  expect(half?.href).toContain("subject=a%EF%BF%BDb&");
});

describe("links decoded back to the exact title and address", () => {
  const titles = [
    "Cần Đước: “Tốt” & đẹp #1 100% 'a' \"b\" + c = d?",
    "🎉 Tết 👩‍👩‍👧 <b>vui</b> \\ / ; , |",
    "Đảng bộ ".repeat(38).slice(0, 300),
  ];
  const address = "https://h.example/a/vi/2023/01/can-duoc.html";
  const readers: Readonly<Record<string, (href: string) => { title?: string; url: string }>> = {
    zalo: (href) => JSON.parse(Buffer.from(new URL(href).searchParams.get("d") ?? "", "base64").toString()),
    facebook: (href) => ({ url: new URL(href).searchParams.get("u") ?? "" }),
    linkedin: (href) => ({ url: new URL(href).searchParams.get("url") ?? "" }),
    telegram: (href) => fields(href),
    x: (href) => fields(href),
    email: (href) => {
      const [, subject = "", body = ""] = /^mailto:\?subject=([^&]*)&body=([^&]*)$/.exec(href) ?? [];
      const lines = decodeURIComponent(body).split("\r\n\r\n");
      expect(lines[0]).toBe(decodeURIComponent(subject));
      return { title: decodeURIComponent(subject), url: lines[1] ?? "" };
    },
    whatsapp: (href) => lastWord(new URL(href).searchParams.get("text") ?? ""),
    viber: (href) => lastWord(decodeURIComponent(href.replace("viber://forward?text=", ""))),
  };
  const fields = (href: string) => {
    const { searchParams } = new URL(href);
    return { title: searchParams.get("text") ?? "", url: searchParams.get("url") ?? "" };
  };
  const lastWord = (text: string) => {
    const cut = text.lastIndexOf(" ");
    return { title: text.slice(0, cut), url: text.slice(cut + 1) };
  };

  test.each(titles)("%s", (own) => {
    const channels = Object.keys(readers) as ShareChannel[];
    const links = shareLinks(channels, { title: own, url: address });
    expect(links.length).toBe(channels.length);
    for (const { channel, href } of links) {
      expect(href).toMatch(/^[\x21-\x7e]+$/);
      const { title: said = own, url: there } = readers[channel]?.(href) ?? { url: "" };
      expect([channel, said, there]).toEqual([channel, own, address]);
    }
  });
});
