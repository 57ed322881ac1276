import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bareEnv, finishChild, startChild } from '../support/child.ts';
import { startServer } from '../support/faulty-server.ts';
import { createTempDir } from '../support/temp-dir.ts';

const ROOT = join(import.meta.dirname, '../..');
const CHUNK_CHARACTERS = 65_536;

async function writeParts(file: string, parts: Iterable<string>): Promise<void> {
  const stream = createWriteStream(file);
  let text = '';
  for (const part of parts) {
    text += part;
    if (text.length < CHUNK_CHARACTERS) continue;
    if (!stream.write(text)) await once(stream, 'drain');
    text = '';
  }
  stream.end(text);
  await once(stream, 'close');
}

/** Repeats a report of these lines, each time with as many as one record may have. */
function* toRecords(count: number, toLine: (index: number, line: number) => string): Generator<string> {
  const most = 100_000;
  for (let index = 0; index < count; index += 1) {
    if (index % most === 0) yield `${index === 0 ? '' : 'end_of_record\n'}SF:src/file${index}.c\n`;
    yield toLine(index, (index % most) + 1);
  }
  yield 'end_of_record\n';
}

function* toElements(
  context: readonly [string, string],
  count: number,
  toElement: (index: number) => string,
) {
  yield context[0];
  for (let index = 0; index < count; index += 1) yield toElement(index);
  yield context[1];
}

/** Bytes of memory that one more item may take. `count` items are compared with four times as many. */
interface Slope {
  readonly name: string;
  readonly count: number;
  readonly bytesEach: number;
}

/** Garbage is collected at once, and not when other work leaves a core for it. */
const STEADY = ['--single-threaded', '--max-semi-space-size=1'];

/** The peaks of two runs of one process. Both contain the engine's share, which differs between machines. */
async function expectSlope(
  { count, bytesEach }: Slope,
  measureBytes: (count: number) => Promise<number>,
): Promise<void> {
  const few = await measureBytes(count);
  const many = await measureBytes(4 * count);
  expect((many - few) / (3 * count)).toBeLessThan(bytesEach);
}

const DOCUMENTS: readonly (Slope & {
  readonly option: string;
  readonly parts: (count: number) => Iterable<string>;
})[] = [
  {
    name: 'a source file of Cobertura',
    count: 5000,
    bytesEach: 6000,
    option: 'coverage',
    parts: (count) =>
      toElements(
        ['<coverage><packages><package><classes>', '</classes></package></packages></coverage>'],
        count,
        (index) =>
          `<class filename="src/folder/of/the/project/module_${index}/file.py"><lines><line number="1" hits="1"/></lines></class>`,
      ),
  },
  {
    name: 'a line of lcov',
    count: 250_000,
    bytesEach: 40,
    option: 'coverage',
    parts: (count) => toRecords(count, (_, line) => `DA:${line},1\n`),
  },
  {
    name: 'a function of lcov with a name of 60 characters',
    count: 25_000,
    bytesEach: 1000,
    option: 'coverage',
    parts: (count) =>
      toRecords(
        count,
        (index, line) => `FN:${line},_ZN4some9namespace8functionE${index}_with_a_long_mangled_name_\n`,
      ),
  },
  {
    name: 'a case of JUnit with a different name',
    count: 100_000,
    bytesEach: 200,
    option: 'junit',
    parts: (count) =>
      toElements(['<testsuite>', '</testsuite>'], count, (index) => `<testcase name="a test ${index}"/>`),
  },
];

describe('a document takes a fixed amount of memory for each item', () => {
  it.each(DOCUMENTS)('$name: at most $bytesEach bytes', async (slope) => {
    await expectSlope(slope, (count) => reportFile(slope.option, slope.parts(count)));
  });
});

/** Reports one document. Returns the bytes of memory that the process took for it. */
async function reportFile(option: string, parts: Iterable<string>): Promise<number> {
  await using dir = await createTempDir();
  await writeParts(join(dir.path, 'report'), parts);
  const source = `
    import { report } from ${JSON.stringify(new URL('../../lib/index.js', import.meta.url).href)};
    const { warnings, linesMade } = await report({ ${option}: 'report', source: '', dryRun: true });
    console.log(JSON.stringify({ warnings, linesMade, bytes: process.resourceUsage().maxRSS * 1024 }));`;
  const args = [...STEADY, '--input-type=module', '--eval', source];
  const child = startChild({ command: process.execPath, args, env: bareEnv(), cwd: dir.path });
  const { stdout, stderr } = await finishChild(child);
  expect(stderr).toBe('');
  const seen = JSON.parse(stdout) as { warnings: string[]; linesMade: number; bytes: number };
  expect(seen.warnings).toEqual([]);
  expect(seen.linesMade).toBeGreaterThan(0);
  return seen.bytes;
}

/** A built face that gets a file of lines. */
interface Face {
  readonly script: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const COMMAND_LINE = (server: string): Face => ({
  script: 'dist/cli/index.js',
  args: ['-c', server, '-g', 'g', '-s', 's', '--file', 'lines.txt'],
  env: {},
});
const ACTION = (server: string): Face => ({
  script: 'dist/main/index.js',
  args: [],
  env: { INPUT_SERVER: server, INPUT_GROUP: 'g', INPUT_SOURCE: 's', 'INPUT_DATA-FILE': 'lines.txt' },
});

/** Sends a file of so many lines. Returns the bytes of memory that the built face took for it. */
async function sendFile(
  makeFace: (server: string) => Face,
  count: number,
  toLine: (index: number) => string,
): Promise<number> {
  await using dir = await createTempDir();
  await using server = await startServer({ kind: 'closeAfterFin' });
  await writeParts(join(dir.path, 'lines.txt'), toElements(['', ''], count, toLine));
  const preload = join(dir.path, 'report.cjs');
  const report = "require('node:fs').writeFileSync('bytes', String(process.resourceUsage().maxRSS * 1024))";
  await writeFile(preload, `process.on('exit', () => ${report});`);
  const { script, args, env } = makeFace(`${server.host}:${server.port}`);
  const child = startChild({
    command: process.execPath,
    args: [...STEADY, '--require', preload, join(ROOT, script), ...args],
    env: { ...bareEnv(), ...env },
    cwd: dir.path,
  });
  const { stderr, stdout } = await finishChild(child);
  expect(stderr).toBe('');
  expect(stdout.replaceAll(',', '')).toContain(`Confirmed: ${count} metrics`);
  return Number(await readFile(join(dir.path, 'bytes'), 'utf8'));
}

const PATH = 'web.frontend.requests.host#';
const toLines = (line: string) => (index: number) => `${line.replaceAll('#', String(index))}\n`;

it('a streamed file of four times the length takes no more memory', async () => {
  const toLine = toLines(`${PATH} # 1700000000`);
  const slope = { name: 'a line', count: 150_000, bytesEach: 60 };
  await expectSlope(slope, (count) => sendFile(COMMAND_LINE, count, toLine));
});

// Hashes of each line stay in memory. They take 16 to 32 bytes and, while a table grows, half as much again. The lines
// themselves and their batches would take several times the bound.
describe('a file that is checked whole is not kept in memory', () => {
  it.each([
    { name: 'a line', count: 150_000, bytesEach: 250, line: `${PATH} #` },
    { name: 'a line with a different time', count: 150_000, bytesEach: 250, line: `${PATH} # 1700000000` },
    { name: 'a line whose name changes', count: 150_000, bytesEach: 350, line: `/${PATH} #` },
  ])('$name: at most $bytesEach bytes', async (slope) => {
    await expectSlope(slope, (count) => sendFile(ACTION, count, toLines(slope.line)));
  });
});
