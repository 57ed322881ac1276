/** The text of an input as the workflow wrote it; undefined if the runner has none. */
export type ReadRaw = (name: string) => string | undefined;

/** The inputs as the runner passes them to this process. */
export function readOwnInputs(env: NodeJS.ProcessEnv): ReadRaw {
  return (name) => env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`];
}

/** The inputs that the workflow gives and the table does not have, in lower case; the runner passes them on. */
export function listUnknownInputs(env: NodeJS.ProcessEnv, known: readonly string[]): readonly string[] {
  const names = new Set(known.map((name) => name.toUpperCase()));
  return Object.keys(env)
    .map((variable) => /^INPUT_(.+)$/is.exec(variable)?.[1]?.toUpperCase())
    .filter((name) => name !== undefined && !names.has(name))
    .map((name) => String(name).toLowerCase());
}
