import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actJob, type Step, type StepInputs } from './act.ts';

/** Every file below a folder with its size and time of change, except the files of the runner. */
async function listFiles(folder: string): Promise<string[]> {
  const names = (await readdir(folder, { recursive: true })).filter(
    (name) => !/^(?:_runner_file_commands|event\.json)/.test(name),
  );
  const files = names.map(async (name) => {
    const { size, mtimeMs } = await stat(join(folder, name));
    return `${name} ${size} ${mtimeMs}`;
  });
  return (await Promise.all(files)).toSorted();
}

const fork = {
  github: { event_name: 'pull_request', repository: 'acme/app' },
  event: { pull_request: { head: { repo: { full_name: 'else/app' } } } },
};
const everything = { 'job-metrics': 'true', 'runner-metrics': 'true', 'github-token': 'ghs_of-this-test' };

const cases: ReadonlyArray<readonly [string, StepInputs, Step & { readonly exitCode?: number }]> = [
  ['sent its metrics', { data: 'a: 1' }, {}],
  [
    'explicitly named nothing for the end of the job',
    { data: 'a: 1', 'job-metrics': 'false', when: 'now' },
    {},
  ],
  ['had bad input', { data: 'a: x' }, { exitCode: 1 }],
  [
    'had bad input and work for the end of the job',
    { data: 'a: x', ...everything, retries: '-1' },
    { exitCode: 1 },
  ],
  ['did not know whether more was to come', { data: 'a: 1', 'job-metrics': 'yes' }, { exitCode: 1 }],
  ['had nothing to send', {}, { exitCode: 1 }],
  ['was not delivered', { server: '127.0.0.1:1', retries: '0', data: 'a: 1' }, { exitCode: 1 }],
  ['was a dry run', { data: 'a: 1', 'dry-run': 'true' }, {}],
  ['was skipped for a fork', { server: '', data: 'a: 1' }, fork],
  [
    'was skipped for a fork, whatever was to come',
    { server: '', data: 'a: 1', when: 'post', ...everything },
    fork,
  ],
];

describe.concurrent('the end of the job does nothing when the step', () => {
  it.each(cases)('%s', async (_, inputs, { exitCode = 0, ...step }) => {
    let before: string[] = [];
    const list = ({ workspace, tempDir }: { workspace: string; tempDir: string }): Promise<string[][]> =>
      Promise.all([workspace, tempDir].map(listFiles));
    const { main, post, postLines } = await actJob(inputs, {
      ...step,
      between: async ({ run }) => {
        before = (await list(run)).flat();
      },
    });
    expect([main.run.exitCode, main.run.state]).toEqual([exitCode, {}]);
    expect([post.run.exitCode, post.run.stdout, post.run.stderr]).toEqual([0, '', '']);
    expect([post.run.outputs, post.run.state, post.run.summary]).toEqual([{}, {}, '']);
    expect([postLines, (await list(post.run)).flat()]).toEqual([[], before]);
  });
});
