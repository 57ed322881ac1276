import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startServer } from '../../support/faulty-server.ts';
import { reservePorts } from '../../support/ports.ts';
import { createTempDir } from '../../support/temp-dir.ts';
import { mountSmall } from '../network.ts';
import type { Observation, Section } from '../row.ts';
import { runStep } from '../step.ts';

/** A server without a listener, and a prepared spool. */
async function runWithSpool(
  prepare: (folder: string) => Promise<string>,
  inputs: Readonly<Record<string, string>> = {},
): Promise<Observation> {
  await using reserved = await reservePorts(1);
  const { path } = await createTempDir('spool-');
  const spool = await prepare(path);
  const step = await runStep({ server: `127.0.0.1:${reserved.ports[0]}`, spool, inputs });
  return step.observe([]);
}

const NOT_KEPT = 'yes: it reports that nothing could be kept';

/** Faults of the machine that sends. */
export const thisSide: Section = {
  title: 'This side',
  rows: [
    {
      fault: 'full disk for the spool',
      namespace: true,
      missing: NOT_KEPT,
      expected: { delivery: 'failed', message: /refused the connection.*could not be kept in .*ENOSPC/s },
      remark: 'Nothing listens either: both errors are reported together. No partial file is left.',
      run: async () => {
        let folder = '';
        const observed = await runWithSpool(async (path) => {
          await mountSmall(path, 'size=8k');
          folder = path;
          return path;
        });
        const left = await readdir(folder);
        if (left.length > 0) throw new Error(`the full disk still holds ${left.join(', ')}`);
        return observed;
      },
    },
    {
      fault: 'the disk for the spool becomes full during the run',
      namespace: true,
      exact: true,
      missing: 'yes: it reports how many could be kept',
      expected: {
        delivery: 'failed',
        message: /could not be kept in .*ENOSPC.*kept for replay in .+ \(320 lines\)/s,
      },
      remark:
        'A run of eight windows (`batch-size: 1`). The disk has room for five and a part of the sixth. The file contains only whole windows.',
      run: () =>
        runWithSpool(
          async (path) => {
            await mountSmall(path, 'size=8k');
            return path;
          },
          { 'batch-size': '1' },
        ),
    },
    {
      fault: 'unwritable spool',
      namespace: true,
      missing: NOT_KEPT,
      expected: { delivery: 'failed', message: /refused the connection.*could not be kept in .*EROFS/s },
      remark: 'A file system that is mounted read-only.',
      run: () =>
        runWithSpool(async (path) => {
          await mountSmall(path, 'ro');
          return path;
        }),
    },
    {
      fault: 'the disk for pending lines becomes full during the run',
      namespace: true,
      expected: { delivery: 'confirmed', message: /^$/ },
      remark:
        'Lines of several connections are pending in the temporary folder until all are checked (3,000 lines, `batch-size: 10`). It has room for the first of them; the others are pending in memory.',
      run: async () => {
        await using server = await startServer({ kind: 'closeAfterFin' });
        const { path } = await createTempDir('temp-');
        await mountSmall(path, 'size=32k');
        const to = { server: `127.0.0.1:${server.port}`, lines: 3000, inputs: { 'batch-size': '10' } };
        const step = await runStep({ ...to, env: { TMPDIR: path } });
        return step.observe(server.lines());
      },
    },
    {
      fault: 'the spool is a file',
      missing: 'yes: nothing was sent',
      expected: { delivery: 'failed', message: /spool: it is a folder, not a file.*Nothing was sent\./s },
      remark: 'Bad input is found before anything is sent.',
      run: () =>
        runWithSpool(async (path) => {
          await writeFile(join(path, 'file'), '');
          return join(path, 'file');
        }),
    },
    {
      fault: 'the spool is a link',
      missing: 'yes: nothing was sent',
      expected: { delivery: 'failed', message: /spool: it is a folder, not a link.*Nothing was sent\./s },
      remark: 'A link could redirect the kept lines to any place.',
      run: () =>
        runWithSpool(async (path) => {
          await mkdir(join(path, 'elsewhere'));
          await symlink(join(path, 'elsewhere'), join(path, 'link'));
          return join(path, 'link');
        }),
    },
    {
      fault: "the kernel's table of closed connections is full",
      namespace: true,
      expected: { delivery: 'confirmed', message: /its table is full \(net\.ipv4\.tcp_max_tw_buckets\)/ },
      remark:
        'As after many short connections of other programs, here by a limit of none. A missing row then proves nothing: the order of the closes decides, and a warning names the cause.',
      run: async () => {
        await writeFile('/proc/sys/net/ipv4/tcp_max_tw_buckets', '0');
        await using server = await startServer({ kind: 'closeAfterFin' });
        return (await runStep({ server: `127.0.0.1:${server.port}` })).observe(server.lines());
      },
    },
    {
      fault: 'cancelled job',
      expected: { delivery: 'failed', message: /Sending was stopped/ },
      remark: 'SIGINT while the step waits for a hanging receiver.',
      run: () => runCancelled('SIGINT'),
    },
    {
      fault: 'cancelled job, SIGTERM',
      expected: { delivery: 'failed', message: /Sending was stopped/ },
      remark: 'Only the second signal of the runner.',
      run: () => runCancelled('SIGTERM'),
    },
    {
      fault: 'cancelled between two attempts',
      attemptsVary: true,
      expected: { delivery: 'failed', message: /reset the connection|Sending was stopped/ },
      remark: 'SIGINT while the step waits for a retry.',
      run: async () => {
        await using server = await startServer({ kind: 'resetOnAccept' });
        const kill = { signal: 'SIGINT', after: server.waitForConnections(2) } as const;
        const inputs = { retries: '50', timeout: '40' };
        const step = await runStep({ server: `127.0.0.1:${server.port}`, inputs, kill });
        return step.observe(server.lines());
      },
    },
    {
      fault: 'killed outright (SIGKILL)',
      missing: '**nothing is reported or kept**',
      expected: { delivery: '', message: /^$/ },
      remark: 'What a runner does 10 s after it cancelled a job. No program can react to it.',
      run: () => runCancelled('SIGKILL'),
    },
  ],
};

async function runCancelled(signal: NodeJS.Signals): Promise<Observation> {
  await using server = await startServer({ kind: 'readThenHold' });
  const expectedBytes = 500 * 20;
  const kill = { signal, after: server.waitForBytes(expectedBytes) };
  const step = await runStep({ server: `127.0.0.1:${server.port}`, inputs: { timeout: '30' }, kill });
  return step.observe(server.lines());
}
