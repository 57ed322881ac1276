import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';

const MIB = 1024 * 1024;
/** Slightly less than the most that the action reads of an answer. */
const BYTES = 15 * MIB;
const listOf = (unit, count = Math.floor(BYTES / (unit.length + 1))) =>
  `[${`${unit},`.repeat(count - 1)}${unit}]`;
const keys = () => Array.from({ length: 1_200_000 }, (_, index) => `"${index.toString(36)}":0`).join(',');
const ANSWERS = {
  series: () => listOf('{"target":"","datapoints":[]}'),
  deep: () => '['.repeat(BYTES / 2) + ']'.repeat(BYTES / 2),
  lists: () => listOf('[]'),
  objects: () => listOf('{}'),
  keys: () => `[{${keys()}}]`,
  slots: () => `[{"target":"bench.m","datapoints":${listOf('[0,0]')}}]`,
};

/** Starts a render API in its own process. It answers every request with as much of one thing as fits. */
export async function startLyingGraphite(answer) {
  const child = fork(import.meta.filename, [answer], { execArgv: [] });
  const [port] = await once(child, 'message');
  return { port, [Symbol.dispose]: () => child.kill() };
}

if (process.send !== undefined && process.argv[1] === import.meta.filename) {
  const body = ANSWERS[process.argv[2]]();
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => response.end(body));
    response.on('error', () => {});
  });
  server.listen(0, '127.0.0.1', () => process.send(server.address().port));
  process.once('disconnect', () => process.exit());
}
