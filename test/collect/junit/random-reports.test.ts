import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countReports, toShort } from './count.ts';

interface Case {
  readonly name: string;
  readonly classname: string;
  /** Milliseconds, or no time. */
  readonly time: number | undefined;
  readonly outcome: 'passed' | 'flaky' | 'skipped' | 'failed' | 'errors';
}

interface Suite {
  readonly name: string;
  readonly children: ReadonlyArray<Case | Suite>;
}

const STRONGER = ['skipped', 'passed', 'flaky', 'failed', 'errors'];
const ELEMENT = {
  passed: '',
  flaky: '<flakyError/>',
  skipped: '<skipped/>',
  failed: '<failure/>',
  errors: '<error/>',
};
const isCase = (one: Case | Suite): one is Case => 'outcome' in one;

const oneCase: fc.Arbitrary<Case> = fc.record({
  name: fc.constantFrom('a', 'b', 'c'),
  classname: fc.constantFrom('x', 'y'),
  time: fc.option(fc.nat({ max: 5000 }), { nil: undefined }),
  outcome: fc.constantFrom('passed', 'flaky', 'skipped', 'failed', 'errors'),
});
const { suite } = fc.letrec<{ suite: Suite }>((tie) => ({
  suite: fc.record({
    name: fc.constantFrom('s', 't', 'u.v'),
    children: fc.array(fc.oneof({ maxDepth: 3, depthSize: 'small' }, oneCase, tie('suite')), {
      maxLength: 8,
    }),
  }),
}));

function write(one: Case | Suite): string {
  if (isCase(one)) {
    const time = one.time === undefined ? '' : ` time="${one.time / 1000}"`;
    return `<testcase classname="${one.classname}" name="${one.name}"${time}><system-out>&lt;</system-out>${ELEMENT[one.outcome]}</testcase>`;
  }
  return `<testsuite name="${one.name}" tests="77" skipped="7">${one.children.map(write).join('\n')}</testsuite>`;
}

/** The cases with the names of all enclosing suites. */
function list(
  one: Case | Suite,
  path: readonly string[] = [],
): Array<{ path: readonly string[]; case: Case }> {
  if (isCase(one)) return [{ path, case: one }];
  return one.children.flatMap((child) => list(child, [...path, one.name]));
}

/** Suites without any case would be counted by their attributes. */
const hasCases = (one: Case | Suite): boolean =>
  isCase(one) || (one.children.length > 0 && one.children.every(hasCases));

test('random reports give the counts of a slow counter', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(suite.filter(hasCases), { minLength: 1, maxLength: 4 }), async (suites) => {
      const listed = suites.flatMap((one) => list(one));
      const groups = Object.groupBy(listed, ({ path, case: { classname, name } }) =>
        JSON.stringify([path, classname, name]),
      );
      const worst = Object.values(groups).map((group = []) => {
        const outcome = STRONGER.findLast((one) => group.some((each) => each.case.outcome === one));
        return { suite: group[0]?.path.at(-1), outcome };
      });
      const shorten = (cases: typeof worst): string => {
        const count = (outcome: string): number => cases.filter((one) => one.outcome === outcome).length;
        return `${count('passed')}+${count('flaky')}/${count('failed')}/${count('errors')}/${count('skipped')}`;
      };
      const sum = (cases: typeof listed, results: typeof worst): number | undefined => {
        const times = cases.flatMap((one) => one.case.time ?? []);
        const hasRun = results.some(({ outcome }) => outcome !== 'skipped');
        if (times.length === 0 && hasRun) return undefined;
        return times.reduce((total, time) => total + time, 0) / 1000;
      };

      const figures = await countReports([
        `<testsuites tests="1">${suites.map(write).join('')}</testsuites>`,
      ]);
      expect(toShort(figures)).toBe(shorten(worst));
      expect(figures.durationSeconds).toBe(sum(listed, worst));
      expect(new Set(figures.suites.map(({ name }) => name))).toEqual(new Set(worst.map((one) => one.suite)));
      for (const counted of figures.suites) {
        const results = worst.filter((one) => one.suite === counted.name);
        expect(toShort(counted)).toBe(shorten(results));
        const cases = listed.filter(({ path }) => path.at(-1) === counted.name);
        expect(counted.durationSeconds).toBe(sum(cases, results));
      }
    }),
    { numRuns: 500 },
  );
});
