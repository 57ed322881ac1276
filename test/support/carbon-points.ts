import { fileURLToPath } from 'node:url';
import { bareEnv, finishChild, startChild } from './child.ts';
import { getInterpreter } from './needs.ts';

/** One point as a receiver has it. */
export type Point = [timestamp: number, value: number];

/** Reads points by carbon's cache query. Every requested name is in the map, without points if it is unknown. */
export async function queryCache({
  host,
  port,
  paths,
  isBulk,
}: {
  readonly host: string;
  readonly port: number;
  /** Whether one query may ask for many series; go-carbon answers one series a query. */
  readonly isBulk: boolean;
  readonly paths: readonly string[];
}): Promise<Map<string, Point[]>> {
  const output = await runPython(
    'cache-query.py',
    [host, String(port), isBulk ? 'bulk' : 'single'],
    JSON.stringify(paths),
  );
  const found = JSON.parse(output) as Record<string, [string, string][]>;
  return new Map(Object.entries(found).map(([path, points]) => [path, points.map(parsePoint)]));
}

/** Reads a metric's whisper file, waiting until it has `count` points or the time is up. */
export async function readWhisperFile(query: {
  readonly directory: string;
  readonly path: string;
  readonly fromSeconds: number;
  readonly count: number;
}): Promise<Point[]> {
  const { directory, path, fromSeconds, count } = query;
  const output = await runPython(
    'whisper-read.py',
    [directory, path, String(fromSeconds), String(count), '20'],
    '',
  );
  return (JSON.parse(output) as { points: [string, string][] }).points.map(parsePoint);
}

/** Reads the whisper files of all metrics, waiting until they have `count` points together or the time is up. */
export async function readWhisperFiles(query: {
  readonly directory: string;
  readonly fromSeconds: number;
  readonly count: number;
}): Promise<Map<string, Point[]>> {
  const { directory, fromSeconds, count } = query;
  const output = await runPython(
    'whisper-list.py',
    [directory, String(fromSeconds), String(count), '20'],
    '',
  );
  const found = JSON.parse(output) as Record<string, [string, string][]>;
  return new Map(Object.entries(found).map(([path, points]) => [path, points.map(parsePoint)]));
}

function parsePoint([timestamp, value]: [string, string]): Point {
  return [parseFloatOfPython(timestamp), parseFloatOfPython(value)];
}

function parseFloatOfPython(text: string): number {
  if (text === 'inf') return Number.POSITIVE_INFINITY;
  if (text === '-inf') return Number.NEGATIVE_INFINITY;
  return Number(text);
}

async function runPython(script: string, args: readonly string[], stdin: string): Promise<string> {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const child = startChild({
    command: getInterpreter('carbon-cache'),
    args: [file, ...args],
    env: bareEnv(),
    stdin,
  });
  const { exitCode, stdout, stderr } = await finishChild(child);
  if (exitCode !== 0) throw new Error(`${script} exited with ${exitCode}\n${stderr}`);
  return stdout;
}
