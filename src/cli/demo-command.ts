import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { startReceiver } from '../receiver/index.ts';
import { untilStopped } from '../util/stop-on-signal.ts';
import type { Console } from './console.ts';
import { readNumbers } from './demo/read-numbers.ts';
import { runStep } from './demo/run-step.ts';

const SHOWN_LINES = 10;
const SHOWN_ROWS = 8;

/** Sends this folder's numbers through the action's bundle to an embedded receiver; returns the exit code. */
export function runDemo(console: Console): Promise<number> {
  return untilStopped(async (signal) => {
    try {
      return await demonstrate(console, signal);
    } catch (error) {
      // A system error, such as for a temporary folder, is not a defect.
      if (!(error instanceof Error && 'code' in error)) throw error;
      console.err(`carbonclient: the demo cannot run: ${error.message}`);
      return 1;
    }
  });
}

async function demonstrate(console: Console, signal: AbortSignal): Promise<number> {
  await using receiver = await startReceiver();
  const numbers = await readNumbers(process.cwd());
  const server = `${receiver.host}:${receiver.port}`;
  console.out(`An embedded receiver listens on ${server}.`);
  console.out(
    `The action's bundle sends ${numbers.length} numbers of this folder to it, as a runner would start it:`,
  );

  const end = await runStep(findBundle(), { inputs: { server }, data: JSON.stringify(numbers), signal });
  if (signal.aborted) {
    console.err('The demo was stopped.');
    return 1;
  }
  section(console, 'log', end.log.trimEnd().split('\n'));
  const lines = receiver.lines.map(({ text }) => text);
  const rest = lines.length - SHOWN_LINES;
  const more = rest > 0 ? [`… and ${rest} more`] : [];
  section(console, `lines that arrived: ${lines.length}`, [...lines.slice(0, SHOWN_LINES), ...more]);
  section(
    console,
    'outputs',
    [...end.outputs].map(([name, value]) => `${name}=${value}`),
  );
  section(console, 'job summary', cutRows(end.summary.trimEnd().split('\n')));

  const whole = end.exitCode === 0 && receiver.badLines.length === 0 && lines.length === numbers.length;
  if (!whole) console.err('The demo went wrong: not every number arrived.');
  return whole ? 0 : 1;
}

function section(console: Console, title: string, lines: readonly string[]): void {
  console.out(`\n== ${title} ==`);
  for (const line of lines) console.out(line);
}

/** The table's rows without the heading: a summary is made for a page, not for a terminal. */
function cutRows(lines: readonly string[]): string[] {
  const rows = lines.filter((line) => line.startsWith('<tr>'));
  const hidden = new Set(rows.slice(SHOWN_ROWS));
  const kept = lines.filter((line) => !hidden.has(line));
  return hidden.size === 0 ? kept : [...kept, `(${hidden.size} more rows)`];
}

/** The action's bundle is next to the command line's. */
function findBundle(): string {
  const commandLine = realpathSync(process.argv[1] ?? '');
  return join(dirname(commandLine), '..', 'main', 'index.js');
}
