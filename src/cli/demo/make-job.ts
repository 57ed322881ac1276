import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The files that a small CI job leaves: a test report with one failure, coverage, and a bundle. */
export interface DemoJob {
  readonly junit: string;
  readonly coverage: string;
  readonly bundle: string;
}

const CASES: ReadonlyArray<readonly [name: string, seconds: number]> = [
  ['adds an item', 0.021],
  ['removes an item', 0.018],
  ['keeps the order of items', 0.034],
  ['computes the price with tax', 0.012],
  ['rounds half cents up', 0.009],
  ['sends the order to the shop', 1.482],
  ['shows an empty basket', 0.027],
];

const FAILURE = `<testcase classname="basket" name="refuses a negative amount" time="0.008">
  <failure message="expected 400 Bad Request, got 200 OK">
    at basket.test.js:41:7
  </failure>
</testcase>`;

/** Code of about a mebibyte that compresses as real code does. */
function makeBundle(): string {
  const makeLine = (_: unknown, index: number): string =>
    `export const item${index} = (${Math.imul(index, 0x9e3779b1) >>> 0}).toString(36);\n`;
  return Array.from({ length: 22_000 }, makeLine).join('');
}

/** Writes the files of the job below a folder. */
export async function makeJob(folder: string): Promise<DemoJob> {
  const [junit, coverage, dist] = ['junit.xml', 'lcov.info', 'dist'].map((name) => join(folder, name));
  if (junit === undefined || coverage === undefined || dist === undefined) throw new Error('no folder');
  const cases = CASES.map(
    ([name, seconds]) => `<testcase classname="basket" name="${name}" time="${seconds}"/>`,
  );
  const lines = Array.from({ length: 83 }, (_, index) => `DA:${index + 1},${index % 8 === 0 ? 0 : 1}`);
  await mkdir(dist);
  await Promise.all([
    writeFile(junit, `<testsuite name="basket">\n${cases.join('\n')}\n${FAILURE}\n</testsuite>\n`),
    writeFile(coverage, `SF:src/basket.js\n${lines.join('\n')}\nend_of_record\n`),
    writeFile(join(dist, 'app.js'), makeBundle()),
  ]);
  return { junit, coverage, bundle: `bundle=${join(dist, '**')}` };
}
