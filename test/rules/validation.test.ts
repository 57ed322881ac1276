import { expect, test } from 'vitest';
import { InputError } from '../../src/model/errors.ts';
import type { Result } from '../../src/model/result.ts';
import type { WrittenOptions } from '../../src/options/options.ts';
import type { MetricEntry } from '../../src/options/types.ts';
import { startReceiver } from '../../src/receiver/index.ts';
import { publishWritten } from '../support/publish-written.ts';
import { nameCase, type RuleCase, readCases } from './case-tables.ts';
import { NOW_MS, publishDry } from './publish-dry.ts';

/** A case that is sent to a receiver: `good` items, then one of them `again` or `bad` ones, in a list or a stream. */
interface ValidationCase extends RuleCase {
  readonly options?: WrittenOptions;
  readonly stream?: boolean;
  readonly good?: number;
  readonly bad?: number;
  readonly again?: boolean;
  readonly expect: {
    readonly faults: number;
    readonly kept?: number;
    /** Lines that the receiver got. */
    readonly sent: number;
    readonly message?: readonly string[];
    readonly result?: Partial<Result>;
  };
}

const cases = readCases<ValidationCase>(new URL('./validation.cases.json', import.meta.url));

function* makeItems({ good = 0, bad = 0, again = false }: ValidationCase): Generator<MetricEntry> {
  for (let index = 0; index < good; index += 1) yield [`good${index}`, index];
  if (again) yield ['good0', 0];
  for (let index = 0; index < bad; index += 1) yield [`bad${index}`, 'x'];
}

function toOptions(one: ValidationCase): WrittenOptions {
  if (one.good === undefined && one.bad === undefined) return one.options ?? {};
  return { ...one.options, data: one.stream ? makeItems(one) : [...makeItems(one)] };
}

test.each(cases.map((one) => [nameCase(one), one] as const))('%s', async (_, one) => {
  await using receiver = await startReceiver();
  const server = `${receiver.host}:${receiver.port}`;
  const sending = publishWritten(
    { server, source: '', ...toOptions(one) },
    { face: 'library', nowMs: NOW_MS },
  );
  const error = await sending.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const wanted = one.expect;
  expect(receiver.counts).toMatchObject({ lines: wanted.sent, badLines: 0 });
  if (wanted.faults === 0) {
    expect(error).toBeUndefined();
    return;
  }
  if (!(error instanceof InputError)) throw error;
  expect(error.count).toBe(wanted.faults);
  expect(error.faults).toHaveLength(wanted.kept ?? wanted.faults);
  for (const part of wanted.message ?? []) expect(error.message).toContain(part);
  expect(error.result).toMatchObject({ delivery: 'failed', lines: wanted.sent, ...wanted.result });
});

test('a stream that cannot be read further reports what was sent', async () => {
  await using receiver = await startReceiver();
  async function* read(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(Array.from({ length: 70 }, (_, index) => `n${index} ${index}\n`).join(''));
    yield Buffer.from([0x61, 0xff, 0x0a]);
  }
  const sending = publishWritten(
    { server: `${receiver.host}:${receiver.port}`, source: '', file: '-', batchSize: 1 },
    { face: 'cli', nowMs: NOW_MS, stdin: read() },
  );
  await expect(sending).rejects.toMatchObject({ name: 'InputError', result: { lines: 64 } });
  await expect(sending).rejects.toThrow('not UTF-8');
  await expect(sending).rejects.not.toThrow('Nothing was sent.');
});

test('reports a renamed metric once, also in a stream of several windows', async () => {
  function* makePoints(): Generator<MetricEntry> {
    for (let timestamp = 1; timestamp <= 200; timestamp += 1) yield { metric: 'a b', value: 1, timestamp };
  }
  const { result } = await publishDry({ data: makePoints(), batchSize: 1 });
  expect(result?.renamed).toEqual([{ from: 'a b', to: 'a_b' }]);
});
