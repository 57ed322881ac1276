import { describe, expect, test } from 'vitest';
import { findJobNames } from '../../src/options/scope.ts';
import { resolveScope } from './resolve-scope.ts';

const JOB = { workflow: 'ci', job: 'build', matrix: 'ubuntu-20' };

describe('the names of a job', () => {
  test("the workflow is its file's base name", () => {
    const refs = {
      'octo-org/repo/.github/workflows/ci.yml@refs/heads/main': 'ci',
      'octo-org/repo/.github/workflows/build-and-test.yaml@refs/pull/1/merge': 'build-and-test',
      'octo-org/repo/.github/workflows/v1.2.yml@refs/heads/a@b/.github/workflows/x.yml@c': 'v1.2',
      '.github/workflows/ci.yml': 'ci',
    };
    for (const [workflowRef, workflow] of Object.entries(refs))
      expect(findJobNames({ workflowRef, workflow: 'Shown' })).toEqual({ workflow, job: '', matrix: '' });
  });

  test('its display name stands in where the reference names no file', () => {
    for (const workflowRef of [
      undefined,
      '',
      'dynamic/pages/pages-build-deployment@refs/heads/main',
      'o/r/dynamic/pages@refs/heads/x/.github/workflows/forged.yml',
    ])
      expect(findJobNames({ workflowRef, workflow: 'Pages' }).workflow).toBe('Pages');
  });

  test('the values of a leg are joined', () => {
    expect(findJobNames({ job: 'test', matrixValues: ['ubuntu-24.04', '', '20', 'true'] })).toEqual({
      workflow: '',
      job: 'test',
      matrix: 'ubuntu-24.04-20-true',
    });
  });
});

describe('the scope', () => {
  test('is workflow, job and leg where nothing else is asked for', async () => {
    for (const face of ['action', 'cli'] as const)
      expect(await resolveScope({}, { face, job: JOB })).toEqual({
        scope: 'ci.build.ubuntu-20',
        renames: [],
      });
  });

  test('is empty in the library where nothing else is asked for', async () => {
    expect(await resolveScope({}, { face: 'library', job: JOB })).toEqual({ scope: '', renames: [] });
  });

  test('what is not there leaves no node', async () => {
    expect((await resolveScope({}, { job: { ...JOB, matrix: '' } })).scope).toBe('ci.build');
    expect((await resolveScope({}, {})).scope).toBe('');
  });

  test('is left out on request', async () => {
    expect((await resolveScope({ scope: '' }, { job: JOB })).scope).toBe('');
  });

  test('a word is never more than a part of its node', async () => {
    const job = { workflow: 'a.b c', job: 'x\ny 1 2', matrix: 'é/{job}.é' };
    expect(await resolveScope({}, { job })).toEqual({ scope: 'a_b_c.x_y_1_2.e_job_e', renames: [] });
  });

  test('words stand beside what is written', async () => {
    const { scope } = await resolveScope({ scope: 'nightly.{job}-x.{workflow}' }, { job: JOB });
    expect(scope).toBe('nightly.build-x.ci');
  });

  test.each(['{foo}', '{Job}', '{workflow', 'a.job}'])('an unknown word is an error: %s', async (scope) => {
    await expect(resolveScope({ scope }, { job: JOB })).rejects.toThrow(
      `scope: what stands in braces is {workflow}, {job} or {matrix}, got "${scope}".`,
    );
  });

  test('a written one that changes is told', async () => {
    expect(await resolveScope({ scope: 'my scope.a' }, {})).toEqual({
      scope: 'my_scope.a',
      renames: [{ from: 'my scope.a', to: 'my_scope.a' }],
    });
  });

  test('a word of any length makes no node that is too long; a written node may be', async () => {
    const job = { ...JOB, matrix: 'v'.repeat(5000) };
    expect((await resolveScope({}, { job })).scope).toBe(`ci.build.${'v'.repeat(200)}`);
    await expect(resolveScope({ scope: 'v'.repeat(251) }, {})).rejects.toThrow(
      'scope: a node has at most 250 bytes',
    );
  });
});
