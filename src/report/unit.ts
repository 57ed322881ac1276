const UNITS: ReadonlyArray<readonly [ending: string, unit: string]> = [
  ['_bytes_per_second', 'B/s'],
  ['_seconds', 's'],
  ['_bytes', 'B'],
  ['_percent', '%'],
];

/** The unit in the last node of a path; empty if there is none. */
export function findUnit(path: string): string {
  const nodes = (path.split(';', 1)[0] ?? '').split('.');
  const last = nodes.at(-1) ?? '';
  const measured = last === 'mean' || last === 'max' ? (nodes.at(-2) ?? '') : last;
  return UNITS.find(([ending]) => `_${measured}`.endsWith(ending))?.[1] ?? '';
}
