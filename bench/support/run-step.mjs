import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../dist/main/index.js');
/** Loaded before the action. At the end it prints the peak memory (KiB) and processor time (µs) of the process. */
const PRINT_USAGE =
  'data:text/javascript,process.on("exit",()=>{const u=process.resourceUsage();process.stderr.write(`\\n${u.maxRSS} ${u.userCPUTime+u.systemCPUTime}`)})';

/**
 * Runs one step of the action to its end and accepts any exit code. Returns its wall time, processor time, peak memory
 * and output. A busy machine hardly changes the processor time.
 */
export async function runStep(inputs) {
  const given = Object.entries({ summary: 'false', retries: '0', ...inputs });
  const env = Object.fromEntries(given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', PRINT_USAGE, MAIN], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  let errors = '';
  child.stdout.on('data', (chunk) => {
    text += chunk;
  });
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const [, signal] = await once(child, 'close');
  if (signal !== null)
    throw new Error(`The step ended by ${signal}: ${text.slice(-1000)}${errors.slice(-1000)}`);
  const [kibibytes, microseconds] = errors.split('\n').at(-1).split(' ').map(Number);
  const milliseconds = performance.now() - start;
  return { milliseconds, cpuMilliseconds: microseconds / 1000, mebibytes: kibibytes / 1024, text };
}
