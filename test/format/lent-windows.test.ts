import { expect, test } from 'vitest';
import { toText } from '../../src/format/batch.ts';
import type { BatchBuilder } from '../../src/format/batch-builder.ts';
import { formatStream, formatWhole, type LineSource, type Window } from '../../src/format/format-windows.ts';
import { Faults } from '../../src/model/faults.ts';

const COUNT = 1000;
const RULES = { batchSize: 5, windowSize: 2, points: [] };
/** Each item is one line. */
const LINES: LineSource<string> = {
  startWindow: () => {},
  format: (line: string, batches: BatchBuilder) => {
    batches.startLine();
    batches.append(`${line}\n`);
    batches.endLine();
  },
};

function* makeItems(): Generator<string> {
  // The first windows are shorter than the later ones, so the memory grows meanwhile.
  for (let index = 0; index < COUNT; index += 1) yield `${index}`.padEnd(index * 20, '-');
}

/** The text of each window, read before the next one is requested, and its memory. */
async function list(windows: AsyncIterable<Window>): Promise<{ texts: string[]; memory: Set<unknown> }> {
  const [texts, memory] = [[] as string[], new Set()];
  for await (const window of windows) {
    texts.push(window.map(({ bytes }) => toText(bytes)).join(''));
    for (const { bytes } of window) memory.add(bytes.buffer);
  }
  return { texts, memory };
}

test('the windows of a stream share one memory that only grows, and have the same lines as those of a list', async () => {
  const whole = await list(formatWhole({ items: [makeItems()], lines: LINES }, RULES));
  const rules = { ...RULES, faults: new Faults(), consequence: () => '' };
  const stream = await list(formatStream({ items: [makeItems()], lines: LINES }, rules));
  expect(stream.texts).toEqual(whole.texts);
  expect(stream.texts.join('')).toBe([...makeItems(), ''].join('\n'));
  expect(whole.memory.size).toBe(COUNT / 10);
  expect(stream.memory.size).toBeLessThan(5);
});
