import { describe, expect, it } from 'vitest';
import { act, makeOutputs } from './act.ts';

const path = 'ci.octo-org.octo-repo.build.duration';

describe.concurrent('metric and value', () => {
  it.each([
    ['53', '53'],
    [' -4.50\n', '-4.5'],
    ['true', '1'],
  ])('sends %j as %s', async (value, sent) => {
    const { run, lines, printed, server, bytes } = await act({ metric: 'build.duration', value });
    expect({ exitCode: run.exitCode, lines, printed }).toEqual({
      exitCode: 0,
      lines: [`${path} ${sent} 1700000000`],
      printed: [],
    });
    expect(run.outputs).toEqual(
      makeOutputs({ batches: '1', lines: '1', bytes: String(bytes), delivery: 'confirmed', server }),
    );
  });

  it('writes a value as the shortest decimal of the same double', async () => {
    const values = [
      '-5',
      '+.5',
      '5.',
      '1e3',
      '1e21',
      '-0',
      'false',
      '0.1',
      '9007199254740993',
      '5e-324',
      ' 7 ',
    ];
    const data = JSON.stringify(Object.fromEntries(values.map((value, index) => [`k${index}`, value])));
    const { run, lines, printed } = await act({ data });
    expect([run.exitCode, printed]).toEqual([0, []]);
    expect(lines.map((line) => line.split(' ')[1])).toEqual([
      '-5',
      '0.5',
      '5',
      '1000',
      '1e+21',
      '0',
      '0',
      '0.1',
      '9007199254740992',
      '5e-324',
      '7',
    ]);
  });

  it('explains the usual cause of an empty value', async () => {
    const { run, lines, printed } = await act({ metric: 'build.duration', value: '' });
    expect({ exitCode: run.exitCode, lines, printed }).toEqual({
      exitCode: 1,
      lines: [],
      printed: [
        expect.stringMatching(
          /^error metric, "build\.duration": a value is .+, got ""\. .+ empty \$\{\{ }} expression is the usual cause: .+ Nothing was sent\.$/i,
        ),
      ],
    });
    expect(run.outputs).toMatchObject({ batches: '0', lines: '0', bytes: '0', delivery: 'failed' });
  });

  it('refuses every value that is not a number and names its key', async () => {
    const values = [
      'nan',
      '-Infinity',
      '1e999',
      '12abc',
      '1_000',
      '0x10',
      '~',
      'null',
      '1,5',
      '1 2',
      '--1',
      '.',
      '٣',
      'TRUE',
      '5 %',
      '',
    ];
    const data = JSON.stringify(Object.fromEntries(values.map((value, index) => [`k${index}`, value])));
    const { run, printed, connections } = await act({ data });
    expect([run.exitCode, connections, printed.length]).toEqual([1, 0, 1]);
    const [head, ...faults] = printed[0]?.split('\n') ?? [];
    expect(head).toBe(`error The input has ${values.length} faults. Nothing was sent.`);
    expect(faults).toEqual(
      values.map((value, index) =>
        expect.stringContaining(
          `- data, "k${index}": a value is exactly one finite decimal number, or true or false, got "${value}".`,
        ),
      ),
    );
  });

  it('refuses a value without a metric', async () => {
    const { run, printed } = await act({ value: '5', data: 'a: 1' });
    expect([run.exitCode, ...printed]).toEqual([
      1,
      'error value: a value needs a metric, got "5". Set metric to its name. Nothing was sent.',
    ]);
  });
});
