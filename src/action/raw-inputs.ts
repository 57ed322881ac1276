/** The text of an input as the workflow wrote it; undefined where the runner has none. */
export type ReadRaw = (name: string) => string | undefined;

/** The inputs as the runner passes them to this process. */
export function readOwnInputs(env: NodeJS.ProcessEnv): ReadRaw {
  return (name) => env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`];
}
