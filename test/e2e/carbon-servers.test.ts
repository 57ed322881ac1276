import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bulkUpdate, update } from '../../src/index.ts';
import { CARBON_SERVERS } from '../support/carbon-servers.ts';
import { runCli } from '../support/cli.ts';
import { needs } from '../support/needs.ts';
import { runAction } from '../support/runner.ts';
import { createTempDir } from '../support/temp-dir.ts';
import { expectStored, formatNumber, makeSamples, toJson, toLines, toYaml } from './samples.ts';

const [first] = makeSamples(1);
if (first === undefined) throw new Error('no sample');
const one = { metric: first.metric, value: formatNumber(first.value), timestamp: String(first.timestamp) };

for (const { name, needed, start } of CARBON_SERVERS)
  describe(`the action and ${name}`, needs(...needed), () => {
    it.each([
      [1, 1],
      [500, 1],
      [501, 2],
      [50_000, 100],
    ])('%d metrics', async (count, batches) => {
      await using cache = await start();
      await using dir = await createTempDir();
      const samples = makeSamples(count);
      await writeFile(join(dir.path, 'lines.txt'), toLines(samples));
      const what =
        count === 1 ? one : count < 1000 ? { data: toYaml(samples) } : { 'data-file': 'lines.txt' };
      const run = await runAction({
        cwd: dir.path,
        inputs: { server: cache.host, port: String(cache.linePort), ...what },
        github: { repository: 'acme/app.js' },
      });
      expect(run).toMatchObject({ exitCode: 0, stderr: '', annotations: { warnings: [], errors: [] } });
      expect(run.outputs).toMatchObject({
        delivery: 'confirmed',
        lines: String(count),
        batches: String(batches),
        server: `${cache.host}:${cache.linePort}`,
      });
      await expectStored(cache, 'ci.acme.app_js', samples);
    });
  });

for (const { name, needed, start } of CARBON_SERVERS)
  describe(`the command line and ${name}`, needs(...needed), () => {
    it.each([
      [1, 1, '-m'],
      [500, 1, '--data'],
      [501, 2, '--data'],
      [501, 2, '--file'],
      [50_000, 100, '--data'],
      [50_000, 100, '--file'],
    ])('%d metrics in %d batches by %s', async (count, batches, option) => {
      await using cache = await start();
      const samples = makeSamples(count);
      const where = ['-c', `${cache.host}:${cache.linePort}`, '-s', 'web1', '--json'];
      const what = count === 1 ? ['-m', one.metric, '-v', one.value, '-t', one.timestamp] : [option, '-'];
      const stdin = option === '--data' ? toJson(samples) : toLines(samples);
      const run = await runCli([...where, ...what], { stdin });
      expect(run).toMatchObject({ exitCode: 0, stderr: '' });
      expect(JSON.parse(run.stdout)).toMatchObject({
        delivery: 'confirmed',
        evidence: 'kernel',
        lines: count,
        batches,
      });
      await expectStored(cache, 'systems.web1', samples);
    });
  });

for (const { name, needed, start } of CARBON_SERVERS)
  describe(`the library and ${name}`, needs(...needed), () => {
    it('1 metric', async () => {
      await using cache = await start();
      const place = { server: cache.host, port: cache.linePort, group: 'g', source: 's' };
      expect(await update({ ...place, ...first })).toMatchObject({
        delivery: 'confirmed',
        evidence: 'kernel',
      });
      await expectStored(cache, 'g.s', [first]);
    });

    it.each([
      [500, 1, 'array'],
      [501, 2, 'array'],
      [501, 2, 'async iterable'],
      [50_000, 100, 'array'],
      [50_000, 100, 'iterable'],
    ])('%d metrics in %d batches from an %s', async (count, batches, kind) => {
      await using cache = await start();
      const samples = makeSamples(count);
      async function* later(): AsyncGenerator<(typeof samples)[number]> {
        yield* samples;
      }
      const place = { server: cache.host, port: cache.linePort, group: 'g', source: 's' };
      const data = kind === 'array' ? samples : kind === 'iterable' ? samples.values() : later();
      expect(await bulkUpdate({ ...place, data })).toMatchObject({
        delivery: 'confirmed',
        evidence: 'kernel',
        lines: count,
        batches,
      });
      await expectStored(cache, 'g.s', samples);
    });
  });
