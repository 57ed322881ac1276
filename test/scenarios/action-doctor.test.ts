import { describe, expect, it } from 'vitest';
import { startReceiver } from '../../src/receiver/index.ts';
import { reservePorts } from '../support/ports.ts';
import { runStep } from './act.ts';

describe.concurrent('doctor: true', () => {
  it('prints a line per check and sends only the probe', async () => {
    await using receiver = await startReceiver();
    const server = `127.0.0.1:${receiver.port}`;
    const { run, printed } = await runStep({ server, metric: 'a', value: '1', doctor: 'true', group: 'g' });
    expect([run.exitCode, printed, run.outputs['delivery']]).toEqual([0, [], 'skipped']);
    expect(run.stdout).toMatch(/^✔ Line receiver: /m);
    expect(receiver.lines.map(({ text }) => text.split(' ', 1)[0])).toEqual(['g.carbon_action.probe']);
  });

  it('fails the step for a bad check, unless fail-on-error is false', async () => {
    await using reserved = await reservePorts(1);
    const inputs = { server: `127.0.0.1:${reserved.ports[0]}`, doctor: 'true' };
    const { run, printed } = await runStep(inputs);
    expect([run.exitCode, printed]).toEqual([1, [expect.stringMatching(/^error ✘ Connection: .* refused/)]]);
    const mild = await runStep({ ...inputs, 'fail-on-error': 'false' });
    expect([mild.run.exitCode, mild.printed]).toEqual([
      0,
      [expect.stringMatching(/^warning ✘ Connection: /)],
    ]);
  });

  it('does nothing in a pull request', async () => {
    await using receiver = await startReceiver();
    const { run, printed } = await runStep(
      { server: `127.0.0.1:${receiver.port}`, doctor: 'true' },
      { github: { event_name: 'pull_request', ref: 'refs/pull/1/merge' } },
    );
    expect([run.exitCode, printed]).toEqual([
      0,
      ['notice doctor does nothing in a pull request. Run it by hand, with workflow_dispatch.'],
    ]);
    expect(receiver.counts.connections).toBe(0);
  });

  it('has no dry run, because it stores a point', async () => {
    await using receiver = await startReceiver();
    const inputs = { server: `127.0.0.1:${receiver.port}`, doctor: 'true', 'dry-run': 'true' };
    const { run, printed } = await runStep(inputs);
    expect([run.exitCode, printed]).toEqual([
      1,
      [
        'error dry-run: doctor connects and stores a point, so it has no dry run. Leave it out. Nothing was checked.',
      ],
    ]);
    expect(receiver.counts.connections).toBe(0);
  });

  it('checks nothing when an input is wrong', async () => {
    const { run, printed } = await runStep({ server: 'http://carbon', doctor: 'true' });
    expect([run.exitCode, printed]).toEqual([
      1,
      [expect.stringMatching(/^error server: .* Nothing was checked\.$/)],
    ]);
  });
});
