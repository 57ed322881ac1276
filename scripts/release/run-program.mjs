import { spawnSync } from 'node:child_process';

/**
 * Runs a program and returns what it prints to standard output. Its standard error is passed on unless `isQuiet`.
 * @throws where it cannot be started or fails, with what it printed as `stderr`.
 */
export function runProgram(command, args, { input = '', isQuiet = false } = {}) {
  const { error, status, stdout, stderr } = spawnSync(command, args, { input, encoding: 'utf8' });
  if (error !== undefined) throw new Error(`${command} cannot be started (${error.code}). Is it installed?`);
  if (status === 0 && !isQuiet) process.stderr.write(stderr);
  if (status !== 0)
    throw Object.assign(new Error(`${[command, ...args].join(' ')} failed: ${stderr.trim()}`), { stderr });
  return stdout;
}
