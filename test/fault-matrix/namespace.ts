import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bareEnv, finishChild, startChild } from '../support/child.ts';
import type { Observation, Row } from './row.ts';

const PROGRAMS = ['/usr/sbin/nft', '/usr/sbin/tc'];
let canUnshare: boolean | undefined;

/** Why a fault cannot be caused on this machine; nothing where it can. */
export function findObstacle({ programs = [], namespace = false }: Row): string | undefined {
  if (process.platform !== 'linux') return 'it takes Linux';
  const missing = [...programs, ...(namespace ? PROGRAMS : [])].find((program) => !existsSync(program));
  if (missing !== undefined) return `it takes ${missing}`;
  if (!namespace) return undefined;
  canUnshare ??= spawnSync('unshare', ['--net', '--mount', 'true']).status === 0;
  return canUnshare ? undefined : 'it takes root and namespaces';
}

/** Runs a row in a process with a network and a mount namespace of its own, which end with it. */
export async function runInNamespace({ fault }: Row): Promise<Observation> {
  const script = fileURLToPath(new URL('in-namespace.ts', import.meta.url));
  const args = ['--net', '--mount', process.execPath, script, fault];
  const { CARBON_TEST_TMP } = process.env;
  const env = { ...bareEnv(), ...(CARBON_TEST_TMP === undefined ? {} : { CARBON_TEST_TMP }) };
  const { exitCode, stdout, stderr } = await finishChild(startChild({ command: 'unshare', args, env }));
  if (exitCode !== 0) throw new Error(`the row ended with ${exitCode}\n${stdout}\n${stderr}`);
  return JSON.parse(stdout.split('\n').at(-2) ?? '') as Observation;
}
