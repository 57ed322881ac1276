import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { type ActionRun, runAction, runPost } from '../support/runner.ts';

const ROOT = join(import.meta.dirname, '../..');

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

const workflow = parse(await readFile(join(ROOT, '.github/workflows/self.yml'), 'utf8')) as {
  readonly jobs: { readonly post: { readonly steps: readonly Step[] } };
};
const steps = workflow.jobs.post.steps.filter(({ uses = '' }) => uses.startsWith('./'));

/** Runs the main steps of the job in their order, without those that `isLeftOut` names. */
async function runMain(isLeftOut: (step: Step) => boolean = () => false): Promise<readonly ActionRun[]> {
  const outputs = new Map<string, string>();
  const runs: ActionRun[] = [];
  for (const step of steps.filter((one) => !isLeftOut(one))) {
    const inputs = Object.entries(step.with ?? {}).map(([name, value]) => [
      name,
      String(value).replace(/\$\{\{ steps\.(\S+) \}\}/g, (_, path: string) => outputs.get(path) ?? ''),
    ]);
    const run = await runAction({
      actionDir: join(ROOT, step.uses ?? ''),
      cwd: ROOT,
      inputs: Object.fromEntries(inputs),
    });
    expect([step.uses, run.exitCode, run.annotations.errors]).toEqual([step.uses, 0, []]);
    for (const [name, value] of Object.entries(run.outputs)) outputs.set(`${step.id}.outputs.${name}`, value);
    runs.push(run);
  }
  return runs;
}

/** Runs the post steps, as the runner does: the last step comes first. */
async function runEnd(runs: readonly ActionRun[], jobStatus: 'success' | 'failure'): Promise<ActionRun[]> {
  const ends: ActionRun[] = [];
  for (const run of runs.toReversed()) ends.unshift(await runPost(run, { jobStatus }));
  return ends;
}

it('starts the receiver first, so that its post step is the last', () => {
  expect(steps.map(({ uses }) => uses)).toEqual(['./.github/actions/graphite', './', './']);
});

it('finds every expected line at the end of the job, and a value that is as usual', async () => {
  const runs = await runMain();
  expect(runs[2]?.outputs).toMatchObject({ verdict: 'ok', delivery: 'confirmed' });
  const ends = await runEnd(runs, 'success');
  expect(ends.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
  expect(ends[0]?.stdout).toContain('Every expected line is there.');
});

it.each([
  ['the job failed', () => false, 'failure', 'self.the.check.end.job.success 1'],
  ['a step sent nothing', ({ id }: Step) => id === 'check', 'success', 'self.the.check.bundle_bytes 100'],
] as const)('fails the job where %s', async (_, isLeftOut, jobStatus, missing) => {
  const [end] = await runEnd(await runMain(isLeftOut), jobStatus);
  expect(end?.exitCode).toBe(1);
  expect(end?.annotations.errors).toContain(`The receiver did not get ${missing}`);
});
