import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import type { MetricItem } from '../../options/types.ts';

const MAX_FILES = 400;

/** Numbers about a folder: its files, and its Git history if there is one. */
export async function readNumbers(folder: string): Promise<MetricItem[]> {
  const files = (await listTracked(folder)) ?? (await listAll(folder));
  const measured = await Promise.all(files.slice(0, MAX_FILES).map((file) => measureFile(folder, file)));
  const bundle = files.filter((file) => file.startsWith('dist/'));
  const bytesOf = new Map(measured.flat().map(({ metric, value }) => [metric, Number(value)]));
  return [
    { metric: 'checkout.files', value: files.length },
    {
      metric: 'checkout.dist.bytes',
      value: bundle.reduce((sum, file) => sum + (bytesOf.get(`${nodesOf(file)}.bytes`) ?? 0), 0),
    },
    ...(await readHistory(folder)),
    ...measured.flat(),
  ];
}

async function measureFile(folder: string, file: string): Promise<MetricItem[]> {
  const text = await readFile(join(folder, file), 'utf8').catch(() => undefined);
  if (text === undefined) return [];
  const lines = text.split('\n');
  const longest = lines.reduce((most, line) => Math.max(most, line.length), 0);
  return [
    { metric: `${nodesOf(file)}.bytes`, value: Buffer.byteLength(text) },
    { metric: `${nodesOf(file)}.lines`, value: lines.length - 1 },
    { metric: `${nodesOf(file)}.longest_line`, value: longest },
  ];
}

async function readHistory(folder: string): Promise<MetricItem[]> {
  const [commits, headTime] = await Promise.all([
    git(folder, 'rev-list', '--count', 'HEAD'),
    git(folder, 'log', '-1', '--format=%ct'),
  ]);
  if (commits === undefined || headTime === undefined) return [];
  const age = Math.floor(Date.now() / 1000) - Number(headTime);
  return [
    { metric: 'checkout.commits', value: Number(commits) },
    { metric: 'checkout.head_age_seconds', value: age },
  ];
}

async function listTracked(folder: string): Promise<string[] | undefined> {
  const listed = await git(folder, 'ls-files', '-z');
  return listed?.split('\0').filter((file) => file !== '');
}

async function listAll(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names
    .map((name) => name.split(sep).join('/'))
    .filter((name) => !/(?:^|\/)(?:node_modules|\.git)(?:\/|$)/.test(name))
    .sort();
}

async function git(folder: string, ...args: string[]): Promise<string | undefined> {
  const running = promisify(execFile)('git', ['-C', folder, ...args], { maxBuffer: 16 * 1024 * 1024 });
  return running.then(
    ({ stdout }) => stdout.trim(),
    () => undefined,
  );
}

/** `src/cli/main.ts` → `src.cli.main_ts`: each part of a path is one node. */
function nodesOf(file: string): string {
  return file
    .split('/')
    .map((part) => part.replace(/[^A-Za-z0-9_-]+/g, '_'))
    .join('.');
}
