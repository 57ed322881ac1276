import type { JobStatus } from '../collect/job/compute-job.ts';
import { toText } from '../model/errors.ts';

/** The job results of the CI systems. */
const STATUSES: Readonly<Record<string, JobStatus>> = {
  success: 'success',
  passed: 'success',
  failure: 'failure',
  failed: 'failure',
  error: 'failure',
  unstable: 'failure',
  cancelled: 'cancelled',
  canceled: 'cancelled',
  aborted: 'cancelled',
};

/** A job's result in GitHub's words; undefined if the text is empty. */
export function parseStatus(
  written: unknown,
):
  | { readonly ok: JobStatus | undefined }
  | { readonly rule: string; readonly value: string; readonly cure: string } {
  const text = toText(written);
  const word = text.trim().toLowerCase();
  if (word === '') return { ok: undefined };
  if (Object.hasOwn(STATUSES, word)) return { ok: STATUSES[word] };
  const cure = `Known words are ${Object.keys(STATUSES).join(', ')}.`;
  return { rule: 'it is success, failure or cancelled', value: text, cure };
}
