import { stat } from 'node:fs/promises';
import { joinCollected } from '../collect/join-collected.ts';
import { parseSizes } from '../collect/sizes.ts';
import type { Collected, PublishOptions, Surroundings } from '../config/publish-options.ts';
import { type Matrix, parseMatrix } from '../config/scope.ts';
import { CarbonError, InputError, SendError } from '../errors.ts';
import { Faults } from '../faults.ts';
import { checkOptions, publish } from '../publish.ts';
import { formatNumbered } from '../report/numbered.ts';
import { formatText, hasMoreToShow } from '../report/text.ts';
import {
  formatLocation,
  formatRenames,
  formatSetbacks,
  formatUndelivered,
  formatVerdict,
  isMissing,
} from '../report/verdict.ts';
import { listWarnings } from '../report/warnings.ts';
import type { Result } from '../result.ts';
import { type Stopping, stopOnSignal } from '../stop-on-signal.ts';
import type { Console } from './console.ts';
import { findDefaultSource, findJob, findWorkspace } from './find-surroundings.ts';
import { toSizes, toTags } from './pairs.ts';
import type { Flags } from './program.ts';
import { startProgress } from './progress.ts';

/** What a run has beside its flags. */
interface Given {
  /** What was collected already; it is sent in spite of faults of what the flags name. */
  readonly collected?: readonly Collected[];
  /** What stops the run; a signal does where there is none. */
  readonly stopping?: Stopping;
}

/** Sends what the flags name and what was collected already; returns the exit code. */
export async function runPublish(
  flags: Flags,
  io: { console: Console; env: NodeJS.ProcessEnv },
  { collected = [], stopping = stopOnSignal() }: Given = {},
): Promise<number> {
  const { console, env } = io;
  const faults = new Faults();
  const options = toOptions(flags, { ...io, faults });
  const { signal } = stopping;
  const progress = flags['quiet'] === true ? undefined : await startProgress(await sizeOf(flags['file']));
  try {
    const found = [...collected, ...(await askGithub(flags, options, { env, signal, faults }))];
    const result = await publish(
      { ...options, signal },
      {
        ...(await findSurroundings(flags, options, env)),
        faults,
        stdin: process.stdin,
        onRead: progress?.add,
        ...(found.length === 0 ? {} : { collected: joinCollected(found) }),
        sparesCollected: collected.length > 0,
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
    // A run that was stopped leaves it half read, and an open pipe keeps the process.
    if (signal.aborted) process.stdin.destroy();
  }
}

/**
 * Plays a run that comes later without reading a file or sending anything; returns an exit code where something is wrong,
 * after telling it. `collected` is what the run is to have by then.
 */
export async function rehearse(
  flags: Flags,
  given: { console: Console; env: NodeJS.ProcessEnv; faults: Faults; collected: Collected },
): Promise<number | undefined> {
  const { console, env, faults, collected } = given;
  const { sizes, ...options } = toOptions(flags, given);
  readToken(flags, { env, faults });
  for (const option of ['data', 'file'])
    if ((flags[option] as readonly string[] | undefined)?.includes('-'))
      faults.add({
        at: `--${option}`,
        rule: "standard input is the command's",
        value: '-',
        cure: 'Name a file.',
      });
  await parseSizes(sizes, 'sizes', faults);
  const nothing = { dataFile: [], file: [], replay: [], junit: [], coverage: [] };
  try {
    await publish(
      {
        ...options,
        ...nothing,
        dryRun: true,
        onDryRun: (lines) => options.dryRun && refuseCommands(lines, env),
      },
      { ...(await findSurroundings(flags, options, env)), faults, collected },
    );
    return undefined;
  } catch (error) {
    if (!(error instanceof CarbonError)) throw error;
    tellError(error, flags, console);
    return 2;
  }
}

async function findSurroundings(
  flags: Flags,
  options: PublishOptions,
  env: NodeJS.ProcessEnv,
): Promise<Surroundings> {
  return {
    face: 'cli',
    nowMs: Date.now(),
    defaultSource: options.source === undefined ? await findDefaultSource(env) : undefined,
    job: findJob(env, findMatrix(flags)),
    workspace: findWorkspace(env),
  };
}

function findMatrix({ matrix }: Flags): Matrix | undefined {
  return typeof matrix === 'string' ? parseMatrix(matrix) : undefined;
}

/** What GitHub knows of this job, where that is asked for. */
async function askGithub(
  flags: Flags,
  options: PublishOptions,
  around: { env: NodeJS.ProcessEnv; faults: Faults; signal: AbortSignal },
): Promise<Collected[]> {
  const { env, faults, signal } = around;
  const token = readToken(flags, { env, faults });
  // Nobody is asked for a run that will send nothing.
  if (
    token === undefined ||
    (await checkOptions(options, await findSurroundings(flags, options, env))) !== undefined
  )
    return [];
  const { checkRunId } = flags;
  const id = typeof checkRunId === 'string' ? checkRunId : undefined;
  const { collectGithubJob } = await import('../github/collect-github-job.ts');
  return [await collectGithubJob({ token, checkRunId: id, matrix: findMatrix(flags), env, signal })];
}

/** The token to ask GitHub with, where it is to be asked; a fault is gathered. */
function readToken(
  flags: Flags,
  { env, faults }: { env: NodeJS.ProcessEnv; faults: Faults },
): string | undefined {
  if (flags['githubTimes'] !== true) return undefined;
  // On a command line every process of the machine could read it.
  const token = env['GITHUB_TOKEN'] || undefined;
  if (token === undefined) {
    const cure = 'In a workflow give the step env: { GITHUB_TOKEN: ${{ github.token }} }.';
    faults.add({ at: 'github-times', rule: 'it needs a token in GITHUB_TOKEN', cure });
  }
  return token;
}

function tell(result: Result, flags: Flags, console: Console): void {
  if (flags['json'] === true) {
    console.exact(toJson(result));
    if (result.delivery === 'sent') console.err(formatVerdict(result));
    return;
  }
  if (flags['debug'] === true) tellPoints(result, console);
  if (flags['quiet'] !== true) tellTable(result, console);
  if (result.delivery === 'sent') console.err(formatVerdict(result));
  if (flags['quiet'] === true) return;
  for (const message of [
    formatSetbacks(result),
    formatRenames(result),
    formatNumbered(result),
    ...listWarnings(result),
  ])
    if (message !== undefined) console.err(message);
  // A dry run's standard output is the lines alone, for whatever reads them.
  if (result.delivery === 'dry-run') console.err(formatVerdict(result));
  else if (result.delivery !== 'sent') console.out(`${formatVerdict(result)}${formatLocation(result)}`);
}

/** What was found, as a table; for a run that only wrote a line or two the verdict is enough. */
function tellTable(result: Result, console: Console): void {
  const { columns, isTerminal, hasColour } = console.screen;
  if (result.delivery === 'dry-run' || !hasMoreToShow(result, isTerminal)) return;
  console.exact(formatText(result, { columns, hasColour }));
}

function tellError(error: CarbonError, flags: Flags, console: Console): void {
  const { result } = error;
  const wasDelivered = result !== undefined && result.delivery !== 'failed';
  if (wasDelivered && flags['json'] !== true) tell(result, flags, console);
  if (flags['json'] === true) {
    const faults = error instanceof InputError ? { faults: error.faults } : {};
    const report = { delivery: 'failed', ...result, error: error.message, ...faults };
    console.exact(toJson(report));
  }
  console.err(`carbonclient: ${error.message}`);
  if (error instanceof SendError && error.inputError !== undefined)
    console.err(`carbonclient: ${error.inputError.message}`);
  if (result !== undefined && !wasDelivered && result.lines > 0 && !isMissing(result))
    console.err(formatVerdict(result));
  const kept = result === undefined ? undefined : formatUndelivered(result);
  if (kept !== undefined) console.err(kept);
  else if (result !== undefined && result.undelivered > 0 && isLost(flags))
    console.err('What was not delivered is not kept: --spool <folder> keeps it, for --replay.');
  if (flags['debug'] === true && error.cause instanceof Error) console.err(error.cause.stack ?? '');
}

/** Whether what was not delivered is nowhere: there is no spool, and no file that still holds it. */
function isLost({ spool, replay }: Flags): boolean {
  return spool === undefined && replay === undefined;
}

function tellPoints(result: Result, console: Console): void {
  for (const { path, value, timestamp } of result.points) console.err(`${path} ${value} ${timestamp}`);
}

function toOptions(
  flags: Flags,
  around: { console: Console; env: NodeJS.ProcessEnv; faults: Faults },
): PublishOptions {
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
    junit: list('junit'),
    junitSuites: flags['junitSuites'] === true,
    coverage: list('coverage'),
    sizes: toSizes(list('size'), around.faults),
    onBadReport: text('onBadReport'),
    ifNoFilesFound: text('ifNoFilesFound'),
    followSymbolicLinks: flags['followSymbolicLinks'] === true,
    scope: text('scope'),
    jobStatus: text('jobStatus'),
    jobStartedAt: text('jobStartedAt'),
    jobAttempt: text('jobAttempt'),
    windowSize: text('windowSize'),
    tags: toTags(list('tag'), around.faults),
    timestamp: text('timestamp'),
    extraCharacters: text('extraCharacters'),
    batchSize: text('batchSize'),
    timeout: text('timeout'),
    retries: text('retries'),
    spool: text('spool'),
    tls: flags['tls'] === true,
    tlsCa: text('tlsCa'),
    tlsCert: text('tlsCert'),
    tlsKey: text('tlsKey'),
    tlsServerName: text('tlsServerName'),
    verify: flags['verify'] === true,
    graphiteUrl: text('graphiteUrl'),
    verifyTimeout: text('verifyTimeout'),
    graphiteUser: text('graphiteUser'),
    // On a command line every process of the machine could read them.
    graphitePassword: around.env['GRAPHITE_PASSWORD'],
    graphiteToken: around.env['GRAPHITE_TOKEN'],
    connectTimeout: text('connectTimeout'),
    writeTimeout: text('writeTimeout'),
    confirmTimeout: text('confirmTimeout'),
    dryRun: flags['dryRun'] === true,
    onDryRun: flags['json'] === true ? undefined : (lines) => printExact(lines, around),
  };
}

/** In a job of GitHub Actions the streams are read for commands, and a path or a tag may hold one. */
function refuseCommands(lines: string, env: NodeJS.ProcessEnv): void {
  const [command] = env['GITHUB_ACTIONS'] === 'true' ? (/^::.*|^.*##\[.*/m.exec(lines) ?? []) : [];
  if (command === undefined) return;
  const rule = 'a line with "::" at its start or "##[" is a command to the runner, and is not printed';
  throw new InputError([{ at: '--dry-run', rule, value: command, cure: 'Give a group, or use --json.' }]);
}

/** JSON in which no runner finds a command: a sign that can only stand in its texts is spelt out. */
function toJson(value: unknown): string {
  return `${JSON.stringify(value).replaceAll('##', '#\\u0023')}\n`;
}

function printExact(lines: string, { console, env }: { console: Console; env: NodeJS.ProcessEnv }): void {
  refuseCommands(lines, env);
  console.exact(lines);
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
