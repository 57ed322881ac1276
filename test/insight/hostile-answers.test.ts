import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeVerdicts } from '../../src/insight/compute-verdicts.ts';
import { describeCheck } from '../../src/insight/judge-run.ts';
import { readHistory } from '../../src/insight/read-history.ts';
import { SendError } from '../../src/model/errors.ts';
import { listMessages } from '../../src/report/check-messages.ts';
import { formatCheck } from '../../src/report/summary-check.ts';
import { formatCheckText } from '../../src/report/text-check.ts';
import { parseAnswer } from '../../src/verify/parse-answer.ts';

const NOW = 1_800_000_000;
const PATHS = ['ci.x.job.duration_seconds', 'ci.x.size.a.bytes', 'ci.x.tests.total'];
/** A mark that no text of the program contains. */
const MARK = 'qjzxv';

/** Texts that look like commands, markup or paths. Each contains the mark. */
const text = fc
  .tuple(
    fc.constantFrom(
      '::error::',
      '##[error]',
      '<img src=x>',
      '```\n',
      '%%{init: {}}%%',
      '\u001b[31m',
      '../',
      '',
    ),
    fc.string({ maxLength: 8 }),
  )
  .map(([start, end]) => `${start}${MARK}${end}`);
const number = fc.oneof(
  fc.double({ noNaN: true }),
  fc.integer({ min: -5, max: 500 }),
  fc.constantFrom(0, -0, 5e-324, 1.7e308, -1.7e308),
);
const time = fc.oneof(
  fc.integer({ min: NOW - 90 * 86_400, max: NOW }),
  fc.constantFrom(-1, 0, 1e15, NOW + 1e6),
);
const datapoint = fc.oneof(
  { weight: 20, arbitrary: fc.tuple(fc.oneof(number, fc.constant(null)), time) },
  { weight: 1, arbitrary: fc.oneof(text, fc.constant(null), fc.tuple(text, time), fc.tuple(number, text)) },
);
const series = fc.record(
  {
    target: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...PATHS, 'ci.x.job.success') },
      { weight: 1, arbitrary: text },
    ),
    datapoints: fc.oneof(
      { weight: 9, arbitrary: fc.array(fc.tuple(number, time), { maxLength: 30 }).map(sortByTime) },
      { weight: 3, arbitrary: fc.array(datapoint, { maxLength: 12 }) },
      { weight: 1, arbitrary: text },
    ),
    tags: fc.dictionary(text, text, { maxKeys: 2 }),
    [MARK]: text,
  },
  { requiredKeys: ['target', 'datapoints'] },
);
const answer = fc.oneof(
  { weight: 12, arbitrary: fc.array(series, { maxLength: 5 }).map(toJson) },
  { weight: 1, arbitrary: text },
  { weight: 1, arbitrary: fc.json().map((json) => `[${json}, "${MARK}"]`) },
);

/** Numbers of an answer, some of which JavaScript cannot represent. */
function toJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('1.7e+308', '1e999');
}

function sortByTime<Pair extends readonly [number, number]>(pairs: readonly Pair[]): Pair[] {
  return pairs.toSorted(([, one], [, other]) => one - other);
}

/** Everything of an answer that a run prints. */
async function show(answered: string): Promise<string> {
  const read = await readHistory([...PATHS, 'ci.x.job.success'], {
    ask: async (_, maxSeries) => parseAnswer(answered, maxSeries),
    spanDays: 90,
    nowSeconds: NOW,
  });
  const values = PATHS.map((path, index) => ({
    path,
    name: path.slice('ci.x.'.length),
    value: 300 * index + 7,
    timestamp: NOW,
    comparedWith: path,
  }));
  const verdicts = computeVerdicts(values, {
    ...read,
    limits: [],
    failOn: 'unusual',
    isOwnHistory: true,
    isJobSuccess: true,
    jobSuccess: read.histories.get('ci.x.job.success') ?? [],
  });
  const notices = describeCheck(verdicts.metrics, { ...read, leftOut: 0, nowSeconds: NOW });
  const check = { ...verdicts, notices, leftOut: 0, graphiteUrl: 'https://graphite.example.com/' };
  if (read.problem !== undefined) expect(read.problem).toBeInstanceOf(SendError);
  expect(check.metrics).toHaveLength(PATHS.length);
  return [
    ...formatCheck(check),
    formatCheckText(check, { columns: 80, hasColour: true }),
    ...Object.values(listMessages(check)),
    JSON.stringify(check),
  ].join('\n');
}

test('ten thousand hostile answers stop no run, and put no text into log, summary or outputs', async () => {
  let judged = 0;
  await fc.assert(
    fc.asyncProperty(answer, async (answered) => {
      const shown = await show(answered);
      expect(shown).not.toContain(MARK);
      expect(shown).not.toMatch(/^(?:::|.*##\[)|NaN|Infinity|<img/m);
      if (/regressed|unusual|improved|"ok"/.test(shown)) judged += 1;
    }),
    { numRuns: 10_000, seed: 14 },
  );
  // Not all answers are refused: many give verdicts.
  expect(judged).toBeGreaterThan(1000);
});
