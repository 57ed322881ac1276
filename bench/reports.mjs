// A JUnit report of 400,000 cases, and one of 400 MB of output, counted by whole processes, beside reading the same file.
// Run after the build: npm run bench:reports
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compare, median, medianRatio, time } from './support/measure.mjs';
import { writeCases, writeOutput } from './support/write-reports.mjs';

const REPORTS = [
  { name: 'cases', write: (file) => writeCases(file, 400_000), total: 400_000, maxMs: 1500, rounds: 7 },
  { name: 'output', write: (file) => writeOutput(file, 400), total: 4, maxMs: 5000, rounds: 5 },
];
const MAX_MIB = 150;
const lib = process.argv[2] ?? join(import.meta.dirname, '../lib');

const folder = mkdtempSync(join(tmpdir(), 'carbon-bench-'));
try {
  for (const report of REPORTS) await measure(report, join(folder, `${report.name}.xml`));
} finally {
  rmSync(folder, { recursive: true });
}

async function measure({ name, write, total, maxMs, rounds }, file) {
  await write(file);
  const script = (own, ...args) =>
    time(process.execPath, [join(import.meta.dirname, 'support', own), ...args], process.env);
  const samples = await compare(
    { read: () => script('read-file.mjs', file), count: () => script('count-report.mjs', file, lib) },
    rounds,
  );
  const megabytes = (statSync(file).size / 1e6).toFixed(0);
  console.log(`${name}: ${megabytes} MB, Node ${process.version}, ${rounds} rounds in turn, medians`);
  for (const [way, runs] of Object.entries(samples)) {
    const milliseconds = median(runs.map((run) => run.milliseconds)).toFixed(0);
    const ratio = medianRatio(runs, samples.read).toFixed(2);
    console.log(
      `  ${way.padEnd(6)} ${milliseconds.padStart(5)} ms   ${ratio} x reading   ${memoryOf(runs)} MiB`,
    );
  }
  check('time (ms)', median(samples.count.map((run) => run.milliseconds)), maxMs);
  check('peak memory (MiB)', Number(memoryOf(samples.count)), MAX_MIB);
  const counted = new Set(samples.count.map(({ text }) => Number(text.split(' ')[1])));
  if (counted.size !== 1 || !counted.has(total))
    throw new Error(`${[...counted]} cases counted, not ${total}`);
  rmSync(file);
}

function memoryOf(runs) {
  return Math.max(...runs.map(({ text }) => Number(text.split(' ')[0]))).toFixed(0);
}

function check(what, value, bound) {
  console.log(`  ${what}: ${value.toFixed(0)} (bound ${bound})`);
  if (value > bound) process.exitCode = 1;
}
