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
