import { listOptions } from '../options/options.ts';

const PREFIX = 'input_';

/** The text of an input as the workflow wrote it; undefined if the runner has none. */
export type ReadRaw = (name: string) => string | undefined;

/** The inputs as the runner passes them to this process. */
export function readOwnInputs(env: NodeJS.ProcessEnv): ReadRaw {
  return (name) => env[`INPUT_${name.toUpperCase()}`];
}

/** The inputs that the workflow gives and the table does not have, in lower case; the runner passes them on. */
export function listUnknownInputs(env: NodeJS.ProcessEnv): readonly string[] {
  const known = new Set<string>(listOptions('action').map(({ name }) => name));
  // A pattern that ignores case takes longer to prepare than all of this.
  return Object.keys(env)
    .map((variable) => variable.toLowerCase())
    .filter((variable) => variable.startsWith(PREFIX))
    .map((variable) => variable.slice(PREFIX.length))
    .filter((name) => name !== '' && !known.has(name));
}
