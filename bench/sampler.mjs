// What the sampler costs: its processor time and memory over a minute at its default interval. Linux only, for it reads
// /proc. Run: node bench/sampler.mjs [seconds] [interval in seconds] [script]
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startSampler } from '../src/sampler/start-sampler.ts';
import { stopSampler } from '../src/sampler/stop-sampler.ts';

/** Of one core, and of memory that no other process shares. */
const BOUNDS = { corePercent: 1, memoryMiB: 40 };
const [seconds = '60', interval = '5', script = join(import.meta.dirname, '../dist/sampler/index.js')] =
  process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'carbon-bench-'));
const handle = await startSampler({
  folder: join(folder, 'samples'),
  script,
  diskPath: folder,
  intervalMs: 1000 * Number(interval),
  parentPid: process.pid,
  env: process.env,
  nowMs: Date.now(),
});
const proc = `/proc/${handle.process.pid}`;

/** Since its start, in milliseconds: to the nanosecond, where the kernel counts so. */
function readCpuMs() {
  return Number(readFileSync(`${proc}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
}
const readMiB = (file, name) =>
  Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`${proc}/${file}`, 'utf8'))?.[1]) / 1024;

await delay(1000);
const startMs = readCpuMs();
await delay(1000 * Number(seconds));
const wholeMs = readCpuMs();
const memory = {
  resident: readMiB('status', 'VmRSS'),
  peak: readMiB('status', 'VmHWM'),
  anonymous: readMiB('status', 'RssAnon'),
};
const { slots } = await stopSampler(handle, { nowMs: Date.now() });
rmSync(folder, { recursive: true });

const perSample = ((wholeMs - startMs) / Number(seconds)) * Number(interval);
const steady = (wholeMs - startMs) / (10 * Number(seconds));
const withStart = wholeMs / (10 * (1 + Number(seconds)));
console.log(`Node ${process.version}, ${seconds} s, a sample every ${interval} s, ${slots.length} slots`);
console.log(`start-up   ${startMs.toFixed(1)} ms of one core, once`);
console.log(`a sample   ${perSample.toFixed(2)} ms`);
console.log(`at work    ${steady.toFixed(3)} % of one core`);
console.log(`altogether ${withStart.toFixed(3)} % of one core (bound ${BOUNDS.corePercent})`);
for (const [name, megabytes] of Object.entries(memory))
  console.log(`${name.padEnd(10)} ${megabytes.toFixed(1)} MiB`);
if (withStart > BOUNDS.corePercent || memory.anonymous > BOUNDS.memoryMiB) process.exitCode = 1;
