import type { Faults } from '../faults.ts';
import type { WrittenMetric } from '../format/metric.ts';
import { splitLines, type TextLine } from './split-lines.ts';

/**
 * The metrics of plain lines `path value [timestamp]`, in chunks; fields stand between blanks, empty lines are passed
 * over. A line of another shape is a fault.
 */
export async function* collectPlainLines(
  bytes: AsyncIterable<Uint8Array>,
  origin: string,
  faults: Faults,
): AsyncGenerator<WrittenMetric[]> {
  for await (const lines of splitLines(bytes, origin)) {
    const metrics: WrittenMetric[] = [];
    for (const line of lines) {
      const metric = collectPlainLine(line, origin, faults);
      if (metric !== undefined) metrics.push(metric);
    }
    yield metrics;
  }
}

function collectPlainLine(line: TextLine, origin: string, faults: Faults): WrittenMetric | undefined {
  const text = line.text.trim();
  if (text === '') return undefined;
  const [name = '', value, timestamp, ...rest] = text.split(/[ \t]+/);
  if (value === undefined || rest.length > 0) {
    faults.add({
      at: `${origin}, line ${line.number}`,
      rule: 'a line is "path value" or "path value timestamp"',
      value: text,
      cure: 'A path has no blanks.',
    });
    return undefined;
  }
  const metric = { origin, lineNumber: line.number, name, value };
  return timestamp === undefined ? metric : { ...metric, timestamp };
}
