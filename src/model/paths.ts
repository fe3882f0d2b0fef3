// Paths inside Bantin are POSIX and NFC; only io/ knows the machine's own form. The brands keep the path of a
// source, the path of an output and a plain string from being mixed up.

/** Relative to the bulletin's root, "/" between parts, NFC: `content/2023/can-duoc/vi.md`. */
export type SourcePath = string & { readonly brand: "source" };

/** Relative to the output folder, "/" between parts, ASCII: `vi/2023/01/can-duoc.html`. */
export type OutPath = string & { readonly brand: "out" };

export function sourcePath(path: string): SourcePath {
  return path.normalize("NFC") as SourcePath;
}

export function outPath(path: string): OutPath {
  return path as OutPath;
}
