import { InputError } from '../../src/model/errors.ts';
import type { Result } from '../../src/model/result.ts';
import type { WrittenOptions } from '../../src/options/options.ts';
import type { RunContext } from '../../src/options/run-context.ts';
import { publishWritten } from '../support/publish-written.ts';

/** The end of a dry run: its lines and its Result, or its error. */
export interface DryRun {
  readonly text: string;
  readonly result?: Result;
  readonly error?: InputError;
}

/** The time of every dry run, in milliseconds: 1700000000 s and a fraction. */
export const NOW_MS = 1_700_000_000_999;

/** Publishes without sending. Any error except an InputError fails the test. */
export async function publishDry(
  options: WrittenOptions,
  context: Partial<RunContext> = {},
): Promise<DryRun> {
  let text = '';
  const collect = (lines: string): void => {
    text += lines;
  };
  try {
    const result = await publishWritten(
      { dryRun: true, onDryRun: collect, ...options },
      { face: 'library', nowMs: NOW_MS, ...context },
    );
    return { text, result };
  } catch (error) {
    if (error instanceof InputError) return { text, error };
    throw error;
  }
}
