import type { BatchBuilder } from '../../format/batch-builder.ts';
import type { LineSource } from '../../format/format-windows.ts';
import { formatLengthRule, MAX_LINE_BYTES } from '../../format/line-rules.ts';
import { MAX_TIMESTAMP } from '../../format/parse-value.ts';
import { MAX_NODE_BYTES } from '../../format/path.ts';
import type { InputPart } from '../../model/faults.ts';
import type { TextLine } from './split-lines.ts';

const NODE = `[A-Za-z0-9_:!#$%&+<=>@^\`~-]{1,${MAX_NODE_BYTES}}`;
// Printable ASCII without ; ! ^ = in names, without ; in values.
const TAG_NAME = '(?!name=)[\\x22-\\x3a\\x3c\\x3e-\\x5d\\x5f-\\x7e]{1,200}';
const TAG_VALUE = '[\\x21-\\x3a\\x3c-\\x7d][\\x21-\\x3a\\x3c-\\x7e]{0,199}';
const VALUE = '[+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?';
const FULL_LINE = new RegExp(
  `^(${NODE}(?:\\.${NODE})*(?:;${TAG_NAME}=${TAG_VALUE})*) (${VALUE}) ([1-9]\\d{0,9})$`,
);

/** Creates the checker of full lines: each line is sent unchanged or is a fault. `addedBytes` are added on the wire. */
export function createLineChecker({
  origin,
  faults,
  addedBytes,
}: InputPart & { readonly addedBytes: number }): LineSource<TextLine> {
  return {
    startWindow: () => {},
    format(line: TextLine, batches: BatchBuilder): void {
      const match = FULL_LINE.exec(line.text);
      const location = `${origin}, line ${line.number}`;
      if (match === null || !line.ended) {
        const cause = line.ended ? 'one space between the fields, no CR' : 'and ends with a line feed';
        const cure = line.ended ? cureOf(line.text) : 'Was the file cut off?';
        faults.add({
          location,
          rule: `a line to replay is "path value timestamp", ${cause}`,
          value: line.text,
          cure,
        });
        return;
      }
      const [, path = '', value = '', timestamp] = match;
      if (!hasSortedTags(path)) {
        faults.add({
          location,
          rule: 'tags are sorted by name, each once',
          value: line.text,
          cure: 'Sort them.',
        });
        return;
      }
      if (line.text.length + addedBytes >= MAX_LINE_BYTES) {
        faults.add({ location, rule: formatLengthRule(addedBytes), value: line.text });
        return;
      }
      const isTooLarge = !Number.isFinite(Number(value));
      if (Number(timestamp) > MAX_TIMESTAMP || isTooLarge) {
        const rule = isTooLarge
          ? 'a value is within the range of a double (at most 1.8e308)'
          : `a timestamp is at most ${MAX_TIMESTAMP} (seconds)`;
        faults.add({ location, rule, value: line.text, cure: 'Correct or remove the line.' });
        return;
      }
      batches.append(line.text);
      batches.append('\n');
      batches.endLine();
    },
  };
}

function cureOf(text: string): string {
  return / \d{12,}$/.test(text)
    ? 'The timestamp looks like milliseconds: divide it by 1000.'
    : 'Give lines of another form as a file of plain lines, and not for a replay.';
}

function hasSortedTags(path: string): boolean {
  const names = path
    .split(';')
    .slice(1)
    .map((tag) => tag.slice(0, tag.indexOf('=')));
  return names.every((name, index) => index === 0 || (names[index - 1] ?? '') < name);
}
