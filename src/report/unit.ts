const UNITS: ReadonlyArray<readonly [ending: RegExp, unit: string]> = [
  [/(?:^|_)bytes_per_second$/, 'B/s'],
  [/(?:^|_)seconds$/, 's'],
  [/(?:^|_)bytes$/, 'B'],
  [/(?:^|_)percent$/, '%'],
];

/** The unit that the end of a path tells, whoever named it; nothing where it tells none. */
export function findUnit(path: string): string {
  const nodes = (path.split(';', 1)[0] ?? '').split('.');
  const last = nodes.at(-1) ?? '';
  const measured = last === 'mean' || last === 'max' ? (nodes.at(-2) ?? '') : last;
  return UNITS.find(([ending]) => ending.test(measured))?.[1] ?? '';
}
