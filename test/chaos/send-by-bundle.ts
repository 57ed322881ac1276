import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Result } from '../../src/index.ts';
import { type ChildExit, finishChild } from '../support/child.ts';
import { spawnCli } from '../support/cli.ts';
import { runAction } from '../support/runner.ts';
import type { Outcome, Sender, Sent } from './run-schedule.ts';

/**
 * The built programs, each in its own process. The action sends finite input, the command line sends streams. A run
 * that must stop gets the runner's first signal.
 */
export const sendByBundle: Sender = async (schedule, { port, spool, items, timestamp, connected, dir }) => {
  const { abortMs, batchSize, retries, timeoutMs, connectMs, writeMs, confirmMs } = schedule;
  const file = join(dir, 'lines.txt');
  const text = items.map(({ metric, value }) => `${metric} ${value}\n`).join('');
  await writeFile(file, text);
  const stop = abortMs === undefined ? undefined : connected.then(() => delay(abortMs));
  const server = `127.0.0.1:${port}`;
  const common = {
    spool,
    timeout: `${timeoutMs / 1000}`,
    retries: `${retries}`,
    'batch-size': `${batchSize}`,
  };
  if (schedule.from === 'array') {
    const inputs = {
      ...common,
      server,
      group: 'g',
      source: 's',
      timestamp: `${timestamp}`,
      'data-file': file,
    };
    const kill = stop === undefined ? {} : { kill: { signal: 'SIGINT', after: stop } as const };
    const run = await runAction({ inputs, cwd: dir, ...kill });
    return checkEnd(run, fromOutputs(run.outputs, items.length));
  }
  const isStdin = schedule.from === 'async iterable';
  const limits = { 'connect-timeout': connectMs, 'write-timeout': writeMs, 'confirm-timeout': confirmMs };
  const flags = [
    ...Object.entries(common).flatMap(([name, value]) => [`--${name}`, value]),
    ...Object.entries(limits).flatMap(([name, ms]) => [`--${name}`, `${ms / 1000}`]),
  ];
  const where = ['-c', server, '-g', 'g', '-s', 's', '-t', `${timestamp}`];
  const args = [...where, ...flags, '--json', '--file', isStdin ? '-' : file];
  const child = spawnCli(args, isStdin ? { stdin: text } : {});
  stop?.then(() => child.kill('SIGINT'));
  const run = await finishChild(child);
  return checkEnd(run, JSON.parse(run.stdout) as Result);
};

/** The signal may still hit a process that has printed everything and is about to end. */
function checkEnd({ exitCode, signal }: ChildExit, result: Outcome): Sent {
  return { result, hasFailed: signal === null ? exitCode !== 0 : result.delivery === 'failed' };
}

function fromOutputs(outputs: Readonly<Record<string, string>>, linesMade: number): Outcome {
  const count = (name: string): number => Number.parseInt(outputs[name] ?? '', 10);
  const file = outputs['undelivered-file'] ?? '';
  return {
    delivery: outputs['delivery'] as Result['delivery'],
    linesMade,
    lines: count('lines'),
    attempts: count('attempts'),
    undelivered: count('undelivered'),
    ...(file === '' ? {} : { undeliveredFile: file }),
  };
}
