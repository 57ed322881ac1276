import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../dist/main/index.js');
/** Loaded in front of the action: it says at the end how much memory the process needed at most. */
const PRINT_MEMORY =
  'data:text/javascript,process.on("exit",()=>process.stderr.write(`\\n${process.resourceUsage().maxRSS/1024}`))';

/** Runs one step of the action to its end, whatever its exit code; returns its wall time, peak memory and output. */
export async function runStep(inputs) {
  const given = Object.entries({ summary: 'false', retries: '0', ...inputs });
  const env = Object.fromEntries(given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', PRINT_MEMORY, MAIN], {
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
  return { milliseconds: performance.now() - start, mebibytes: Number(errors.split('\n').at(-1)), text };
}
