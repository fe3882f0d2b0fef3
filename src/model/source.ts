// One text file as read: decoded, without byte order mark, lines ending in "\n", in Unicode NFC, NUL replaced by
// U+FFFD (so that NUL can mark holes in rendered HTML and no text can forge one).
import type { SourcePath } from "./paths.js";

export interface Source {
  readonly path: SourcePath;
  readonly text: string;
  /** SHA-256 of the bytes on disk, lower-case hex. */
  readonly hash: string;
}
