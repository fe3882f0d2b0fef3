// The hash that names made files: of everything that draws them, never of the clock or the machine.
import { hash } from "node:crypto";

/** SHA-256, lower-case hex, of the text in UTF-8. */
export function hashText(text: string): string {
  return hash("sha256", text, "hex");
}

/** SHA-256, lower-case hex. */
export function hashBytes(bytes: Uint8Array): string {
  return hash("sha256", bytes, "hex");
}
