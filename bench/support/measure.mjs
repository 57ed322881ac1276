import { fork, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const SLOW_CLOCK = join(import.meta.dirname, 'slow-clock.cjs');

/** Starts the sink in its own process. */
export async function startSink(...args) {
  const child = fork(join(import.meta.dirname, 'sink.mjs'), args, { execArgv: [] });
  const [port] = await once(child, 'message');
  return { port, [Symbol.dispose]: () => child.kill() };
}

/** Runs one process to its end. Returns its wall time in milliseconds and its output. Throws if it fails. */
export async function time(command, args, env) {
  const start = performance.now();
  const { text } = await runProcess(command, args, env);
  return { milliseconds: performance.now() - start, text };
}

/** Runs one of the scripts in this folder with Node. The script first prints its peak memory in MiB. */
export async function timeScript(name, ...args) {
  const run = await time(
    process.execPath,
    [join(import.meta.dirname, name), ...args.map(String)],
    process.env,
  );
  return { ...run, mebibytes: Number(run.text.split(' ')[0]) };
}

/** Whether this machine can count instructions. */
export const canCount = () => spawnSync('valgrind', ['--version']).status === 0;

/** Runs Node to its end. Returns the number of executed instructions, which does not depend on the machine's load. */
export async function countInstructions(args, env) {
  const counter = ['--tool=callgrind', '--callgrind-out-file=/dev/null', process.execPath];
  const settings = ['--single-threaded', '--hash-seed=7', `--require=${SLOW_CLOCK}`];
  const { errors } = await runProcess('valgrind', [...counter, ...settings, ...args], env);
  const instructions = Number(/Collected : (\d+)/.exec(errors)?.[1]);
  if (!(instructions > 0)) throw new Error(`valgrind counted nothing: ${errors}`);
  return instructions;
}

async function runProcess(command, args, env) {
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed = { text: '', errors: '' };
  child.stdout.on('data', (chunk) => {
    printed.text += chunk;
  });
  child.stderr.on('data', (chunk) => {
    printed.errors += chunk;
  });
  const [code] = await once(child, 'close');
  const { text, errors } = printed;
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}: ${text}${errors}`);
  return printed;
}

/** Runs variants in turn, in reversed order every other round. The first two rounds do not count. */
export async function compare(variants, rounds) {
  return gather(rounds, (round) => playRound(variants, round));
}

/**
 * Compares variants that open connections. `script` is called with the number of the round and plays it with
 * `printRound`. Where Linux allows it, each round has its own network. The kernel's table keeps every closed connection
 * for a minute. In one network each run would have to search through those of all earlier runs.
 */
export async function compareApart(script, rounds) {
  return gather(rounds, (round) => runApart(script, round));
}

/** Runs `script` with one argument, in its own network where Linux allows it. Returns the JSON that it prints. */
export async function runApart(script, argument) {
  const inNetwork = ['-rn', 'sh', '-c', 'ip link set lo up && exec "$0" "$@"'];
  const isApart = spawnSync('unshare', [...inNetwork, 'true']).status === 0;
  const node = [process.execPath, script, String(argument)];
  const [command, ...args] = isApart ? ['unshare', ...inNetwork, ...node] : node;
  return JSON.parse((await time(command, args, process.env)).text);
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

/** The median of the ratios of `what` within each pair. The default is the wall time. */
export const medianRatio = (samples, base, what = 'milliseconds') =>
  median(samples.map((sample, index) => sample[what] / base[index][what]));

/** Prints the time and memory of each variant, and their ratios to those of `base`. */
export function printSamples(samples, base) {
  for (const [name, runs] of Object.entries(samples)) {
    const [milliseconds, mebibytes] = ['milliseconds', 'mebibytes'].map((what) =>
      median(runs.map((run) => run[what])).toFixed(0),
    );
    const ratios = ['milliseconds', 'mebibytes'].map((what) =>
      medianRatio(runs, samples[base], what).toFixed(2),
    );
    console.log(`  ${name.padEnd(16)} ${milliseconds.padStart(6)} ms ${mebibytes.padStart(6)} MiB`);
    console.log(`  ${''.padEnd(16)} ${ratios[0].padStart(6)} x  ${ratios[1].padStart(6)} x ${base}`);
  }
}

/** Prints a ratio and its bound. The bench fails if the ratio exceeds the bound. */
export function checkRatio(what, ratio, bound) {
  console.log(`  ${what} = ${ratio.toFixed(2)} (bound ${bound})`);
  if (!(ratio <= bound)) process.exitCode = 1;
}
