import { stat } from 'node:fs/promises';
import type { PublishOptions } from '../config/publish-options.ts';
import { CarbonError, InputError } from '../errors.ts';
import { Faults } from '../faults.ts';
import { publish } from '../publish.ts';
import { formatLocation, formatRenames, formatVerdict } from '../report/verdict.ts';
import type { Result } from '../result.ts';
import type { Console } from './console.ts';
import { findDefaultSource } from './default-source.ts';
import type { Flags } from './program.ts';
import { startProgress } from './progress.ts';

/** Sends what the flags name; returns the exit code. */
export async function runPublish(
  flags: Flags,
  io: { console: Console; env: NodeJS.ProcessEnv },
): Promise<number> {
  const { console } = io;
  const faults = new Faults();
  const options = toOptions(flags, { console, faults });
  const stopping = stopOnSignal();
  const progress = flags['quiet'] === true ? undefined : await startProgress(await sizeOf(flags['file']));
  try {
    const result = await publish(
      { ...options, signal: stopping.signal },
      {
        face: 'cli',
        nowMs: Date.now(),
        faults,
        defaultSource: options.source === undefined ? await findDefaultSource(io.env) : undefined,
        stdin: process.stdin,
        onRead: progress?.add,
      },
    );
    progress?.end();
    tell(result, flags, console);
    return 0;
  } catch (error) {
    progress?.end();
    if (!(error instanceof CarbonError)) throw error;
    tellError(error, flags, console);
    return error instanceof InputError ? 2 : 1;
  } finally {
    stopping.end();
  }
}

function tell(result: Result, flags: Flags, console: Console): void {
  if (flags['json'] === true) {
    console.exact(`${JSON.stringify(result)}\n`);
    return;
  }
  const renames = formatRenames(result);
  if (renames !== undefined) console.err(renames);
  for (const warning of result.warnings) console.err(warning);
  if (flags['debug'] === true) tellPoints(result, console);
  // A dry run's standard output is the lines alone, for whatever reads them.
  if (result.delivery === 'sent' || result.delivery === 'dry-run') console.err(formatVerdict(result));
  else if (flags['quiet'] !== true) console.out(`${formatVerdict(result)}${formatLocation(result)}`);
}

function tellError(error: CarbonError, flags: Flags, console: Console): void {
  if (flags['json'] === true) {
    console.exact(`${JSON.stringify({ ...error.result, delivery: 'failed', error: error.message })}\n`);
  }
  console.err(`carbonclient: ${error.message}`);
  if (error.result !== undefined && error.result.lines > 0) console.err(formatVerdict(error.result));
  if (flags['debug'] === true && error.cause instanceof Error) console.err(error.cause.stack ?? '');
}

function tellPoints(result: Result, console: Console): void {
  for (const { path, value, timestamp } of result.points) console.err(`${path} ${value} ${timestamp}`);
}

function toOptions(flags: Flags, around: { console: Console; faults: Faults }): PublishOptions {
  const text = (name: string): string | undefined =>
    typeof flags[name] === 'string' ? flags[name] : undefined;
  const list = (name: string): readonly string[] => (Array.isArray(flags[name]) ? flags[name] : []);
  return {
    server: text('server'),
    port: text('port'),
    group: text('group'),
    source: text('source'),
    metric: text('metric'),
    value: text('value'),
    dataFile: list('data'),
    dataFormat: 'data',
    file: list('file'),
    replay: list('replay'),
    tags: toTags(list('tag'), around.faults),
    timestamp: text('timestamp'),
    extraCharacters: text('extraCharacters'),
    batchSize: text('batchSize'),
    timeout: text('timeout'),
    connectTimeout: text('connectTimeout'),
    writeTimeout: text('writeTimeout'),
    confirmTimeout: text('confirmTimeout'),
    dryRun: flags['dryRun'] === true,
    onDryRun: around.console.exact,
  };
}

function toTags(pairs: readonly string[], faults: Faults): Record<string, string> {
  const tags: Array<[string, string]> = [];
  for (const pair of pairs) {
    const [name = '', ...rest] = pair.split('=');
    if (rest.length === 0)
      faults.add({ at: '--tag', rule: 'a tag is name=value', value: pair, cure: 'Add "=value".' });
    else tags.push([name, rest.join('=')]);
  }
  return Object.fromEntries(tags);
}

/** The bytes of the streamed files together; nothing where one of them has no size. */
async function sizeOf(files: Flags[string]): Promise<number | undefined> {
  if (!Array.isArray(files) || files.length === 0 || files.includes('-')) return undefined;
  const sizes = await Promise.all(
    files.map((file) =>
      stat(file).then(
        ({ size }) => size,
        () => Number.NaN,
      ),
    ),
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return Number.isNaN(total) ? undefined : total;
}

function stopOnSignal(): { signal: AbortSignal; end: () => void } {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const end = (): void => void process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
  return { signal: controller.signal, end };
}
