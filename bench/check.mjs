// What `check` costs: a step that sends one metric, with and without it, against a real carbon-cache and graphite-web that
// hold its history. Both run in turn. Run after the build: npm run bench:check [-- ROUNDS]
import { once } from 'node:events';
import { connect } from 'node:net';
import { startCarbonCache } from '../test/support/carbon-cache.ts';
import { startGraphiteWeb } from '../test/support/graphite-web.ts';
import { checkRatio, compare, median, medianRatio } from './support/measure.mjs';
import { runStep } from './support/run-step.mjs';

const BOUND = 1.5;
const DAY_SECONDS = 86_400;
const rounds = Number(process.argv[2] ?? 40);
const now = Math.floor(Date.now() / 1000);
const PATH = 'ci.acme.app.build.duration_seconds';

await using carbon = await startCarbonCache({ onDisk: true, retentions: '60s:7d,1h:5y' });
const lines = Array.from({ length: 90 }, (_, day) => {
  const time = now - (90 - day) * DAY_SECONDS;
  return `${PATH} ${300 + ((day * 17) % 40) / 13} ${time}\n`;
});
await once(connect(carbon.linePort, carbon.host).end(lines.join('')).resume(), 'close');
await carbon.readWhisper(PATH, { count: 80, fromSeconds: now - 100 * DAY_SECONDS });
await using web = await startGraphiteWeb({ carbon });

const inputs = {
  server: `${carbon.host}:${carbon.linePort}`,
  group: 'ci',
  source: 'acme/app',
  metric: 'build.duration_seconds',
  value: '301',
  summary: 'true',
  matrix: 'null',
  'graphite-url': String(web.url),
};
const checked = { ...inputs, check: 'true' };
const { text } = await runStep(checked);
if (!/ok/.test(text)) throw new Error(`The step has no verdict: ${text}`);
const samples = await compare({ without: () => runStep(inputs), with: () => runStep(checked) }, rounds);
console.log(`One metric against a real graphite-web, ${rounds} pairs, medians`);
for (const [name, runs] of Object.entries(samples)) {
  const [wall, cpu] = ['milliseconds', 'cpuMilliseconds'].map((what) => median(runs.map((run) => run[what])));
  console.log(`  ${name.padEnd(8)} ${wall.toFixed(0).padStart(5)} ms, ${cpu.toFixed(0)} ms of CPU`);
}
checkRatio('with check / without', medianRatio(samples.with, samples.without), BOUND);
