import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { EOL } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { bareEnv, type ChildResult, finishChild, type RunningChild, startChild } from './child.ts';
import { parseCommands, type RunnerCommand } from './runner-commands.ts';
import { type Contexts, contextVariables, createContexts, type JobOptions } from './runner-contexts.ts';
import { evaluateTemplate } from './runner-expressions.ts';
import { type CommandFileContents, createCommandFiles, readCommandFiles } from './runner-files.ts';
import { createTempDir } from './temp-dir.ts';

/** A signal for the action, sent when its output matches or a promise resolves. */
export interface Kill {
  readonly signal: NodeJS.Signals;
  readonly after: RegExp | Promise<unknown>;
}

/** One use of the action: the step of the workflow and its environment. */
export interface ActionOptions extends JobOptions {
  /** The `with:` of the step, after its expressions. Other inputs get the default of action.yml. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** The `env:` of the step and the job. */
  readonly env?: Readonly<Record<string, string>>;
  /** The workspace, an empty directory by default. */
  readonly cwd?: string;
  /** The temporary folder of the job, if several steps share it. The default is a new one. */
  readonly tempDir?: string;
  /** A runner from before the files for commands, which has none of them. */
  readonly hasNoFiles?: boolean;
  /** Files that the runner names instead of its default files. */
  readonly commandFiles?: Readonly<Record<string, string>>;
  /** The folder of action.yml, by default the root of this checkout. */
  readonly actionDir?: string;
  /** The absolute path of another Node. */
  readonly node?: string;
  readonly kill?: Kill | readonly Kill[];
  readonly timeoutMs?: number;
}

/** Everything that the runner learns from one run of the action. */
export interface ActionRun extends ChildResult, CommandFileContents {
  readonly commands: readonly RunnerCommand[];
  /** The texts of the annotations, in order. */
  readonly annotations: {
    readonly notices: string[];
    readonly warnings: string[];
    readonly errors: string[];
  };
  readonly masks: readonly string[];
  /** Whether a stop-commands was never ended by its token. */
  readonly commandsStopped: boolean;
  /** The inputs that action.yml does not declare: the runner only warns about them. */
  readonly unknownInputs: readonly string[];
  readonly workspace: string;
  readonly tempDir: string;
  readonly options: ActionOptions;
}

interface Manifest {
  readonly inputs: ReadonlyMap<string, string>;
  readonly scripts: { readonly main: string; readonly post?: string };
}

const checkout = fileURLToPath(new URL('../..', import.meta.url));

/** Runs the main script of the action as the GitHub runner does. */
export async function runAction(options: ActionOptions): Promise<ActionRun> {
  const { path } = await createTempDir('step-');
  const workspace = options.cwd ?? join(path, 'workspace');
  const tempDir = options.tempDir ?? join(path, 'temp');
  for (const directory of [workspace, tempDir]) await mkdir(directory, { recursive: true });
  return runScript('main', { options, workspace, tempDir, state: {} });
}

/** Runs the post script of a run: same job, same directories, its saved state. Inputs are evaluated again. */
export function runPost(run: ActionRun, changes: Partial<ActionOptions> = {}): Promise<ActionRun> {
  const { kill: _, ...options } = run.options;
  const { workspace, tempDir, state } = run;
  return runScript('post', { options: { ...options, ...changes }, workspace, tempDir, state });
}

async function runScript(
  stage: 'main' | 'post',
  job: {
    readonly options: ActionOptions;
    readonly workspace: string;
    readonly tempDir: string;
    readonly state: Readonly<Record<string, string>>;
  },
): Promise<ActionRun> {
  const { options, workspace, tempDir, state } = job;
  const { actionDir = checkout, node = process.execPath, inputs = {}, env = {}, event = {} } = options;
  const eventPath = join(tempDir, 'event.json');
  await writeFile(eventPath, JSON.stringify(event));
  const files = await createCommandFiles(tempDir);
  const contexts = createContexts(options, { workspace, tempDir, eventPath });
  const manifest = await readManifest(actionDir);
  const script = manifest.scripts[stage];
  if (script === undefined) throw new Error(`action.yml has no ${stage} script`);

  const child = startChild({
    command: node,
    args: [join(actionDir, script)],
    cwd: workspace,
    env: {
      ...bareEnv(),
      CI: 'true',
      ...env,
      ...Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])),
      ...inputVariables({ inputs, manifest, contexts }),
      ...contextVariables(contexts),
      ...(options.hasNoFiles === true ? {} : files),
      ...options.commandFiles,
      GITHUB_ACTIONS: 'true',
    },
  });
  const kills = options.kill === undefined ? [] : [options.kill].flat();
  const [result] = await Promise.all([
    finishChild(child, options.timeoutMs),
    ...kills.map((one) => send(one, child)),
  ]);
  // The runner reads lines, and those of Windows end with a carriage return too.
  const stdout = result.stdout.replaceAll(EOL, '\n');
  const stderr = result.stderr.replaceAll(EOL, '\n');
  const streams = [parseCommands(stdout, 'stdout'), parseCommands(stderr, 'stderr')];
  const commands = streams.flatMap((stream) => stream.commands);
  const dataOf = (name: string): string[] =>
    commands.filter((one) => one.name === name).map(({ data }) => data);
  return {
    ...result,
    stdout,
    stderr,
    ...(await readCommandFiles(files)),
    commands,
    annotations: { notices: dataOf('notice'), warnings: dataOf('warning'), errors: dataOf('error') },
    masks: dataOf('add-mask'),
    commandsStopped: streams.some(({ stopped }) => stopped),
    unknownInputs: Object.keys(inputs).filter((name) => !manifest.inputs.has(name.toLowerCase())),
    workspace,
    tempDir,
    options,
  };
}

async function readManifest(actionDir: string): Promise<Manifest> {
  const manifest = parse(await readFile(join(actionDir, 'action.yml'), 'utf8')) as {
    inputs?: Record<string, { default?: unknown } | null>;
    runs: { using: string; main: string; post?: string };
  };
  if (!/^node\d+$/.test(manifest.runs.using)) throw new Error(`not a node action: ${manifest.runs.using}`);
  const declared = Object.entries(manifest.inputs ?? {});
  return {
    inputs: new Map(declared.map(([name, input]) => [name.toLowerCase(), String(input?.default ?? '')])),
    scripts: manifest.runs,
  };
}

// The runner does not enforce `required`, so the action must.
function inputVariables({
  inputs,
  manifest,
  contexts,
}: {
  readonly inputs: Readonly<Record<string, string>>;
  readonly manifest: Manifest;
  readonly contexts: Contexts;
}): Record<string, string> {
  const values = new Map(
    [...manifest.inputs].map(([name, text]) => [name, evaluateTemplate(text, contexts)]),
  );
  for (const [name, value] of Object.entries(inputs)) values.set(name.toLowerCase(), value);
  return Object.fromEntries(
    [...values].map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
  );
}

async function send({ after, signal }: Kill, child: RunningChild): Promise<void> {
  // A run that ends before its moment is judged by its result.
  const moment = after instanceof RegExp ? child.waitForOutput(after, 50_000) : after;
  await Promise.race([moment.then(() => child.kill(signal)), child.exited]).catch(() => {});
}
