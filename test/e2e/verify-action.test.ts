import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runStep } from '../scenarios/act.ts';
import { startCarbonCache } from '../support/carbon-cache.ts';
import type { CarbonServer } from '../support/carbon-server.ts';
import { runCli } from '../support/cli.ts';
import { startGraphiteWeb } from '../support/graphite-web.ts';
import { GRAPHITES } from '../support/graphites.ts';
import { needs } from '../support/needs.ts';
import { reservePorts } from '../support/ports.ts';

const now = Math.floor(Date.now() / 1000);
const serverOf = ({ host, linePort }: CarbonServer): string => `${host}:${linePort}`;
const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `new.n${index}`);

describe('verify', needs('graphite-manage', 'carbon-cache'), () => {
  it('gets more new series stored than Carbon creates in a minute', async () => {
    await using carbon = await startCarbonCache({ onDisk: true, config: { MAX_CREATES_PER_MINUTE: '60' } });
    await using web = await startGraphiteWeb({ carbon });
    const data = Object.fromEntries(names(80).map((name, index) => [name, index]));
    const { run, printed } = await runStep(
      {
        server: serverOf(carbon),
        'data-file': 'm.json',
        timestamp: String(now - 5),
        verify: 'true',
        'graphite-url': String(web.url),
        'verify-timeout': '50',
      },
      { files: { 'm.json': JSON.stringify(data) } },
    );
    expect([run.exitCode, printed]).toEqual([0, []]);
    expect(run.stdout).toContain('closed after reading everything. Graphite shows all 80 points.');
    expect(run.outputs).toMatchObject({
      delivery: 'confirmed',
      lines: '80',
      verified: '80',
      missing: '0',
      undelivered: '0',
    });
    const stored = await carbon.readWhisper('ci.octo-org.octo-repo.new.n79');
    expect(stored).toEqual([[now - 5, 79]]);
  });

  it('reports that Graphite cannot be asked, and not that nothing was delivered', async () => {
    await using reserved = await reservePorts(1);
    await using carbon = await startCarbonCache();
    const { run, printed } = await runStep({
      server: serverOf(carbon),
      metric: 'a',
      value: '1',
      verify: 'true',
      'verify-timeout': '1',
      'graphite-url': `http://127.0.0.1:${reserved.ports[0]}`,
    });
    expect([run.exitCode, printed]).toEqual([
      1,
      [
        expect.stringMatching(
          /^error Sent, but not read back: Graphite at .+ nothing listens there \(ECONNREFUSED\)\. What was not read back is kept for replay in .+ \(1 line\)\. The runner empties .+\.$/,
        ),
      ],
    ]);
  });
});

for (const { name, needed, start } of GRAPHITES)
  describe(`verify and ${name}`, needs(...needed), () => {
    it('reads back the lines of every one of several connections', async () => {
      await using graphite = await start();
      const { carbon, url } = graphite;
      const lines = names(150).map((name, index) => `${name} ${index}\n`);
      const { run, printed } = await runStep(
        {
          server: serverOf(carbon),
          'data-file': 'm.txt',
          'batch-size': '1',
          timestamp: String(now - 5),
          verify: 'true',
          'graphite-url': String(url),
        },
        { files: { 'm.txt': lines.join('') } },
      );
      expect([run.exitCode, printed]).toEqual([0, []]);
      expect(run.stdout).toContain('Graphite shows all 150 points.');
      expect(run.outputs).toMatchObject({ attempts: '3', lines: '150', verified: '150', missing: '0' });
    });

    it('fails the step, and names and keeps what is missing', async () => {
      await using graphite = await start();
      const { carbon, url } = graphite;
      const old = now - 86_400;
      const data = `[{metric: stays, value: 1}, {metric: too.old, value: 2, timestamp: ${old}}]`;
      const inputs = {
        server: serverOf(carbon),
        data,
        timestamp: String(now - 5),
        verify: 'true',
        'verify-timeout': '4',
      };
      const { run, printed } = await runStep({
        ...inputs,
        'graphite-url': String(url),
        'graphite-token': 's3cret',
      });
      expect(run.exitCode).toBe(1);
      expect(printed).toEqual([
        'add-mask s3cret',
        expect.stringMatching(
          /^error Sent 2 metrics to .+, but Graphite does not show 1 of them: "ci\.octo-org\.octo-repo\.too\.old"\. Carbon may limit .+ What was not read back is kept for replay in .+ \(1 line\)\. The runner empties .+\.$/,
        ),
      ]);
      expect(run.outputs).toMatchObject({
        delivery: 'failed',
        verified: '1',
        missing: '1',
        undelivered: '1',
      });
      const kept = await readFile(run.outputs['undelivered-file'] ?? '', 'utf8');
      expect(kept).toBe(`ci.octo-org.octo-repo.too.old 2 ${old}\n`);
      expect(run.masks).toContain('s3cret');
      expect(run.summary).toContain('127.0.0.1:');
      expect(run.summary).toContain(', and 1 of them was not read back.');
    });

    it('leaves exactly the missing lines in a replayed file of the spool', async () => {
      await using graphite = await start();
      const { carbon, url } = graphite;
      const old = `too.old 2 ${now - 86_400}\n`;
      const name = 'undelivered-2026-01-31T12-00-00-000Z-0123abcd.txt';
      const verify = { verify: 'true', 'verify-timeout': '4', 'graphite-url': String(url) };
      const { run } = await runStep(
        { server: serverOf(carbon), replay: name, ...verify },
        { files: { [name]: `stays 1 ${now - 5}\n${old}stays.too 3.50 ${now - 5}\n` } },
      );
      expect(run.exitCode).toBe(1);
      expect(run.outputs).toMatchObject({
        delivery: 'failed',
        verified: '2',
        missing: '1',
        undelivered: '1',
      });
      expect(await readFile(join(run.workspace, name), 'utf8')).toBe(old);
    });

    it('is an option of the command line', async () => {
      await using graphite = await start();
      const { carbon, url } = graphite;
      const args = ['-c', serverOf(carbon), '-m', 'a', '-v', '1', '-t', String(now - 5), '--json'];
      const run = await runCli([...args, '--verify', '--graphite-url', String(url)]);
      expect([run.exitCode, run.stderr]).toEqual([0, '']);
      expect(JSON.parse(run.stdout)).toMatchObject({ delivery: 'confirmed', verified: 1, missing: 0 });
    });
  });

describe.each<[string, Readonly<Record<string, string>>, RegExp]>([
  ['without a URL', {}, /^error graphite-url: verify needs it/],
  [
    'with a URL of another kind',
    { 'graphite-url': 'ftp://x' },
    /^error graphite-url: must be an http or https URL, got "ftp:\/\/x"/,
  ],
  [
    'with a password in the URL',
    { 'graphite-url': 'http://u:s3cret@x' },
    /^error graphite-url: it holds no password\. /,
  ],
  [
    'with a token and a user',
    { 'graphite-url': 'http://x', 'graphite-token': 't', 'graphite-user': 'u' },
    /^error graphite-token: it replaces user and password/,
  ],
])('verify %s', (_, inputs, message) => {
  it('is bad input, and nothing is sent', async () => {
    const { run, printed } = await runStep({
      server: '127.0.0.1:1',
      metric: 'a',
      value: '1',
      verify: 'true',
      ...inputs,
    });
    const errors = printed.filter((text) => !text.startsWith('add-mask '));
    expect([run.exitCode, errors]).toEqual([1, [expect.stringMatching(message)]]);
    expect(run.outputs).toMatchObject({ delivery: 'failed', attempts: '0' });
    expect(printed.join()).not.toContain('s3cret');
  });
});
