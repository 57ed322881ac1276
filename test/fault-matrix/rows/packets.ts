import { startServer } from '../../support/faulty-server.ts';
import { onPackets } from '../network.ts';
import type { Observation, Section } from '../row.ts';
import { runStep, type Step } from '../step.ts';

/** A good receiver behind a bad network. `P` is replaced by its port. */
async function runBehind(rules: readonly string[], step: Partial<Step> = {}): Promise<Observation> {
  await using server = await startServer({ kind: 'closeAfterFin' });
  await onPackets(...rules.map((rule) => rule.replaceAll('P', String(server.port))));
  return (await runStep({ server: `127.0.0.1:${server.port}`, ...step })).observe(server.lines());
}

/** For rows that only the timeout ends. */
const SOON = { inputs: { timeout: '2' } } as const;
const NOT_CLOSED = /did not close in time, so it is unknown what it read/;

/** nftables drops packets. */
export const packets: Section = {
  title: 'Packets are lost',
  rows: [
    {
      fault: '10 % loss',
      namespace: true,
      expected: { delivery: 'confirmed', message: /^$/ },
      remark: 'TCP repairs the loss: slower, and just as certain.',
      run: () =>
        runBehind(
          ['numgen random mod 100 < 10 tcp dport P drop', 'numgen random mod 100 < 10 tcp sport P drop'],
          {
            lines: 20_000,
            inputs: { timeout: '40' },
          },
        ),
    },
    {
      fault: 'our FIN dropped',
      namespace: true,
      expected: { delivery: 'sent', message: NOT_CLOSED },
      remark: 'The receiver has everything and does not know that this was the end.',
      run: () => runBehind(['tcp dport P tcp flags & fin == fin drop'], SOON),
    },
    {
      fault: "the server's FIN dropped",
      namespace: true,
      expected: { delivery: 'sent', message: NOT_CLOSED },
      remark: 'The receiver has everything, but its close does not arrive.',
      run: () => runBehind(['tcp sport P tcp flags & fin == fin drop'], SOON),
    },
    {
      fault: 'black hole after the connection opened',
      namespace: true,
      expected: { delivery: 'sent', message: NOT_CLOSED },
      remark: 'Every packet with data is dropped. This machine still has all lines.',
      run: () => runBehind(['tcp dport P tcp flags & (psh | fin) != 0 drop'], SOON),
    },
    {
      fault: 'black hole mid-stream',
      namespace: true,
      expected: { delivery: 'failed', message: /Sending was not done within 2 s, the timeout/ },
      remark: 'Every packet is dropped after the first megabyte.',
      run: () => runBehind(['tcp dport P quota over 1 mbytes drop'], { ...SOON, lines: 6000, wide: true }),
    },
    {
      fault: 'a firewall resets mid-stream',
      namespace: true,
      expected: { delivery: 'failed', message: /reset the connection|closed the connection/ },
      remark: 'After the first megabyte.',
      run: () =>
        runBehind(['tcp dport P quota over 1 mbytes reject with tcp reset'], { lines: 6000, wide: true }),
    },
  ],
};
