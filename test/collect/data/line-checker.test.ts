import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseLine } from '../../../src/receiver/parse-line.ts';
import { publishDry } from '../../rules/publish-dry.ts';

async function replay(text: string) {
  async function* read(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(text);
  }
  return publishDry({ replay: '-', group: 'unused' }, { face: 'cli', stdin: read() });
}

test.each([
  'a 1 1',
  'a.b.c -1.5e+30 4294967295',
  'a!#$%&+<=>@^`~_:- +007 1700000000',
  'a;b=1;c=x~ 1 1',
  '::error::x 1 1',
  `a;${'n'.repeat(200)}=${'v'.repeat(200)} 1 1`,
  `${'n'.repeat(250)}.${'n'.repeat(250)} 1 1`,
  `${'123456789.'.repeat(818)}abcdefg 1 1`,
])('%j is sent unchanged', async (text) => {
  const run = await replay(`${text}\n`);
  expect(run.error?.message).toBeUndefined();
  expect(run.text).toBe(`${text}\n`);
  expect(parseLine(`${text}\n`)).not.toHaveProperty('reason');
});

test.each([
  ...[
    '',
    ' ',
    'a',
    'a 1',
    'a 1 1 1',
    'a  1 1',
    'a\t1 1',
    ' a 1 1',
    'a 1 1 ',
    'a 1 1\r',
    '\ufeffa 1 1',
    'a 1 1\u0000',
    'a\u00001 1 1',
  ],
  ...[
    '.a 1 1',
    'a. 1 1',
    'a..b 1 1',
    '../a 1 1',
    'a/b 1 1',
    'é 1 1',
    'a\uff0eb 1 1',
    'a"b 1 1',
    'a(b) 1 1',
    'a*b 1 1',
    ';a=1 1 1',
  ],
  ...[
    'a inf 1',
    'a nan 1',
    'a 0x10 1',
    'a 1_0 1',
    'a .5 1',
    'a 5. 1',
    'a 1e 1',
    'a  1',
    'a true 1',
    'a 1e400 1',
    'a -1e999 1',
  ],
  ...[
    'a 1 0',
    'a 1 -1',
    'a 1 4294967296',
    'a 1 01',
    'a 1 1.5',
    'a 1 1e3',
    'a 1 +1',
    'a 1 N',
    'a 1 99999999999',
  ],
  ...[
    'a; 1 1',
    'a;b 1 1',
    'a;b= 1 1',
    'a;=b 1 1',
    'a;name=b 1 1',
    'a;b=~x 1 1',
    'a;b!=1 1 1',
    'a;b^=1 1 1',
    'a;b=1; 1 1',
    'a;b=é 1 1',
  ],
  ...[
    `${'n'.repeat(251)} 1 1`,
    `a;${'n'.repeat(201)}=1 1 1`,
    `a;n=${'v'.repeat(201)} 1 1`,
    `${'123456789.'.repeat(818)}abcdefghi 1 1`,
  ],
  ...['##[error]x 1 1'],
])('%j is a fault', async (text) => {
  const { error } = await replay(`ok 1 1\n${text}\n`);
  expect(error?.faults.map(({ location }) => location)).toEqual(['replay -, line 2']);
});

test('a faulty line does not affect other lines', async () => {
  const { error } = await replay('a 1 1\n\nb 2\nc 3 3\n');
  expect(error?.faults.map(({ location }) => location)).toEqual(['replay -, line 2', 'replay -, line 3']);
});

test('a last line without its line feed is a fault', async () => {
  expect((await replay('a 1 1700000000000\n')).error?.message).toContain(
    'like milliseconds: divide it by 1000.',
  );
  expect((await replay('a 1\n')).error?.message).toContain('as a file of plain lines, and not for a replay.');
  expect((await replay('a 1 1')).error?.message).toContain('Was the file cut off?');
});

test.each(['a;c=1;b=2 1 1', 'a;b=1;b=2 1 1'])(
  '%j is a fault, because its tags are not sorted or repeat',
  async (text) => {
    expect((await replay(`${text}\n`)).error?.count).toBe(1);
  },
);

test('the receiver accepts every accepted line', async () => {
  const character = fc.constantFrom(...'abAB09_-:.;=!#~^ +eE\t\r'.split(''), 'é', '\u0000');
  const field = fc.string({ unit: character, maxLength: 8 });
  const near = fc
    .tuple(
      fc.oneof(fc.constant('a.b'), field),
      fc.constantFrom('', ';b=1', ';~=x', ';b=~', ';name=1', ';b==;'),
      fc.oneof(fc.constantFrom('1', '-1.5', '1e5', '.5', '5.', '1e999', '+1E-5'), field),
      fc.oneof(fc.constantFrom('1', '0', '4294967295', '4294967296', '01'), field),
    )
    .map(([path, tag, value, timestamp]) => `${path}${tag} ${value} ${timestamp}`);
  await fc.assert(
    fc.asyncProperty(near, async (text) => {
      const { error } = await replay(`${text}\n`);
      expect([text, error === undefined]).toEqual([text, !('reason' in parseLine(`${text}\n`))]);
    }),
    { numRuns: 1000 },
  );
});
