import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clover, cobertura, count, jacoco } from './support.ts';

interface Line {
  readonly hits: number;
  /** How often each branch of the line was taken. */
  readonly branches: readonly number[];
}
/** One run: files by name, lines by number, functions by name with line and hits. */
type Run = ReadonlyMap<string, { lines: ReadonlyMap<number, Line>; functions: ReadonlyMap<string, number> }>;

const FILES = ['src/a.ts', 'src/b.ts', 'lib/a.ts'];
const hits = fc.constantFrom(0, 0, 1, 7);
/** All runs instrument the same code. They differ in the code that ran and in the loaded files. */
const runs: fc.Arbitrary<Run[]> = fc
  .array(
    fc.record({
      lines: fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.nat(3)), {
        selector: ([line]) => line,
        maxLength: 12,
      }),
      functions: fc.uniqueArray(
        fc.tuple(fc.constantFrom('f', 'g', 'h', '(anonymous_0)'), fc.integer({ min: 1, max: 5 })),
        { selector: ([name]) => name },
      ),
    }),
    { minLength: FILES.length, maxLength: FILES.length },
  )
  .chain((code) =>
    fc.array(
      fc
        .tuple(
          ...code.map(({ lines, functions }) =>
            fc.record({
              isLoaded: fc.boolean(),
              lines: fc.tuple(
                ...lines.map(([line, branches]) =>
                  fc
                    .record({ hits, branches: fc.array(hits, { minLength: branches, maxLength: branches }) })
                    .map((one) => [line, one] as const),
                ),
              ),
              functions: fc.tuple(
                ...functions.map(([name, line]) => hits.map((count) => [`${line},${name}`, count] as const)),
              ),
            }),
          ),
        )
        .map(
          (files): Run =>
            new Map(
              files.flatMap(({ isLoaded, lines, functions }, index) =>
                isLoaded
                  ? [[FILES[index] as string, { lines: new Map(lines), functions: new Map(functions) }]]
                  : [],
              ),
            ),
        ),
      { minLength: 1, maxLength: 4 },
    ),
  );

function toLcov(run: Run): string {
  return [...run]
    .map(([path, { lines, functions }]) => {
      const records = [...functions].flatMap(([key, count]) => [
        `FN:${key}`,
        `FNDA:${count},${key.slice(key.indexOf(',') + 1)}`,
      ]);
      for (const [number, line] of lines) {
        records.push(`DA:${number},${line.hits}`);
        for (const [index, taken] of line.branches.entries())
          records.push(`BRDA:${number},0,${index},${taken === 0 ? '-' : taken}`);
      }
      return `SF:/ws/${path}\n${records.join('\n')}\nend_of_record\n`;
    })
    .join('');
}

const takenOf = ({ branches }: Line): number => branches.filter((taken) => taken > 0).length;

function toCobertura(run: Run): string {
  const classes = [...run].map(([path, { lines, functions }]) => {
    const methods = [...functions].map(([key, count]) => {
      const [number, name] = key.split(',');
      return `<method name="${name}" signature=""><lines><line number="${number}" hits="${count}"/></lines></method>`;
    });
    const all = [...lines].map(
      ([number, line]) =>
        `<line number="${number}" hits="${line.hits}" branch="true"${line.branches.length > 0 ? ` condition-coverage="x% (${takenOf(line)}/${line.branches.length})"` : ''}/>`,
    );
    return `<class name="c" filename="${path}"><methods>${methods.join('')}</methods><lines>${all.join('')}</lines></class>`;
  });
  return cobertura(classes.join(''));
}

function toJacoco(run: Run): string {
  const packages = [...run].map(([path, { lines, functions }]) => {
    const [folder, file] = path.split('/');
    const methods = [...functions].map(([key, count]) => {
      const [number, name] = key.split(',');
      return `<method name="${name}" desc="()V" line="${number}"><counter type="METHOD" missed="${count > 0 ? 0 : 1}" covered="${count > 0 ? 1 : 0}"/></method>`;
    });
    const all = [...lines].map(
      ([number, line]) =>
        `<line nr="${number}" mi="${line.hits > 0 ? 0 : 2}" ci="${line.hits}" mb="${line.branches.length - takenOf(line)}" cb="${takenOf(line)}"/>`,
    );
    return `<package name="${folder}"><class name="c" sourcefilename="${file}">${methods.join('')}</class><sourcefile name="${file}">${all.join('')}</sourcefile></package>`;
  });
  return jacoco(packages.join(''));
}

function toClover(run: Run): string {
  const files = [...run].map(([path, { lines, functions }]) => {
    const methods = [...functions].map(([key, count]) => {
      const [number, name] = key.split(',');
      return `<line num="${number}" type="method" name="${name}" count="${count}"/>`;
    });
    const all = [...lines].map(([number, line]) =>
      line.branches.length > 0
        ? `<line num="${number}" type="cond" count="${line.hits}" truecount="${takenOf(line)}" falsecount="${line.branches.length - takenOf(line)}"/>`
        : `<line num="${number}" type="stmt" count="${line.hits}"/>`,
    );
    const covered = [...lines.values()].filter((line) => line.hits > 0).length;
    const taken = [...lines.values()].reduce((sum, line) => sum + takenOf(line), 0);
    const branches = [...lines.values()].reduce((sum, line) => sum + line.branches.length, 0);
    const metrics = `<metrics statements="${lines.size}" coveredstatements="${covered}" conditionals="${branches}" coveredconditionals="${taken}"/>`;
    return `<file path="/ws/${path}">${metrics}${methods.join('')}${all.join('')}</file>`;
  });
  return clover(files.join(''));
}

/** The union in its simplest form: of each branch if the formats name branches, else of their number. */
function unite(all: readonly Run[], { byBranch }: { byBranch: boolean }): Record<string, string> {
  const lines = new Map<string, boolean>();
  const functions = new Map<string, boolean>();
  const branches = new Map<string, { covered: number; total: number }>();
  for (const run of all) {
    for (const [path, file] of run) {
      for (const [key, count] of file.functions)
        functions.set(`${path} ${key}`, (functions.get(`${path} ${key}`) ?? false) || count > 0);
      for (const [number, line] of file.lines) {
        const place = `${path} ${number}`;
        lines.set(place, (lines.get(place) ?? false) || line.hits > 0);
        const parts = byBranch
          ? line.branches.map(
              (taken, index) => [`${place} ${index}`, { covered: taken > 0 ? 1 : 0, total: 1 }] as const,
            )
          : [[place, { covered: takenOf(line), total: line.branches.length }] as const];
        for (const [key, counts] of parts) {
          const before = branches.get(key) ?? { covered: 0, total: 0 };
          branches.set(key, {
            covered: Math.max(before.covered, counts.covered),
            total: Math.max(before.total, counts.total),
          });
        }
      }
    }
  }
  const share = (places: ReadonlyMap<string, boolean>) =>
    `${[...places.values()].filter(Boolean).length}/${places.size}`;
  const sum = (field: 'covered' | 'total') =>
    [...branches.values()].reduce((total, counts) => total + counts[field], 0);
  return { lines: share(lines), branches: `${sum('covered')}/${sum('total')}`, functions: share(functions) };
}

/** Counts that are known and not 0 of 0. Formats differ in how they express an unknown and an empty kind. */
function toRecord(figures: readonly string[]): Record<string, string> {
  const none = { lines: '0/0', branches: '0/0', functions: '0/0' };
  const known = figures
    .map((figure) => figure.split(' ') as [string, string])
    .filter(([kind]) => kind !== 'statements');
  return { ...none, ...Object.fromEntries(known) };
}

test.each([
  ['lcov', toLcov, true],
  ['Cobertura', toCobertura, false],
  ['JaCoCo', toJacoco, false],
  ['Clover', toClover, false],
] as const)('reports of several runs unite, in any order: %s', async (_format, render, byBranch) => {
  await fc.assert(
    fc.asyncProperty(runs, async (all) => {
      const reports = all.filter((run) => run.size > 0).map(render);
      const united = toRecord(await count(...reports));
      expect(united).toEqual(unite(all, { byBranch }));
      expect(toRecord(await count(...reports.toReversed(), ...reports))).toEqual(united);
    }),
    { numRuns: 300 },
  );
});

test('lcov may have all runs in one file, one for each test', async () => {
  await fc.assert(
    fc.asyncProperty(runs, async (all) => {
      const reports = all.map(toLcov).join('');
      fc.pre(reports !== '');
      expect(toRecord(await count(reports))).toEqual(unite(all, { byBranch: true }));
    }),
    { numRuns: 300 },
  );
});

test('counts one run in four formats once', async () => {
  await fc.assert(
    fc.asyncProperty(
      runs,
      fc.shuffledSubarray([toLcov, toCobertura, toJacoco, toClover], { minLength: 1 }),
      async ([run], renders) => {
        fc.pre(run !== undefined && run.size > 0);
        const figures = await count(...renders.map((render) => render(run as Run)));
        expect(toRecord(figures)).toEqual(unite([run as Run], { byBranch: true }));
      },
    ),
    { numRuns: 300 },
  );
});
