/**
 * @file Draws docs/overview.png, the picture in the README: `node scripts/graph-picture.mjs`. The left half is a graph.
 * `carbonclient` sends real durations, with their own timestamps, to a real carbon-cache with the README's storage
 * schema. A real graphite-web draws them. The points come from chromium-bidi (bench/insight/series/README.md). The
 * right half is the top of docs/summary.png. Needs carbon-cache, graphite-web, Chromium and `npm run build`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { startCarbonCache } from '../test/support/carbon-cache.ts';
import { finishChild, startChild } from '../test/support/child.ts';
import { startGraphiteWeb } from '../test/support/graphite-web.ts';
import { createTempDir } from '../test/support/temp-dir.ts';

const ROOT = join(import.meta.dirname, '..');
const SERIES = join(ROOT, 'bench/insight/series');
const LEGS = {
  macos: 'chromium-bidi-benchmark-macos-latest-old-headless-node-test-performanc.json',
  ubuntu: 'chromium-bidi-benchmark-ubuntu-latest-old-headless-node-test-performan.json',
};

/** The size of each half. */
const WIDTH = 700;
const HEIGHT = 560;

/** The lines `path value timestamp` of one matrix leg. */
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

await using folder = await createTempDir('picture-');
await waitForPoints(graphite.url);
const graph = join(folder.path, 'graph.png');
writeFileSync(graph, await draw(graphite.url));
const page = join(folder.path, 'page.html');
writeFileSync(page, formatPage(graph, join(ROOT, 'docs/summary.png')));
const picture = join(ROOT, 'docs/overview.png');
execFileSync(
  'chromium',
  [
    ...['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--allow-file-access-from-files'],
    ...[`--user-data-dir=${join(folder.path, 'profile')}`, `--window-size=${2 * WIDTH},${HEIGHT}`],
    ...[`--screenshot=${picture}`, pathToFileURL(page).href],
  ],
  { stdio: ['ignore', 'pipe', 'ignore'] },
);
if (existsSync('/usr/bin/pngquant'))
  execFileSync('pngquant', ['--force', '--skip-if-larger', '--output', picture, '64', picture]);
console.log(`${picture}: ${lines.length} points, ${statSync(picture).size} bytes`);

/** Waits until carbon-cache has written everything, which means that the number of points stays the same. */
async function waitForPoints(server) {
  const count = async () => {
    const url = new URL('/render?target=ci.acme.app.test.*.*&from=-1y&format=json&noNullPoints=true', server);
    const series = await (await fetch(url)).json();
    return series.length < Object.keys(LEGS).length
      ? 0
      : series.flatMap(({ datapoints }) => datapoints).length;
  };
  for (let before = -1, now = 0; now === 0 || now !== before; ) {
    await setTimeout(500);
    [before, now] = [now, await count()];
  }
}

/** The picture of the points that Graphite draws. */
async function draw(server) {
  const url = new URL('/render', server);
  const query = {
    target: 'aliasByNode(ci.acme.app.test.*.screenshot_seconds, 4)',
    from: String(Math.min(...times) - 3600),
    until: String(Math.max(...times) + 3600),
    lineMode: 'connected',
    title: 'ci.acme.app.test.*.screenshot_seconds',
    vtitle: 'seconds',
    width: String(WIDTH),
    height: String(HEIGHT),
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
  return Buffer.from(await answer.arrayBuffer());
}

/** Both pictures side by side; of the summary only the top. */
function formatPage(left, right) {
  const image = (file, style) => `<img src="${pathToFileURL(file).href}" style="${style}">`;
  return `<!doctype html><meta charset="utf-8">
<style>body { margin: 0; display: flex; background: white } img { width: ${WIDTH}px; height: ${HEIGHT}px }</style>
${image(left, '')}${image(right, 'object-fit: cover; object-position: top left')}`;
}
