// 1,000,000 distinct metrics through bulkUpdate, beside Node's own pipeline of the same bytes from a file and beside
// npm's graphite; then a receiver that reads slowly. Whole processes. Run: npm run bench:throughput
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compare, median, medianRatio, startSink, time } from './support/measure.mjs';
import { lineOf } from './support/metrics.mjs';

const COUNT = 1_000_000;
const ROUNDS = 7;
const BOUNDS = { pipelineRatio: 4, graphiteRatio: 1, memoryMiB: 150 };

const folder = mkdtempSync(join(tmpdir(), 'carbon-bench-'));
const file = join(folder, 'lines');
const stream = createWriteStream(file);
for (let start = 0; start < COUNT; start += 10_000) {
  const lines = Array.from({ length: 10_000 }, (_, index) => lineOf(start + index, 1_795_000_000));
  if (!stream.write(lines.join(''))) await new Promise((resolve) => stream.once('drain', resolve));
}
await new Promise((resolve) => stream.end(resolve));

const script = (name, ...args) =>
  time(process.execPath, [join(import.meta.dirname, 'support', name), ...args.map(String)]);
const memoryOf = (runs) => Math.max(...runs.map(({ text }) => Number(text)));
{
  using sink = await startSink();
  const samples = await compare(
    {
      pipeline: () => script('send-pipeline.mjs', sink.port, file),
      bulkUpdate: () => script('send-bulk.mjs', sink.port, COUNT),
      graphite: () => script('send-graphite.mjs', sink.port, COUNT),
    },
    ROUNDS,
  );
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
}
{
  using sink = await startSink(200_000);
  const run = await script('send-bulk.mjs', sink.port, COUNT);
  console.log(`a receiver that reads 20 MB/s: ${run.milliseconds.toFixed(0)} ms`);
  report('peak memory beside it (MiB)', Number(run.text), BOUNDS.memoryMiB);
}
rmSync(folder, { recursive: true });

function report(what, value, bound) {
  console.log(`${what}: ${value.toFixed(2)} (bound ${bound})`);
  if (value > bound) process.exitCode = 1;
}
