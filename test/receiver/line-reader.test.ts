import { expect, test } from 'vitest';
import { LineCounter, LineReader } from '../../src/receiver/line-reader.ts';
import { MAX_LINE_BYTES } from '../../src/receiver/parse-line.ts';
import { Tally } from '../../src/receiver/tally.ts';

const GOOD = 'a.b 1 1700000000\n';

function readAll(chunks: readonly (string | Buffer)[]): Tally {
  const tally = new Tally({ keep: true });
  const reader = new LineReader(tally);
  for (const chunk of chunks) reader.push(Buffer.from(chunk));
  reader.end('no LF');
  return tally;
}

test('joins lines from any chunks', () => {
  const bytes = Buffer.from(`${GOOD}a.ü 1 1700000000\nc;t=v -2.5 1700000001\n\nlast`);
  const whole = readAll([bytes]);
  expect(whole.lines.map((line) => line.text)).toEqual(['a.b 1 1700000000', 'c;t=v -2.5 1700000001']);
  expect(whole.badLines.map((bad) => bad.text)).toEqual(['a.ü 1 1700000000', '', 'last']);
  for (let cut = 0; cut <= bytes.length; cut += 1) {
    expect(readAll([bytes.subarray(0, cut), bytes.subarray(cut)])).toEqual(whole);
  }
  expect(readAll([...bytes].map((byte) => Buffer.from([byte])))).toEqual(whole);
});

test.each([
  ['at the front of a chunk', [`${'x'.repeat(9000)}\n${GOOD}`]],
  ['over many chunks', [GOOD, ...Array<string>(50).fill('x'.repeat(1000)), `y\n`]],
  ['without any LF', [GOOD, ...Array<string>(50).fill('x'.repeat(1000))]],
  ['with no room left for its LF', [GOOD, 'x'.repeat(MAX_LINE_BYTES)]],
  ['with its LF as a chunk', [GOOD, 'x'.repeat(MAX_LINE_BYTES), '\n']],
  ['after a carried start', ['xxxx', `${'x'.repeat(MAX_LINE_BYTES)}\n${GOOD}`]],
])('reports a line that is too long once, %s, and skips it up to its LF', (_, chunks) => {
  const { lines, badLines, counts } = readAll(chunks);
  expect(lines).toHaveLength(1);
  expect(badLines).toEqual([
    { text: 'x'.repeat(MAX_LINE_BYTES), reason: 'a line must be at most 8192 bytes, its LF included' },
  ]);
  expect(counts.bytes).toBe(chunks.join('').length);
});

test('accepts a line of exactly the maximum bytes, cut before its LF', () => {
  const tags = ` 1 1700000000\n`;
  const path = `${'n'.repeat(99)}.`.repeat(MAX_LINE_BYTES).slice(0, MAX_LINE_BYTES - tags.length);
  const line = path + tags;
  expect(readAll([line.slice(0, -1), '\n', GOOD]).counts).toMatchObject({ lines: 2, badLines: 0 });
});

test('names bytes that are not UTF-8, and continues', () => {
  const { lines, badLines } = readAll([Buffer.from('a.\xff 1 1700000000\n', 'latin1'), GOOD]);
  expect(lines).toHaveLength(1);
  expect(badLines).toEqual([
    {
      text: 'a.\ufffd 1 1700000000',
      reason: 'a line must be printable ASCII, but has bytes that are not UTF-8',
    },
  ]);
});

test('the counter counts LFs and bytes, checks nothing, and detects a line without LF', () => {
  const tally = new Tally({ keep: false });
  const counter = new LineCounter(tally);
  for (const chunk of [GOOD, 'a.b', ' 1 17\n\nx', 'y\n', 'rest']) counter.push(Buffer.from(chunk));
  counter.end();
  counter.end();
  expect(tally.counts).toEqual({
    connections: 0,
    withLines: 1,
    lines: 4,
    badLines: 1,
    bytes: 17 + 3 + 8 + 2 + 4,
  });
});
