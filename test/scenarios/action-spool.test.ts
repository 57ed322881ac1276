import { chmod, mkdir, readdir, readFile, realpath, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startServer } from '../support/faulty-server.ts';
import { findMountNamespace, needs } from '../support/needs.ts';
import { reservePorts } from '../support/ports.ts';
import { createTempDir } from '../support/temp-dir.ts';
import {
  act,
  createWorkspace,
  describeKept,
  makeJson,
  makeOutputs,
  readKept,
  runStep,
  type StepInputs,
} from './act.ts';

const metric = { metric: 'a', value: '1' };
const once = { retries: '0' };
const line = 'ci.octo-org.octo-repo.a 1 1700000000\n';

async function withNobody<T>(body: (inputs: StepInputs) => Promise<T>): Promise<T> {
  await using reserved = await reservePorts(1);
  return await body({ ...metric, ...once, server: `127.0.0.1:${reserved.ports[0]}` });
}

describe.concurrent('spool', () => {
  it('is a folder of the runner by default, and stays empty when everything was confirmed', async () => {
    const { run } = await act(metric);
    expect([run.outputs['undelivered'], run.outputs['undelivered-file']]).toEqual(['0', '']);
    expect(await readdir(run.tempDir)).not.toContain('carbon-undelivered');
  });

  it('can be another folder, also below the workspace', async () => {
    const { run } = await withNobody((inputs) => runStep({ ...inputs, spool: 'kept/here' }));
    // The step's current directory has no link in its path: on macOS, /var is /private/var.
    const folder = await realpath(join(run.workspace, 'kept', 'here'));
    const [name = ''] = await readdir(folder);
    expect(run.outputs).toMatchObject({ undelivered: '1', 'undelivered-file': join(folder, name) });
    expect(await readFile(join(folder, name), 'utf8')).toBe(line);
  });

  it("keeps nothing with ''", async () => {
    const { run, printed } = await withNobody((inputs) => runStep({ ...inputs, spool: '' }));
    expect(run.outputs).toMatchObject({ undelivered: '1', 'undelivered-file': '' });
    expect([run.exitCode, printed.length]).toEqual([1, 1]);
    expect(printed[0]).not.toContain('kept');
    expect(await readdir(run.tempDir)).not.toContain('carbon-undelivered');
  });

  it('keeps only those of several windows that were not confirmed', async () => {
    await using server = await startServer([
      { kind: 'closeAfterFin' },
      { kind: 'readThenHold' },
      { kind: 'resetOnAccept' },
    ]);
    const inputs = { server: `127.0.0.1:${server.port}`, ...once, timeout: '10', 'batch-size': '1' };
    const files = { 'm.json': makeJson(300) };
    const { run, printed } = await runStep({ ...inputs, 'data-file': 'm.json' }, { files });
    const lines = Array.from({ length: 300 }, (_, index) => `ci.octo-org.octo-repo.m${index} 1 1700000000\n`);
    expect(await readKept(run)).toBe(lines.slice(64).join(''));
    expect([run.exitCode, printed.length, printed[0]?.endsWith(describeKept(run, 236))]).toEqual([
      1,
      1,
      true,
    ]);
    expect(run.outputs).toMatchObject({ delivery: 'failed', lines: '128', undelivered: '236' });
  });

  it('accepts only a folder: a file or a link is one error, and nothing is sent', async () => {
    await using dir = await createTempDir();
    await writeFile(join(dir.path, 'file'), 'mine');
    await mkdir(join(dir.path, 'folder'));
    await symlink('folder', join(dir.path, 'link'), 'junction');
    for (const [name, what] of [
      ['file', 'a file'],
      ['link', 'a link'],
    ] as const) {
      const spool = join(dir.path, name);
      const { run, printed, connections, server } = await act({ ...metric, spool });
      expect([run.exitCode, connections, printed]).toEqual([
        1,
        0,
        [
          `error spool: it is a folder, not ${what}, got ${JSON.stringify(spool)}. ` +
            'Name a folder; it is created if it is missing. Nothing was sent.',
        ],
      ]);
      expect(run.outputs).toEqual(makeOutputs({ delivery: 'failed', server }));
    }
    expect(await readdir(join(dir.path, 'folder'))).toEqual([]);
  });
});

describe.concurrent('undelivered lines', () => {
  it('are sent by a later step, which deletes them', async () => {
    const kept = await withNobody((inputs) => runStep({ ...inputs, tags: 'os: linux' }));
    const file = kept.run.outputs['undelivered-file'] ?? '';
    const text = await readKept(kept.run);
    const { run, printed, lines } = await act({ replay: file });
    expect([run.exitCode, printed, lines]).toEqual([0, [], [text.trimEnd()]]);
    expect(text).toBe('ci.octo-org.octo-repo.a;os=linux 1 1700000000\n');
    await expect(readFile(file)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('stay in place when a later step cannot send them either', async () => {
    const kept = await withNobody((inputs) => runStep(inputs));
    const file = kept.run.outputs['undelivered-file'] ?? '';
    const again = await withNobody(({ server }) => runStep({ ...once, replay: file, server: server ?? '' }));
    expect([again.run.exitCode, again.printed.length]).toEqual([1, 1]);
    expect(again.run.outputs).toMatchObject({ delivery: 'failed', undelivered: '1', 'undelivered-file': '' });
    expect(await readKept(kept.run)).toBe(line);
  });

  it('stay in a file of the user', async () => {
    const cwd = await createWorkspace({ 'mine.txt': 'a 1 1600000000\n' });
    const { run } = await act({ replay: 'mine.txt' }, { cwd });
    expect([run.exitCode, await readdir(cwd)]).toEqual([0, ['mine.txt']]);
  });
});

/**
 * A program that replaces Node. It runs Node with the spool on a disk of 8 KB, and then lists the files on it. It uses
 * no shell, because some shells drop the variables of inputs whose name has a hyphen.
 */
function makeNodeOnSmallDisk(how: { spool: string; proof: string; unshare: readonly string[] }): string {
  return `#!${process.execPath}
const { spawnSync } = require('node:child_process');
const { readdirSync, writeFileSync } = require('node:fs');
const { spool, proof, unshare } = ${JSON.stringify(how)};
const run = (command, ...args) => {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) process.exitCode = status;
};
const [, script, ...args] = process.argv;
if (args[0] !== '--inside') run('unshare', ...unshare, process.execPath, script, '--inside', ...args);
else {
  run('mount', '-t', 'tmpfs', '-o', 'size=8k', 'tmpfs', spool);
  run(process.execPath, ...args.slice(1));
  writeFileSync(proof, readdirSync(spool).join('\\n'));
}
`;
}

// A minimal disk in a namespace that ends with the step.
describe.concurrent('a full disk', needs('mount namespaces'), () => {
  it('is reported together with the failed delivery, and no file looks complete', async () => {
    await using dir = await createTempDir();
    const node = join(dir.path, 'node');
    const spool = join(dir.path, 'spool');
    const proof = join(dir.path, 'left');
    await mkdir(spool);
    await writeFile(node, makeNodeOnSmallDisk({ spool, proof, unshare: findMountNamespace() ?? [] }));
    await chmod(node, 0o700);
    await using reserved = await reservePorts(1);
    const server = `127.0.0.1:${reserved.ports[0]}`;
    const { run, printed } = await runStep(
      { ...once, server, spool, 'data-file': 'm.json' },
      { node, files: { 'm.json': makeJson(2000) } },
    );
    expect(run.exitCode).toBe(1);
    // It is printed once, and no message claims that a file has everything.
    expect(printed).toEqual([
      expect.stringMatching(
        /^error Metrics were not delivered\. .+ refused the connection.+ could not be kept in ".+": ENOSPC: .+$/,
      ),
    ]);
    expect(printed[0]).not.toContain('is kept for replay');
    expect(run.outputs).toMatchObject({ delivery: 'failed', undelivered: '2000', 'undelivered-file': '' });
    expect(await readFile(proof, 'utf8')).toBe('');
  });
});
