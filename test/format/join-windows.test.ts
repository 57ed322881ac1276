import { expect, test } from 'vitest';
import { joinWindows, type Window } from '../../src/format/format-windows.ts';

/** Windows of numbered lines: one number for the lines of each batch. */
async function* toWindows(name: string, windows: ReadonlyArray<readonly number[]>): AsyncGenerator<Window> {
  let line = 0;
  for (const window of windows)
    yield window.map((lines) => {
      const texts = Array.from({ length: lines }, () => `${name}${line++} 1 1\n`);
      return { bytes: Buffer.from(texts.join(''), 'latin1'), lines };
    });
}

async function join(named: number[][], collected: number[][]): Promise<Window[]> {
  const windows: Window[] = [];
  const parts = [toWindows('a', named), toWindows('b', collected)];
  for await (const window of joinWindows(parts, { batchSize: 3, windowSize: 2 })) windows.push(window);
  return windows;
}

test.each<[string, number[][], number[][], number[][]]>([
  ['nothing is no window', [], [], []],
  [
    'one part stays as it is',
    [
      [3, 3],
      [3, 1],
    ],
    [],
    [
      [3, 3],
      [3, 1],
    ],
  ],
  ['two short windows become one batch', [[1]], [[2]], [[3]]],
  ['a batch that is not full takes lines of the next window', [[2]], [[2]], [[3, 1]]],
  ['full windows are followed by the rest', [[3, 3], [1]], [[3, 3], [2]], [[3, 3], [3, 3], [3]]],
  ['more than a window is cut', [[3, 2]], [[3, 3], [3]], [[3, 3], [3, 3], [2]]],
])('%s', async (_, named, collected, expected) => {
  const windows = await join(named, collected);
  expect(windows.map((window) => window.map(({ lines }) => lines))).toEqual(expected);
  const text = windows
    .flat()
    .map(({ bytes }) => Buffer.from(bytes).toString('latin1'))
    .join('');
  const count = (parts: number[][]): number => parts.flat().reduce((sum, lines) => sum + lines, 0);
  const lines = [
    ...Array.from({ length: count(named) }, (_, index) => `a${index} 1 1\n`),
    ...Array.from({ length: count(collected) }, (_, index) => `b${index} 1 1\n`),
  ];
  expect(text).toBe(lines.join(''));
});
