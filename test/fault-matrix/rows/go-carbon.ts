import { globSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CarbonServer } from '../../support/carbon-server.ts';
import { startGoCarbon } from '../../support/go-carbon.ts';
import { mountSmall, slowDown, unmount } from '../network.ts';
import type { Observation, Section } from '../row.ts';
import { runStep } from '../step.ts';
import { readOnDisk } from '../stored.ts';
import { TCP, waitForState, waitUntil } from '../wait.ts';

/** The Python of carbon-cache reads the files of go-carbon, too. */
const PROGRAMS = ['go-carbon', 'carbon-cache'] as const;
/** Of the seconds that go-carbon's files keep. */
const recent = (): number => Math.floor(Date.now() / 1000) - 5;

/** Sends to a go-carbon that writes one file a second, and ends it once the first file is there. */
async function endAfterConfirmation(signal: NodeJS.Signals): Promise<Observation> {
  const config = { whisper: { 'max-updates-per-second': 1 } };
  await using server = await startGoCarbon({ onDisk: true, config });
  const step = await runStep({ server: `127.0.0.1:${server.linePort}`, timestamp: recent() });
  await waitUntil(() => readOnDisk(server, step.expected).length > 0, 'the first file was there');
  process.kill(server.pid, signal);
  return step.observe(readOnDisk(server, step.expected));
}

const nameOf = (line: string): string => line.split(' ')[0]?.replace('fault.', '') ?? '';

/** The series whose files are not empty. */
function listWritten({ whisperDir }: CarbonServer): string[] {
  const files = globSync('fault/*.wsp', { cwd: whisperDir });
  return files
    .filter((file) => statSync(join(whisperDir, file)).size > 0)
    .map((file) => basename(file, '.wsp'));
}

/** Carbon's protocol, by another program. */
export const goCarbon: Section = {
  title: 'go-carbon',
  note: 'It takes the same lines. At a SIGTERM it ends at once; only at a SIGUSR2, and with `[dump]` in its configuration, it saves what it has in memory.',
  rows: [
    {
      fault: 'go-carbon, SIGKILL before it has read',
      programs: PROGRAMS,
      expected: { delivery: 'failed', message: /reset the connection before everything was confirmed/ },
      remark: 'It was stopped, so all bytes were in the kernel; then it is killed.',
      run: async () => {
        await using server = await startGoCarbon();
        process.kill(server.pid, 'SIGSTOP');
        const step = runStep({ server: `127.0.0.1:${server.linePort}` });
        await waitForState({ localPort: server.linePort }, TCP.CLOSE_WAIT);
        process.kill(server.pid, 'SIGKILL');
        const end = await step;
        return end.observe(readOnDisk(server, end.expected));
      },
    },
    {
      fault: 'go-carbon, SIGTERM with bytes in flight',
      programs: PROGRAMS,
      namespace: true,
      expected: { delivery: 'failed', message: /not everything was acknowledged|reset the connection/ },
      remark: 'It ends at once, while our bytes still cross a slow link (tbf, 400 kbit/s).',
      run: async () => {
        await using server = await startGoCarbon();
        await slowDown('400kbit');
        const step = runStep({ server: `127.0.0.1:${server.linePort}`, lines: 4000 });
        await waitForState({ remotePort: server.linePort }, TCP.FIN_WAIT1);
        process.kill(server.pid, 'SIGTERM');
        const end = await step;
        return end.observe(readOnDisk(server, end.expected));
      },
    },
    {
      fault: 'go-carbon, SIGTERM after it confirmed',
      programs: PROGRAMS,
      expected: { delivery: 'confirmed', message: /^$/ },
      remark:
        'It ends at once and writes nothing more: what was in its memory is lost. Here it writes one file per second (`max-updates-per-second`).',
      run: () => endAfterConfirmation('SIGTERM'),
    },
    {
      fault: 'go-carbon, SIGKILL after it confirmed',
      programs: PROGRAMS,
      expected: { delivery: 'confirmed', message: /^$/ },
      remark: 'The same.',
      run: () => endAfterConfirmation('SIGKILL'),
    },
    {
      fault: 'go-carbon, its disk is full',
      programs: PROGRAMS,
      namespace: true,
      expected: { delivery: 'confirmed', message: /^$/ },
      remark:
        'It reads everything and writes the files that fit. For each other one it logs an error, leaves an empty file, and has the point in its memory until it ends. Use `verify: true`.',
      run: async () => {
        await using server = await startGoCarbon({ onDisk: true });
        await mountSmall(server.whisperDir, 'size=64k');
        const step = await runStep({ server: `127.0.0.1:${server.linePort}`, timestamp: recent() });
        await waitUntil(async () => {
          const refused = (await server.readLog()).match(/create new whisper file failed/g)?.length ?? 0;
          return refused > 0 && refused + listWritten(server).length === step.expected.length;
        }, 'go-carbon had written everything it writes');
        const written = new Set(listWritten(server));
        await unmount(server.whisperDir);
        return step.observe(step.expected.filter((line) => written.has(nameOf(line))));
      },
    },
  ],
};
