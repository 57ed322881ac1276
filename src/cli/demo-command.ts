import { existsSync, realpathSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Receiver, startReceiver } from '../receiver/index.ts';
import { untilStopped } from '../util/stop-on-signal.ts';
import type { Console, Flags } from './console.ts';
import { makeJob } from './demo/make-job.ts';
import { JOB_NAME } from './demo/run-step.ts';
import { writeSummary } from './demo/write-summary.ts';
import { runPublish } from './publish-command.ts';

const NO_BUNDLE =
  'Not shown: the action writes it, and this is carbonclient alone. To see it: npx --package carbon-action carbonclient demo';

/** Plays a small CI job with an embedded Carbon that is down, restarts, and is back; returns the exit code. */
export function runDemo({ out, ...rest }: Console): Promise<number> {
  // One stream keeps the messages in their order.
  const console = { ...rest, out, err: out, error: out, warn: out };
  return untilStopped(async (signal) => {
    let folder: string | undefined;
    try {
      folder = await mkdtemp(join(tmpdir(), 'carbon-demo-'));
      return await demonstrate(console, { folder, signal });
    } catch (error) {
      // A refusal of the system, such as of a temporary folder, is not a defect.
      if (!(error instanceof Error && 'code' in error)) throw error;
      console.err(`carbonclient: the demo cannot run: ${error.message}`);
      return 1;
    } finally {
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    }
  });
}

interface Stage {
  readonly folder: string;
  readonly signal: AbortSignal;
}

async function demonstrate(console: Console, { folder, signal }: Stage): Promise<number> {
  const job = await makeJob(folder);
  const spool = join(folder, 'spool');
  const port = await findFreePort();
  const server = `127.0.0.1:${port}`;
  const send = (flags: Flags): Promise<number> =>
    runPublish({ server, group: 'ci', source: 'acme/shop', ...flags }, { console, env: {} });
  // The name of the job, as the action finds it: both then have the same paths.
  const reports = { junit: [job.junit], coverage: [job.coverage], size: [job.bundle], scope: JOB_NAME };

  console.out('A CI job has run 8 tests, measured coverage and built a bundle. One test failed.');
  section(console, '1. Carbon is down: what cannot be delivered is kept');
  const isKept = (await send({ metric: 'job.success', value: '0', spool, retries: '0' })) === 1;

  section(console, '2. Carbon restarts while it receives: the run retries');
  const lines: string[] = [];
  await using restarting = await startRestarting(port, lines);
  const isRetried = (await send(reports)) === 0;
  const counts = [lines.length];

  section(console, '3. Carbon is back: the next run sends what was kept');
  const isReplayed = !signal.aborted && (await send({ replay: [join(spool, '*.txt')] })) === 0;
  counts.push(lines.length);

  section(console, '4. The job summary on GitHub');
  const bundle = findBundle();
  if (bundle === undefined) console.out(NO_BUNDLE);
  const page =
    signal.aborted || bundle === undefined ? undefined : await writeSummary(bundle, { job, server, signal });
  if (page !== undefined) console.out(`It is in ${page}`);
  await restarting.close();
  if (signal.aborted) {
    console.err('The demo was stopped.');
    return 1;
  }
  const left = await readdir(spool);
  const hasSummary = page !== undefined || bundle === undefined;
  const isGood = isKept && isRetried && isReplayed && left.length === 0 && hasSummary;
  counts.push(lines.length);
  const parts = counts.map((count, index) => `${count - (counts[index - 1] ?? 0)} in part ${index + 2}`);
  console.out(`\nThe embedded Carbon received ${lines.length} lines. That is ${parts.join(', ')}.`);
  if (!isGood) console.err('The demo went wrong: not every line arrived.');
  return isGood ? 0 : 1;
}

function section(console: Console, title: string): void {
  console.out(`\n== ${title} ==`);
}

async function findFreePort(): Promise<number> {
  await using receiver = await startReceiver();
  return receiver.port;
}

/** A receiver that breaks its first connection off, like a Carbon that restarts, and then listens again. */
async function startRestarting(
  port: number,
  lines: string[],
): Promise<Pick<Receiver, 'close'> & AsyncDisposable> {
  let running: Promise<Receiver>;
  const restart = async (): Promise<Receiver> => {
    await (await running).close();
    return startReceiver({ port, onLine: ({ text }) => void lines.push(text) });
  };
  let isFirst = true;
  running = startReceiver({
    port,
    onConnection: () => {
      if (isFirst) running = restart();
      isFirst = false;
    },
  });
  await running;
  const close = async (): Promise<void> => (await running).close();
  return { close, [Symbol.asyncDispose]: close };
}

/** The action's bundle is next to the command line's, unless the command line is a single file. */
function findBundle(): string | undefined {
  const commandLine = realpathSync(process.argv[1] ?? '');
  const bundle = join(dirname(commandLine), '..', 'main', 'index.js');
  return existsSync(bundle) ? bundle : undefined;
}
