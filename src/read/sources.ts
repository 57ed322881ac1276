import { collectPlainLines } from '../collect/plain-lines.ts';
import { splitLines, type TextLine } from '../collect/split-lines.ts';
import { collectItem, collectTree } from '../collect/tree.ts';
import type { MetricData, PublishOptions, Surroundings } from '../config/publish-options.ts';
import { ScalarReader } from '../config/scalars.ts';
import { formatFault, InputError } from '../errors.ts';
import type { Faults } from '../faults.ts';
import type { WrittenMetric } from '../format/metric.ts';
import { decodeText, findFiles, readBytes, readText } from './files.ts';

/** Everything that a run is to send. */
export interface Sources {
  /** Checked whole before anything is sent. */
  readonly metrics: readonly WrittenMetric[];
  /** Checked window by window. */
  readonly streams: ReadonlyArray<Iterable<Iterable<WrittenMetric>> | AsyncIterable<Iterable<WrittenMetric>>>;
  /** Full lines, sent as they stand. */
  readonly replays: ReadonlyArray<{ readonly origin: string; readonly lines: AsyncIterable<TextLine[]> }>;
  readonly warnings: readonly string[];
  /** Whether files were asked for that may be missing, so that nothing to send is no error. */
  readonly mayBeEmpty: boolean;
}

/** Reads what is finite, and opens what is streamed. Every fault is gathered. */
export async function readSources(
  options: PublishOptions,
  around: Surroundings,
  faults: Faults,
): Promise<Sources> {
  const reader = new SourceReader(options, around, faults);
  const metrics = [
    ...readMetric(options, faults),
    ...(await reader.readData()),
    ...(await reader.readDataFiles()),
  ];
  const streams = [...(await reader.openFiles()), ...openIterable(options.data, faults)];
  const replays = await reader.openReplays();
  return { metrics, streams, replays, warnings: reader.warnings, mayBeEmpty: reader.mayBeEmpty };
}

function readMetric(options: PublishOptions, faults: Faults): WrittenMetric[] {
  const { metric = '', value } = options;
  if (metric !== '') return [{ origin: 'metric', name: metric, value: value ?? '' }];
  if (value !== undefined && value !== '') {
    faults.add({
      at: 'value',
      rule: 'a value needs a metric',
      value: String(value),
      cure: 'Set metric to its name.',
    });
  }
  return [];
}

function openIterable(data: MetricData | undefined, faults: Faults): Sources['streams'] {
  if (data === undefined || typeof data !== 'object' || Array.isArray(data) || data instanceof Map) return [];
  if (Symbol.iterator in data) return [[collectItems(data as Iterable<unknown>, faults)]];
  if (Symbol.asyncIterator in data) return [collectAsync(data as AsyncIterable<unknown>, faults)];
  return [];
}

function* collectItems(items: Iterable<unknown>, faults: Faults): Generator<WrittenMetric> {
  for (const item of items) {
    const metric = collectItem(item, 'data', faults);
    if (metric !== undefined) yield metric;
  }
}

async function* collectAsync(items: AsyncIterable<unknown>, faults: Faults): AsyncGenerator<WrittenMetric[]> {
  for await (const item of items) {
    const metric = collectItem(item, 'data', faults);
    if (metric !== undefined) yield [metric];
  }
}

class SourceReader {
  readonly warnings: string[] = [];
  mayBeEmpty = false;
  readonly #options: PublishOptions;
  readonly #around: Surroundings;
  readonly #faults: Faults;

  constructor(options: PublishOptions, around: Surroundings, faults: Faults) {
    this.#options = options;
    this.#around = around;
    this.#faults = faults;
  }

  async readData(): Promise<WrittenMetric[]> {
    const { data } = this.#options;
    if (data === undefined || data === '') return [];
    if (typeof data === 'string') return this.#collectYaml(data, 'data');
    const isStream =
      !Array.isArray(data) &&
      !(data instanceof Map) &&
      (Symbol.iterator in data || Symbol.asyncIterator in data);
    return isStream ? [] : collectTree(data, 'data', this.#faults);
  }

  async readDataFiles(): Promise<WrittenMetric[]> {
    const format = new ScalarReader(this.#faults).choice(this.#options.dataFormat, {
      name: 'data-format',
      choices: ['data', 'lines', ''],
      fallback: '',
    });
    const option = this.#around.face === 'cli' ? '--data' : 'data-file';
    const metrics: WrittenMetric[] = [];
    for (const file of await this.#find(this.#options.dataFile, option)) {
      const isTree = format === '' ? /\.(?:ya?ml|json)$/i.test(file) : format === 'data';
      const origin = `${option} ${file}`;
      await this.#gather(async () => {
        if (isTree) {
          for (const metric of await this.#collectYaml(await this.#text(file, origin), origin))
            metrics.push(metric);
        } else {
          for await (const chunk of collectPlainLines(this.#bytes(file, origin), origin, this.#faults)) {
            for (const metric of chunk) metrics.push(metric);
          }
        }
      });
    }
    return metrics;
  }

  async openFiles(): Promise<Sources['streams']> {
    const files = await this.#find(this.#options.file, 'file');
    return files.map((file) =>
      collectPlainLines(this.#bytes(file, `file ${file}`), `file ${file}`, this.#faults),
    );
  }

  async openReplays(): Promise<Sources['replays']> {
    const files = await this.#find(this.#options.replay, 'replay');
    return files.map((file) => {
      const origin = `replay ${file}`;
      return { origin, lines: splitLines(this.#bytes(file, origin), origin) };
    });
  }

  async #collectYaml(text: string, origin: string): Promise<WrittenMetric[]> {
    const { parseYaml } = await import('../collect/yaml.ts');
    const tree = await parseYaml(text, origin, this.#faults);
    return tree === undefined ? [] : collectTree(tree, origin, this.#faults);
  }

  async #find(patterns: string | readonly string[] | undefined, option: string): Promise<readonly string[]> {
    const list = (typeof patterns === 'string' ? patterns.split(/\r?\n/) : (patterns ?? []))
      .map((pattern) => pattern.trim())
      .filter((pattern) => pattern !== '');
    if (list.length === 0) return [];
    const policy = new ScalarReader(this.#faults).choice(this.#options.ifNoFilesFound, {
      name: 'if-no-files-found',
      choices: ['error', 'warn', 'ignore'],
      fallback: 'error',
    });
    if (policy !== 'error') this.mayBeEmpty = true;
    const { files, unmatched } = await findFiles(list);
    for (const pattern of unmatched) {
      const fault = {
        at: option,
        rule: 'no file matches',
        value: pattern,
        cure: 'Paths are relative to the current directory.',
      };
      if (policy === 'error') this.#faults.add(fault);
      if (policy === 'warn') this.warnings.push(formatFault(fault));
    }
    return files;
  }

  async *#bytes(file: string, origin: string): AsyncGenerator<Uint8Array> {
    const { stdin, onRead } = this.#around;
    for await (const chunk of file === '-' && stdin !== undefined ? stdin : readBytes(file, origin)) {
      onRead?.(chunk.length);
      yield chunk;
    }
  }

  async #text(file: string, origin: string): Promise<string> {
    if (file !== '-' || this.#around.stdin === undefined) return readText(file, origin);
    const chunks: Uint8Array[] = [];
    for await (const chunk of this.#around.stdin) chunks.push(chunk);
    return decodeText(Buffer.concat(chunks), origin);
  }

  /** An unreadable file is one fault among others. */
  async #gather(read: () => Promise<void>): Promise<void> {
    try {
      await read();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      for (const fault of error.faults) this.#faults.add(fault);
    }
  }
}
