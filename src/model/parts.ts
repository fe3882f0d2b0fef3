// Work in parts. The code that parses an article or makes a page is many times what a processor keeps at hand, so that for
// each the whole of it is fetched anew; where the first part is done for several of them before the second is, each part
// is fetched once for all.

/** Every `yield` is the end of a part. */
export type Work<T> = Generator<undefined, T>;

/** At most so many at a time, in their order. */
export function* inGroups<T>(items: readonly T[], most: number): Generator<readonly T[]> {
  for (let first = 0; first < items.length; first += most) yield items.slice(first, first + most);
}

/** One piece of work by itself. */
export function whole<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/**
 * The first part of each, then the second of each, and so on. What one throws ends all.
 * @returns what they gave, in their order
 */
export function together<T>(works: readonly Work<T>[]): T[] {
  const given = new Array<T>(works.length);
  const open: (Work<T> | undefined)[] = [...works];
  for (let left = open.length; left > 0; ) {
    for (let index = 0; index < open.length; index++) {
      const step = open[index]?.next();
      if (!step?.done) continue;
      given[index] = step.value;
      // What is done is not held until the others are.
      open[index] = undefined;
      left--;
    }
  }
  return given;
}
