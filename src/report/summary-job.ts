import type { JobFigures, StepFigure } from '../model/figures.ts';
import { formatCounted, formatInstant } from './amounts.ts';
import { paragraph } from './html.ts';
import { formatFence, MAX_DIAGRAM_CHARACTERS, toLabel } from './mermaid.ts';
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

const MAX_BARS = 200;
const MAX_LABEL_CHARACTERS = 50;
/** The minimum share of a bar, so that a very short step is visible. */
const LEAST_BAR = 1 / 200;
/** The fence, the configuration and the first lines. */
const HEAD_CHARACTERS = 500;

/** The steps that a chart shows, and the number of steps without room. */
interface Gantt {
  readonly diagram: string;
  readonly leftOut: number;
}

interface Bar {
  readonly step: StepFigure;
  readonly text: string;
}

/**
 * The steps over time, as Mermaid's gantt. Failed steps are marked; if there are too many steps, the shortest are
 * omitted.
 */
function formatGantt(steps: readonly StepFigure[]): Gantt | undefined {
  const drawn = steps.filter(({ startedAt, endedAt }) => isInstant(startedAt) && isInstant(endedAt));
  const start = drawn.reduce((least, step) => Math.min(least, step.startedAt), Number.POSITIVE_INFINITY);
  const span = drawn.reduce((most, step) => Math.max(most, step.endedAt), start) - start;
  if (drawn.length === 0) return undefined;
  const leastSeconds = Math.max(1, Math.ceil(span * LEAST_BAR));
  const bars = drawn.map((step, index) => ({
    step,
    text: formatBar(step, { number: index + 1, leastSeconds }),
  }));
  const shown = chooseBars(bars);
  const lines = [
    'gantt',
    // Local time for input and output, so UTC stays UTC. Mermaid's own epoch format changed its unit.
    'dateFormat YYYY-MM-DDTHH:mm:ss',
    `axisFormat ${span < 600 ? '%H:%M:%S' : '%H:%M'}`,
    'todayMarker off',
    ...shown.map(({ text }) => text),
  ];
  const config = {
    gantt: { leftPadding: 16, rightPadding: 16, topPadding: 46, barHeight: 18, fontSize: 12 },
  };
  return { diagram: formatFence(lines, config), leftOut: steps.length - shown.length };
}

function isInstant(epochSeconds: number): boolean {
  return formatInstant(epochSeconds) !== undefined;
}

function formatBar(
  step: StepFigure,
  bar: { readonly number: number; readonly leastSeconds: number },
): string {
  const { number, leastSeconds } = bar;
  const seconds = step.endedAt - step.startedAt;
  const start = Math.floor(step.startedAt);
  const end = start + Math.max(Math.round(seconds), leastSeconds);
  const times = [start, end].map((instant) => (formatInstant(instant) ?? '').replace('Z', ''));
  // The number comes first, so that no name can be a Mermaid keyword.
  const label = `${number}. ${toLabel(step.name, MAX_LABEL_CHARACTERS)} · ${formatDuration(seconds)}`;
  return `${label} :${step.isSuccess ? '' : 'crit, '}step${number}, ${times.join(', ')}`;
}

/** Chooses failed steps, then the longest, up to the limit, and restores their order. */
function chooseBars(bars: readonly Bar[]): readonly Bar[] {
  const seconds = ({ step }: Bar): number => step.endedAt - step.startedAt;
  const byWeight = bars.toSorted(
    (one, other) =>
      Number(one.step.isSuccess) - Number(other.step.isSuccess) || seconds(other) - seconds(one),
  );
  let room = MAX_DIAGRAM_CHARACTERS - HEAD_CHARACTERS;
  const chosen = new Set<Bar>();
  for (const bar of byWeight.slice(0, MAX_BARS)) {
    room -= bar.text.length + 1;
    if (room < 0) break;
    chosen.add(bar);
  }
  return bars.filter((bar) => chosen.has(bar));
}
