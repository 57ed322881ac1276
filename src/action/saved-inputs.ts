import { defaultOf, listOptions, type OptionSpec } from '../options/options.ts';
import type { Entry } from './command-file.ts';
import type { ReadRaw } from './raw-inputs.ts';

/** The state that lists what was saved. */
const LIST = 'inputs';
/** Linux starts no process with a variable of more than 128 KiB, or with more than about 2 MiB in total. */
const MAX_BYTES = 102_400;
const MAX_TOTAL_BYTES = 262_144;
/** Inputs that are known only at the end of the job. */
const AT_END: ReadonlySet<string> = new Set(['job-status', 'check-run-id']);

/** Each saved input, with the SHA-256 of its text if that was too long to save. */
type SavedList = Readonly<Record<string, string>>;

/**
 * The inputs as states: in nested composite actions the runner passes other inputs to the post step
 * (actions/runner#3514). Each input that differs from its default is one state with its raw text. A text that is too
 * long, or that `isUnsaved` names, is read again at the end. It is then compared with a saved digest, so that a text of
 * another step is not used.
 */
export function listInputStates(
  readRaw: ReadRaw,
  { isLeftOut, isUnsaved }: Readonly<Record<'isLeftOut' | 'isUnsaved', (row: OptionSpec) => boolean>>,
): Entry[] {
  const list: Record<string, string> = {};
  const states: Entry[] = [];
  let total = 0;
  for (const row of listOptions('action')) {
    const { name } = row;
    const text = readRaw(name);
    if (AT_END.has(name) || isLeftOut(row) || text === undefined || text === findDefault(row)) continue;
    const bytes = Buffer.byteLength(text);
    const isSaved = bytes <= MAX_BYTES && total + bytes <= MAX_TOTAL_BYTES && !isUnsaved(row);
    list[name] = isSaved ? '' : digest(text);
    if (!isSaved) continue;
    total += bytes;
    states.push([stateOf(name), text]);
  }
  return [...states, [LIST, JSON.stringify(list)]];
}

/** The saved inputs of the step, and the names of those that are lost; undefined if the step saved none. */
export function readSavedInputs(
  env: NodeJS.ProcessEnv,
  readOwn: ReadRaw,
): { readonly readRaw: ReadRaw; readonly lost: readonly string[] } | undefined {
  const list = parseList(env[`STATE_${LIST}`]);
  if (list === undefined) return undefined;
  const texts = new Map<string, string | undefined>(
    listOptions('action').map((row) => [row.name, findDefault(row)]),
  );
  const lost: string[] = [];
  for (const [name, expected] of Object.entries(list)) {
    // Windows may drop an empty variable.
    const text = expected === '' ? (env[`STATE_${stateOf(name)}`] ?? '') : readOwn(name);
    const isLost = text === undefined || (expected !== '' && digest(text) !== expected);
    if (isLost) lost.push(name);
    texts.set(name, isLost ? undefined : text);
  }
  return { readRaw: (name) => (AT_END.has(name) ? readOwn(name) : texts.get(name)), lost };
}

/** The runner's value for an input that the workflow does not give; undefined for an expression. */
function findDefault(row: OptionSpec): string | undefined {
  const fallback = defaultOf(row, 'action') ?? '';
  return fallback.includes('${{') ? undefined : fallback;
}

function stateOf(name: string): string {
  return `input-${name}`;
}

function digest(text: string): string {
  // Few steps have such a text, and this module of Node loads slowly.
  return process.getBuiltinModule('node:crypto').createHash('sha256').update(text).digest('hex');
}

function parseList(text: string | undefined): SavedList | undefined {
  try {
    const list: unknown = JSON.parse(text ?? '');
    if (typeof list !== 'object' || list === null) return undefined;
    const known = new Set<string>(listOptions('action').map(({ name }) => name));
    return Object.fromEntries(
      Object.entries(list).filter(([name, value]) => known.has(name) && typeof value === 'string'),
    ) as SavedList;
  } catch {
    return undefined;
  }
}
