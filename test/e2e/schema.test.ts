import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { computeSeriesBytes } from '../../src/cli/schema/format-schema.ts';
import { parseRetentions } from '../../src/cli/schema/parse-retentions.ts';
import { CARBON_SERVERS } from '../support/carbon-servers.ts';
import { runCli } from '../support/cli.ts';
import { needs } from '../support/needs.ts';

/** Whisper's number for "last", in the first bytes of a file. */
const LAST = 3;

for (const { name, needed, start } of CARBON_SERVERS)
  describe(`carbonclient schema and ${name}`, needs(...needed), () => {
    it.each([
      { flags: [], group: 'ci', retentions: '60s:7d,1h:5y' },
      {
        flags: ['-g', 'a.b-c', '--retentions', '10s:1d,1m:30d,1h:1y'],
        group: 'a.b-c',
        retentions: '10s:1d,1m:30d,1h:1y',
      },
    ])(
      'prints blocks that it loads, and the disk space of a series: $group',
      async ({ flags, group, retentions }) => {
        const { stdout, exitCode } = await runCli(['schema', ...flags]);
        expect(exitCode).toBe(0);
        const [schemas = '', aggregation = ''] = stdout.split('\n\n');
        const conf = { 'storage-schemas.conf': schemas, 'storage-aggregation.conf': aggregation };
        await using carbon = await start({ onDisk: true, conf });
        const now = Math.floor(Date.now() / 1000);
        const socket = connect(carbon.linePort, carbon.host).resume();
        socket.end(`${group}.one 1 ${now}\n${group}-branches.one 1 ${now}\n`);
        await once(socket, 'close');
        const archives = parseRetentions(retentions);
        if ('rule' in archives) throw new Error(archives.rule);
        for (const path of [`${group}.one`, `${group}-branches.one`]) {
          expect(await carbon.readWhisper(path)).toHaveLength(1);
          const file = join(carbon.whisperDir, `${path.replaceAll('.', '/')}.wsp`);
          const bytes = await readFile(file);
          expect(bytes.length).toBe(computeSeriesBytes(archives));
          expect([bytes.readUInt32BE(0), bytes.readFloatBE(8), bytes.readUInt32BE(12)]).toEqual([
            LAST,
            0,
            archives.length,
          ]);
        }
      },
    );
  });

it.each([
  [
    ['--retentions', '60s:7d,1h:7d'],
    '--retentions: an archive with longer slots reaches further back, got "60s:7d,1h:7d".',
  ],
  [['--series', '0'], '--series: it is a whole number from 1 to 999999999, got "0".'],
  [['-g', '..'], '--group: it is a dotted path with a letter or a digit, got "..".'],
])('%j is wrong usage', async (flags, message) => {
  const { stdout, stderr, exitCode } = await runCli(['schema', ...flags]);
  expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
  expect(stderr).toContain(message);
});
