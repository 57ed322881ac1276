import type { Observed } from './run-schedule.ts';
import type { Schedule } from './schedule.ts';

/** The broken promises of a run, in words; empty if it kept all. */
export function findViolations(schedule: Schedule, observed: Observed): string[] {
  return [
    ...findLost(observed),
    ...findMalformed(observed),
    ...findSpoolFaults(observed),
    ...findFalseReports(schedule, observed),
  ];
}

/** Every line is received or spooled, so confirmed lines were received. */
function findLost({ sent, result, received, spooled }: Observed): string[] {
  const found = new Set([...received, ...spooled].flatMap(({ text }) => completeLines(text)));
  const lost = sent.slice(0, result.linesMade).filter((line) => !found.has(line));
  return listLines(lost, 'neither received nor spooled');
}

function findMalformed({ sent, received, cutPorts }: Observed): string[] {
  const known = new Set(sent);
  const foreign = received.flatMap(({ text }) => completeLines(text).filter((line) => !known.has(line)));
  // Most receivers drop a line without LF after a FIN, but some store it.
  const cut = received.filter(({ text, end, port }) => {
    // A connection that tests a late close carries blanks only.
    return end === 'fin' && !cutPorts.has(port) && text.trim() !== '' && !text.endsWith('\n');
  });
  return [
    ...listLines(foreign, 'received, but never sent'),
    ...listLines(
      cut.map(({ text }) => text.slice(text.lastIndexOf('\n') + 1)),
      'half a line, and a FIN after it',
    ),
  ];
}

function findSpoolFaults({ sent, result, spooled }: Observed): string[] {
  const { undelivered, undeliveredFile } = result;
  if (spooled.length !== (undelivered > 0 ? 1 : 0))
    return [`${undelivered} undelivered, but ${spooled.length} files in the spool`];
  const [file] = spooled;
  if (file?.path !== undeliveredFile) return [`the spool's file is ${file?.path}, not ${undeliveredFile}`];
  if (file === undefined) return [];
  const lines = completeLines(file.text);
  const known = new Set(sent);
  return [
    ...(file.mode === 0o600 ? [] : [`the spool's file has mode ${file.mode.toString(8)}`]),
    ...(file.text.endsWith('\n') ? [] : ["the spool's last line is cut"]),
    ...(new Set(lines).size === undelivered && lines.length === undelivered
      ? []
      : [`${undelivered} undelivered, but ${lines.length} lines in the spool`]),
    ...listLines(
      lines.filter((line) => !known.has(line)),
      'spooled, but never made',
    ),
  ];
}

function findFalseReports(schedule: Schedule, { sent, result, hasFailed, received }: Observed): string[] {
  const { delivery, undelivered, linesMade, lines, attempts } = result;
  const isStopped = schedule.abortMs !== undefined && schedule.from !== 'array';
  const times = new Map<string, number>();
  for (const { text } of received) {
    for (const line of completeLines(text)) times.set(line, (times.get(line) ?? 0) + 1);
  }
  const windows = Math.ceil(schedule.batches / 64);
  const rules: [isKept: boolean, rule: string][] = [
    [hasFailed === (delivery === 'failed'), 'only a failed run rejects'],
    // A stream that is stopped between two windows has failed, though all lines read so far are confirmed.
    [
      (delivery === 'confirmed') === (undelivered === 0) || (isStopped && delivery === 'failed'),
      'a run is confirmed where nothing is undelivered',
    ],
    [linesMade === sent.length || isStopped, 'every line was made'],
    [lines >= linesMade - undelivered, 'what is confirmed counts among the lines'],
    [attempts <= windows * (schedule.retries + 1), 'no more attempts than there may be'],
    [Math.max(0, ...times.values()) <= schedule.retries + 1, 'what is confirmed is not sent again'],
  ];
  return rules.filter(([isKept]) => !isKept).map(([, rule]) => `broken: ${rule}`);
}

/** The lines that end with LF. */
function completeLines(text: string): string[] {
  return text.split('\n').slice(0, -1);
}

function listLines(lines: readonly string[], what: string): string[] {
  const [first] = lines;
  return first === undefined ? [] : [`${lines.length} ${what}, such as "${first.slice(-60)}"`];
}
