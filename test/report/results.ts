import type { Figures, StepFigure, SuiteFigures } from '../../src/model/figures.ts';
import type { Result } from '../../src/model/result.ts';
import { formatSummary, type SummaryParts } from '../../src/report/summary.ts';
import { formatFigures } from '../../src/report/summary-figures.ts';

export const START = 1_772_446_503;

/** A confirmed run with one point. */
export const RESULT: Result = {
  delivery: 'confirmed',
  server: 'carbon:2003',
  batches: 1,
  lines: 1,
  bytes: 20,
  attempts: 1,
  undelivered: 0,
  linesMade: 1,
  points: [{ path: 'a.b', value: '1', timestamp: 1_700_000_000 }],
  renamed: [],
  renamedCount: 0,
  warnings: [],
};

/** Names that contain markup, commands or control characters. */
export const HOSTILE: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '`|',
  '```',
  '```\n# h',
  '~~~',
  ':::',
  'a: crit, 2020-01-01, 2020-01-02',
  '%%{init: {"theme": "forest"}}%%',
  '%% comment',
  '%',
  ';',
  'a; b # c',
  '#35;',
  '&lt;b&gt; &#60;',
  'ﬂ°lt¶ßimgﬂ°gt¶ß',
  '"',
  "it's",
  'a\nb',
  'a\r\nsection x\r\n',
  '\u2028title forged',
  '\u202eRTL\u200f',
  'end',
  'section',
  'section x',
  'title x',
  'gantt',
  'todayMarker x',
  'click x href "javascript:alert(1)"',
  'click step1 call alert()',
  'dateFormat X',
  'accTitle: x',
  'accDescr { x }',
  '2020-01-01',
  '---\ntitle: x\n---',
  '$$x$$',
  '\\',
  '{',
  '}',
  '[x](https://e.example)',
  'https://e.example',
  '@someone #1',
  '</td></table><h1>x',
  '<!--',
  '',
  ' ',
  '\u0000',
  '\ud800',
  '日本語のステップ',
  '🏗️ Build',
  'x'.repeat(10_000),
  '<'.repeat(10_000),
  '\u200b'.repeat(10_000),
  '👩‍💻'.repeat(3000),
];

export function makeStep(name: string, index = 0, isSuccess = true): StepFigure {
  return { name, startedAt: START + 10 * index, endedAt: START + 10 * index + 7, isSuccess };
}

export function makeSuite(name: string, counts: Partial<SuiteFigures> = {}): SuiteFigures {
  return {
    name,
    total: 3,
    passed: 3,
    failed: 0,
    errors: 0,
    skipped: 0,
    flaky: 0,
    durationSeconds: 1,
    ...counts,
  };
}

/** Figures of every kind, with these names in every possible position. */
export function makeFigures(names: readonly string[], slots = 30): Figures {
  const suites = names.map((name) => makeSuite(name));
  return {
    tests: {
      ...makeSuite(''),
      suites,
      failures: names.map((name) => ({ name, parent: name, message: name })),
      slowest: names.slice(0, 5).map((name, index) => ({ name, parent: name, durationSeconds: 5 - index })),
    },
    coverage: [
      { kind: 'lines', covered: 9, total: 10 },
      { kind: 'branches', covered: 0, total: 0 },
    ],
    sizes: names.map((name, index) => ({ name, bytes: 2048 + index, gzipBytes: 1000, files: 2 })),
    job: {
      status: 'failure',
      durationSeconds: 300,
      steps: names.map((name, index) => makeStep(name, index, index % 3 !== 0)),
    },
    runner: { slotSeconds: 60, slots: makeSlots(slots) },
  };
}

export function makeSlots(count: number): NonNullable<Figures['runner']>['slots'] {
  return Array.from({ length: count }, (_, index) => ({
    startedAt: START + 60 * index,
    cpuPercent: { mean: index % 50, max: (index % 50) + 10 },
    memoryUsedBytes: { mean: 2e9 + index, max: 3e9 + index },
  }));
}

/** The whole job summary of a result, as the action writes it. */
export function summarize(
  result: Result,
  problem?: string,
  parts: Pick<SummaryParts, 'heading' | 'graphiteUrl'> = {},
): string {
  return formatSummary(result, {
    ...parts,
    problem,
    figures: result.figures && formatFigures(result.figures),
  });
}
