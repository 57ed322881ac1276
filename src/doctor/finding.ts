import { SendError } from '../model/errors.ts';
import type { Config } from '../options/config.ts';

/** The result of one check: `good`, `bad` with its cure, or `unknown` because it could not be made. */
export interface Finding {
  readonly state: 'good' | 'bad' | 'unknown';
  /** What was checked: one or two words. */
  readonly check: string;
  /** What was seen and, if it is bad, how to cure it. */
  readonly detail: string;
}

/** Reports a finding as soon as it is known. */
export type Report = (finding: Finding) => void;

/** What the checks of one server need. */
export interface ServerChecks {
  readonly config: Config;
  readonly report: Report;
  readonly signal: AbortSignal;
}

const SIGNS: Readonly<Record<Finding['state'], string>> = { good: '✔', bad: '✘', unknown: '?' };

/** One finding as one line. */
export function formatFinding({ state, check, detail }: Finding): string {
  return `${SIGNS[state]} ${check}: ${detail.replaceAll(/\s+/g, ' ').trim()}`;
}

/** Runs a check whose failure is a finding; the message of a {@link SendError} has its cure. */
export async function orBad<Value>(
  { check, report }: { readonly check: string; readonly report: Report },
  run: () => Promise<Value>,
): Promise<Value | undefined> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof SendError)) throw error;
    report({ state: 'bad', check, detail: error.message });
    return undefined;
  }
}
