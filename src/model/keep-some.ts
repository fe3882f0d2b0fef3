// Memories with a bound.

/** Keeps the value, and of all that are kept at most so many: the one that was put in first goes. */
export function keepSome<K, V>(kept: Map<K, V>, key: K, value: V, most: number): void {
  kept.set(key, value);
  if (kept.size <= most) return;
  const [oldest] = kept.keys();
  if (oldest !== undefined) kept.delete(oldest);
}
