import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultOf, listOptions } from '../../options/options.ts';
import { onAbort } from '../../util/abort.ts';

/** The key of the job in its workflow, which is the scope of what the action collects. */
export const JOB_NAME = 'build';

/**
 * Runs the action's bundle as a GitHub runner does: inputs as variables, files for outputs and summary. The signal
 * ends it early. Returns the job summary; undefined if the step fails.
 */
export async function runStep(
  bundle: string,
  { inputs, signal }: { readonly inputs: Readonly<Record<string, string>>; readonly signal: AbortSignal },
): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'carbon-demo-'));
  try {
    const [output, summary] = ['output', 'summary'].map((name) => join(folder, name));
    if (output === undefined || summary === undefined) throw new Error('no folder');
    await Promise.all([writeFile(output, ''), writeFile(summary, '')]);
    const env = {
      ...toVariables(inputs),
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_OUTPUT: output,
      GITHUB_JOB: JOB_NAME,
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_RUN_ID: randomUUID(),
    };
    const exitCode = await run(bundle, { env, signal });
    return exitCode === 0 ? await readFile(summary, 'utf8') : undefined;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Sets every declared input as the runner does; the defaults' expressions have the values of a push. */
function toVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  const expressions: Readonly<Record<string, string>> = {
    '${{ github.repository }}': 'acme/shop',
    '${{ toJSON(matrix) }}': 'null',
    '${{ runner.temp }}/carbon-undelivered': '',
    '${{ job.status }}': 'success',
    '${{ job.check_run_id }}': '',
  };
  return Object.fromEntries(
    listOptions('action').map((row) => {
      const fallback = defaultOf(row, 'action') ?? '';
      return [`INPUT_${row.name.toUpperCase()}`, inputs[row.name] ?? expressions[fallback] ?? fallback];
    }),
  );
}

function run(
  bundle: string,
  { env, signal }: { env: NodeJS.ProcessEnv; signal: AbortSignal },
): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bundle], { env, stdio: 'ignore' });
    child.once('error', reject);
    onAbort(signal, () => child.kill('SIGTERM'));
    child.once('close', (exitCode) => resolve(exitCode));
  });
}
