import type { Observation, Row } from './row.ts';
import { SECTIONS } from './rows/index.ts';

const BEGIN = '<!-- begin faults: written by test/fault-matrix -->';
const END = '<!-- end faults -->';

const INTRODUCTION = `## What each fault does

Each row is a test in \`test/fault-matrix\`. It causes the fault for real, with sockets, processes, signals, packet filters
and mounts, and runs the built action against it. The tests write this part of the page on Linux, and fail if it differs
from what they observe.

- **Received**: how many of the lines the receiver had in the end. For carbon-cache that is what it can return from
  memory or from disk. It is none without a count if there was no receiver, or if the process with the connection was
  killed before it read.
- **Reported**: the output \`delivery\`, and \`evidence\` in brackets. \`kernel\`: this machine's table of connections says
  that everything was acknowledged. \`close\`: only the order of the two closes is known, as always with TLS.
- **Attempts**: the output \`attempts\`, connections tried. The rows leave retries out (\`retries: 0\`), except where their
  name (default retries: 3), the remark or the number says otherwise.
- **Exit**: the exit code of the step.
- **Spooled**: lines that were kept for a replay. A window (here: the whole run) is kept whole, because it is unknown which
  of its lines arrived.
- **True?**: *yes*: the report is right, and every lost line is in the spool. *careful*: everything arrived, but the report
  does not claim it; sending again is harmless in whisper. **no**: *confirmed* is not the truth.

Some faults end one way or the other by chance. Then the test fixes one order of events, with a payload that no kernel takes
whole or a process that is stopped for a moment. The row reports only that order; the remarks name the others.

A fault with a star needs Linux, root and its own namespaces. Those rows run in CI, and wherever the machine allows it.
`;

const HEAD = [
  '| Fault | Received | Reported | Attempts | Exit | Spooled | True? | Remark |',
  '| --- | --- | --- | --- | --- | --- | --- | --- |',
];

/**
 * The page with its marked part rewritten from the observations. A row that did not run here keeps its line of the old
 * page.
 */
export function formatDocument(observed: ReadonlyMap<string, Observation>, before: string): string {
  const rowOf = (row: Row): string => {
    const observation = observed.get(row.fault);
    if (observation !== undefined) return formatRow(row, observation);
    const line = before.split('\n').find((text) => text.startsWith(`| ${nameOf(row)} |`));
    return line ?? `| ${nameOf(row)} | was never observed |`;
  };
  const sections = SECTIONS.map(({ title, note, rows }) => ({ title, note, lines: rows.map(rowOf) }));
  const untrue = sections.flatMap(({ lines }) => lines).filter((line) => line.includes('| **no** |'));
  const names = untrue.map((line) => `- ${line.split(' | ')[0]?.slice(2)}`);
  const [head = '', rest = ''] = before.split(BEGIN);
  const tail = rest.slice(rest.indexOf(END) + END.length);
  const part = [
    INTRODUCTION,
    ...sections.flatMap(({ title, note, lines }) => [
      `### ${title}\n`,
      ...(note === undefined ? [] : [`${note}\n`]),
      ...HEAD,
      ...lines,
      '',
    ]),
    '### Where *confirmed* is not the truth\n',
    'A confirmation says that HOST:PORT closed after reading everything, and no more. It was not the truth in these rows:\n',
    ...names,
    '',
    'Only reading back from Graphite proves that a point is stored: see `graphite-url` and `verify`.',
  ].join('\n');
  return `${head}${BEGIN}\n\n${part}\n\n${END}${tail}`;
}

/** Whether the report was right. @throws if lines were lost without a report. */
export function judge({ fault, missing }: Row, observed: Observation): string {
  const { lines, received, delivery, spooled } = observed;
  if (missing !== undefined) return missing;
  if (delivery === 'confirmed') {
    if (spooled > 0) throw new Error(`${fault}: confirmed lines are in the spool`);
    return received === lines ? 'yes' : '**no**';
  }
  if (spooled !== lines)
    throw new Error(`${fault}: ${lines - spooled} lines are neither confirmed nor spooled`);
  return received === lines ? 'careful' : 'yes';
}

function formatRow(row: Row, observed: Observation): string {
  const { lines, received, delivery, evidence, attempts, spooled, exitCode } = observed;
  const tried = row.attemptsVary ? 'several' : String(attempts);
  const cells = [
    nameOf(row),
    formatCount(received, lines, row.exact),
    delivery === '' ? 'nothing' : `${delivery}${evidence === '' ? '' : ` (${evidence})`}`,
    delivery === '' ? '' : tried,
    exitCode === null ? 'killed' : String(exitCode),
    formatCount(spooled, lines, row.exact),
    judge(row, observed),
    row.remark,
  ];
  return `| ${cells.join(' | ')} |`;
}

function nameOf({ fault, namespace }: Row): string {
  return namespace ? `${fault} *` : fault;
}

function formatCount(count: number, lines: number, exact = false): string {
  const all = lines.toLocaleString('en');
  if (count === 0) return `none of ${all}`;
  if (count === lines) return `all ${all}`;
  return `${exact ? count.toLocaleString('en') : 'some'} of ${all}`;
}
