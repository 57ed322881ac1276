import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ActionRun, type Kill, runAction } from '../support/runner.ts';
import { createTempDir } from '../support/temp-dir.ts';
import type { Observation } from './row.ts';

/** Epoch seconds of every line. */
export const AT = 1_700_000_000;

/** A step that sends to one server. */
export interface Step {
  readonly server: string;
  /** How many lines, 500 by default. */
  readonly lines?: number;
  /** Lines so long that no kernel takes all of them for a receiver that does not read. */
  readonly wide?: boolean;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly kill?: Kill | readonly Kill[];
  /** The spool, a new folder by default. */
  readonly spool?: string;
  readonly timestamp?: number;
  /** The absolute path of another Node. */
  readonly node?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A step that ended. */
export interface StepEnd {
  readonly run: ActionRun;
  readonly expected: readonly string[];
  /** The whole lines in the spool. */
  readonly spooled: readonly string[];
  /** The result for the lines, given what the receiver had in the end. */
  readonly observe: (received: readonly string[]) => Observation;
}

/** Lines as they are sent, each different from all others. */
export function makeLines({ lines = 500, wide = false, timestamp = AT }: Partial<Step>): string[] {
  const prefix = wide ? Array.from({ length: 8 }, () => 'n'.repeat(240)).join('.') : 'fault.m';
  return Array.from({ length: lines }, (_, index) => `${prefix}${index} ${index} ${timestamp}`);
}

/** Runs the built action with the lines in a file of its workspace. It does not retry by default. */
export async function runStep(step: Step): Promise<StepEnd> {
  const { server, inputs = {}, kill, node, env = {} } = step;
  const expected = makeLines(step);
  const { path: workspace } = await createTempDir('fault-');
  await writeFile(join(workspace, 'metrics.txt'), `${expected.join('\n')}\n`);
  const run = await runAction({
    cwd: workspace,
    env,
    inputs: {
      server,
      group: '',
      source: '',
      'data-file': 'metrics.txt',
      spool: step.spool ?? join(workspace, 'spool'),
      retries: '0',
      timeout: '20',
      ...inputs,
    },
    ...(kill === undefined ? {} : { kill }),
    ...(node === undefined ? {} : { node }),
  });
  const spooled = await readSpooled(run, expected);
  return {
    run,
    expected,
    spooled,
    observe: (received) => {
      const had = new Set(received);
      return {
        lines: expected.length,
        received: expected.filter((line) => had.has(line)).length,
        delivery: run.outputs['delivery'] ?? '',
        evidence: run.outputs['evidence'] ?? '',
        attempts: Number(run.outputs['attempts'] ?? 0),
        spooled: spooled.length,
        exitCode: run.exitCode,
        printed: formatAnnotations(run).replaceAll(server, 'HOST:PORT'),
      };
    },
  };
}

/** Reads the file that the step names. It must contain only whole lines of this run, and only its owner may read it. */
async function readSpooled(run: ActionRun, expected: readonly string[]): Promise<string[]> {
  const file = run.outputs['undelivered-file'] ?? '';
  if (file === '') return [];
  const text = await readFile(file, 'utf8');
  const { mode } = await stat(file);
  const lines = text.split('\n').slice(0, -1);
  const known = new Set(expected);
  const faults = [
    ...(text.endsWith('\n') ? [] : ['its last line is cut']),
    ...(lines.every((line) => known.has(line)) ? [] : ['it holds other lines']),
    ...(lines.length === countKept(run) ? [] : [`it holds ${lines.length} lines`]),
    ...((mode & 0o777) === 0o600 ? [] : [`its mode is ${mode.toString(8)}`]),
  ];
  if (faults.length > 0) {
    throw new Error(
      `the spooled file is wrong: ${faults.join(', ')}, undelivered=${run.outputs['undelivered']}`,
    );
  }
  return lines;
}

/** How many lines the step kept: all undelivered ones, unless it reports that some could not be kept. */
function countKept(run: ActionRun): number {
  const printed = formatAnnotations(run);
  if (!printed.includes('could not be kept')) return Number(run.outputs['undelivered']);
  return Number(/ \((\d+) lines\)\./.exec(printed)?.[1]);
}

function formatAnnotations({ annotations }: ActionRun): string {
  return [...annotations.errors, ...annotations.warnings].join('\n');
}
