import { fileURLToPath } from 'node:url';
import { bareEnv, finishChild, startChild } from '../support/child.ts';
import type { Need } from '../support/needs.ts';
import type { Observation, Row } from './row.ts';

/** What a row needs on the machine. */
export function listNeeds({ programs = [], namespace = false }: Row): readonly Need[] {
  return ['Linux', ...programs, ...(namespace ? (['root with namespaces', 'nft', 'ip', 'tc'] as const) : [])];
}

/** Runs a row in a process with its own network and mount namespaces, which end with it. */
export async function runInNamespace({ fault }: Row): Promise<Observation> {
  const script = fileURLToPath(new URL('in-namespace.ts', import.meta.url));
  const args = ['--net', '--mount', process.execPath, script, fault];
  const { TEST_RUN_FOLDER, XDG_CACHE_HOME } = process.env;
  const env = {
    ...bareEnv(),
    ...(TEST_RUN_FOLDER && { TEST_RUN_FOLDER }),
    ...(XDG_CACHE_HOME && { XDG_CACHE_HOME }),
  };
  const { exitCode, stdout, stderr } = await finishChild(startChild({ command: 'unshare', args, env }));
  if (exitCode !== 0) throw new Error(`the row ended with ${exitCode}\n${stdout}\n${stderr}`);
  return JSON.parse(stdout.split('\n').at(-2) ?? '') as Observation;
}
