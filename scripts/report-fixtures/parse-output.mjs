/** The number in a tool's output that the pattern captures, or 0 without a match. */
export function pickNumber(text, pattern) {
  return Number(pattern.exec(text)?.[1] ?? 0);
}

/** The numbers of istanbul's text-summary: `Branches     : 50% ( 6/12 )`. */
export function shares(text) {
  const found = text.matchAll(/^(Statements|Branches|Functions|Lines)\s*: .*?\( (\d+)\/(\d+) \)/gm);
  return Object.fromEntries(
    Array.from(found, ([, kind, covered, total]) => [
      kind.toLowerCase(),
      { covered: Number(covered), total: Number(total) },
    ]),
  );
}
