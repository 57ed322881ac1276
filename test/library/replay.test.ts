import { rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { chmod, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { update } from '../../src/index.ts';
import type { Result } from '../../src/model/result.ts';
import type { WrittenOptions } from '../../src/options/options.ts';
import type { RunContext } from '../../src/options/run-context.ts';
import { type Behaviour, startServer } from '../support/faulty-server.ts';
import { publishWritten } from '../support/publish-written.ts';
import { createTempDir } from '../support/temp-dir.ts';

const spooled = 'undelivered-2026-01-31T12-00-00-000Z-0123abcd.txt';
const lines = Array.from({ length: 160 }, (_, index) => `m${index} 1.50 1600000000\n`);
const windows = lines.join('');
const isWindows = process.platform === 'win32';

interface Replayed {
  readonly outcome: Result | Error;
  /** The rest of the file, and its mode. */
  readonly left: string | undefined;
  readonly mode: number | undefined;
  readonly received: string;
}

/** A file, and its change after its first window was confirmed. */
interface Replaying {
  readonly name?: string;
  readonly text?: string;
  readonly dryRun?: boolean;
  readonly meanwhile?: string;
  readonly linkTo?: string;
}

/** Replays one file and returns its rest. */
async function replay(
  behaviours: readonly [Behaviour, ...Behaviour[]],
  { name = spooled, text = windows, dryRun = false, meanwhile, linkTo }: Replaying = {},
): Promise<Replayed> {
  await using server = await startServer(behaviours);
  await using dir = await createTempDir();
  const file = join(dir.path, name);
  await writeFile(file, text);
  const place = { server: server.host, port: server.port, retries: 0, confirmTimeout: 0.1, batchSize: 1 };
  const spool = join(dir.path, 'spool');
  const onProgress = (): void => {
    if (meanwhile !== undefined) writeFileSync(file, meanwhile);
    if (linkTo === undefined) return;
    unlinkSync(file);
    symlinkSync(linkTo, file);
  };
  const outcome = await publishWritten(
    { ...place, replay: file, spool, dryRun, onProgress },
    { face: 'library', nowMs: Date.now() },
  ).catch((error: unknown) => error as Error);
  const names = await readdir(dir.path);
  // Replayed lines stay in their file: the spool is not used for them.
  expect(names.filter((one) => one !== name)).toEqual([]);
  const isThere = names.includes(name);
  const left = isThere ? await readFile(file, 'utf8') : undefined;
  const mode = isThere ? (await stat(file)).mode & 0o777 : undefined;
  return { outcome, left, mode, received: server.text() };
}

describe('a file that the spool wrote', () => {
  it('is deleted once all its lines were confirmed', async () => {
    const { outcome, left, received } = await replay([{ kind: 'closeAfterFin' }]);
    expect(outcome).toMatchObject({ delivery: 'confirmed', lines: 160, attempts: 3, undelivered: 0 });
    expect([left, received]).toEqual([undefined, windows]);
  });

  const [closing, resetting, holding] = [
    { kind: 'closeAfterFin' },
    { kind: 'resetOnAccept' },
    { kind: 'readThenHold' },
  ] as const;
  const [first, second, third] = [lines.slice(0, 64), lines.slice(64, 128), lines.slice(128)];

  it.each<[string, readonly [Behaviour, ...Behaviour[]], readonly string[]]>([
    ['nothing of it was', [resetting], lines],
    ['its middle was not', [closing, holding, closing], second],
    ['its start was not', [holding, closing], first],
    ['its end was not', [closing, closing, resetting], third],
    ['it ended in the middle', [closing, resetting], [...second, ...third]],
    ['only the middle was', [holding, closing, resetting], [...first, ...third]],
    ['all of it was sent, but not confirmed', [holding], lines],
  ])(
    'keeps, byte for byte and only for its user, what was not confirmed when %s',
    async (_, behaviours, kept) => {
      const { outcome, left, mode } = await replay(behaviours);
      expect(left).toBe(kept.join(''));
      const result = outcome instanceof Error ? (outcome as Error & { result: Result }).result : outcome;
      expect(result.undelivered).toBe(kept.length);
      // Without a confirmed line the file is not touched.
      if (!isWindows && kept !== lines) expect(mode).toBe(0o600);
    },
  );

  it.each(['another file came in its place', 'it was cut', 'something was written in front of it'])(
    'is not touched when %s meanwhile',
    async (change) => {
      const texts: Readonly<Record<string, string>> = {
        'another file came in its place': windows.replaceAll('m', 'n'),
        'it was cut': windows.slice(0, 100),
        'something was written in front of it': `first 1 1600000000\n${windows}`,
      };
      const { outcome, left } = await replay([closing, resetting], { meanwhile: texts[change] ?? '' });
      expect(outcome).toMatchObject({ name: 'SendError' });
      expect(left).toBe(texts[change]);
    },
  );

  const added = 'last 1 1600000000\n';

  it('keeps lines that were added in the meantime', async () => {
    const { left } = await replay([closing, resetting], { meanwhile: windows + added });
    expect(left).toBe([...second, ...third, added].join(''));
  });

  it('keeps only those lines when all others were confirmed', async () => {
    const { outcome, left } = await replay([closing], { meanwhile: windows + added });
    expect([outcome, left]).toMatchObject([{ delivery: 'confirmed', lines: 160 }, added]);
  });

  it.each([
    ['was changed', windows.replaceAll('m', 'n')],
    ['was cut', windows.slice(0, 100)],
  ])(
    'is not deleted when it %s in the meantime, though all its former lines are confirmed',
    async (_, meanwhile) => {
      const { outcome, left } = await replay([closing], { meanwhile });
      expect([outcome, left]).toMatchObject([{ delivery: 'confirmed' }, meanwhile]);
    },
  );

  it('is not touched when it starts with a byte order mark, which is not sent', async () => {
    const text = `\ufeff${windows}`;
    const { left } = await replay([closing, resetting], { text });
    expect(left).toBe(text);
  });

  if (!isWindows) {
    it('is not written through a link that replaced it', async () => {
      await using dir = await createTempDir();
      const elsewhere = join(dir.path, 'elsewhere');
      await writeFile(elsewhere, windows);
      const { left } = await replay([closing, resetting], { linkTo: elsewhere });
      expect([left, await readFile(elsewhere, 'utf8')]).toEqual([windows, windows]);
    });
  }

  it('stays complete when a line is bad, and the error names its number', async () => {
    const text = `${windows}bad\n`;
    const { outcome, left } = await replay([{ kind: 'closeAfterFin' }], { text });
    expect(outcome).toMatchObject({ name: 'InputError' });
    expect(left).toBe(text);
  });

  it('is kept by a dry run', async () => {
    const { outcome, left, received } = await replay([{ kind: 'closeAfterFin' }], { dryRun: true });
    expect(outcome).toMatchObject({ delivery: 'dry-run', linesMade: 160 });
    expect([left, received]).toEqual([windows, '']);
  });

  it('is recognised when the program wrote it', async () => {
    await using broken = await startServer({ kind: 'resetOnAccept' });
    await using dir = await createTempDir();
    const options = { retries: 0, spool: dir.path, metric: 'a b', value: 0.1, tags: { t: 'x=y' } };
    await expect(update({ ...options, server: broken.host, port: broken.port })).rejects.toMatchObject({
      name: 'SendError',
    });
    const [name = ''] = await readdir(dir.path);
    const text = await readFile(join(dir.path, name), 'utf8');
    await using server = await startServer({ kind: 'closeAfterFin' });
    const result = await publishWritten(
      { server: server.host, port: server.port, replay: join(dir.path, '*.txt') },
      { face: 'library', nowMs: Date.now() },
    );
    expect(result).toMatchObject({ delivery: 'confirmed', lines: 1 });
    expect([server.text(), await readdir(dir.path)]).toEqual([text, []]);
  });
});

describe('of a replay that failed', () => {
  const [closing, resetting] = [{ kind: 'closeAfterFin' }, { kind: 'resetOnAccept' }] as const;

  it.each<[string, readonly [Behaviour, ...Behaviour[]], string, number]>([
    ['in its first window', [resetting], windows, 160],
    ['in its second', [closing, resetting], windows, 96],
    ['in its last', [closing, closing, resetting], windows, 32],
    ['before a line that is bad', [resetting], `${windows}bad\n`, 161],
    ['before a last line that is cut', [resetting], `${windows}m 1 16`, 161],
    ['before bytes that are no text', [resetting], `${windows}\0\r\n\n\n`, 163],
    ['in the middle, when a window was only sent', [{ kind: 'readThenHold' }, resetting], windows, 160],
  ])('counts every line that was not confirmed: %s', async (_, behaviours, text, undelivered) => {
    const { outcome, left } = await replay(behaviours, { text });
    // Faults of the rest are found when it is sent.
    expect(outcome).toMatchObject({ name: 'SendError', result: { delivery: 'failed', undelivered } });
    expect(left).toBe(
      text
        .split(/(?<=\n)/)
        .slice(-undelivered)
        .join(''),
    );
  });

  async function replayAll(
    options: WrittenOptions,
    { texts, stdin, behaviours }: { texts: string[]; stdin?: RunContext['stdin']; behaviours: Behaviour[] },
  ): Promise<Error & { result: Result }> {
    await using server = await startServer(behaviours as [Behaviour, ...Behaviour[]]);
    await using dir = await createTempDir();
    for (const [index, text] of texts.entries()) await writeFile(join(dir.path, `${index}.txt`), text);
    const files = texts.map((_, index) => join(dir.path, `${index}.txt`));
    const place = { server: server.host, port: server.port, retries: 0, batchSize: 1 };
    const context: Omit<RunContext, 'faults'> = {
      face: 'cli',
      nowMs: Date.now(),
      ...(stdin === undefined ? {} : { stdin }),
    };
    const error = await publishWritten({ ...place, replay: files, ...options }, context).catch(
      (reason) => reason,
    );
    expect(error).toMatchObject({ name: 'SendError' });
    return error;
  }

  it('counts the lines of the later files too', async () => {
    const texts = [windows, windows, 'bad\nbad\n', windows];
    const behaviours = [closing, closing, closing, closing, resetting];
    const { result } = await replayAll({}, { texts, behaviours });
    expect(result).toMatchObject({ attempts: 5, lines: 224, undelivered: 96 + 2 + 160 });
  });

  it('counts all of its lines when the metrics before it failed', async () => {
    const { result } = await replayAll({ data: { a: 1 } }, { texts: [windows], behaviours: [resetting] });
    expect(result).toMatchObject({ attempts: 1, undelivered: 161 });
  });

  it.each([
    ['that is read', 1, 160, 64],
    // More than one read takes. The run is stopped while it waits for the rest.
    ['that is not read yet', 500, 100_000, 32_000],
  ])('counts the rest when it is stopped, of a part %s', async (_, batchSize, count, sent) => {
    const text = Array.from({ length: count }, (__, index) => `m${index} 1.50 1600000000\n`).join('');
    const controller = new AbortController();
    const onProgress = (): void => controller.abort();
    const options = { signal: controller.signal, onProgress, batchSize };
    const { result } = await replayAll(options, { texts: [text, windows], behaviours: [closing] });
    expect(result).toMatchObject({ delivery: 'failed', lines: sent, undelivered: count - sent + 160 });
  });

  it('does not count the rest of standard input, which cannot be read twice', async () => {
    async function* chunks(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(windows);
    }
    const { result } = await replayAll(
      { replay: '-' },
      { texts: [], stdin: chunks(), behaviours: [resetting] },
    );
    expect(result).toMatchObject({ undelivered: 64 });
  });
});

describe('a file of the user', () => {
  it.each([
    'lines.txt',
    'undelivered.txt',
    'undelivered-notes.txt',
    'undelivered-2026-01-31.txt',
    `${spooled}.bak`,
    `my-${spooled}`,
    spooled.replace('0123abcd', 'mine'),
  ])('%s is left alone, though all its lines were confirmed', async (name) => {
    const { outcome, left } = await replay([{ kind: 'closeAfterFin' }], { name });
    expect(outcome).toMatchObject({ delivery: 'confirmed', lines: 160 });
    expect(left).toBe(windows);
  });
});

describe('a folder that several runs replay', () => {
  const names = [1, 2, 3].map((index) => `undelivered-2026-01-31T12-00-00-000Z-0000000${index}.txt`);

  it('gives a notice when another run has sent a file, and the next file is sent', async () => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    await using dir = await createTempDir();
    const [first = '', second = '', third = ''] = names.map((name) => join(dir.path, name));
    for (const file of [first, second, third])
      await writeFile(file, `${basename(file, '.txt')} 1 1600000000\n`);
    const onProgress = (): void => rmSync(second, { force: true });
    const result = await publishWritten(
      { server: server.host, port: server.port, replay: [first, second, third], onProgress },
      { face: 'library', nowMs: Date.now() },
    );
    expect(result).toMatchObject({ delivery: 'confirmed', lines: 2, warnings: [] });
    expect(result.notices).toEqual([`replay ${second}: the file no longer exists; another run has sent it.`]);
    expect(await readdir(dir.path)).toEqual([]);
  });

  it.skipIf(isWindows)('warns when confirmed lines cannot be removed', async () => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    await using dir = await createTempDir();
    const file = join(dir.path, spooled);
    await writeFile(file, 'a 1 1600000000\n');
    const isRoot = process.geteuid?.() === 0;
    // Root ignores permissions, so the test runs as another user, who can reach the folder.
    if (isRoot) await chmod(dirname(dir.path), 0o711);
    await chmod(dir.path, 0o555);
    if (isRoot) process.seteuid?.(65_534);
    try {
      const { delivery, warnings } = await publishWritten(
        { server: server.host, port: server.port, replay: file },
        { face: 'library', nowMs: Date.now() },
      );
      expect([delivery, warnings.length]).toEqual(['confirmed', 1]);
      expect(warnings[0]).toContain(
        `replay ${file}: confirmed lines are still in the file, and the next replay`,
      );
    } finally {
      if (isRoot) process.seteuid?.(0);
      await chmod(dir.path, 0o755);
    }
  });
});

it('leaves a large file unchanged and warns when the run is stopped', async () => {
  await using server = await startServer({ kind: 'closeAfterFin' });
  await using dir = await createTempDir();
  const file = join(dir.path, spooled);
  // More than one read takes.
  await writeFile(file, 'm 1 1600000000\n'.repeat(20_000));
  // The file is sparse, so no disk must store the part that is not read.
  await truncate(file, 300_000_000);
  const controller = new AbortController();
  const place = { server: server.host, port: server.port, replay: file, batchSize: 1, windowSize: 1 };
  const onProgress = (): void => controller.abort();
  const error = (await publishWritten(
    { ...place, signal: controller.signal, onProgress },
    { face: 'library', nowMs: Date.now() },
  ).catch((reason: unknown) => reason)) as Error & { result: Result };
  expect(error).toMatchObject({ code: 'ABORT_ERR', result: { lines: 1 } });
  expect(error.result.warnings).toEqual([
    expect.stringMatching(/confirmed lines are still in the file, .* the run was stopped/),
  ]);
  expect((await stat(file)).size).toBe(300_000_000);
});
