import { fork, spawn, spawnSync } from 'node:child_process';
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
  return gather(rounds, (round) => playRound(variants, round));
}

/**
 * The same where the variants connect: `script`, called with the number of the round, plays it with `printRound`. Each
 * round has, where Linux allows it, a network of its own. The kernel's table keeps every closed connection for a minute;
 * in one network each run would have to look past those of all the runs before it.
 */
export async function compareApart(script, rounds) {
  const inNetwork = ['-rn', 'sh', '-c', 'ip link set lo up && exec "$0" "$@"'];
  const isApart = spawnSync('unshare', [...inNetwork, 'true']).status === 0;
  console.log(isApart ? 'each round in a network of its own' : 'all rounds in one network');
  return gather(rounds, async (round) => {
    const node = [process.execPath, script, String(round)];
    const [command, ...args] = isApart ? ['unshare', ...inNetwork, ...node] : node;
    const { text } = await time(command, args, process.env);
    return JSON.parse(text);
  });
}

/** Plays one round of `compareApart`. */
export async function printRound(variants, round) {
  console.log(JSON.stringify(await playRound(variants, round)));
}

async function gather(rounds, play) {
  const played = [];
  for (let round = -2; round < rounds; round += 1) played.push(await play(round));
  const counted = played.slice(2);
  return Object.fromEntries(Object.keys(counted[0]).map((name) => [name, counted.map((one) => one[name])]));
}

async function playRound(variants, round) {
  const played = {};
  const names = Object.keys(variants);
  for (const name of round % 2 === 0 ? names : names.toReversed()) played[name] = await variants[name]();
  return Object.fromEntries(names.map((name) => [name, played[name]]));
}

export const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** The median of the pair-by-pair ratios of wall times. */
export const medianRatio = (samples, base) =>
  median(samples.map(({ milliseconds }, index) => milliseconds / base[index].milliseconds));
