import { expect, test } from 'vitest';
import { publishDry } from '../../rules/publish-dry.ts';

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
  ['a;t=1 1\n', 'g.a;t=1 1 1700000000\n'],
  ['a.b;os=linux 1 5\n', 'g.a.b;os=linux 1 5\n'],
  ['a;z=1;b=x=y 1\n', 'g.a;b=x=y;z=1 1 1700000000\n'],
  ['a;t=1 1\na;t=2 1\na 1\n', 'g.a;t=1 1 1700000000\ng.a;t=2 1 1700000000\ng.a 1 1700000000\n'],
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

test.each([
  ['a;t 1', /a tag's value is 1 to 200/],
  ['a;t= 1', /a tag's value is 1 to 200/],
  ['a; 1', /a tag's name is 1 to 200/],
  ['a;;t=1 1', /a tag's name is 1 to 200/],
  ['a;=1 1', /a tag's name is 1 to 200/],
  ['a;name=b 1', /a tag cannot be called "name"/],
  ['a;t=1;t=2 1', /a line has each tag once, got "a;t=1;t=2"/],
  [';t=1 1', /a path needs at least one node/],
])('%j has a fault in its tags', async (text, rule) => {
  const { error } = await publishFile(`ok 1\n${text}\n`);
  expect(error?.message).toMatch(rule);
  expect(error?.message).toContain('file -, line 2');
});

test('tags of a line override those of the run', async () => {
  async function* read(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('a;os=linux 1\n');
  }
  const options = { file: '-', group: 'g', source: '', tags: { os: 'any', zone: 'eu' } };
  const run = await publishDry(options, { face: 'cli', stdin: read() });
  expect(run.text).toBe('g.a;os=linux;zone=eu 1 1700000000\n');
});

test.each([
  ['a\n', 'Add the value, behind a blank.'],
  ['a\u20281\n', 'Add the value, behind a blank.'],
  ['a 1 2 3\n', 'A path has no blanks.'],
  ['a b 1 2', 'A path has no blanks.'],
])('%j is a fault', async (text, cure) => {
  const { error } = await publishFile(`ok 1\n${text}`);
  expect(error?.faults).toMatchObject([
    {
      location: 'file -, line 2',
      rule: 'a line is "path value" or "path value timestamp"',
      value: text.trim(),
      cure,
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
