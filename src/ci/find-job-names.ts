import type { CiJob } from './read-system.ts';

/** What tells a job from others of its repository, in the words of a scope; `leg` gives the values of its matrix. */
export function findJobNames(
  job: CiJob,
  leg: readonly string[] = [],
): { readonly workflow: string; readonly job: string; readonly matrix: string } {
  const matrix = leg.filter((value) => value !== '').join('-');
  return {
    workflow: job.workflow ?? '',
    job: job.job ?? '',
    matrix: matrix === '' ? (job.leg ?? '') : matrix,
  };
}
