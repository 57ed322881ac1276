import { expect, test } from 'vitest';
import { publishDry } from '../rules/publish-dry.ts';

async function publishFile(text: string) {
  async function* read(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(text);
  }
  return publishDry({ file: '-', group: 'g', source: '' }, { face: 'cli', stdin: read() });
}

test.each([
  ['a 1\n', 'g.a 1 1700000000\n'],
  ['a 1 5\n', 'g.a 1 5\n'],
  ['a 1', 'g.a 1 1700000000\n'],
  ['\ufeffa 1', 'g.a 1 1700000000\n'],
  ['\n \n a \t 1 \r\n\nb 2 6\r\n', 'g.a 1 1700000000\ng.b 2 6\n'],
  ['a.b 1 2023-11-14T22:13:21Z\n', 'g.a.b 1 1700000001\n'],
  ['a;t=1 1\n', 'g.a_t_1 1 1700000000\n'],
  ['a\u00a0b 1\n', 'g.a_b 1 1700000000\n'],
  ['a\u2028::error::x 1\n', 'g.a_::error::x 1 1700000000\n'],
  ['../../x 1\n', 'g._._x 1 1700000000\n'],
])('%j', async (text, lines) => {
  const run = await publishFile(text);
  expect(run.error?.message).toBeUndefined();
  expect(run.text).toBe(lines);
});

test.each(['# a comment here\n', '#\n', '# 1\n'])('%j is a comment, which is a fault', async (text) => {
  const { error } = await publishFile(`ok 1\n${text}`);
  expect(error?.faults).toMatchObject([
    {
      location: 'file -, line 2',
      rule: 'a file of lines has no comments',
      value: text.trim(),
      cure: 'Remove the line.',
    },
  ]);
});

test.each(['a\n', 'a 1 2 3\n', 'a b 1 2', 'a\u20281\n'])('%j is a fault', async (text) => {
  const { error } = await publishFile(`ok 1\n${text}`);
  expect(error?.faults).toMatchObject([
    {
      location: 'file -, line 2',
      rule: 'a line is "path value" or "path value timestamp"',
      value: text.trim(),
      cure: 'A path has no blanks.',
    },
  ]);
});

test.each(['a x\n', 'a 1 x\n', '. 1\n', 'a 1 1700000000000\n', 'a 0x10\n'])(
  '%j names its line and its path',
  async (text) => {
    const { error } = await publishFile(`ok 1\n\n${text}`);
    expect(error?.faults).toMatchObject([{ location: `file -, line 3, "${text.split(' ')[0]}"` }]);
  },
);
