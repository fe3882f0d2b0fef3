// Bytes → text that everything after it may rely on: NFC, lines ending in "\n", no byte order mark, no NUL (which
// marks holes in rendered HTML) and none of the control characters that XML forbids. UTF-8 alone is read: a guess
// at an old encoding would publish wrong letters.
import type { Diagnostic } from "../model/diagnostic.js";
import type { SourcePath } from "../model/paths.js";
import type { Source } from "../model/source.js";
import { readUtf8, unitsOf } from "../model/utf8.js";

/**
 * Vertical tabs and form feeds (Word's manual line and page breaks) become spaces, every other control character
 * and noncharacter U+FFFD, one for one, so that columns stay true.
 */
export function decodeSource(path: SourcePath, bytes: Uint8Array, hash: string): Source | Diagnostic {
  if (isUtf16(bytes)) return fault(path, "UTF-16");
  const read = readUtf8(bytes);
  if (read === undefined) return fault(path, "ANSI");
  const text = read.startsWith("\ufeff") ? read.slice(1) : read;
  if (areCommon(unitsOf(text))) return { path, text, hash };
  const lines = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  const clean = forbidden.test(lines) ? replaceControls(lines) : lines;
  return { path, text: clean.normalize("NFC"), hash };
}

/** One look instead of three, by UTF-16 unit: a text that holds none of these is in NFC and clean already. */
const uncommon = new Uint8Array(0x10000).fill(1);
for (const [from, to] of [
  [0x09, 0x0a],
  [0x20, 0x7e],
  [0xa0, 0x2ff],
  [0x1e00, 0x1eff],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
] as const) {
  uncommon.fill(0, from, to + 1);
}

/** Looks at them as they lie in memory, two at a time. */
function areCommon(units: Uint16Array): boolean {
  const { buffer, byteOffset, length } = units;
  if (byteOffset % 4 !== 0) return units.every((unit) => uncommon[unit] === 0);
  const pairs = new Uint32Array(buffer, byteOffset, length >> 1);
  let found = length % 2 === 0 ? 0 : (uncommon[units[length - 1] as number] as number);
  for (let at = 0; at < pairs.length; at++) {
    const pair = pairs[at] as number;
    found |= (uncommon[pair & 0xffff] as number) | (uncommon[pair >>> 16] as number);
  }
  return found === 0;
}

const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/;

function replaceControls(text: string): string {
  return text.replace(/[\x0b\x0c]/g, " ").replace(/[\0-\x08\x0e-\x1f\x7f\ufffe\uffff]/g, "\ufffd");
}

/** With its mark, or without one: plain letters then have a NUL at every second byte. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const looked = Math.min(64, bytes.length);
  let nulls = 0;
  for (let at = 0; at < looked; at++) if (bytes[at] === 0) nulls++;
  return looked >= 16 && nulls * 4 > looked;
}

function fault(path: SourcePath, encoding: "UTF-16" | "ANSI"): Diagnostic {
  const message =
    encoding === "UTF-16"
      ? {
          vi: "Tệp được lưu theo mã Unicode UTF-16, không phải UTF-8, nên không đọc được",
          en: "This file is saved as Unicode UTF-16, not as UTF-8, so it cannot be read",
        }
      : {
          vi: "Tệp được lưu theo mã cũ (ANSI, TCVN3 hoặc VNI), không phải UTF-8, nên không đọc được chữ Việt",
          en: "This file is saved in an old encoding (ANSI, TCVN3 or VNI), not as UTF-8, so its letters cannot be read",
        };
  return {
    rule: "file-encoding",
    severity: "error",
    file: path,
    message,
    hint: {
      vi: "Mở tệp bằng Notepad, chọn Tệp > Lưu thành (File > Save As), ở ô Mã hóa (Encoding) chọn UTF-8 rồi lưu đè",
      en: "Open it in Notepad, choose File > Save As, set Encoding to UTF-8 and save over the old file",
    },
  };
}
