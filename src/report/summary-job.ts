import type { JobFigures } from '../model/figures.ts';
import { formatCounted } from './amounts.ts';
import { formatGantt } from './gantt.ts';
import { paragraph } from './html.ts';
import { formatDuration } from './quantities.ts';

/** Symbols for a job's conclusion. */
export const STATUS_SIGNS: Readonly<Record<JobFigures['status'], string>> = {
  success: '✅',
  failure: '❌',
  cancelled: '🚫',
};

/** A job's conclusion, its duration, and its steps over time. */
export function formatJob(job: JobFigures): string[] {
  const gantt = formatGantt(job.steps);
  const took = `${STATUS_SIGNS[job.status]} ${job.status} in ${formatDuration(job.durationSeconds)}`;
  if (gantt === undefined) return ['#### Job', paragraph(`${took}.`)];
  const failed = job.steps.filter(({ isSuccess }) => !isSuccess).length;
  const broken = failed > 0 ? `, ${failed} without success (red)` : '';
  const steps = formatCounted(job.steps.length, 'finished step');
  const rest =
    gantt.leftOut > 0 ? [paragraph(`… and ${formatCounted(gantt.leftOut, 'more step')}, the shortest.`)] : [];
  return ['#### Job', paragraph(`${took}; ${steps}${broken}, times in UTC.`), gantt.diagram, ...rest];
}
