#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { endDespiteLookUp, exitWithNode } from '../util/end-despite-look-up.ts';
import { createConsole, type Io } from './console.ts';
import { type Commands, createProgram, exitCodeOf } from './program.ts';

const io: Io = { console: createConsole(process.env), env: process.env };
const publish: Commands['publish'] = async (flags) =>
  (await import('./publish-command.ts')).runPublish(flags, io);
// Each command is loaded when it is used.
const commands: Commands = {
  publish,
  check: (flags) => publish({ ...flags, isCheck: true }),
  run: async (flags, command) =>
    (await import('./run-command.ts')).runCommand(command, { flags, env: io.env }),
  doctor: async (flags) => (await import('./doctor-command.ts')).runDoctorCommand(flags, io),
  listen: async (flags) => (await import('./listen-command.ts')).runListen(flags, io.console),
  demo: async () => (await import('./demo-command.ts')).runDemo(io.console),
  trend: async (pattern, flags) =>
    (await import('./graphite-commands.ts')).runTrend(pattern, { ...io, flags }),
  event: async (text, flags) => (await import('./graphite-commands.ts')).runEvent(text, { ...io, flags }),
  schema: async (flags) => (await import('./setup-commands.ts')).runSchema(flags, io.console),
  dashboard: async (flags) => (await import('./setup-commands.ts')).runDashboard(flags, io.console),
};

createProgram(commands, io.console.paintError)
  .parseAsync()
  .catch((error: unknown) => {
    process.exitCode = exitCodeOf(error) ?? 1;
    if (exitCodeOf(error) === undefined)
      io.console.err(error instanceof Error ? String(error.stack) : String(error));
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
