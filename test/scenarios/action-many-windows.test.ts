import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startServer } from '../support/faulty-server.ts';
import { createTempDir } from '../support/temp-dir.ts';
import { act, runStep } from './act.ts';

const INPUTS = { 'data-file': 'm.txt', group: '', source: '' };

const makeLine = (index: number): string => `many.m${index} ${index}`;
const makeLines = (count: number): string[] => Array.from({ length: count }, (_, index) => makeLine(index));
const toFiles = (lines: readonly string[]) => ({ 'm.txt': `${lines.join('\n')}\n` });
/** The system's temporary folder, under the variable of each system. */
const withTemp = (folder: string) => ({ TMPDIR: folder, TEMP: folder, TMP: folder });

describe.concurrent('checked input that needs several connections', () => {
  it.each(['a folder', 'no folder'])(
    'arrives whole and in order with %s for pending lines, and leaves no file',
    async (kind) => {
      await using dir = await createTempDir();
      const temp = kind === 'a folder' ? dir.path : join(dir.path, 'missing');
      const lines = makeLines(70_500);
      const story = await act(INPUTS, { files: toFiles(lines), env: withTemp(temp) });
      expect([story.run.exitCode, story.printed, story.connections]).toEqual([0, [], 3]);
      expect(story.lines).toEqual(lines.map((line) => `${line} 1700000000`));
      expect(story.run.outputs).toMatchObject({ delivery: 'confirmed', batches: '141', lines: '70500' });
      expect(await readdir(dir.path)).toEqual([]);
    },
  );

  it('is kept completely when the first connection fails', async () => {
    await using dir = await createTempDir();
    await using server = await startServer({ kind: 'resetOnAccept' });
    const lines = makeLines(33_000);
    const to = { server: `${server.host}:${server.port}`, retries: '0' };
    const { run } = await runStep({ ...INPUTS, ...to }, { files: toFiles(lines), env: withTemp(dir.path) });
    expect([run.exitCode, run.outputs['undelivered'], server.connections()]).toEqual([1, '33000', 1]);
    expect(await readdir(dir.path)).toEqual([]);
  });

  // Windows removes the name of an open file too, but this was not tested.
  it.skipIf(process.platform === 'win32')('leaves nothing on disk when the process is killed', async () => {
    await using dir = await createTempDir();
    await using server = await startServer({ kind: 'readThenHold' });
    const kill = { signal: 'SIGKILL', after: server.waitForConnections(1) } as const;
    const { run } = await runStep(
      { ...INPUTS, server: `${server.host}:${server.port}` },
      { files: toFiles(makeLines(33_000)), env: withTemp(dir.path), kill },
    );
    expect([run.signal, await readdir(dir.path)]).toEqual(['SIGKILL', []]);
  });

  it.each([
    ['x 1', 'many.m5 1', 'the same path and timestamp are given twice: "many.m5" is "many.m5" at 1700000000'],
    ['x 1 99', 'x 2 99', 'the same path and timestamp are given twice: "x" is "x" at 99'],
    ['m_5 1', 'm/5 1', 'two names become one path: "m_5" and "m/5" are both "m_5"'],
    ['m_5 1 99', 'm/5 1', 'two names become one path: "m_5" and "m/5" are both "m_5"'],
    ['a/b 1', 'a_b 1', 'two names become one path: "a/b" and "a_b" are both "a_b"'],
    ['a/b 1', 'a:b 1', undefined],
  ])('is separated in all lines: %j and, 33,000 lines later, %j', async (first, last, printed) => {
    const { run, lines } = await act(INPUTS, { files: toFiles([first, ...makeLines(33_000), last]) });
    expect(run.annotations.errors).toEqual(
      printed === undefined ? [] : [expect.stringContaining(`data-file m.txt, line 33002, `)],
    );
    expect(run.annotations.errors.join()).toContain(printed ?? '');
    expect(lines).toHaveLength(printed === undefined ? 33_002 : 0);
  });
});
