import { randomUUID } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { EOL } from 'node:os';
import { join } from 'node:path';
import { dropOldTimeWarning } from './old-times.ts';
import { splitLines } from './runner-commands.ts';

/** The paths of the files in which a step writes to the runner, by their variables. */
export type CommandFiles = Readonly<
  Record<'GITHUB_OUTPUT' | 'GITHUB_STATE' | 'GITHUB_ENV' | 'GITHUB_PATH' | 'GITHUB_STEP_SUMMARY', string>
>;

/** What a step wrote into its files. */
export interface CommandFileContents {
  readonly outputs: Record<string, string>;
  readonly state: Record<string, string>;
  readonly env: Record<string, string>;
  readonly paths: string[];
  readonly summary: string;
}

const maxSummaryBytes = 1024 * 1024;

/** Makes the five empty files of one step. */
export async function createCommandFiles(tempDir: string): Promise<CommandFiles> {
  const directory = join(tempDir, '_runner_file_commands');
  await mkdir(directory, { recursive: true });
  const suffix = randomUUID();
  const files: CommandFiles = {
    GITHUB_OUTPUT: join(directory, `set_output_${suffix}`),
    GITHUB_STATE: join(directory, `save_state_${suffix}`),
    GITHUB_ENV: join(directory, `set_env_${suffix}`),
    GITHUB_PATH: join(directory, `add_path_${suffix}`),
    GITHUB_STEP_SUMMARY: join(directory, `step_summary_${suffix}`),
  };
  for (const file of Object.values(files)) await writeFile(file, '');
  return files;
}

/** Reads the files of a step that ended. Throws what would make the runner fail the step. */
export async function readCommandFiles(files: CommandFiles): Promise<CommandFileContents> {
  const { size } = await stat(files.GITHUB_STEP_SUMMARY);
  if (size > maxSummaryBytes) throw new Error(`the runner drops a job summary of ${size} bytes`);
  const env = parseKeyValues(await readFile(files.GITHUB_ENV, 'utf8'));
  const refused = Object.keys(env).find((name) => name.toUpperCase() === 'NODE_OPTIONS');
  if (refused) throw new Error(`the runner refuses to set ${refused}`);
  return {
    outputs: parseKeyValues(await readFile(files.GITHUB_OUTPUT, 'utf8')),
    state: parseKeyValues(await readFile(files.GITHUB_STATE, 'utf8')),
    env,
    paths: splitLines(await readFile(files.GITHUB_PATH, 'utf8')).filter((line) => line !== ''),
    summary: dropOldTimeWarning(await readFile(files.GITHUB_STEP_SUMMARY, 'utf8')),
  };
}

/** Parses `NAME=VALUE` lines and `NAME<<DELIMITER` blocks. Anything else is an error, as for the runner. */
export function parseKeyValues(text: string): Record<string, string> {
  const values: [string, string][] = [];
  const lines = text.replace(/^\uFEFF/, '').split(EOL);
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const block = line.indexOf('<<');
    if (equals > 0 && (block < 0 || equals < block)) {
      values.push([line.slice(0, equals), line.slice(equals + 1)]);
    } else {
      const [name, delimiter] = [line.slice(0, Math.max(block, 0)), line.slice(block + 2)];
      if (block < 0 || name === '' || delimiter === '')
        throw new Error(`the runner rejects the line ${quote(line)}`);
      const end = lines.indexOf(delimiter, index + 1);
      if (end < 0) throw new Error(`the block of ${quote(name)} does not end with ${quote(delimiter)}`);
      values.push([name, lines.slice(index + 1, end).join(EOL)]);
      index = end;
    }
  }
  // Not an assignment, because a name such as __proto__ must be an entry like any other.
  return Object.fromEntries(values);
}

function quote(text: string): string {
  return JSON.stringify(text.slice(0, 100));
}
