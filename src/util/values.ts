/** Whether a value is an object with keys: not `null` and not a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The texts of all scalars in a value, including lists and maps; `null` and empty texts are skipped. */
export function listScalars(value: unknown): string[] {
  const texts: string[] = [];
  // A list instead of recursion: parsed values may be nested very deeply.
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
