import { describe, expect, it } from 'vitest';
import { act, makeJson, makeOutputs, runStep } from './act.ts';

// Rule print.stop-commands: exact lines are between ::stop-commands:: and a random token.
describe.concurrent('dry-run (print.stop-commands)', () => {
  it('prints the exact lines while commands are disabled, and sends nothing', async () => {
    const { run, printed, connections, server } = await act(
      {
        'dry-run': 'true',
        group: '',
        source: '',
        'extra-characters': '#',
        data: '"::error::x": 1\n"##": 2.50\n"::stop-commands::y": 3\n',
        tags: 'a: "##[error]z"',
        replay: 'r.txt',
      },
      { files: { 'r.txt': '::notice::r 1.50 1600000000\n' } },
    );
    const token = printed[0]?.replace('stop-commands ', '') ?? '';
    expect(token).toMatch(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect([run.exitCode, connections, printed.length]).toEqual([0, 0, 1]);
    expect(run.stdout).toBe(
      [
        `::stop-commands::${token}`,
        '::error::x;a=##[error]z 1 1700000000',
        '##;a=##[error]z 2.5 1700000000',
        '::stop-commands::y;a=##[error]z 3 1700000000',
        '::notice::r 1.50 1600000000',
        `::${token}::`,
        'Dry run: 4 lines made, nothing sent.',
        '',
      ].join('\n'),
    );
    expect(run.outputs).toEqual(makeOutputs({ delivery: 'dry-run', server }));
    const again = await act({ 'dry-run': 'true', metric: 'a', value: '1' });
    expect(again.printed[0]).not.toBe(printed[0]);
  });

  it('needs no server', async () => {
    const { run, printed } = await runStep({ 'dry-run': 'True', metric: 'a b', value: '1' });
    expect([run.exitCode, ...printed]).toEqual([
      0,
      expect.stringMatching(/^stop-commands /),
      'notice A name was changed to what every receiver keeps: "a b" → a_b.',
    ]);
    expect(run.stdout).toContain('\nci.octo-org.octo-repo.a_b 1 1700000000\n');
    expect(run.outputs).toEqual(makeOutputs({ delivery: 'dry-run' }));
  });

  it('prints all of many lines', async () => {
    const { run, printed } = await runStep(
      { 'dry-run': 'true', 'data-file': 'm.json' },
      { files: { 'm.json': makeJson(5000) } },
    );
    expect([run.exitCode, printed.length]).toEqual([0, 1]);
    expect(run.stdout.match(/^ci\.octo-org\.octo-repo\.m\d+ 1 1700000000$/gm)).toHaveLength(5000);
    expect(run.stdout).toContain('Dry run: 5000 lines made, nothing sent.\n');
  });

  it('enables commands again when a replay has a bad line', async () => {
    const { run, printed } = await runStep(
      { 'dry-run': 'true', metric: 'a', value: '1', replay: 'r.txt' },
      { files: { 'r.txt': '::error::x\n' } },
    );
    expect([run.exitCode, ...printed]).toEqual([
      1,
      expect.stringMatching(/^stop-commands /),
      expect.stringMatching(/^error replay r\.txt, line 1: .+, got "::error::x"\. /),
    ]);
  });

  it('reports the faults that a real run reports', async () => {
    const { run, printed } = await runStep({ 'dry-run': 'true', metric: 'a', value: 'x' });
    expect([run.exitCode, printed, run.outputs['delivery']]).toEqual([
      1,
      [expect.stringMatching(/^error metric, "a": a value is exactly one .+ Nothing was sent\.$/)],
      'failed',
    ]);
  });

  it('accepts only true and false', async () => {
    const { run, printed, connections } = await act({ 'dry-run': 'yes', metric: 'a', value: '1' });
    expect([run.exitCode, connections, ...printed]).toEqual([
      1,
      0,
      'error dry-run: must be true or false, got "yes". The default is false. Nothing was sent.',
    ]);
  });
});
