// The start-up of the action: one confirmed metric, beside a ten-line script that does the same. Run: npm run bench:startup
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compare, median, medianRatio, startSink, time } from './support/measure.mjs';

const LIMIT = 1.4;
const ROUNDS = 41;
const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'carbon-bench-'));
const output = join(folder, 'output');
const summary = join(folder, 'summary');
const state = join(folder, 'state');
for (const file of [output, summary, state]) writeFileSync(file, '');
using sink = await startSink();

const action = {
  INPUT_SERVER: `127.0.0.1:${sink.port}`,
  INPUT_PORT: '2003',
  INPUT_GROUP: 'ci',
  INPUT_SOURCE: 'org/repo',
  INPUT_METRIC: 'build.duration',
  INPUT_VALUE: '42',
  INPUT_SUMMARY: 'true',
  INPUT_MATRIX: 'null',
  GITHUB_OUTPUT: output,
  GITHUB_STATE: state,
  GITHUB_STEP_SUMMARY: summary,
};
const samples = await compare(
  {
    empty: () => time(process.execPath, ['-e', '0'], {}),
    bare: () => time(process.execPath, [join(root, 'bench/support/bare.mjs'), String(sink.port)], {}),
    action: () => time(process.execPath, [join(root, 'dist/main/index.js')], action),
  },
  ROUNDS,
);
rmSync(folder, { recursive: true });

console.log(`Node ${process.version}, ${ROUNDS} rounds in turn, medians`);
for (const [name, runs] of Object.entries(samples)) {
  const milliseconds = median(runs.map((run) => run.milliseconds)).toFixed(1);
  console.log(
    `${name.padEnd(8)} ${milliseconds.padStart(7)} ms   ${medianRatio(runs, samples.bare).toFixed(2)} x bare`,
  );
}
const ratio = medianRatio(samples.action, samples.bare);
console.log(`action / bare = ${ratio.toFixed(2)} (bound ${LIMIT})`);
if (ratio > LIMIT) process.exitCode = 1;
