import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sourcePath } from "../../src/model/paths.js";
import { decodeSource } from "../../src/parse/decode.js";

const path = sourcePath("content/x.md");
const decode = (bytes: Uint8Array) => decodeSource(path, bytes, "h");
const utf8 = (text: string) => new TextEncoder().encode(text);

function textOf(bytes: Uint8Array): string {
  const result = decode(bytes);
  if ("rule" in result) throw new Error(result.message.en);
  return result.text;
}

describe("what is read", () => {
  test.each([
    ["UTF-8", "Cần Đước", "Cần Đước"],
    ["a byte order mark", "\ufeff---\ntitle: A", "---\ntitle: A"],
    ["CRLF and CR", "a\r\nb\rc\n", "a\nb\nc\n"],
    ["NFD", "Cần Đước".normalize("NFD"), "Cần Đước"],
    ["NUL", "a\0l0\0b", "a\ufffdl0\ufffdb"],
    ["other control characters", "a\x01\x1b[0m\x7f\ufffeb", "a\ufffd\ufffd[0m\ufffd\ufffdb"],
    ["Word's line and page breaks", "a\x0bb\x0cc", "a b c"],
    ["tabs", "\ta\n", "\ta\n"],
    ["an empty file", "", ""],
  ])("%s", (_, typed, text) => expect(textOf(utf8(typed))).toBe(text));

  test("every character, with and without a mark behind it, comes in NFC", () => {
    for (let code = 0x20; code < 0x10000; code++) {
      if (code === 0x7f || (code >= 0xd800 && code < 0xe000) || code === 0xfeff || code >= 0xfffe) continue;
      const letter = String.fromCharCode(code);
      const typed = `${letter} a${letter}\u0301${letter}`;
      if (textOf(utf8(typed)) !== typed.normalize("NFC")) expect.fail(code.toString(16));
    }
  });

  test("every unit is seen, wherever it stands in a text that is long enough for a short way", () => {
    for (const odd of ["\r", "\0", "\x7f", "a\u0301", "\u212a", "\u2000"]) {
      for (let at = 0; at < 260; at++) {
        const typed = `${"ộ".repeat(at)}${odd}${"ộ".repeat(260 - at)}`;
        const lines = typed.replace("\r", "\n").replace(/[\0\x7f]/, "\ufffd");
        expect(textOf(utf8(typed))).toBe(lines.normalize("NFC"));
        expect(textOf(utf8(`${typed}a`))).toBe(`${lines}a`.normalize("NFC"));
      }
    }
  });

  test("path and hash ride along", () =>
    expect(decode(utf8("a"))).toEqual({ path: "content/x.md", text: "a", hash: "h" }));

  test("whatever is decoded is NFC, without CR, NUL and control characters, and decoding it again changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => {
        const result = decode(utf8(typed));
        if ("rule" in result) return;
        expect(result.text).not.toMatch(/[\0-\x08\x0b-\x1f\x7f\ufffe\uffff]/);
        expect(result.text.normalize("NFC")).toBe(result.text);
        if (!result.text.startsWith("\ufeff")) expect(textOf(utf8(result.text))).toBe(result.text);
      }),
    );
  });
});

describe("reports", () => {
  const utf16le = (text: string) => new Uint8Array(Buffer.from(text, "utf16le"));
  const utf16 = {
    vi: "Tệp được lưu theo mã Unicode UTF-16, không phải UTF-8, nên không đọc được",
    en: "This file is saved as Unicode UTF-16, not as UTF-8, so it cannot be read",
  };
  const ansi = {
    vi: "Tệp được lưu theo mã cũ (ANSI, TCVN3 hoặc VNI), không phải UTF-8, nên không đọc được chữ Việt",
    en: "This file is saved in an old encoding (ANSI, TCVN3 or VNI), not as UTF-8, so its letters cannot be read",
  };
  const hint = {
    vi: "Mở tệp bằng Notepad, chọn Tệp > Lưu thành (File > Save As), ở ô Mã hóa (Encoding) chọn UTF-8 rồi lưu đè",
    en: "Open it in Notepad, choose File > Save As, set Encoding to UTF-8 and save over the old file",
  };
  test.each([
    ["UTF-16 LE with its mark", utf16le("\ufeffCần Đước"), utf16],
    ["UTF-16 BE with its mark", utf16le("\ufeffCần Đước").map((_, i, all) => all[i ^ 1] ?? 0), utf16],
    ["UTF-16 without a mark", utf16le("---\ntitle: Can Duoc\n---\n"), utf16],
    ["ANSI (Windows-1258)", Uint8Array.of(0x43, 0xe2, 0xec, 0x6e), ansi],
    ["TCVN3", Uint8Array.of(0x43, 0xc7, 0x6e, 0x20, 0xa7, 0xad, 0xed, 0x63), ansi],
    ["a torn UTF-8 letter", utf8("Cần").subarray(0, 3), ansi],
  ])("%s", (_, bytes, message) =>
    expect(decode(bytes)).toEqual({ rule: "file-encoding", severity: "error", file: path, message, hint }),
  );
});
