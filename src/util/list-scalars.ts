/** The texts of the scalars in a value, those inside of lists and maps too; null and empty texts are none. */
export function listScalars(value: unknown): string[] {
  const texts: string[] = [];
  // A list and no recursion: what was parsed may nest as deep as its text is long.
  const pending: unknown[] = [value];
  while (pending.length > 0) {
    const next = pending.pop();
    if (typeof next === 'object' && next !== null) {
      for (const inside of Object.values(next).reverse()) pending.push(inside);
    } else if (typeof next === 'number' || typeof next === 'boolean') {
      texts.push(String(next));
    } else if (typeof next === 'string' && next !== '') {
      texts.push(next);
    }
  }
  return texts;
}
