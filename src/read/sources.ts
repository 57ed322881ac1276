import { createItemCollector } from '../collect/data/collect-item.ts';
import { collectPlainLine } from '../collect/data/collect-plain-line.ts';
import { splitLines, type TextLine } from '../collect/data/split-lines.ts';
import type { Chunks } from '../format/format-windows.ts';
import type { Collected } from '../model/collected.ts';
import { escapeInvisible, type Fault } from '../model/errors.ts';
import type { Faults } from '../model/faults.ts';
import type { Figures } from '../model/figures.ts';
import type { CollectedMetric, WrittenMetric } from '../model/metric.ts';
import { namesCollected } from '../options/named-sources.ts';
import type { Options } from '../options/options.ts';
import type { RunContext } from '../options/run-context.ts';
import { collectData, isStream, openDataFiles } from './data.ts';
import { FileReader } from './file-reader.ts';
import { stopItems, stopWith } from './guard-stream.ts';
import type { ReadReports } from './reports.ts';

/** Metrics that arrive one after the other. */
export interface MetricStream {
  readonly origin: string;
  readonly items: Chunks<unknown>;
  /** The metric of one item; undefined if it has a fault or is empty. */
  collect(item: unknown): WrittenMetric | undefined;
}

/** A file of full lines. */
export interface Replay {
  /** The path of the file if it can be read again; undefined for a stream. */
  readonly file: string | undefined;
  readonly origin: string;
  readonly lines: AsyncIterable<TextLine[]>;
}

/** What is known about a run when its sources are opened. */
export interface ReadContext extends RunContext {
  /** What the entry point collected. */
  readonly collected?: Collected | undefined;
}

/** Everything that a run sends. */
export interface Sources {
  /** Checked as a whole before anything is sent, in chunks. A file is read once, while it is checked. */
  readonly metrics: Chunks<WrittenMetric>;
  /** The metrics that the program collected itself. */
  readonly collected: readonly CollectedMetric[];
  /** The figures behind them, for the summary. */
  readonly figures: Figures | undefined;
  /** Problems that fail the run after everything else was sent. */
  readonly problems: readonly Fault[];
  /** Checked window by window. */
  readonly streams: readonly MetricStream[];
  /** Full lines, sent unchanged. */
  readonly replays: readonly Replay[];
  readonly warnings: readonly string[];
  /** Whether the run names files that may be missing; then an empty run is not an error. */
  readonly mayBeEmpty: boolean;
}

/** Reads finite sources, after the one metric that the options name, and opens streams. Every fault is collected. */
export async function readNamedSources(
  options: Options,
  context: ReadContext & { readonly metric: readonly WrittenMetric[] },
): Promise<Sources> {
  const { metric, faults } = context;
  const files = new FileReader(options, context);
  const dataFiles = await openDataFiles(options, { files, faults });
  const streams = [...(await openFiles(options, { files, faults })), ...openIterable(options, faults)];
  const replays = await openReplays(options, files);
  const { nowMs, workspace } = context;
  const reports = await readReports(options, { files, nowMs, workspace });
  const found = context.collected;
  const figures = { ...reports?.figures, ...found?.figures };
  if (figures.job !== undefined && found?.steps !== undefined)
    figures.job = { ...figures.job, steps: found.steps };
  return {
    metrics: joinChunks([
      [metric],
      collectData(options.data, { origin: 'data', faults }),
      collectData(options.metrics, { origin: 'metrics', faults }),
      dataFiles,
    ]),
    collected: [...(reports?.metrics ?? []), ...(found?.metrics ?? [])],
    figures: Object.keys(figures).length === 0 ? undefined : figures,
    problems: (reports?.problems ?? []).map((problem) => faults.withOrigin(problem)),
    streams,
    replays,
    warnings: [...files.warnings, ...(reports?.warnings ?? []), ...(found?.warnings ?? [])],
    mayBeEmpty: files.mayFindNone || reports !== undefined || found !== undefined,
  };
}

/** Most runs name no report, so its readers are loaded on demand. */
async function readReports(
  options: Options,
  context: { files: FileReader; nowMs: number; workspace: string | undefined },
): Promise<ReadReports | undefined> {
  return namesCollected(options) ? (await import('./reports.ts')).readReports(options, context) : undefined;
}

async function openFiles(
  options: Options,
  { files, faults }: { readonly files: FileReader; readonly faults: Faults },
): Promise<MetricStream[]> {
  const found = await files.find(options.file, 'file');
  return found.map((file) => {
    const origin = `file ${escapeInvisible(file.path)}`;
    return {
      origin,
      items: splitLines(files.readBytes(file, origin), origin),
      collect: (line) => collectPlainLine(line as TextLine, { origin, faults }),
    };
  });
}

function openIterable({ data, signal }: Options, faults: Faults): MetricStream[] {
  if (!isStream(data)) return [];
  const items =
    Symbol.iterator in data
      ? [signal === undefined ? data : stopItems(data, signal)]
      : toChunks(signal === undefined ? data : stopWith(data, { signal }));
  return [{ origin: 'data', items, collect: createItemCollector({ origin: 'data', faults }) }];
}

async function openReplays(options: Options, files: FileReader): Promise<Sources['replays']> {
  const found = await files.find(options.replay, 'replay');
  return found.map((file) => {
    const origin = `replay ${escapeInvisible(file.path)}`;
    return {
      file: file.isStream === true ? undefined : file.realPath,
      origin,
      lines: splitLines(files.readBytes(file, origin), origin),
    };
  });
}

async function* toChunks(items: AsyncIterable<unknown>): AsyncGenerator<unknown[]> {
  for await (const item of items) yield [item];
}

async function* joinChunks<Item>(parts: ReadonlyArray<Chunks<Item>>): AsyncGenerator<Iterable<Item>> {
  for (const part of parts) yield* part;
}
