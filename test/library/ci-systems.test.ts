import { afterEach, beforeEach, expect, it } from 'vitest';
import { CarbonClient, InputError, report, update } from '../../src/index.ts';

const ENV = {
  GITLAB_CI: 'true',
  CI_PROJECT_PATH: 'acme/widgets',
  CI_COMMIT_BRANCH: 'fix',
  CI_DEFAULT_BRANCH: 'main',
  CI_JOB_NAME: 'test',
  CI_JOB_STATUS: 'success',
};
const added: Record<string, string> = { ...ENV, CARBON_DRY_RUN: 'true', CARBON_TIMESTAMP: '5' };

beforeEach(() => {
  Object.assign(process.env, added);
});
afterEach(() => {
  for (const name of [...Object.keys(added), 'CARBON_DATA', 'CARBON_RETRIES']) delete process.env[name];
});

const pathsOf = ({ points }: Awaited<ReturnType<typeof report>>): string[] =>
  points.map(({ path, value, timestamp }) => `${path} ${value} ${timestamp}`);

it('report sends what the CI system provides about the job, below its source, group and scope', async () => {
  expect(pathsOf(await report({}))).toEqual(
    ['success 1', 'failure 0', 'cancelled 0'].map((line) => `ci-branches.acme.widgets.test.job.${line} 5`),
  );
});

it('update sends only its metric, whatever else the environment names', async () => {
  process.env['CARBON_DATA'] = 'other: 1';
  const wanted = ['ci-branches.acme.widgets.a 1 5'];
  expect(pathsOf(await update({ metric: 'a', value: 1 }))).toEqual(wanted);
  expect(pathsOf(await new CarbonClient().update('a', 1))).toEqual(wanted);
  expect(pathsOf(await update({ metric: 'a', value: 1, group: 'g', source: '' }))).toEqual(['g.a 1 5']);
});

it('a wrong variable is a fault of the variable', async () => {
  process.env['CARBON_RETRIES'] = 'many';
  await expect(update({ metric: 'a', value: 1 })).rejects.toThrow(InputError);
  await expect(update({ metric: 'a', value: 1 })).rejects.toThrow(/^CARBON_RETRIES: must be a whole number/);
});
