// Data that stand on many pages as they are: a teaser in a dozen lists, a date, a link to a section. What a template makes
// of them is the same each time, and is remembered with them.

/** What was made last, and by what. A copy (`{ ...data }`) remembers nothing. */
export class Recurring {
  #by: unknown;
  #given: unknown;
  #made: unknown;

  /** What `by` made of these data, given something else besides; undefined where that is not what was made last. */
  recall<T>(by: (data: unknown, given: unknown) => T, given: unknown): T | undefined {
    return this.#by === by && this.#given === given ? (this.#made as T) : undefined;
  }

  remember<T>(by: (data: unknown, given: unknown) => T, given: unknown, made: T): T {
    this.#by = by;
    this.#given = given;
    this.#made = made;
    return made;
  }
}

/** The same data, to be shown again and again. Nobody may change them any more. */
export function recurring<T extends object>(data: T): T {
  return Object.assign(new Recurring(), data);
}
