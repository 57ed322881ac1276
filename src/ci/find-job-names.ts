import type { CiJob } from './read-system.ts';

/**
 * The names that separate a job from others of its repository, for the placeholders of a scope. `leg` has the values of
 * its matrix.
 */
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
