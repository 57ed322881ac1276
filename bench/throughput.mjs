// Sends 1,000,000 distinct metrics through bulkUpdate. Compares this with Node's pipeline of the same bytes from a file
// and with npm's graphite. Then sends them to a receiver that reads slowly. Measures whole processes. Run: npm run
// bench:throughput
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  checkRatio,
  compareApart,
  medianRatio,
  printRound,
  printSamples,
  startSink,
  timeScript,
} from './support/measure.mjs';
import { lineOf } from './support/metrics.mjs';

const COUNT = 1_000_000;
const ROUNDS = 7;
/** Bytes per 10 ms: 20 MB/s. */
const SLOW = 200_000;
/** The largest allowed ratios of bulkUpdate to the others, for time and peak memory. */
const BOUNDS = { pipelineTime: 4, graphiteTime: 1, graphiteMemory: 1, slowMemory: 1.2 };
const [round] = process.argv.slice(2);
if (round === undefined) await measure();
else await play(Number(round));

async function play(number) {
  using sink = await startSink();
  const variants = {
    pipeline: () => timeScript('send-pipeline.mjs', sink.port, process.env['BENCH_FILE']),
    bulkUpdate: () => timeScript('send-bulk.mjs', sink.port, COUNT),
    graphite: () => timeScript('send-graphite.mjs', sink.port, COUNT),
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
  printSamples(samples, 'pipeline');
  const { bulkUpdate, pipeline, graphite } = samples;
  checkRatio('time, bulkUpdate / pipeline', medianRatio(bulkUpdate, pipeline), BOUNDS.pipelineTime);
  checkRatio('time, bulkUpdate / graphite', medianRatio(bulkUpdate, graphite), BOUNDS.graphiteTime);
  const memory = medianRatio(bulkUpdate, graphite, 'mebibytes');
  checkRatio('peak memory, bulkUpdate / graphite', memory, BOUNDS.graphiteMemory);

  using slowSink = await startSink(SLOW);
  const slow = await timeScript('send-bulk.mjs', slowSink.port, COUNT);
  console.log(
    `a receiver that reads 20 MB/s: ${slow.milliseconds.toFixed(0)} ms, ${slow.mebibytes.toFixed(0)} MiB`,
  );
  const beside = medianRatio(
    bulkUpdate.map(() => slow),
    bulkUpdate,
    'mebibytes',
  );
  checkRatio('peak memory, slow receiver / fast one', beside, BOUNDS.slowMemory);
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
