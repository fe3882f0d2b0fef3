// Memories without a bound: for what there is only so much of.

/** What is kept for the key, made where nothing is. A value that is undefined is made anew each time. */
export function once<K, V>(kept: Map<K, V>, key: K, make: () => V): V {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = make();
  kept.set(key, made);
  return made;
}
