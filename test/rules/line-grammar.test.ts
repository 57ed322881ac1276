import { expect, test } from 'vitest';
import { findLineFault } from './line-grammar.ts';

test.each(['a 1 1\n', 'a.b-c:d_E -1.5e+30 4294967295\n', 'a;b=1;c=x=~ 0.1 1\n', `${'n'.repeat(250)} 1 1\n`])(
  '%j passes',
  (line) => {
    expect(findLineFault(line)).toBeUndefined();
  },
);

test.each([
  ...[
    '',
    '\n',
    'a 1 1',
    'a 1 1\r\n',
    'a 1 1\n\n',
    'a 1 1\nb 1 1\n',
    'a  1 1\n',
    ' a 1 1\n',
    'a 1 1 \n',
    'a 1\n',
    'a 1 1 1\n',
  ],
  ...[
    '.a 1 1\n',
    'a. 1 1\n',
    'a..b 1 1\n',
    'a/b 1 1\n',
    'a+b 1 1\n',
    'é 1 1\n',
    'a\t1 1\n',
    `${'n'.repeat(251)} 1 1\n`,
  ],
  ...[
    'a; 1 1\n',
    'a;b 1 1\n',
    'a;b= 1 1\n',
    'a;=b 1 1\n',
    'a;name=b 1 1\n',
    'a;b=~x 1 1\n',
    'a;b!=1 1 1\n',
    'a;b^=1 1 1\n',
  ],
  ...['a;c=1;b=1 1 1\n', 'a;b=1;b=1 1 1\n', `a;${'n'.repeat(201)}=1 1 1\n`, `a;n=${'v'.repeat(201)} 1 1\n`],
  ...[
    'a +1 1\n',
    'a 1.0 1\n',
    'a .5 1\n',
    'a 5. 1\n',
    'a 1e5 1\n',
    'a -0 1\n',
    'a inf 1\n',
    'a NaN 1\n',
    'a 0x1 1\n',
    'a 1e+999 1\n',
  ],
  ...[
    'a 1 0\n',
    'a 1 01\n',
    'a 1 1.5\n',
    'a 1 -1\n',
    'a 1 4294967296\n',
    `${'123456789.'.repeat(818)}abcdefghi 1 1\n`,
  ],
])('%j fails', (line) => {
  expect(findLineFault(line)).toEqual(expect.any(String));
});

test('accepts extra characters on request', () => {
  expect(findLineFault('a+b^c 1 1\n', '^+')).toBeUndefined();
  expect(findLineFault('a+b=c 1 1\n', '^+')).toBe('node a+b=c');
});
