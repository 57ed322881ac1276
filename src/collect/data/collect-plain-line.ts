import type { Faults, InputPart } from '../../model/faults.ts';
import type { Tags, WrittenMetric } from '../../model/metric.ts';
import type { TextLine } from './split-lines.ts';

/**
 * Parses a plain line `path[;tag=value…] value [timestamp]`. Fields are separated by whitespace, and an empty line is
 * ignored. A line of another shape is a fault.
 */
export function collectPlainLine(line: TextLine, { origin, faults }: InputPart): WrittenMetric | undefined {
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
      cure: value === undefined ? 'Add the value, behind a blank.' : 'A path has no blanks.',
      metric: name,
    });
    return undefined;
  }
  const metric = { origin, lineNumber: line.number, name, value };
  const timed = timestamp === undefined ? metric : { ...metric, timestamp };
  return name.includes(';') ? splitTags(timed, faults) : timed;
}

/** The metric with the tags after its path; the formatter checks them. */
function splitTags(metric: WrittenMetric, faults: Faults): WrittenMetric | undefined {
  const [name = '', ...pieces] = metric.name.split(';');
  const tags: Tags = Object.fromEntries(pieces.map(splitTag));
  if (Object.keys(tags).length < pieces.length) {
    faults.add({
      location: `${metric.origin}, line ${metric.lineNumber}`,
      rule: 'a line has each tag once',
      value: metric.name,
      cure: 'Keep one of them.',
    });
    return undefined;
  }
  return { ...metric, name, tags };
}

function splitTag(piece: string): [name: string, value: string] {
  const end = piece.indexOf('=');
  return end < 0 ? [piece, ''] : [piece.slice(0, end), piece.slice(end + 1)];
}
