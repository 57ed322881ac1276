import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MetricItem } from '../../src/options/types.ts';
import { parseLine } from '../../src/receiver/parse-line.ts';
import { anyCharacter } from './arbitraries.ts';
import { findLineFault } from './line-grammar.ts';
import { type DryRun, publishDry } from './publish-dry.ts';

const HOSTILE = [
  ...[
    '\n',
    '\r',
    '\u000b',
    '\u000c',
    '\u0085',
    '\u2028',
    '\u2029',
    '\u0000',
    '\u202e',
    '\u200b',
    '\ufeff',
    '\ud800',
    '\uff0e',
  ],
  ...[
    '\u2024',
    '::error::',
    '##[error]',
    ';',
    '=',
    '~',
    '../',
    ' ',
    '\t',
    '👍',
    'é',
    'e\u0301',
    '"',
    '*',
    '\\',
    '${{ }}',
  ],
];
const character = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...'abcAB019_-:.'.split('')) },
  { weight: 2, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: anyCharacter },
);
const text = fc.string({ unit: character, maxLength: 12 });
const plain = fc.string({ unit: fc.constantFrom(...'abc019_-:.'.split('')), minLength: 1, maxLength: 8 });
const name = fc.oneof(plain, text);
const value = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.constantFrom(
    '1',
    ' 5 ',
    '+5',
    '5.',
    '.5',
    '1e3',
    'true',
    '0x10',
    '1_000',
    '',
    '~',
    'null',
    '.inf',
    '3.10',
    '-0',
  ),
  text,
);
const timestamp = fc.oneof(
  fc.constant(undefined),
  fc.integer({ min: -5, max: 5_000_000_000 }),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.double(),
  text,
);
const tagText = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'ab~!^=;+/1'.split('')), minLength: 1, maxLength: 5 }),
  text,
);
const tags = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  { weight: 3, arbitrary: fc.dictionary(tagText, tagText, { maxKeys: 3 }) },
  { weight: 1, arbitrary: text },
);
const extraCharacters = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 3, arbitrary: fc.subarray([...'!#$%&+<=>@^`~']).map((all) => all.join(' ')) },
  { weight: 1, arbitrary: text },
);

/** Checks that nothing was printed, and that every fault names its location and rule in visible characters. */
function expectClearError({ text: printed, error }: DryRun): void {
  expect(printed).toBe('');
  expect(error?.count).toBeGreaterThan(0);
  for (const { location, rule } of error?.faults ?? [])
    expect([location, rule]).toEqual([expect.stringMatching(/./), expect.stringMatching(/./)]);
  expect(error?.message.replaceAll('\n- ', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
}

function expectLines({ text: printed, result }: DryRun, extra = ''): string[] {
  const lines = printed.split(/(?<=\n)/);
  for (const line of lines) {
    expect([line, findLineFault(line, extra)]).toEqual([line, undefined]);
    expect(parseLine(line)).not.toHaveProperty('reason');
  }
  expect(result).toMatchObject({
    delivery: 'dry-run',
    linesMade: lines.length,
    lines: 0,
    batches: 0,
    bytes: 0,
  });
  return lines;
}

test('any texts make one valid line or a clear error', async () => {
  const face = fc.constantFrom('action' as const, 'cli' as const, 'library' as const);
  const given = fc.record({
    metric: name,
    value,
    timestamp,
    tags,
    group: name,
    source: name,
    extraCharacters,
  });
  let made = 0;
  await fc.assert(
    fc.asyncProperty(given, face, async (options, from) => {
      const run = await publishDry(options, { face: from });
      if (run.error !== undefined) return expectClearError(run);
      made += 1;
      const [line = '', ...others] = expectLines(run, options.extraCharacters.replaceAll(' ', ''));
      expect(others).toEqual([]);
      const [series = '', written = '', time] = line.trimEnd().split(' ');
      expect(run.result?.points).toEqual([{ path: series, value: written, timestamp: Number(time) }]);
    }),
    { numRuns: 1500 },
  );
  expect(made).toBeGreaterThan(100);
});

test('two different written metrics never silently share a path', async () => {
  const close = fc.string({
    unit: fc.constantFrom('a', '.', '_', ' ', '/', 'é', 'e', '\u0301', 'A', ';', '\uff0e'),
    minLength: 1,
    maxLength: 4,
  });
  const item = fc.record({
    metric: close,
    value: fc.constant(1),
    timestamp: fc.constantFrom(undefined, 1, 1_700_000_000),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 8 }), async (data) => {
      const run = await publishDry({ data, group: '', source: '' });
      if (run.error !== undefined) return expectClearError(run);
      const paths = expectLines(run).map((line) => line.split(' ')[0] ?? '');
      const names = new Map<string, string>();
      for (const [index, path] of paths.entries()) {
        const written = data[index]?.metric ?? '';
        expect(names.get(path) ?? written).toBe(written);
        names.set(path, written);
      }
      expect(new Set(run.text.split('\n')).size).toBe(data.length + 1);
    }),
    { numRuns: 500 },
  );
});

/** How many of the points replace an earlier one, or share a series with another name. */
function countClashes(points: ReadonlyArray<{ series: string; name: string; timestamp: number }>): number {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  return points.filter(({ series, name: written, timestamp: at }) => {
    const point = `${series} ${at}`;
    const clashes = (names.get(series) ?? written) !== written || taken.has(point);
    if (clashes) return true;
    names.set(series, written);
    taken.add(point);
    return false;
  }).length;
}

test('reports every clash of any points', async () => {
  const point = fc.record({
    path: fc.constantFrom('a', 'a.b', 'a_b'),
    tag: fc.constantFrom(undefined, '1', '2'),
    changed: fc.constantFrom('', '.', '\u0301'),
    timestamp: fc.constantFrom(undefined, 1, 2, 1_700_000_000),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(point, { minLength: 1, maxLength: 12 }), async (points) => {
      const data = points.map(({ path, tag, changed, timestamp: at }) => ({
        metric: path + changed,
        value: 1,
        timestamp: at,
        tags: tag === undefined ? undefined : { t: tag },
      }));
      const plainly = points.map(({ path, tag, changed, timestamp: at = 1_700_000_000 }) => ({
        series: `${path};${tag}`,
        name: path + changed,
        timestamp: at,
      }));
      const inManyWindows = { data, batchSize: 2, windowSize: 1 };
      for (const given of [{ data }, { data: data.values() }, inManyWindows]) {
        const run = await publishDry({ ...given, group: 'g', source: '' });
        expect(run.error?.count ?? 0).toBe(countClashes(plainly));
      }
    }),
    { numRuns: 500 },
  );
});

test("the size of batches and windows changes none of a list's lines and faults", async () => {
  const item = fc.record({ metric: name, value, timestamp, tags });
  const sizes = fc.record({
    batchSize: fc.integer({ min: 1, max: 4 }),
    windowSize: fc.integer({ min: 1, max: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 20 }), sizes, async (items, cut) => {
      const data = items as readonly MetricItem[];
      const [whole, inParts] = [await publishDry({ data }), await publishDry({ data, ...cut })];
      expect(inParts.text).toBe(whole.text);
      expect(inParts.error?.message).toBe(whole.error?.message);
      expect(inParts.result).toEqual(whole.result);
    }),
    { numRuns: 500 },
  );
});

test('two equal metrics among very many are found', async () => {
  const many = Array.from({ length: 20_000 }, (_, index) => ({ metric: `m${index}`, value: 1 }));
  const publishMany = (first: string, last: string) =>
    publishDry({ data: [{ metric: first, value: 1 }, ...many, { metric: last, value: 1 }], group: '' });
  for (const [first = '', last = ''] of [
    ['x_y', 'x y'],
    ['x y', 'x_y'],
    ['x y', 'x/y'],
    ['m5.', 'x'],
    ['x', 'm5.'],
    ['m19999', 'x'],
  ])
    expect((await publishMany(first, last)).error?.count).toBe(1);
  expect((await publishMany('x', 'y')).result?.linesMade).toBe(20_002);
});

test('distinguishes very many series of one path by their tags', async () => {
  const many = Array.from({ length: 50_000 }, (_, index) => ({
    metric: 'm',
    value: 1,
    tags: { test: `t${index}` },
  }));
  expect((await publishDry({ data: many, group: '' })).result?.linesMade).toBe(50_000);
  expect((await publishDry({ data: [...many, ...many.slice(7, 8)], group: '' })).error?.count).toBe(1);
});

test('any YAML text makes valid lines or a clear error', async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...[
        'a: 1',
        'b: 2',
        'c:',
        '\n',
        '  ',
        ': ',
        '- ',
        '{',
        '}',
        '[',
        ']',
        ', ',
        '"',
        '&x ',
        '*x',
        '!t ',
        '# ',
        '|\n',
        '---\n',
      ],
    ),
    fc.constantFrom(
      'metric: m',
      'value: 1',
      'tags: {t: u}',
      'timestamp: 5',
      '3.10',
      '0x10',
      '1_000',
      '.inf',
      '~',
      'null',
    ),
    text,
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 10 }), async (pieces) => {
      const run = await publishDry({ data: pieces.join(''), group: '', source: '' });
      if (run.error === undefined) expectLines(run);
      else expectClearError(run);
    }),
    { numRuns: 500 },
  );
});

async function* readChunks(whole: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < whole.length; start += size) yield whole.subarray(start, start + size);
}

const fileText = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('a 1', 'b.c 2 5', 'd;t=u 3 6', 'é 1') },
      { weight: 1, arbitrary: text },
    ),
    { maxLength: 5 },
  )
  .chain((lines) => fc.constantFrom('\n', '\r\n').map((end) => lines.map((line) => line + end).join('')));
const bytes = fc.oneof(
  { weight: 4, arbitrary: fileText.map((whole) => Buffer.from(whole)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 20 }) },
);

test('any plain lines make valid lines or a clear error', async () => {
  await fc.assert(
    fc.asyncProperty(bytes, fc.integer({ min: 1, max: 30 }), async (whole, size) => {
      const run = await publishDry(
        { file: '-', source: '' },
        { face: 'cli', stdin: readChunks(whole, size) },
      );
      if (run.error === undefined) expectLines(run);
      else expectClearError(run);
    }),
    { numRuns: 400 },
  );
});

test('sends any replayed lines unchanged, or reports a clear error', async () => {
  await fc.assert(
    fc.asyncProperty(bytes, fc.integer({ min: 1, max: 30 }), async (whole, size) => {
      const run = await publishDry({ replay: '-' }, { face: 'cli', stdin: readChunks(whole, size) });
      if (run.error !== undefined) return expectClearError(run);
      expect(run.text).toBe(Buffer.from(whole).toString());
      for (const line of run.text.split(/(?<=\n)/)) expect(parseLine(line)).not.toHaveProperty('reason');
    }),
    { numRuns: 400 },
  );
});
