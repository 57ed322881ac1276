import { describe, expect, it } from 'vitest';
import { act, makeJson, makeOutputs } from './act.ts';

describe.concurrent('one run', () => {
  it('carries 1,234 metrics in 3 batches over one connection', async () => {
    const { run, lines, printed, server, bytes, connections } = await act(
      { 'data-file': 'm.json' },
      { files: { 'm.json': makeJson(1234) } },
    );
    expect([run.exitCode, printed, lines.length, connections]).toEqual([0, [], 1234, 1]);
    expect(new Set(lines).size).toBe(1234);
    expect(run.outputs).toEqual(
      makeOutputs({ batches: '3', lines: '1234', bytes: String(bytes), delivery: 'confirmed', server }),
    );
    expect(run.stdout).toBe(
      `Confirmed: 1234 metrics in 3 batches (${bytes} bytes); ${server} closed after reading everything. First path: ci.octo-org.octo-repo.m0\n`,
    );
  });

  it.each([
    ['1', 5, '5'],
    ['2', 5, '3'],
    ['5', 5, '1'],
    ['100000', 5, '1'],
    ['', 500, '1'],
    ['', 501, '2'],
  ])('with batch-size %j has %i metrics in %s batches', async (size, count, batches) => {
    const { run, printed, lines, connections } = await act(
      { 'data-file': 'm.json', 'batch-size': size },
      { files: { 'm.json': makeJson(count) } },
    );
    expect([run.exitCode, printed, lines.length, connections]).toEqual([0, [], count, 1]);
    expect(run.outputs).toMatchObject({ batches, lines: String(count), delivery: 'confirmed' });
  });

  it('refuses an invalid batch-size', async () => {
    const sizes = ['0', '100001', '-1', '1.5', 'many'];
    const stories = await Promise.all(
      sizes.map((size) => act({ metric: 'a', value: '1', 'batch-size': size })),
    );
    expect(stories.map(({ run, printed }) => [run.exitCode, ...printed])).toEqual(
      sizes.map((size) => [
        1,
        `error batch-size: must be a whole number from 1 to 100000, got "${size}". The default is 500. Nothing was sent.`,
      ]),
    );
  });

  it('carries 33,000 metrics in 66 batches and counts each once, over any number of connections', async () => {
    const { run, printed, lines, bytes } = await act(
      { 'data-file': 'm.json' },
      { files: { 'm.json': makeJson(33_000) } },
    );
    expect([run.exitCode, printed, new Set(lines).size]).toEqual([0, [], 33_000]);
    expect(run.outputs).toMatchObject({
      batches: '66',
      lines: '33000',
      bytes: String(bytes),
      delivery: 'confirmed',
      attempts: '2',
    });
  });

  it('combines metric, data and files', async () => {
    const { run, lines, printed, connections } = await act(
      { metric: 'm', value: '1', data: 'd: 2', 'data-file': '*.yml\n*.txt' },
      { files: { 'f.yml': 'f: 3', 'l.txt': 'l 4' } },
    );
    expect([run.exitCode, printed, connections]).toEqual([0, [], 1]);
    expect(lines).toEqual(
      ['m 1', 'd 2', 'f 3', 'l 4'].map((text) => `ci.octo-org.octo-repo.${text} 1700000000`),
    );
    expect(run.outputs).toMatchObject({ batches: '1', lines: '4' });
  });

  it('combines all of them with a replay in one result', async () => {
    const { run, lines, printed, bytes, server } = await act(
      { metrics: 'd: 2', replay: 'r.txt' },
      { files: { 'r.txt': 'old.a 1 1600000000\n' } },
    );
    expect([run.exitCode, printed]).toEqual([0, []]);
    expect(lines).toEqual(['ci.octo-org.octo-repo.d 2 1700000000', 'old.a 1 1600000000']);
    expect(run.outputs).toEqual(
      makeOutputs({
        batches: '2',
        lines: '2',
        bytes: String(bytes),
        delivery: 'confirmed',
        server,
        attempts: '2',
      }),
    );
  });

  it('reports a name that two of them give', async () => {
    const { run, printed, connections } = await act(
      { metric: 'a', value: '1', data: 'b: 2', 'data-file': 'f.txt' },
      { files: { 'f.txt': 'a 3\nb. 4\n' } },
    );
    expect([run.exitCode, connections, printed.length]).toEqual([1, 0, 2]);
    expect(printed[1]?.split('\n')).toEqual([
      'error The input has 2 faults. Nothing was sent.',
      '- data-file f.txt, line 1, "a": the same path and timestamp are given twice: "a" is "ci.octo-org.octo-repo.a" ' +
        'at 1700000000 both times. Keep one of them.',
      '- data-file f.txt, line 2, "b.": two names become one path: "b" and "b." are both "ci.octo-org.octo-repo.b". ' +
        'Rename one of them.',
    ]);
  });
});
