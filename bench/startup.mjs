// Measures the start-up of the action: one confirmed metric, compared with a ten-line script that does the same. The
// bound is on instructions, which are the same in each usual run. Wall clock times are printed for information. Run:
// npm run bench:startup
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  canCount,
  checkRatio,
  compareApart,
  countInstructions,
  median,
  medianRatio,
  printRound,
  runApart,
  startSink,
  time,
} from './support/measure.mjs';

const BOUND = 1.36;
const ROUNDS = 21;
const COUNT = 'count';
const [task] = process.argv.slice(2);
if (task === undefined) await measure();
else if (task === COUNT) await play(0, countInstructions);
else await play(Number(task), (args, env) => time(process.execPath, args, env));

async function measure() {
  if (canCount()) {
    const counts = await runApart(import.meta.filename, COUNT);
    console.log(`Node ${process.version}, instructions of whole processes`);
    for (const [name, count] of Object.entries(counts)) {
      const ratio = (count / counts.script).toFixed(3);
      console.log(`  ${name.padEnd(8)} ${(count / 1e6).toFixed(1).padStart(6)} million   ${ratio} x script`);
    }
    checkRatio('action / script', counts.action / counts.script, BOUND);
  } else {
    console.log('valgrind is missing, so instructions are not counted and nothing is bounded.');
  }
  const samples = await compareApart(import.meta.filename, ROUNDS);
  console.log(`For information: wall clock, ${ROUNDS} rounds in turn, medians`);
  for (const [name, runs] of Object.entries(samples)) {
    const milliseconds = median(runs.map((run) => run.milliseconds)).toFixed(1);
    const ratio = medianRatio(runs, samples.script).toFixed(2);
    console.log(`  ${name.padEnd(8)} ${milliseconds.padStart(6)} ms   ${ratio} x script`);
  }
}

/** Runs the three processes, each with `run`. */
async function play(round, run) {
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
    empty: () => run(['-e', '0'], {}),
    script: () => run([join(root, 'bench/support/bare.mjs'), String(sink.port)], {}),
    action: () => run([join(root, 'dist/main/index.js')], action),
  };
  await printRound(variants, round);
  rmSync(folder, { recursive: true });
}
