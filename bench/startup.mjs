// The start-up of the action: one confirmed metric, beside a ten-line script that does the same. Run: npm run bench:startup
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareApart, median, medianRatio, printRound, startSink, time } from './support/measure.mjs';

const LIMIT = 1.4;
const ROUNDS = 41;
const [round] = process.argv.slice(2);
if (round === undefined) report(await compareApart(import.meta.filename, ROUNDS));
else await play(Number(round));

async function play(number) {
  const root = join(import.meta.dirname, '..');
  const folder = mkdtempSync(join(tmpdir(), 'carbon-bench-'));
  const [output, summary, state] = ['output', 'summary', 'state'].map((name) => join(folder, name));
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
  const variants = {
    empty: () => time(process.execPath, ['-e', '0'], {}),
    bare: () => time(process.execPath, [join(root, 'bench/support/bare.mjs'), String(sink.port)], {}),
    action: () => time(process.execPath, [join(root, 'dist/main/index.js')], action),
  };
  await printRound(variants, number);
  rmSync(folder, { recursive: true });
}

function report(samples) {
  console.log(`Node ${process.version}, ${ROUNDS} rounds in turn, medians`);
  for (const [name, runs] of Object.entries(samples)) {
    const milliseconds = median(runs.map((run) => run.milliseconds)).toFixed(1);
    const ratio = medianRatio(runs, samples.bare).toFixed(2);
    console.log(`${name.padEnd(8)} ${milliseconds.padStart(7)} ms   ${ratio} x bare`);
  }
  const ratio = medianRatio(samples.action, samples.bare);
  console.log(`action / bare = ${ratio.toFixed(2)} (bound ${LIMIT})`);
  if (ratio > LIMIT) process.exitCode = 1;
}
