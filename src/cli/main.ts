#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { endDespiteLookUp, exitWithNode } from '../util/end-despite-look-up.ts';
import { createConsole } from './console.ts';
import { type Commands, createProgram, exitCodeOf } from './program.ts';

const console = createConsole(process.env);
const publish: Commands['publish'] = async (flags) => {
  const { runPublish } = await import('./publish-command.ts');
  process.exitCode = await runPublish(flags, { console, env: process.env });
};
const commands: Commands = {
  publish,
  check: (flags) => publish({ ...flags, isCheck: true }),
  run: async (flags, command) => {
    const { runCommand } = await import('./run-command.ts');
    process.exitCode = await runCommand(flags, command, process.env);
  },
  doctor: async (flags) => {
    const { runDoctorCommand } = await import('./doctor-command.ts');
    process.exitCode = await runDoctorCommand(flags, { console, env: process.env });
  },
  listen: async (flags) => {
    const { runListen } = await import('./listen-command.ts');
    process.exitCode = await runListen(flags, console);
  },
  demo: async () => {
    const { runDemo } = await import('./demo-command.ts');
    process.exitCode = await runDemo(console);
  },
  trend: async (pattern, flags) => {
    const { runTrend } = await import('./graphite-commands.ts');
    process.exitCode = await runTrend(pattern, flags, { console, env: process.env });
  },
  event: async (text, flags) => {
    const { runEvent } = await import('./graphite-commands.ts');
    process.exitCode = await runEvent(text, flags, { console, env: process.env });
  },
  schema: async (flags) => {
    const { runSchema } = await import('./setup-commands.ts');
    process.exitCode = await runSchema(flags, console);
  },
  dashboard: async (flags) => {
    const { runDashboard } = await import('./setup-commands.ts');
    process.exitCode = await runDashboard(flags, console);
  },
};
const program = createProgram(commands, console.paintError);

program
  .parseAsync()
  .catch((error: unknown) => {
    process.exitCode = exitCodeOf(error) ?? 1;
    if (exitCodeOf(error) === undefined)
      console.err(error instanceof Error ? String(error.stack) : String(error));
  })
  .finally(() => endDespiteLookUp(Number(process.exitCode ?? 0), findExitProgram));

/**
 * The program that only exits with a code. A single executable is its own `process.execPath` and runs no other script,
 * so there it is the shell. Undefined if there is no shell: a missing program would abort this one.
 */
function findExitProgram(exitCode: number): readonly string[] | undefined {
  if (!process.getBuiltinModule('node:sea').isSea()) return exitWithNode(exitCode);
  return existsSync('/bin/sh') ? ['/bin/sh', '-c', `exit ${exitCode}`] : undefined;
}
