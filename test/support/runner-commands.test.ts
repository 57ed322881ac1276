import { describe, expect, it } from 'vitest';
import { parseCommands } from './runner-commands.ts';
import { parseKeyValues } from './runner-files.ts';

const found = (text: string): string[] =>
  parseCommands(text, 'stdout').commands.map(({ grammar, name, data }) => `${grammar} ${name} ${data}`);

describe('the workflow commands in a text', () => {
  it.each([
    ['::error::a%0Ab%25%3A', ['v2 error a\nb%%3A']],
    ['  \t::ERROR title=x::y', ['v2 error y']],
    ['##[error]a%5Db%3Bc', ['v1 error a]b;c']],
    ['deep in a line ##[warning file=a;line=2]text', ['v1 warning text']],
    ['##[nothing]##[error]x', ['v1 error x']],
    ['a\r::notice::b\rc', ['v2 notice b']],
    ['a\r\n::notice::b', ['v2 notice b']],
    ['::set-env name=A::b', ['v2 set-env b']],
    ['::\u212Aerror::no', []],
    ['::add-ma\u017F\u212A::secret', ['v2 add-mask secret']],
    ['no ::error::x', []],
    ['::unknown::x', []],
    ['::error:x', []],
    ['##[error x', []],
    ['a\u2028::error::x', []],
  ])('%j contains %j', (text, commands) => {
    expect(found(text)).toEqual(commands);
  });

  it.each([
    '\u200B::error::x',
    ':\u200D:error::x',
    '\0::er\u00ADror::x',
    '#\uFEFF#[error]x',
    '\u001B##\u007F[error]x',
  ])('finds %j, which hides behind invisible characters', (text) => {
    const [command] = parseCommands(text, 'stderr').commands;
    expect(command).toMatchObject({ name: 'error', data: 'x', stream: 'stderr', hidden: true });
  });

  it('reads properties', () => {
    const { commands } = parseCommands(
      '::error file=a%2Cb%3Ac,line=1,empty=,=x::d\n##[error a=1%3B;b=2]',
      'stdout',
    );
    expect(commands.map(({ properties }) => properties)).toEqual([
      { file: 'a,b:c', line: '1' },
      { a: '1;', b: '2' },
    ]);
  });

  it('ignores lines between stop-commands and its token, in either grammar', () => {
    const text =
      '::stop-commands::t0k\n::error::a\n##[error]b\n::T0K::\n::error::c\n##[stop-commands]u\n::error::d\n##[u]';
    expect(parseCommands(text, 'stdout').stopped).toBe(false);
    expect(found(text)).toEqual(['v2 stop-commands t0k', 'v2 error c', 'v1 stop-commands u']);
    expect(parseCommands('::stop-commands::x1y\n::error::a', 'stdout').stopped).toBe(true);
  });

  it.each(['', 'error', 'Pause-Logging'])('refuses the stop token %j, as the runner does', (token) => {
    expect(() => parseCommands(`::stop-commands::${token}`, 'stdout')).toThrow('refuses the stop token');
  });
});

describe('the files of a step', () => {
  it('accept lines and blocks', () => {
    const text = 'a=1=2\n\nb<<E\nx=1\n\ny<<z\nE\nc<<E\nE\nd=<<E\n__proto__=p\nlast<<F\nv\nF';
    expect(Object.entries(parseKeyValues(text))).toEqual([
      ['a', '1=2'],
      ['b', 'x=1\n\ny<<z'],
      ['c', ''],
      ['d', '<<E'],
      ['__proto__', 'p'],
      ['last', 'v'],
    ]);
  });

  it.each(['alone', '=x', '<<E\nx\nE', 'a<<\nx\n', 'a<<E\nx\n', 'a<<E\nx E\n'])('refuse %j', (text) => {
    expect(() => parseKeyValues(text)).toThrow();
  });
});
