// 1,000,000 distinct metrics through bulkUpdate, beside Node's own pipeline of the same bytes from a file and beside
// npm's graphite; then a receiver that reads slowly. Whole processes. Run: npm run bench:throughput
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareApart, median, medianRatio, printRound, startSink, time } from './support/measure.mjs';
import { lineOf } from './support/metrics.mjs';

const COUNT = 1_000_000;
const ROUNDS = 7;
const BOUNDS = { pipelineRatio: 4, graphiteRatio: 1, memoryMiB: 150 };
const [round] = process.argv.slice(2);
if (round === undefined) await measure();
else await play(Number(round));

async function play(number) {
  using sink = await startSink();
  const variants = {
    pipeline: () => script('send-pipeline.mjs', sink.port, process.env['BENCH_FILE']),
    bulkUpdate: () => script('send-bulk.mjs', sink.port, COUNT),
    graphite: () => script('send-graphite.mjs', sink.port, COUNT),
  };
  await printRound(variants, number);
}

async function measure() {
  const folder = mkdtempSync(join(tmpdir(), 'carbon-bench-'));
  process.env['BENCH_FILE'] = join(folder, 'lines');
  await writeLines(process.env['BENCH_FILE']);
  const samples = await compareApart(import.meta.filename, ROUNDS);
  rmSync(folder, { recursive: true });
  console.log(`Node ${process.version}, ${COUNT} metrics, ${ROUNDS} rounds in turn, medians`);
  for (const [name, runs] of Object.entries(samples)) {
    const milliseconds = median(runs.map((run) => run.milliseconds)).toFixed(0);
    const ratio = medianRatio(runs, samples.pipeline).toFixed(2);
    console.log(
      `${name.padEnd(11)} ${milliseconds.padStart(6)} ms  ${ratio} x pipeline  peak ${memoryOf(runs).toFixed(0)} MiB`,
    );
  }
  report('bulkUpdate / pipeline', medianRatio(samples.bulkUpdate, samples.pipeline), BOUNDS.pipelineRatio);
  report('bulkUpdate / graphite', medianRatio(samples.bulkUpdate, samples.graphite), BOUNDS.graphiteRatio);
  report('peak memory (MiB)', memoryOf(samples.bulkUpdate), BOUNDS.memoryMiB);

  using slowSink = await startSink(200_000);
  const run = await script('send-bulk.mjs', slowSink.port, COUNT);
  console.log(`a receiver that reads 20 MB/s: ${run.milliseconds.toFixed(0)} ms`);
  report('peak memory beside it (MiB)', Number(run.text), BOUNDS.memoryMiB);
}

async function writeLines(file) {
  const stream = createWriteStream(file);
  for (let start = 0; start < COUNT; start += 10_000) {
    const lines = Array.from({ length: 10_000 }, (_, index) => lineOf(start + index, 1_795_000_000));
    if (!stream.write(lines.join(''))) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'close');
}

function script(name, ...args) {
  return time(process.execPath, [join(import.meta.dirname, 'support', name), ...args.map(String)]);
}

function memoryOf(runs) {
  return Math.max(...runs.map(({ text }) => Number(text)));
}

function report(what, value, bound) {
  console.log(`${what}: ${value.toFixed(2)} (bound ${bound})`);
  if (value > bound) process.exitCode = 1;
}
