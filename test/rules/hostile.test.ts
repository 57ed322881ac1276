import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { WrittenOptions } from '../../src/options/options.ts';
import { formatRenames } from '../../src/report/delivery.ts';
import { toPrintable } from '../../src/report/printable.ts';
import { formatSummary } from '../../src/report/summary.ts';
import { parseCommands } from '../support/runner-commands.ts';
import { createTempDir } from '../support/temp-dir.ts';
import { findLineFault } from './line-grammar.ts';
import { type DryRun, publishDry } from './publish-dry.ts';

/** Texts that the author of a pull request can put into any field. */
const listTexts = (size: number): Readonly<Record<string, string>> => ({
  'a line feed': 'a\n::error::x',
  'a line feed at the end': 'a\n',
  'a whole line': 'a\nforged.path 1 1\n',
  'a carriage return': 'a\r::error::x',
  'a carriage return and a line feed': 'a\r\n::error::x',
  'a vertical tab': 'a\v::error::x',
  'a form feed': 'a\f::error::x',
  'U+0085': 'a\u0085::error::x',
  'U+2028': 'a\u2028::error::x',
  'U+2029': 'a\u2029::error::x',
  'a command': '::error::x',
  'a command after blanks': ' \t::stop-commands::x',
  'an old command': '##[error]x',
  'an old command within': 'a ##[set-env name=A]x',
  'an escaped line feed': 'a%0A::error::x',
  'a semicolon': 'a;tag=1',
  'a path upwards': '../../etc/passwd',
  'a bare path upwards': '../',
  'a NUL': 'a\u0000b',
  'a full-width dot': 'a\uff0eb',
  'a one-dot leader': 'a\u2024b',
  'an emoji': '👍🏽',
  'right-to-left marks': 'a\u202e\u2066b\u200f',
  'invisible characters': '\u200b\ufeff\u00ad\u034f\ufe0f\u3164',
  'a lone high surrogate': 'a\ud800',
  'a lone low surrogate': '\udc00b',
  'combining marks': `a${'\u0301'.repeat(1000)}`,
  'an alias bomb': 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]',
  'a duplicate key': 'a: 1\na: 2',
  'a tag of YAML': '!!js/function x',
  'a bad tag of YAML': 'a: !\u202ex 1',
  'an alias with marks': 'a: *\u202ex',
  'two documents': 'a: 1\n---\nb: 2',
  'an expression': '${{ secrets.X }}',
  'an empty text': '',
  'a blank': ' ',
  'a date': '2026-01-31',
  '1_000': '1_000',
  '0x10': '0x10',
  '0o7': '0o7',
  '.inf': '.inf',
  '.nan': '.nan',
  '~': '~',
  null: 'null',
  '3.10': '3.10',
  '1e3': '1e3',
  '+5': '+5',
  '5.': '5.',
  '.5': '.5',
  __proto__: '__proto__',
  constructor: 'constructor',
  markup: '</code><img src=x onerror=alert(1)>[x](javascript:1)',
  'a very long name': 'a'.repeat(size),
  'very many nodes': 'a.'.repeat(size / 2),
  'very many dots': '.'.repeat(size),
  'very many line feeds': '\n'.repeat(size),
  'very many colons': ':'.repeat(size),
  'very many combining marks': '\u0301'.repeat(size),
  'very many emoji': '👍'.repeat(size / 4),
  'very many tags': ';a=1'.repeat(size / 4),
});

const FIELDS: Readonly<Record<string, (text: string) => WrittenOptions>> = {
  metric: (metric) => ({ metric, value: '1' }),
  value: (value) => ({ metric: 'm', value }),
  timestamp: (timestamp) => ({ metric: 'm', value: '1', timestamp }),
  group: (group) => ({ metric: 'm', value: '1', group }),
  source: (source) => ({ metric: 'm', value: '1', source }),
  'extra-characters': (extraCharacters) => ({ metric: 'm', value: '1', extraCharacters }),
  tags: (tags) => ({ metric: 'm', value: '1', tags }),
  'tag name': (name) => ({ metric: 'm', value: '1', tags: Object.fromEntries([[name, 'v']]) }),
  'tag value': (value) => ({ metric: 'm', value: '1', tags: { t: value } }),
  data: (data) => ({ data }),
  key: (key) => ({ data: JSON.stringify(Object.fromEntries([[key, 1]])) }),
  'key of a map': (key) => ({ data: { a: Object.fromEntries([[key, 1]]) } }),
  'two keys': (key) => ({
    data: [
      { metric: `x ${key}`, value: 1 },
      { metric: `x/${key}`, value: 1 },
    ],
  }),
  'the same key': (key) => ({
    data: [
      { metric: key, value: 1 },
      { metric: key, value: 2 },
    ],
  }),
  'value of data': (value) => ({ data: { m: value } }),
  'metric of an item': (metric) => ({ data: JSON.stringify([{ metric, value: 1 }]) }),
  'timestamp of an item': (timestamp) => ({ data: [{ metric: 'm', value: 1, timestamp }] }),
  'tag name of an item': (name) => ({
    data: [{ metric: 'm', value: 1, tags: Object.fromEntries([[name, 'v']]) }],
  }),
  'tag value of an item': (value) => ({ data: [{ metric: 'm', value: 1, tags: { t: value } }] }),
  'field of an item': (name) => ({
    data: [
      Object.fromEntries([
        ['metric', 'm'],
        ['value', 1],
        [name, 1],
      ]),
    ] as never,
  }),
  server: (server) => ({ metric: 'm', value: '1', server }),
  port: (port) => ({ metric: 'm', value: '1', port }),
  'batch-size': (batchSize) => ({ metric: 'm', value: '1', batchSize }),
  timeout: (timeout) => ({ metric: 'm', value: '1', timeout }),
  'dry-run': (dryRun) => ({ metric: 'm', value: '1', dryRun, server: 'http://nowhere' }),
  'data-file': (dataFile) => ({ metric: 'm', value: '1', dataFile: [dataFile] }),
  'data-format': (dataFormat) => ({ metric: 'm', value: '1', dataFormat }),
  'if-no-files-found': (ifNoFilesFound) => ({ metric: 'm', value: '1', dataFile: 'x', ifNoFilesFound }),
};

/** The fields that get a megabyte. The others would take too long. */
const LONG = new Set(['metric', 'value', 'key', 'tag value']);

/** Checks that nothing a run prints can be mistaken for something else. */
function expectNothingForged({ text, result, error }: DryRun): void {
  for (const line of text === '' ? [] : text.split(/(?<=\n)/))
    expect(findLineFault(line, '!#$%&+<=>@^`~')).toBeUndefined();
  const renames = result && formatRenames(result);
  for (const message of [error?.message, renames, ...(result?.warnings ?? [])]) {
    if (message === undefined) continue;
    const items = message.split('\n- ');
    expect(items).toHaveLength(error === undefined || error.count === 1 ? 1 : error.count + 1);
    for (const item of items) {
      expect(item).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      expect(item.length).toBeLessThan(5000);
    }
    const printed = toPrintable(message);
    expect(parseCommands(printed, 'stdout')).toEqual({ commands: [], stopped: false });
    const summary = result && formatSummary(result, { problem: message });
    expect(summary ?? '').not.toMatch(/<(?!\/?(?:p|br|h3|h4|sub|table|tr|th|td|code)\b)|[^\P{Cc}\n]/u);
  }
}

test.each(Object.entries(FIELDS))('as %s', async (field, toOptions) => {
  const forged: string[] = [];
  for (const [name, text] of Object.entries(listTexts(LONG.has(field) ? 1_000_000 : 40_000))) {
    const run = await publishDry(toOptions(text));
    try {
      expectNothingForged(run);
      expect(run.text.endsWith('\n')).toBe(run.error === undefined);
    } catch (error) {
      forged.push(`${name}: ${(error as Error).message.slice(0, 200)}`);
    }
  }
  expect(forged).toEqual([]);
});

test('50,000 keys', async () => {
  const data = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`key ${index}`, index]));
  const run = await publishDry({ data, group: 'g' });
  expect(run.result).toMatchObject({ linesMade: 50_000, renamedCount: 50_000 });
  expect(run.result?.renamed).toHaveLength(100);
  expect(run.text.split('\n')[49_999]).toBe('g.key_49999 49999 1700000000');
});

test('50,000 keys that become one path are 100 faults and a count', async () => {
  const keys = Array.from({ length: 50_000 }, (_, index) => [
    'a',
    ...[...String(index)].map((digit) => '日本語金木水火土月星'[Number(digit)]),
  ]);
  const { error } = await publishDry({
    data: Object.fromEntries(keys.map((key) => [key.join(''), 1])),
    group: 'g',
  });
  expect(error?.count).toBe(49_999);
  expect(error?.faults).toHaveLength(100);
});

test.each(['a\u2028\u202eb.yml', 'a\u200b.txt'])(
  'a file named %j is printed with visible characters',
  async (name) => {
    await using directory = await createTempDir();
    const file = join(directory.path, name);
    await writeFile(file, 'a: x');
    for (const options of [
      { dataFile: [file] },
      { dataFile: [`${file}x`] },
      { file: [file] },
      { replay: [file] },
    ]) {
      const run = await publishDry(options, { face: 'cli' });
      expect(run.error?.count).toBe(1);
      expectNothingForged(run);
    }
  },
);

test.each([
  ['value', Object.create(null)],
  ['timestamp', Object.create(null)],
  ['metric', Object.create(null)],
  ['value', [Object.create(null)]],
  ['value', Symbol('x')],
  ['tags', Object.create({ t: 'x' })],
])('a %s that has no text is a fault', async (field, value) => {
  const item = Object.fromEntries([
    ['metric', 'm'],
    ['value', 1],
    [field, value],
  ]);
  expect((await publishDry({ data: [item as never] })).error?.count).toBe(1);
  expect((await publishDry({ data: [value as never] })).error?.count).toBe(1);
});
