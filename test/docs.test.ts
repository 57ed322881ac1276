import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NoOperationTraceWriter } from '@actions/workflow-parser';
import { parseAction } from '@actions/workflow-parser/actions/action-parser';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { OPTIONS, type OptionSpec, OUTPUTS } from '../src/options/table.ts';
import { VERSION } from '../src/util/version.ts';
import { bareEnv, finishChild, startChild } from './support/child.ts';
import { runCli } from './support/cli.ts';

const ROOT = join(import.meta.dirname, '..');
const readRoot = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

test('action.yml and the tables of the README are what the table of options says', async () => {
  const script = startChild({
    command: process.execPath,
    args: ['scripts/docs.mjs', '--check'],
    env: bareEnv(),
    cwd: ROOT,
  });
  expect(await finishChild(script)).toMatchObject({ exitCode: 0, stdout: '', stderr: '' });
});

describe('action.yml', () => {
  const content = readRoot('action.yml');
  const parseFaults = (text: string): string[] =>
    parseAction({ name: 'action.yml', content: text }, new NoOperationTraceWriter())
      .context.errors.getErrors()
      .map((error) => error.message);

  test("passes GitHub's own parser", () => {
    expect(parseFaults(content)).toEqual([]);
    expect(parseFaults(content.replace('runs:', 'rnus:'))).not.toEqual([]);
  });

  const action = parse(content) as {
    inputs: Record<string, { description: string; default?: string; required: boolean }>;
    outputs: Record<string, { description: string }>;
    runs: { using: string; main: string };
    branding: object;
  };

  test('has the inputs and outputs of the table, each with a description', () => {
    const inputs = OPTIONS.filter(({ faces }) => faces.includes('action'));
    expect(Object.keys(action.inputs)).toEqual(inputs.map(({ name }) => name));
    for (const { name, help, defaults } of inputs)
      expect(action.inputs[name]).toEqual({
        description: help,
        required: false,
        ...(defaults?.action === undefined ? {} : { default: defaults.action }),
      });
    expect(Object.entries(action.outputs)).toEqual(
      OUTPUTS.map(({ name, help }) => [name, { description: help }]),
    );
  });

  test('runs the committed bundle on Node 24', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/main/index.js', post: 'dist/main/post.js' });
    expect(action.branding).toEqual({ icon: expect.any(String), color: expect.any(String) });
    expect(readRoot(action.runs.main)).not.toBe('');
  });
});

describe('the command line', () => {
  const has = (text: string, { name, cli }: OptionSpec): boolean => {
    const short = cli?.short === undefined ? '    |  ' : `-${cli.short}, `;
    return new RegExp(`^ +(?:${short})?--${cli?.option ?? name}\\b`, 'm').test(text);
  };

  const isShown = ({ faces, cli }: OptionSpec): boolean => faces.includes('cli') && cli?.isForRun !== true;

  test('--help-all names every option', async () => {
    const { stdout, stderr, exitCode } = await runCli(['--help-all']);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    for (const option of OPTIONS)
      expect([option.name, has(stdout, option)]).toEqual([option.name, isShown(option)]);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  test('--help names every option but the rare ones, and fits a screen', async () => {
    const { stdout, stderr, exitCode } = await runCli(['--help']);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    for (const option of OPTIONS.filter(({ faces }) => faces.includes('cli')))
      expect([option.name, has(stdout, option)]).toEqual([
        option.name,
        isShown(option) && option.cli?.isRare !== true,
      ]);
    expect(stdout).toContain('--help-all');
    for (const { name } of OPTIONS.filter(({ faces, cli }) => !faces.includes('cli') && cli === undefined))
      expect(stdout).not.toContain(`--${name} `);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(50);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
  });

  test('run --help-all names those of run as well', async () => {
    const { stdout, exitCode } = await runCli(['run', '--help-all']);
    expect(exitCode).toBe(0);
    for (const option of OPTIONS)
      expect([option.name, has(stdout, option)]).toEqual([option.name, option.faces.includes('cli')]);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  test('--version is the version', async () => {
    expect(await runCli(['--version'])).toMatchObject({ exitCode: 0, stdout: `${VERSION}\n`, stderr: '' });
  });
});

test('the version is the same everywhere', () => {
  expect(VERSION).toMatch(/^\d+\.\d+\.\d+$/);
  expect(JSON.parse(readRoot('package.json'))).toMatchObject({ version: VERSION });
  expect(JSON.parse(readRoot('package-lock.json'))).toMatchObject({
    version: VERSION,
    packages: { '': { version: VERSION } },
  });
  expect(readRoot('CHANGELOG.md')).toMatch(
    new RegExp(`^## (?:\\[)?${VERSION.replaceAll('.', '\\.')}\\b`, 'm'),
  );
});
