import type { Faults } from '../model/faults.ts';
import type { WrittenMetric } from '../model/metric.ts';
import type { TextLine } from './split-lines.ts';

/**
 * The metric of a plain line `path value [timestamp]`: fields stand between blanks, an empty line says nothing. A line
 * of another shape is a fault.
 */
export function collectPlainLine(line: TextLine, origin: string, faults: Faults): WrittenMetric | undefined {
  const text = line.text.trim();
  if (text === '') return undefined;
  if (/^#(?:[ \t]|$)/.test(text)) {
    const location = `${origin}, line ${line.number}`;
    faults.add({
      location,
      rule: 'a file of lines has no comments',
      value: text,
      cure: 'Remove the line.',
      metric: text,
    });
    return undefined;
  }
  const [name = '', value, timestamp, ...rest] = text.split(/[ \t]+/);
  if (value === undefined || rest.length > 0) {
    faults.add({
      location: `${origin}, line ${line.number}`,
      rule: 'a line is "path value" or "path value timestamp"',
      value: text,
      cure: 'A path has no blanks.',
      metric: name,
    });
    return undefined;
  }
  const metric = { origin, lineNumber: line.number, name, value };
  return timestamp === undefined ? metric : { ...metric, timestamp };
}
