// Measures the processor time and memory of the sampler over a minute at its default interval. Compares them with a
// ten-line script that reads the same numbers at the same times. Linux only, because it reads /proc. Run: node
// bench/sampler.mjs [seconds] [interval in seconds] [script]
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startSampler } from '../src/sampler/start-sampler.ts';
import { stopSampler } from '../src/sampler/stop-sampler.ts';
import { checkRatio } from './support/measure.mjs';

/** The largest allowed ratios of the sampler to the script. Memory is what a process does not share. */
const BOUNDS = { time: 2, memory: 1.3 };
const [seconds = '60', interval = '5', script = join(import.meta.dirname, '../dist/sampler/index.js')] =
  process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'carbon-bench-'));
const handle = await startSampler({
  folder: join(folder, 'samples'),
  script,
  diskPath: folder,
  intervalMs: 1000 * Number(interval),
  slotMs: 60_000,
  parentPid: process.pid,
  env: process.env,
  nowMs: Date.now(),
});
const bare = spawn(process.execPath, [
  join(import.meta.dirname, 'support/bare-sampler.mjs'),
  String(1000 * Number(interval)),
]);

const readMiB = (pid, file, name) =>
  Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/${file}`, 'utf8'))?.[1]) /
  1024;

/**
 * The cost of a process since its start. Processor time is in milliseconds, exact to the nanosecond where Linux counts
 * it.
 */
function measure(pid) {
  return {
    milliseconds: Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6,
    anonymous: readMiB(pid, 'status', 'RssAnon'),
    resident: readMiB(pid, 'status', 'VmRSS'),
  };
}

const measureBoth = () => ({ sampler: measure(handle.process.pid), script: measure(bare.pid) });

await delay(1000);
const start = measureBoth();
await delay(1000 * Number(seconds));
const end = measureBoth();
bare.kill();
const { slots } = await stopSampler(handle, { nowMs: Date.now() });
rmSync(folder, { recursive: true });

console.log(`Node ${process.version}, ${seconds} s, a sample every ${interval} s, ${slots.length} slots`);
for (const name of ['sampler', 'script']) {
  const atWork = end[name].milliseconds - start[name].milliseconds;
  const sample = (atWork / Number(seconds)) * Number(interval);
  console.log(
    `  ${name.padEnd(7)} start ${start[name].milliseconds.toFixed(0)} ms, a sample ${sample.toFixed(2)} ms, ` +
      `${(atWork / (10 * Number(seconds))).toFixed(3)} % of one core, ` +
      `${end[name].anonymous.toFixed(1)} MiB not shared, ${end[name].resident.toFixed(1)} MiB resident`,
  );
}
checkRatio(
  'processor time, sampler / script',
  end.sampler.milliseconds / end.script.milliseconds,
  BOUNDS.time,
);
checkRatio('own memory, sampler / script', end.sampler.anonymous / end.script.anonymous, BOUNDS.memory);
