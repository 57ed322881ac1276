import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { startReceiver } from '../../src/receiver/index.ts';
import { type ActionOptions, type ActionRun, runAction, runPost } from '../support/runner.ts';
import { parseCommands, type RunnerCommand } from '../support/runner-commands.ts';
import { createTempDir } from '../support/temp-dir.ts';

/** Epoch seconds for every metric without a time, so that tests can compare whole lines. */
export const AT = '1700000000';

/** The inputs of a step, as written in its `with:`. */
export type StepInputs = Readonly<Record<string, string>>;

/** The other keys of a step in its workflow, and the files of its workspace. */
export interface Step extends Omit<ActionOptions, 'inputs'> {
  readonly files?: Files;
}

type Files = Readonly<Record<string, string | Uint8Array>>;

/** A step as the runner saw it. */
export interface StepRun {
  readonly run: ActionRun;
  /** Every command that the runner carries out, in order: `error text`. */
  readonly printed: readonly string[];
}

/** A step and what its server received. */
export interface Story extends StepRun {
  /** The server as the step got it. */
  readonly server: string;
  /** The lines in the order of arrival. A line that breaks the strict grammar throws. */
  readonly lines: readonly string[];
  readonly connections: number;
  readonly bytes: number;
}

/** The evidence of a confirmation on this system. */
export const EVIDENCE: 'kernel' | 'close' = process.platform === 'linux' ? 'kernel' : 'close';

/** All outputs of a step that sent nothing, with `changes`. A confirmed step has one attempt by default. */
export function makeOutputs(changes: Readonly<Record<string, string>>): Record<string, string> {
  const isConfirmed = changes['delivery'] === 'confirmed';
  return {
    batches: '0',
    lines: '0',
    bytes: '0',
    delivery: 'skipped',
    server: '',
    attempts: isConfirmed ? '1' : '0',
    evidence: isConfirmed ? EVIDENCE : '',
    undelivered: '0',
    'undelivered-file': '',
    rejected: '0',
    verified: '',
    missing: '',
    verdict: '',
    regressed: '',
    unusual: '',
    checked: '',
    ...changes,
  };
}

/** Runs one step with its own strict receiver. */
export async function act(inputs: StepInputs, step: Step = {}): Promise<Story> {
  await using receiver = await startReceiver();
  const server = `127.0.0.1:${receiver.port}`;
  const { run, printed } = await runStep({ server, ...inputs }, step);
  if (receiver.badLines.length > 0)
    throw new Error(`bad lines arrived: ${JSON.stringify(receiver.badLines.slice(0, 5))}`);
  return {
    run,
    printed,
    server,
    lines: receiver.lines.map(({ text }) => text),
    // On a busy machine, a step tests a late close by one more connection, which carries blanks only.
    connections: receiver.counts.withLines,
    bytes: receiver.lines.reduce((sum, { text }) => sum + Buffer.byteLength(text) + 1, 0),
  };
}

/** Runs one step. Metrics have the time {@link AT} unless the inputs set one. Throws if the step forges a command. */
export async function runStep(inputs: StepInputs, step: Step = {}): Promise<StepRun> {
  const { files, ...options } = step;
  const run = await runAction({
    ...options,
    ...(files === undefined ? {} : { cwd: await createWorkspace(files) }),
    inputs: { timestamp: AT, ...inputs },
  });
  checkStreams(run);
  return { run, printed: run.commands.map(({ name, data }) => `${name} ${data}`) };
}

/** A whole job: the step, the steps after it, and the end of the job. */
export interface JobStory {
  readonly main: StepRun;
  readonly post: StepRun;
  readonly server: string;
  /** The lines at the end of the step, and those at the end of the job. */
  readonly mainLines: readonly string[];
  readonly postLines: readonly string[];
}

/**
 * Runs the step, then `between` (the rest of the job, in the workspace), then the end of the job. `changes` is what the
 * runner passes differently by then. All use one strict receiver.
 */
export async function actJob(
  inputs: StepInputs,
  step: Step & {
    readonly between?: (main: StepRun) => Promise<void>;
    readonly changes?: Partial<ActionOptions>;
  } = {},
): Promise<JobStory> {
  const { between, changes, ...options } = step;
  await using receiver = await startReceiver();
  const server = `127.0.0.1:${receiver.port}`;
  const main = await runStep({ server, ...inputs }, options);
  const count = receiver.lines.length;
  await between?.(main);
  const run = await runPost(main.run, changes);
  checkStreams(run);
  if (receiver.badLines.length > 0)
    throw new Error(`bad lines arrived: ${JSON.stringify(receiver.badLines.slice(0, 5))}`);
  const lines = receiver.lines.map(({ text }) => text);
  return {
    main,
    post: { run, printed: run.commands.map(({ name, data }) => `${name} ${data}`) },
    server,
    mainLines: lines.slice(0, count),
    postLines: lines.slice(count),
  };
}

/**
 * The text of the step's `undelivered-file`. Throws unless it is one private file in the default folder of the runner.
 */
export async function readKept({ outputs, tempDir }: ActionRun): Promise<string> {
  const file = outputs['undelivered-file'] ?? '';
  const folder = join(tempDir, 'carbon-undelivered');
  const names = await readdir(folder);
  if (names.length !== 1 || join(folder, String(names[0])) !== file)
    throw new Error(`${file} is not the one file in ${folder}: ${names.join(' ')}`);
  const mode = (await stat(file)).mode & 0o777;
  // Windows has no such modes.
  if (process.platform !== 'win32' && mode !== 0o600) throw new Error(`${file} has mode ${mode.toString(8)}`);
  return readFile(file, 'utf8');
}

/** How long a file in the runner's folder stays. */
export const KEPT_UNTIL =
  'The runner empties that folder when the job ends. A cache that is saved before that carries it to the next run (README, "When Carbon is down").';

/** The message that so many lines are in the step's `undelivered-file`. */
export function describeKept({ outputs }: ActionRun, lines: number): string {
  const amount = `${lines} ${lines === 1 ? 'line' : 'lines'}`;
  return `What was not confirmed is kept for replay in ${outputs['undelivered-file']} (${amount}). ${KEPT_UNTIL}`;
}

/** Creates a folder with these files. */
export async function createWorkspace(files: Files): Promise<string> {
  const { path } = await createTempDir('workspace-');
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), content);
  }
  return path;
}

/** `count` names with the value 1, as a data file. */
export function makeJson(count: number): string {
  return JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, index) => [`m${index}`, 1])));
}

/** The commands in the messages of annotations: the runner writes their lines to the log. */
export function findHiddenCommands({ run }: StepRun): RunnerCommand[] {
  const shown = run.commands.filter(({ name }) => name !== 'add-mask');
  return shown.flatMap(({ data }) => [...parseCommands(data, 'stdout').commands]);
}

/** The job summary without its own markup. Any other markup remains. */
export function stripSummary(summary: string): string {
  return summary
    .replace(/^#### Metrics$/gm, '')
    .replace(/<\/?(?:p|b|br|h3|h4|sub|table|tr|th|td|code|details|summary)(?: align="right")?>/g, ' ');
}

// Checks what every step must satisfy for any input.
function checkStreams(run: ActionRun): void {
  const odd = run.commands.filter(
    ({ grammar, stream, hidden }) => grammar === 'v1' || stream === 'stderr' || hidden,
  );
  if (odd.length > 0) throw new Error(`commands of another kind: ${JSON.stringify(odd)}`);
  if (run.stderr !== '') throw new Error(`something on stderr: ${run.stderr}`);
  if (run.commandsStopped) throw new Error('commands were stopped and never started again');
  const files = JSON.stringify([run.env, run.paths]);
  if (files !== '[{},[]]') throw new Error(`something in the files: ${files}`);
  const unknown = Object.keys(run.state).filter(
    (name) => !/^(?:started-at-ms|sampler|inputs|input-[a-z-]+)$/.test(name),
  );
  if (unknown.length > 0) throw new Error(`something in the state: ${unknown.join(' ')}`);
  if (run.unknownInputs.length > 0) throw new Error(`unknown inputs: ${run.unknownInputs.join(' ')}`);
}
