// Bytes → text that everything after it may rely on: NFC, lines ending in "\n", no byte order mark, no NUL (which
// marks holes in rendered HTML) and none of the control characters that XML forbids. UTF-8 alone is read: a guess
// at an old encoding would publish wrong letters.
import type { Diagnostic } from "../model/diagnostic.js";
import type { SourcePath } from "../model/paths.js";
import type { Source } from "../model/source.js";
import { readUtf8 } from "../model/utf8.js";

/**
 * Vertical tabs and form feeds (Word's manual line and page breaks) become spaces, every other control character
 * and noncharacter U+FFFD, one for one, so that columns stay true.
 */
export function decodeSource(path: SourcePath, bytes: Uint8Array, hash: string): Source | Diagnostic {
  if (isUtf16(bytes)) return fault(path, "UTF-16");
  const read = readUtf8(bytes);
  if (read === undefined) return fault(path, "ANSI");
  const text = read.startsWith("\ufeff") ? read.slice(1) : read;
  if (!uncommon.test(text)) return { path, text, hash };
  const lines = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  const clean = forbidden.test(lines) ? replaceControls(lines) : lines;
  return { path, text: clean.normalize("NFC"), hash };
}

/** One look instead of three: without any of these a text is in NFC and clean already. */
const uncommon = /[^\t\n\x20-\x7e\xa0-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e]/;
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
