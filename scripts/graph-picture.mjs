/**
 * @file Draws docs/graph.png, the graph in the README: `node scripts/graph-picture.mjs`. A real carbon-cache with the
 * README's storage schema takes real durations from `carbonclient`, at their own times, and a real graphite-web draws them.
 * The points are those of chromium-bidi (bench/insight/series/README.md). Needs carbon-cache, graphite-web and
 * `npm run build`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startCarbonCache } from '../test/support/carbon-cache.ts';
import { finishChild, startChild } from '../test/support/child.ts';
import { startGraphiteWeb } from '../test/support/graphite-web.ts';

const ROOT = join(import.meta.dirname, '..');
const SERIES = join(ROOT, 'bench/insight/series');
const LEGS = {
  macos: 'chromium-bidi-benchmark-macos-latest-old-headless-node-test-performanc.json',
  ubuntu: 'chromium-bidi-benchmark-ubuntu-latest-old-headless-node-test-performan.json',
};

/** Lines `path value timestamp` of one leg of the matrix. */
function listLines([leg, file]) {
  const { points } = JSON.parse(readFileSync(join(SERIES, file), 'utf8'));
  return points.map(([time, value]) => `test.${leg}.screenshot_seconds ${value / 1000} ${time}`);
}

const lines = Object.entries(LEGS).flatMap(listLines);
const times = lines.map((line) => Number(line.split(' ').at(-1)));
await using carbon = await startCarbonCache({ onDisk: true, retentions: '60s:7d,1h:5y' });
await using graphite = await startGraphiteWeb({ carbon });
const client = startChild({
  command: process.execPath,
  args: [
    join(ROOT, 'dist/cli/index.js'),
    ...['-c', `127.0.0.1:${carbon.linePort}`, '-g', 'ci', '-s', 'acme/app', '--file', '-'],
  ],
  env: {},
  stdin: `${lines.join('\n')}\n`,
});
const { exitCode, stdout, stderr } = await finishChild(client);
if (exitCode !== 0) throw new Error(stdout + stderr);
await carbon.readAllWhisper(0);

const url = new URL('/render', graphite.url);
const query = {
  target: 'aliasByNode(ci.acme.app.test.*.screenshot_seconds, 4)',
  from: String(Math.min(...times) - 3600),
  until: String(Math.max(...times) + 3600),
  lineMode: 'connected',
  title: 'ci.acme.app.test.*.screenshot_seconds',
  vtitle: 'seconds',
  width: '700',
  height: '420',
  yMin: '0',
  bgcolor: 'white',
  fgcolor: 'black',
  majorGridLineColor: 'e0e0e0',
  minorGridLineColor: 'f3f3f3',
  colorList: '2f6fbb,d9541e',
  lineWidth: '1.5',
  fontSize: '12',
  tz: 'UTC',
};
for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
const answer = await fetch(url);
if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
const picture = join(ROOT, 'docs/graph.png');
writeFileSync(picture, Buffer.from(await answer.arrayBuffer()));
console.log(`${picture}: ${lines.length} points`);
