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

/** One report of these lines after another, each with as many as one record may have. */
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

/** Documents just within what is taken of each: more of it is refused. The bounds are MiB of a whole process. */
const DOCUMENTS: ReadonlyArray<{
  name: string;
  option: string;
  parts: () => Iterable<string>;
  bound: number;
}> = [
  {
    name: 'Cobertura, 99,000 source files',
    option: 'coverage',
    parts: () =>
      toElements(
        ['<coverage><packages><package><classes>', '</classes></package></packages></coverage>'],
        99_000,
        (index) =>
          `<class filename="src/folder/of/the/project/module_${index}/file.py"><lines><line number="1" hits="1"/></lines></class>`,
      ),
    bound: 560,
  },
  {
    name: 'lcov, 9,900,000 lines',
    option: 'coverage',
    parts: () => toRecords(9_900_000, (_, line) => `DA:${line},1\n`),
    bound: 200,
  },
  {
    name: 'lcov, 1,000,000 functions with 60 million characters of names',
    option: 'coverage',
    parts: () =>
      toRecords(
        1_000_000,
        (index, line) => `FN:${line},_ZN4some9namespace8functionE${index}_with_a_long_mangled_name_\n`,
      ),
    bound: 660,
  },
  {
    name: 'JUnit, 2,000,000 cases with names of their own',
    option: 'junit',
    parts: () =>
      toElements(['<testsuite>', '</testsuite>'], 2_000_000, (index) => `<testcase name="a test ${index}"/>`),
    bound: 270,
  },
];

describe('no document makes it use more than a fixed amount of memory', () => {
  it.each(DOCUMENTS)('$name: at most $bound MiB', async ({ option, parts, bound }) => {
    await using dir = await createTempDir();
    await writeParts(join(dir.path, 'report'), parts());
    const source = `
      import { report } from ${JSON.stringify(join(ROOT, 'lib/index.js'))};
      const { warnings, linesMade } = await report({ ${option}: 'report', source: '', dryRun: true });
      console.log(JSON.stringify({ warnings, linesMade, mib: process.resourceUsage().maxRSS / 1024 }));`;
    const args = ['--input-type=module', '--eval', source];
    const child = startChild({ command: process.execPath, args, env: bareEnv(), cwd: dir.path });
    const { stdout, stderr } = await finishChild(child);
    expect(stderr).toBe('');
    const seen = JSON.parse(stdout) as { warnings: string[]; linesMade: number; mib: number };
    expect(seen.warnings).toEqual([]);
    expect(seen.linesMade).toBeGreaterThan(0);
    expect(seen.mib).toBeLessThan(bound);
  });
});

/** A built face, given a file of lines. */
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

/** Sends a file of so many lines; the MiB that the built face took for it. */
async function sendFile(
  makeFace: (server: string) => Face,
  count: number,
  toLine: (index: number) => string,
): Promise<number> {
  await using dir = await createTempDir();
  await using server = await startServer({ kind: 'closeAfterFin' });
  await writeParts(join(dir.path, 'lines.txt'), toElements(['', ''], count, toLine));
  const preload = join(dir.path, 'tell.cjs');
  const tell = "require('node:fs').writeFileSync('mib', String(process.resourceUsage().maxRSS / 1024))";
  await writeFile(preload, `process.on('exit', () => ${tell});`);
  const { script, args, env } = makeFace(`${server.host}:${server.port}`);
  const child = startChild({
    command: process.execPath,
    args: ['--require', preload, join(ROOT, script), ...args],
    env: { ...bareEnv(), ...env },
    cwd: dir.path,
  });
  const { stderr, stdout } = await finishChild(child);
  expect(stderr).toBe('');
  expect(stdout.replaceAll(',', '')).toContain(`Confirmed: ${count} metrics`);
  return Number(await readFile(join(dir.path, 'mib'), 'utf8'));
}

const PATH = 'web.frontend.requests.host#';
const toLines = (line: string) => (index: number) => `${line.replaceAll('#', String(index))}\n`;

// The engine lets a heap grow to a size of its own liking before it tidies up; past that a window adds nothing.
it('a streamed file of twice the length takes no more memory', async () => {
  const toLine = toLines(`${PATH} # 1700000000`);
  const once = await sendFile(COMMAND_LINE, 2_000_000, toLine);
  const twice = await sendFile(COMMAND_LINE, 4_000_000, toLine);
  expect(twice).toBeLessThan(1.3 * once);
  expect(twice).toBeLessThan(400);
});

// What stays in memory of each line are hashes, of 16 to 32 bytes and, while there come to be more of them, half as much
// again. The lines themselves and what is made of them would be several times the bound.
describe('a file that is checked whole does not lie in memory', () => {
  it.each([
    ['lines', `${PATH} #`, 400],
    ['lines with times of their own', `${PATH} # 1700000000`, 450],
    ['lines whose names change', `/${PATH} #`, 450],
  ])('1,400,000 %s', async (_, line, bound) => {
    expect(await sendFile(ACTION, 1_400_000, toLines(line))).toBeLessThan(bound);
  });
});
