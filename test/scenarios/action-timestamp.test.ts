import { describe, expect, it } from 'vitest';
import { act } from './act.ts';

const metric = { metric: 'a', value: '1' };

describe.concurrent('timestamp', () => {
  it.each([
    ['1', '1'],
    ['4294967295', '4294967295'],
    [' 1700000000.9 ', '1700000000'],
    ['1.7e9', '1700000000'],
    ['2023-11-14T22:13:20Z', '1700000000'],
    ['2023-11-14T22:13:20.999Z', '1700000000'],
    ['2023-11-14 23:13:20+01:00', '1700000000'],
    ['2023-11-14T17:13:20-0500', '1700000000'],
    ['2023-11-14T22:13Z', '1699999980'],
  ])('%j is %s', async (timestamp, seconds) => {
    const { run, lines, printed } = await act({ ...metric, timestamp });
    expect([run.exitCode, printed, lines]).toEqual([0, [], [`ci.octo-org.octo-repo.a 1 ${seconds}`]]);
  });

  it('is the current time by default, the same for all metrics of the step', async () => {
    const before = Math.floor(Date.now() / 1000);
    const { lines } = await act({ timestamp: '', data: 'a: 1\nb: 2', ...metric, metric: 'c' });
    const [first = 0, ...others] = lines.map((line) => Number(line.split(' ')[2]));
    expect(others).toEqual([first, first]);
    expect(first).toBeGreaterThanOrEqual(before);
    expect(first).toBeLessThanOrEqual(Date.now() / 1000);
  });

  it.each([
    ['1700000000000', 'It looks like milliseconds: divide by 1000.'],
    ['0', 'Leave the timestamp out for "now".'],
    ['-1', 'Leave the timestamp out for "now".'],
    ['4294967296', 'Leave the timestamp out for "now".'],
    ['2023-11-14T22:13:20', 'Add the zone, such as Z or +02:00.'],
    ['2023-02-30T00:00:00Z', ''],
    ['yesterday', 'Write it like 2026-01-31T12:00:00Z.'],
    ['1700000000 1', 'Write it like 2026-01-31T12:00:00Z.'],
  ])('%j is refused', async (timestamp, cure) => {
    const { run, printed, connections } = await act({ ...metric, timestamp });
    expect([run.exitCode, connections, printed.length]).toEqual([1, 0, 1]);
    expect(printed[0]).toContain(
      'error timestamp: a timestamp is epoch seconds from 1 to 4294967295, or ISO 8601 with a zone, ' +
        `got "${timestamp}". ${cure}`,
    );
  });
});
