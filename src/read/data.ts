import { collectPlainLine } from '../collect/data/collect-plain-line.ts';
import { collectTree } from '../collect/data/collect-tree.ts';
import { DOCUMENT_LIMITS } from '../collect/data/compose-yaml.ts';
import { parseMetrics, TOO_LONG } from '../collect/data/parse-yaml.ts';
import { splitLines } from '../collect/data/split-lines.ts';
import type { Chunks } from '../format/format-windows.ts';
import { escapeInvisible, InputError } from '../model/errors.ts';
import type { Faults, InputPart } from '../model/faults.ts';
import type { WrittenMetric } from '../model/metric.ts';
import type { Options } from '../options/options.ts';
import type { MetricData, MetricEntry } from '../options/types.ts';
import { nameUnread } from '../util/abort.ts';
import type { FileReader } from './file-reader.ts';
import { decodeText } from './read-text.ts';

/** The metrics of `data` or `metrics`, if the input is finite. */
export async function* collectData(
  data: MetricData | undefined,
  part: InputPart,
): AsyncGenerator<Iterable<WrittenMetric>> {
  if (data === undefined || isStream(data)) return;
  yield typeof data === 'string' ? await collectYaml(data, part) : collectTree(data, part);
}

/** Arrays and maps are finite; any other iterable may never end. */
export function isStream(
  data: MetricData | undefined,
): data is Iterable<MetricEntry> | AsyncIterable<MetricEntry> {
  if (typeof data !== 'object' || data === null || Array.isArray(data) || data instanceof Map) return false;
  return Symbol.iterator in data || Symbol.asyncIterator in data;
}

/** The metrics of the files that `data-file` names. A file is read when its metrics are requested. */
export async function openDataFiles(
  options: Options,
  given: { readonly files: FileReader; readonly faults: Faults },
): Promise<Chunks<WrittenMetric>> {
  const { files, faults } = given;
  const option = 'data-file';
  const { dataFormat: format } = options;
  const found = await files.find(options.dataFile, option);
  const parts = found.map((file) => {
    const isTree = format === undefined ? /\.(?:ya?ml|json)$/i.test(file.path) : format === 'data';
    const origin = `${option} ${escapeInvisible(file.path)}`;
    const collect = isTree ? collectDocument : collectLines;
    return { origin, items: files.gather(collect(files.readBytes(file, origin), { origin, faults })) };
  });
  return joinParts(parts);
}

/**
 * Reads several inputs one after the other. If the run is stopped, the error names the inputs that were not started.
 */
async function* joinParts<Item>(
  parts: ReadonlyArray<{ readonly origin: string; readonly items: AsyncIterable<Item> }>,
): AsyncGenerator<Item> {
  for (const [index, { items }] of parts.entries()) {
    try {
      yield* items;
    } catch (error) {
      throw nameUnread(error, parts.slice(index + 1));
    }
  }
}

async function* collectLines(
  bytes: AsyncIterable<Uint8Array>,
  part: InputPart,
): AsyncGenerator<Iterable<WrittenMetric>> {
  for await (const lines of splitLines(bytes, part.origin)) {
    yield lines.map((line) => collectPlainLine(line, part)).filter((metric) => metric !== undefined);
  }
}

async function* collectDocument(
  bytes: AsyncIterable<Uint8Array>,
  part: InputPart,
): AsyncGenerator<Iterable<WrittenMetric>> {
  const { origin } = part;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > DOCUMENT_LIMITS.bytes) throw new InputError([{ location: origin, ...TOO_LONG }]);
  }
  yield await collectYaml(decodeText(Buffer.concat(chunks), origin), part);
}

async function collectYaml(text: string, part: InputPart): Promise<Iterable<WrittenMetric>> {
  const tree = await parseMetrics(text, part);
  return tree === undefined ? [] : collectTree(tree, part);
}
