/** The number that a tool's output gives where the pattern matches; 0 where it does not. */
export function pickNumber(text, pattern) {
  return Number(pattern.exec(text)?.[1] ?? 0);
}

/** What istanbul's text-summary says: `Branches     : 50% ( 6/12 )`. */
export function shares(text) {
  const found = text.matchAll(/^(Statements|Branches|Functions|Lines)\s*: .*?\( (\d+)\/(\d+) \)/gm);
  return Object.fromEntries(
    Array.from(found, ([, kind, covered, total]) => [
      kind.toLowerCase(),
      { covered: Number(covered), total: Number(total) },
    ]),
  );
}
