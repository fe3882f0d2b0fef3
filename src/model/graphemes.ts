// The letters of a text as a reader counts them.

let segmenter: Intl.Segmenter | undefined;

/** Made when it is first asked for: that takes as long as all else a build with nothing to do does in Node. */
export function graphemesIn(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return segmenter.segment(text);
}
