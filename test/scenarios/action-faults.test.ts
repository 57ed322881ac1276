import { describe, expect, it } from 'vitest';
import { act } from './act.ts';

// Rule print.one-annotation: there is one annotation for each kind of finding.
describe.concurrent('faults (print.one-annotation)', () => {
  it('are one error for all inputs', async () => {
    const { run, printed, connections } = await act(
      {
        server: 'http://carbon',
        port: '0',
        metric: 'a',
        value: '',
        data: 'b: x',
        metrics: 'c: 1',
        'data-file': 'lines.txt\nmissing.txt',
        'data-format': 'csv',
        'if-no-files-found': 'perhaps',
        tags: 'name: x',
        timestamp: 'now',
        'extra-characters': '*',
        'batch-size': '0',
        timeout: 'never',
        'fail-on-error': '1',
        'dry-run': 'no',
        summary: 'off',
      },
      { files: { 'lines.txt': 'alone\n' } },
    );
    expect([run.exitCode, connections, printed.length]).toEqual([1, 0, 1]);
    const [head, ...faults] = printed[0]?.split('\n') ?? [];
    expect(head).toBe('error The input has 17 faults. Nothing was sent.');
    expect(faults.map((fault) => /^- ([^:]+):/.exec(fault)?.[1]).sort()).toEqual([
      'batch-size',
      'data, "b"',
      'data-file',
      'data-file lines.txt, line 1',
      'data-format',
      'dry-run',
      'extra-characters',
      'fail-on-error',
      'if-no-files-found',
      'metric, "a"',
      'metrics',
      'port',
      'server',
      'summary',
      'tags, tag "name"',
      'timeout',
      'timestamp',
    ]);
  });

  it.each([
    ['if-no-files-found', 'warning'],
    ['on-bad-report', 'ignore'],
    ['junit-suites', 'yes'],
    ['follow-symbolic-links', '1'],
    ['runner-metrics-slot', '0'],
    ['graphite-url', 'graphite'],
  ])('of %s fail a step that names a metric and sends at the end of the job', async (name, wrong) => {
    const inputs = { metric: 'a', value: '1', 'job-metrics': 'true', [name]: wrong };
    const { run, printed, connections } = await act(inputs);
    expect([run.exitCode, connections, printed]).toEqual([
      1,
      0,
      [expect.stringMatching(new RegExp(`^error ${name}: .*"${wrong}".* Nothing was sent\\.$`))],
    ]);
  });

  it('are all counted, and the first hundred are printed', async () => {
    const data = JSON.stringify(
      Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`k${index}`, 'x'])),
    );
    const { run, printed } = await act({ data });
    const lines = printed[0]?.split('\n') ?? [];
    expect([run.exitCode, printed.length, lines.length]).toEqual([1, 1, 102]);
    expect([lines[0], lines[101]]).toEqual([
      'error The input has 250 faults. Nothing was sent.',
      '- … and 150 more',
    ]);
    expect(lines[100]).toContain('- data, "k99":');
  });

  it('are printed with one notice of renames, one warning and one notice of the matrix', async () => {
    const inputs = {
      data: 'a b: 1\nc d: 2\ne: x\nf: y',
      'data-file': 'no*\nnone*',
      'if-no-files-found': 'warn',
    };
    const { run, printed } = await act(inputs, { matrix: { os: 'linux' } });
    expect([run.exitCode, ...printed.map((text) => text.split('\n')[0])]).toEqual([
      1,
      'notice 2 names were changed to what every receiver keeps: "a b" → a_b, "c d" → c_d.',
      'warning data-file: no file matches, got "no*". Paths are relative to the workspace.',
      expect.stringMatching(/^notice This job has a matrix/),
      'error The input has 2 faults. Nothing was sent.',
    ]);
    expect(printed[1]?.split('\n')).toHaveLength(2);
  });
});
