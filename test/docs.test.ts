import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NoOperationTraceWriter } from '@actions/workflow-parser';
import { parseAction } from '@actions/workflow-parser/actions/action-parser';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { VERSION } from '../src/cli/program.ts';
import { defaultOf, listOptions, nameFor, OPTIONS, type OptionSpec } from '../src/options/options.ts';
import { OUTPUTS } from '../src/options/outputs.ts';
import { bareEnv, finishChild, startChild } from './support/child.ts';
import { runCli } from './support/cli.ts';

const ROOT = join(import.meta.dirname, '..');
const readRoot = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

test('action.yml and the tables of the README follow from the table of options', async () => {
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
    const inputs = listOptions('action');
    expect(Object.keys(action.inputs)).toEqual(inputs.map(({ name }) => name));
    for (const row of inputs) {
      const fallback = defaultOf(row, 'action');
      expect(action.inputs[row.name]).toEqual({
        description: row.help,
        required: false,
        ...(fallback === undefined ? {} : { default: fallback }),
      });
    }
    expect(Object.entries(action.outputs)).toEqual(
      OUTPUTS.map(({ name, help }) => [name, { description: help }]),
    );
  });

  test('says to those who do not know Carbon what it is for, within the limits of the Marketplace', () => {
    const { name, description } = parse(content) as { name: string; description: string };
    expect(name).toContain('Graphite');
    expect(description).toContain('Graphite');
    expect(description.length).toBeLessThan(125);
  });

  test('has a type for every input and output, which its default is of', () => {
    interface Type {
      readonly type: string;
      readonly 'allowed-values'?: readonly string[];
    }
    const types = parse(readRoot('action-types.yml')) as Record<'inputs' | 'outputs', Record<string, Type>>;
    expect(Object.keys(types.inputs)).toEqual(Object.keys(action.inputs));
    expect(Object.keys(types.outputs)).toEqual(Object.keys(action.outputs));
    const isOf: Record<string, (text: string, type: Type) => boolean> = {
      string: () => true,
      list: () => true,
      boolean: (text) => /^(?:true|false)$/.test(text),
      integer: (text) => /^\d+$/.test(text),
      float: (text) => /^\d+(?:\.\d+)?$/.test(text),
      enum: (text, type) => type['allowed-values']?.includes(text) === true,
    };
    const defaults = Object.entries(action.inputs).flatMap(([name, { default: value }]) =>
      value === undefined || value.startsWith('${{') ? [] : [[name, value] as const],
    );
    expect(defaults.length).toBeGreaterThan(10);
    for (const [name, value] of defaults) {
      const type = types.inputs[name] ?? { type: 'none' };
      expect([name, isOf[type.type]?.(value, type)]).toEqual([name, true]);
    }
  });

  test('runs the committed bundle on Node 24', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/main/index.js', post: 'dist/main/post.js' });
    expect(action.branding).toEqual({ icon: expect.any(String), color: expect.any(String) });
    expect(readRoot(action.runs.main)).not.toBe('');
  });
});

describe('the command line', () => {
  const flags = new Set(listOptions('cli').filter(({ cli }) => cli?.variable === undefined));
  const has = (text: string, row: OptionSpec): boolean => {
    const short = row.cli?.short === undefined ? '    |  ' : `-${row.cli.short}, `;
    return new RegExp(`^ +(?:${short})?${nameFor(row, 'cli')}(?![\\w-])`, 'm').test(text);
  };

  const isShown = (row: OptionSpec): boolean => flags.has(row) && row.cli?.isForRun !== true;

  test('--help-all names every option', async () => {
    const { stdout, stderr, exitCode } = await runCli(['--help-all']);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    for (const option of flags)
      expect([option.name, has(stdout, option)]).toEqual([option.name, isShown(option)]);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  test('--help names every option except the rare ones, and fits a screen', async () => {
    const { stdout, stderr, exitCode } = await runCli(['--help']);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    for (const option of flags)
      expect([option.name, has(stdout, option)]).toEqual([
        option.name,
        isShown(option) && option.cli?.isRare !== true,
      ]);
    expect(stdout).toContain('--help-all');
    for (const { name } of OPTIONS.filter((row) => !listOptions('cli').includes(row)))
      expect(name === 'data' || !stdout.includes(`--${name} `)).toBe(true);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(50);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
  });

  test('run --help-all also names those of run', async () => {
    const { stdout, exitCode } = await runCli(['run', '--help-all']);
    expect(exitCode).toBe(0);
    for (const option of flags) expect([option.name, has(stdout, option)]).toEqual([option.name, true]);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  test('--version prints the version', async () => {
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
