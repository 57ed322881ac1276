import { describe, expect, it } from 'vitest';
import { act } from './act.ts';

const notice =
  'notice This job has a matrix, and every leg writes what this step names to the same paths: the last one to finish wins. Keep them apart ' +
  'with a matrix value in group, source or tags, such as source: ${{ github.repository }}/${{ matrix.os }}.';
const matrix = { os: 'ubuntu-24.04', node: 24 };

describe.concurrent('a matrix', () => {
  it.each([
    [{ data: 'a: 1' }],
    [{ metrics: 'a: 1' }],
    [{ metric: 'a', value: '1' }],
    [{ 'data-file': 'a.txt' }],
    [{ data: 'a: 1', replay: 'r.txt' }],
  ])('prints one notice when its legs overwrite each other: %j', async (inputs) => {
    const files = { 'a.txt': 'a 1', 'r.txt': 'r 1 1600000000\n' };
    const { run, printed, lines } = await act(inputs, { matrix, files });
    expect([run.exitCode, printed, lines[0]]).toEqual([0, [notice], 'ci.octo-org.octo-repo.a 1 1700000000']);
  });

  it.each([
    [{ data: 'a: 1', source: 'octo/app/ubuntu-24.04' }],
    [{ data: 'a: 1', group: 'ci.node24' }],
    [{ data: 'a: 1', tags: 'os: ubuntu-24.04' }],
    [{ metric: 'a.24', value: '1' }],
    [{ replay: 'r.txt' }],
  ])('prints nothing when legs are separate or send nothing of their own: %j', async (inputs) => {
    const { run, printed } = await act(inputs, { matrix, files: { 'r.txt': 'r 1 1600000000\n' } });
    expect([run.exitCode, printed]).toEqual([0, []]);
  });

  it.each([
    [{ coverage: true }, 'true', '"coverage"'],
    [{ lint: true, fast: false }, 'true-false', '"lint", "fast"'],
  ])('of only switches does not separate legs, which is one notice: %j', async (leg, words, keys) => {
    const { printed } = await act({ sizes: 'a: a.txt' }, { matrix: leg, files: { 'a.txt': 'x' } });
    expect(printed).toEqual([
      `notice {matrix} in the scope is "${words}", from the values of ${keys}; legs with equal values share their series. Write the key into the scope: {workflow}.{job}.lint-\${{ matrix.lint }}.`,
    ]);
  });

  it('whose values separate legs is a line in the log', async () => {
    const files = { 'a.txt': 'x' };
    const legs = [{ a: 1 }, { b: 1 }, { b: 1, c: [], d: null }];
    for (const leg of legs) {
      const { run, printed, lines } = await act({ sizes: 'a: a.txt' }, { matrix: leg, files });
      expect(printed).toEqual([]);
      expect(run.stdout).toContain(
        `{matrix} in the scope is "1", from the values of "${Object.keys(leg)[0]}"; `,
      );
      expect(lines[0]).toContain('.build.1.size.a.');
    }
    const scope = '{workflow}.{job}';
    const { run } = await act({ sizes: 'a: a.txt', scope }, { matrix: { a: true }, files });
    expect(run.stdout).not.toContain('{matrix}');
  });

  it('prints nothing in a dry run', async () => {
    const { run, printed } = await act({ data: 'a: 1', 'dry-run': 'true' }, { matrix });
    expect([run.exitCode, printed]).toEqual([0, [expect.stringMatching(/^stop-commands /)]]);
  });

  it('is absent in a job without one', async () => {
    const without = await act({ data: 'a: 1' });
    const empty = await act({ data: 'a: 1' }, { matrix: {} });
    expect([...without.printed, ...empty.printed]).toEqual([]);
  });

  it('may contain any value', async () => {
    const odd = {
      include: [{ a: '::error::x' }],
      empty: '',
      list: ['##[error]'],
      nothing: null,
      text: 'a\n::error::x',
    };
    const { run, printed } = await act({ data: 'a: 1' }, { matrix: odd });
    expect([run.exitCode, printed]).toEqual([0, [notice]]);
    const unreadable = await act({ data: 'a: 1', matrix: '{"os": ::error::x' });
    expect([unreadable.run.exitCode, unreadable.printed]).toEqual([0, []]);
  });
});
