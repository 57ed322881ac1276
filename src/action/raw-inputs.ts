import { existsSync } from 'node:fs';
import * as core from '@actions/core';
import { listOptions, type OptionSpec } from '../options/options.ts';
import { isKeyLike, listPemSecrets, toPem } from '../util/pem-text.ts';

const PREFIX = 'input_';
/** Not trimmed, because leading spaces are significant in YAML. */
const UNTRIMMED: ReadonlySet<string> = new Set(['data', 'limits', 'sizes', 'tags', 'value']);

/** The text of an input as the workflow wrote it; undefined if the runner has none. */
export type ReadRaw = (name: string) => string | undefined;

/** The inputs as the runner passes them to this process. */
export function readOwnInputs(env: NodeJS.ProcessEnv): ReadRaw {
  return (name) => env[`INPUT_${name.toUpperCase()}`];
}

/** The text of an input, trimmed unless spaces are significant; a secret is masked. */
export function readInput({ name, kind, secret }: OptionSpec, readRaw: ReadRaw): string | undefined {
  const text = readRaw(name);
  const trimmed = text?.trim();
  if (text === undefined || trimmed === '') return trimmed;
  if (kind === 'pem') maskPem(text, secret === true);
  else if (secret) core.setSecret(text.trim());
  return UNTRIMMED.has(kind) ? text : trimmed;
}

/** Masks a private key line by line, as a log would show it. The path of a file is not a secret. */
function maskPem(text: string, isKey: boolean): void {
  const pem = toPem(text);
  // Certificates are public, but the input may be or contain a key.
  const mayBeKey = isKey || (pem === undefined ? isKeyLike(text) : pem.includes('PRIVATE KEY-----'));
  if (!mayBeKey || (pem === undefined && existsSync(text.trim()))) return;
  for (const secret of listPemSecrets(text)) core.setSecret(secret);
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
