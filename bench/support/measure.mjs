import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Starts the sink in its own process. */
export async function startSink(...args) {
  const child = fork(join(import.meta.dirname, 'sink.mjs'), args, { execArgv: [] });
  const [port] = await once(child, 'message');
  return { port, [Symbol.dispose]: () => child.kill() };
}

/** Runs one process to its end; returns its wall time in milliseconds and what it printed. Throws where it fails. */
export async function time(command, args, env) {
  const start = performance.now();
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (chunk) => {
    text += chunk;
  });
  const [code] = await once(child, 'close');
  const milliseconds = performance.now() - start;
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}: ${text}`);
  return { milliseconds, text };
}

/** Runs variants in turn, the order reversed every other round, after two rounds that do not count. */
export async function compare(variants, rounds) {
  const names = Object.keys(variants);
  const samples = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -2; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const sample = await variants[name]();
      if (round >= 0) samples[name].push(sample);
    }
  }
  return samples;
}

export const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** The median of the pair-by-pair ratios of wall times. */
export const medianRatio = (samples, base) =>
  median(samples.map(({ milliseconds }, index) => milliseconds / base[index].milliseconds));
