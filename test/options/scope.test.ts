import { describe, expect, test } from 'vitest';
import { parseMatrix } from '../../src/options/scope.ts';
import { listScalars } from '../../src/util/values.ts';
import { resolveScope } from './resolve-scope.ts';

const JOB = { workflow: 'ci', job: 'build', matrix: 'ubuntu-20' };

describe('the values of a matrix leg', () => {
  test.each([
    ['{"os":"linux","node":22,"lts":true}', ['linux', '22', 'true']],
    ['{"config":{"os":"linux","r":"release"}}', ['linux', 'release']],
    ['{"a":["x",{"b":["y",1]}],"c":"z"}', ['x', 'y', '1', 'z']],
    ['{"a":null,"b":"","c":[],"d":{},"e":[null,""]}', []],
    ['[["a"],{"b":"c"}]', ['a', 'c']],
    [`{"a":${'['.repeat(5000)}"x"${']'.repeat(5000)}}`, ['x']],
  ])('%.60s', (text, values) => {
    expect(listScalars(parseMatrix(text))).toEqual(values);
  });
});

describe('the scope', () => {
  test('is workflow, job and leg by default', async () => {
    for (const face of ['action', 'cli', 'library'] as const)
      expect(await resolveScope({}, { face, job: JOB })).toEqual({
        scope: 'ci.build.ubuntu-20',
        renames: [],
      });
  });

  test('leaves out parts that are unknown', async () => {
    expect((await resolveScope({}, { job: { ...JOB, matrix: '' } })).scope).toBe('ci.build');
    expect((await resolveScope({}, {})).scope).toBe('');
  });

  test('is empty on request', async () => {
    expect((await resolveScope({ scope: '' }, { job: JOB })).scope).toBe('');
  });

  test('a placeholder fills only a part of its node', async () => {
    const job = { workflow: 'a.b c', job: 'x\ny 1 2', matrix: 'é/{job}.é' };
    expect(await resolveScope({}, { job })).toEqual({ scope: 'a_b_c.x_y_1_2.e_job_e', renames: [] });
  });

  test('placeholders are replaced between other text', async () => {
    const { scope } = await resolveScope({ scope: 'nightly.{job}-x.{workflow}' }, { job: JOB });
    expect(scope).toBe('nightly.build-x.ci');
  });

  test.each(['{foo}', '{Job}', '{workflow', 'a.job}'])(
    'an unknown placeholder is an error: %s',
    async (scope) => {
      await expect(resolveScope({ scope }, { job: JOB })).rejects.toThrow(
        `scope: the words in braces are {workflow}, {job}, {matrix} and {path}, got "${scope}".`,
      );
    },
  );

  test('legs whose names lose a character stay different, and are reported', async () => {
    const of = async (matrix: string): Promise<string> =>
      (await resolveScope({}, { job: { ...JOB, matrix } })).scope;
    expect(await of('ubuntu-24.04-3.12')).toBe('ci.build.ubuntu-24_04-3_12');
    const legs = await Promise.all(['>=3.9', '<3.9', '构建', '测试', 'c++', 'c#'].map(of));
    expect(new Set(legs).size).toBe(6);
    for (const leg of legs) expect(leg).toMatch(/^ci\.build\.\w*_[0-9a-f]{6}$/);
    expect(await resolveScope({}, { job: { ...JOB, matrix: '<3.9' } })).toEqual({
      scope: legs[1],
      renames: [{ from: '<3.9', to: legs[1]?.slice('ci.build.'.length) }],
    });
    const allowed = await resolveScope({ extraCharacters: '<>=+' }, { job: { ...JOB, matrix: '>=3.9' } });
    expect(allowed).toEqual({ scope: 'ci.build.>=3_9', renames: [] });
  });

  test('a placeholder that the scope does not use is not reported', async () => {
    expect(await resolveScope({ scope: '{job}' }, { job: { ...JOB, matrix: '<3.9' } })).toEqual({
      scope: 'build',
      renames: [],
    });
  });

  test('a written scope that changes is reported', async () => {
    expect(await resolveScope({ scope: 'my scope.a' }, {})).toEqual({
      scope: 'my_scope.a',
      renames: [{ from: 'my scope.a', to: 'my_scope.a' }],
    });
  });

  test('a long placeholder is cut to a valid node; a written node may be too long', async () => {
    const job = { ...JOB, matrix: 'v'.repeat(5000) };
    expect((await resolveScope({}, { job })).scope).toMatch(/^ci\.build\.v{193}_[0-9a-f]{6}$/);
    await expect(resolveScope({ scope: 'v'.repeat(251) }, {})).rejects.toThrow(
      'scope: a node has at most 250 bytes',
    );
  });
});
