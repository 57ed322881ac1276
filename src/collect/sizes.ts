import { quote, toText } from '../model/errors.ts';
import { Faults } from '../model/faults.ts';
import type { SizeFigure } from '../model/figures.ts';
import type { CollectedMetric } from '../model/metric.ts';
import { isRecord } from '../util/values.ts';
import { STAR_CURE, YAML_CURE } from './data/cure-yaml.ts';
import { parseYaml } from './data/parse-yaml.ts';

/** One name of `sizes`, and the patterns of its files. */
interface SizeRequest {
  readonly name: string;
  readonly patterns: readonly string[];
}

/** The option that a fault names. */
const ORIGIN = 'sizes';
const MAP_CURE = 'Write "name: dist/**", one name a line.';
const QUOTES_CURE = 'Write "name: glob" lines, and put a glob that begins with * or ! in quotes.';

/**
 * Reads a map of names to globs, as YAML or as an object. A value is one glob, a list, or a text with one glob per
 * line.
 */
export async function parseSizes(sizes: unknown, faults: Faults): Promise<SizeRequest[]> {
  if (sizes === undefined) return [];
  const tree = typeof sizes === 'string' ? await parseText(sizes, faults) : sizes;
  if (tree === undefined) return [];
  if (!isRecord(tree)) {
    const value = Array.isArray(tree) ? 'a list' : toText(tree);
    faults.add({ location: ORIGIN, rule: 'it is a map of names to globs', value, cure: MAP_CURE });
    return [];
  }
  const entries: Array<[unknown, unknown]> = tree instanceof Map ? [...tree] : Object.entries(tree);
  return entries.flatMap(([key, value]) => parseEntry({ name: toText(key).trim(), value, faults }));
}

/** The metrics and figures of measured files. A name without a file has no size: no value is better than 0. */
export function computeSizes(measured: readonly SizeFigure[]): {
  metrics: CollectedMetric[];
  figures: SizeFigure[];
} {
  const present = measured.filter(({ files }) => files > 0);
  const metrics = present.flatMap(({ name, bytes, gzipBytes, files }) =>
    Object.entries({ bytes, gzip_bytes: gzipBytes, files }).map(([figure, value]) => ({
      nodes: ['size', name, figure],
      writtenNode: 1,
      value,
    })),
  );
  const figures = present.map(({ name, bytes, gzipBytes, files }) => ({ name, bytes, gzipBytes, files }));
  return { metrics, figures };
}

/** YAML reads `*` as an alias and `!` as a tag, but the author means a glob. */
async function parseText(text: string, faults: Faults): Promise<unknown> {
  const found = new Faults();
  const tree = await parseYaml(text, { origin: ORIGIN, faults: found });
  if (found.count === 0) return tree;
  for (const fault of found.list) {
    faults.add(
      fault.cure === YAML_CURE || fault.cure === STAR_CURE || fault.rule.startsWith('this YAML ')
        ? { ...fault, cure: QUOTES_CURE }
        : fault,
    );
  }
  return undefined;
}

function parseEntry({
  name,
  value,
  faults,
}: {
  name: string;
  value: unknown;
  faults: Faults;
}): SizeRequest[] {
  if (name === '') {
    faults.add({ location: ORIGIN, rule: 'a size needs a name', cure: MAP_CURE });
    return [];
  }
  const location = `${ORIGIN}, ${quote(name)}`;
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  const wrong = items.find((item) => typeof item !== 'string');
  if (wrong !== undefined || items.includes(undefined)) {
    const cure = 'Write a glob, a list of globs, or a text with one glob a line.';
    faults.add({
      location,
      rule: 'a size is of globs',
      value: isRecord(wrong) ? 'a map' : toText(wrong),
      cure,
    });
    return [];
  }
  const lines = items.flatMap((item) => toText(item).split(/\r?\n/)).map((line) => line.trim());
  const patterns = lines.filter((line) => line !== '');
  if (!patterns.some((pattern) => !/^[!#]/.test(pattern))) {
    const cure = 'Name at least one file or glob, without "!" before it.';
    faults.add({ location, rule: 'nothing is included', value: patterns.join(' '), cure });
    return [];
  }
  return [{ name, patterns }];
}
