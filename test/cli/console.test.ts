import { expect, test } from 'vitest';
import { findColour } from '../../src/cli/console.ts';
import { runCli } from '../support/cli.ts';

test.each<[env: Record<string, string>, onTerminal: boolean, inPipe: boolean]>([
  [{}, true, false],
  [{ TERM: 'xterm-256color' }, true, false],
  [{ TERM: 'dumb' }, false, false],
  [{ NO_COLOR: '1' }, false, false],
  [{ NO_COLOR: '0' }, false, false],
  [{ NO_COLOR: '' }, true, false],
  [{ FORCE_COLOR: '1' }, true, true],
  [{ FORCE_COLOR: '3' }, true, true],
  [{ FORCE_COLOR: 'true' }, true, true],
  [{ FORCE_COLOR: '0' }, false, false],
  [{ FORCE_COLOR: 'false' }, false, false],
  [{ FORCE_COLOR: '' }, true, false],
  [{ FORCE_COLOR: '1', NO_COLOR: '1' }, true, true],
  [{ FORCE_COLOR: '0', CLICOLOR_FORCE: '1' }, false, false],
  [{ FORCE_COLOR: '1', TERM: 'dumb' }, true, true],
  [{ CLICOLOR_FORCE: '1' }, true, true],
  [{ CLICOLOR_FORCE: '0' }, true, false],
  [{ CLICOLOR_FORCE: '1', NO_COLOR: '1' }, false, false],
])('%j: colours on a terminal %s, in a pipe %s', (env, onTerminal, inPipe) => {
  expect([findColour(env, true), findColour(env, false)]).toEqual([onTerminal, inPipe]);
});

test.each([
  ['an error of a run', ['-m', 'a', '-v', 'x', '-c', 'host'], '\u001b[31mcarbonclient: --metric, "a": '],
  ['an error of the parser', ['--nothing'], "\u001b[31merror: unknown option '--nothing'"],
  ['an error of trend', ['trend', 'a', '--graphite-url', 'x'], '\u001b[31mcarbonclient: --graphite-url: '],
  ['a warning', ['-m', 'a', '-v', '1', '-t', '9', '-c', 'h', '--dry-run'], '\u001b[33m--timestamp: '],
])('FORCE_COLOR colours %s in a pipe', async (_, args, text) => {
  expect((await runCli(args, { env: { FORCE_COLOR: '1' } })).stderr).toContain(text);
  expect((await runCli(args)).stderr).not.toContain('\u001b');
});

test('FORCE_COLOR does not colour what a program reads', async () => {
  const args = ['-m', 'a', '-v', '1', '-t', '1700000000', '-s', 's', '-g', 'g', '--dry-run'];
  const env = { FORCE_COLOR: '1' };
  expect((await runCli(args, { env })).stdout).toBe('g.s.a 1 1700000000\n');
  expect((await runCli([...args, '--json'], { env })).stdout).not.toContain('\u001b');
});
