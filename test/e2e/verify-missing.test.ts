import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/model/result.ts';
import type { WrittenOptions } from '../../src/options/options.ts';
import { startCarbonCache } from '../support/carbon-cache.ts';
import { type Behaviour, startServer } from '../support/faulty-server.ts';
import { startGraphiteWeb } from '../support/graphite-web.ts';
import { needs } from '../support/needs.ts';
import { publishWritten } from '../support/publish-written.ts';
import { createTempDir } from '../support/temp-dir.ts';

const now = Math.floor(Date.now() / 1000) - 5;

interface Missed {
  readonly result: Result;
  readonly message: string;
  /** The lines of each connection. */
  readonly texts: readonly string[];
  /** The content of the spool. */
  readonly kept: string | undefined;
}

/** Sends to a receiver that stores nothing, so a real Graphite does not show it. */
async function runMissing(
  behaviours: readonly [Behaviour, ...Behaviour[]],
  options: WrittenOptions,
  { stored = {} }: { readonly stored?: Readonly<Record<string, number>> } = {},
): Promise<Missed> {
  await using carbon = await startCarbonCache({ onDisk: true });
  if (Object.keys(stored).length > 0) {
    const other = { server: carbon.host, port: carbon.linePort, group: '', source: '', timestamp: now };
    await publishWritten({ ...other, data: stored }, { face: 'library', nowMs: Date.now() });
  }
  await using web = await startGraphiteWeb({ carbon });
  await using server = await startServer(behaviours);
  await using dir = await createTempDir();
  const place = { server: server.host, port: server.port, group: '', source: '', timestamp: now };
  const limits = { retries: 0, confirmTimeout: 0.1, verifyTimeout: 20 };
  const verify = { verify: true, graphiteUrl: String(web.url), spool: dir.path };
  const error = await publishWritten(
    { ...place, ...limits, ...verify, ...options },
    { face: 'library', nowMs: Date.now() },
  ).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: 'SendError', code: 'MISSING' });
  const { result, message } = error as Error & { result: Result };
  const file = result.undeliveredFile;
  return {
    result,
    message,
    texts: server.texts(),
    kept: file === undefined ? undefined : await readFile(file, 'utf8'),
  };
}

describe.concurrent('points that Graphite does not show', needs('graphite-manage', 'carbon-cache'), () => {
  it('are resent as the same bytes', async () => {
    await using dir = await createTempDir();
    const replay = join(dir.path, 'lines.txt');
    const text = `a.b 1.50 ${now}\na.c +1e3 ${now}\na.d;k=v 0012 ${now}\na.e 0.10000000000000000000001 ${now}\n`;
    await writeFile(replay, text);
    const { result, texts, kept } = await runMissing([{ kind: 'closeAfterFin' }], { replay });
    expect(texts.length).toBeGreaterThan(1);
    expect(new Set(texts)).toEqual(new Set([text]));
    expect(result).toMatchObject({ missing: 4, verified: 0, undelivered: 4 });
    // It is still in its own file.
    expect([kept, await readFile(replay, 'utf8')]).toEqual([undefined, text]);
  });

  const names = Array.from({ length: 160 }, (_, index) => [`m${index}`, index] as const);
  const lines = names.map(([name, value]) => `${name} ${value} ${now}\n`);

  it.each([
    ['confirmed', { kind: 'closeAfterFin' }],
    ['only sent', { kind: 'readThenHold' }],
  ] as const)('are counted and kept once when their window was %s', async (_, first) => {
    const { result, kept = '' } = await runMissing([first, { kind: 'closeAfterFin' }], {
      data: Object.fromEntries(names),
    });
    expect(result).toMatchObject({ missing: 160, verified: 0, undelivered: 160, kept: 160 });
    expect(kept.split(/(?<=\n)/).toSorted()).toEqual(lines.toSorted());
  });

  it('stop the windows after them, which are kept with them', async () => {
    const { result, kept, texts } = await runMissing([{ kind: 'closeAfterFin' }], {
      data: Object.fromEntries(names),
      batchSize: 1,
    });
    expect(result).toMatchObject({ lines: 64, missing: 64, verified: 0, undelivered: 160, kept: 160 });
    expect(kept).toBe(lines.join(''));
    expect(new Set(texts)).toEqual(new Set([lines.slice(0, 64).join('')]));
  });

  it('are counted once when a replayed file was only sent', async () => {
    await using dir = await createTempDir();
    const replay = join(dir.path, 'lines.txt');
    await writeFile(replay, `a.b 1.50 ${now}\n`);
    const { result } = await runMissing([{ kind: 'readThenHold' }], { replay });
    expect(result).toMatchObject({ missing: 1, undelivered: 1 });
  });

  it('are named with the value of another sender, and not resent over it', async () => {
    const { message, texts, result } = await runMissing(
      [{ kind: 'closeAfterFin' }],
      { metric: 'shared', value: 5 },
      { stored: { shared: 7 } },
    );
    expect(message).toContain('but Graphite shows another value of it: "shared" is 7, not 5. A storage slot');
    expect([texts.length, result.undelivered]).toEqual([1, 1]);
  });

  it('are reported as not resent when the resend failed', async () => {
    const { message, texts } = await runMissing([{ kind: 'closeAfterFin' }, { kind: 'resetOnAccept' }], {
      metric: 'a',
      value: 1,
    });
    expect(texts.length).toBeGreaterThan(1);
    expect(message).toMatch(
      /^Sent 1 metric to .+, but Graphite does not show it: "a"\. Sending again failed: .+ the connection/,
    );
  });
});
