import { describe, expect, it } from 'vitest';
import { parsePatterns, toAbsolutePattern } from '../../src/read/file-patterns.ts';

describe('parsePatterns', () => {
  it.each([
    [[], []],
    [['', '  ', '#a', '!', '! '], []],
    [
      ['a', '!b', 'c', '!d'],
      [
        { pattern: 'a', excluded: ['b', 'd'] },
        { pattern: 'c', excluded: ['d'] },
      ],
    ],
    [['!a', 'b'], [{ pattern: 'b', excluded: [] }]],
    [['! ! a', '!!!b'], [{ pattern: 'a', excluded: ['b'] }]],
    [
      ['a#b', './#c'],
      [
        { pattern: 'a#b', excluded: [] },
        { pattern: './#c', excluded: [] },
      ],
    ],
  ])('%j', (lines, patterns) => {
    expect(parsePatterns(lines)).toEqual(patterns);
  });
});

describe('toAbsolutePattern', () => {
  it.each([
    ['a/*.xml', 'linux', '/ws/a/*.xml'],
    ['/tmp/*.xml', 'linux', '/tmp/*.xml'],
    ['../x', 'linux', '/ws/../x'],
    ['~', 'linux', '/home/me'],
    ['~/x', 'linux', '/home/me/x'],
    ['~you/x', 'linux', '/ws/~you/x'],
    ['a\\*b', 'linux', '/ws/a\\*b'],
    ['C:\\x', 'linux', '/ws/C:\\x'],
    ['a\\b\\*.xml', 'win32', '/ws/a/b/*.xml'],
    ['C:\\x\\*.xml', 'win32', 'C:/x/*.xml'],
    ['c:/x', 'win32', 'c:/x'],
    ['\\\\server\\share\\*', 'win32', '//server/share/*'],
    ['~\\x', 'win32', '/home/me/x'],
  ])('%j on %s', (pattern, platform, absolute) => {
    expect(toAbsolutePattern(pattern, { folder: '/ws', home: '/home/me', platform })).toBe(absolute);
  });
});
