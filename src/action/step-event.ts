import { type PreparedEvent, prepareEvent, storeEvent } from '../library/store-event.ts';
import { quote, SendError } from '../model/errors.ts';
import type { Inputs } from './inputs.ts';
import { findMissingSecretsCause } from './missing-secrets.ts';
import { print } from './print.ts';

/** Checks the event of a step; faults are collected. Undefined if there is none to send. */
export function prepareStepEvent({ options, run }: Inputs): PreparedEvent | undefined {
  const { nowMs, env, faults } = run;
  const { event: text, eventKind, source = '', graphiteUrl } = options;
  if (text === undefined) return undefined;
  const cause = graphiteUrl === undefined && faults.count === 0 ? findMissingSecretsCause(env) : undefined;
  if (cause !== undefined) {
    print.notice(`The event is not sent: ${cause} has no secrets, and graphite-url is empty.`);
    return undefined;
  }
  const written = { text, tags: [eventKind], source, data: findRunUrl(env) };
  const names = { event: 'event', text: 'event', tags: 'event-kind' };
  return prepareEvent(written, { options, nowMs, names, faults });
}

/** Sends the event of a step. A failure is a warning, never a failed step. */
export async function sendStepEvent(
  prepared: PreparedEvent,
  { isDryRun, signal }: { readonly isDryRun: boolean; readonly signal: AbortSignal },
): Promise<void> {
  const { what, tags } = prepared.event;
  const words = `${quote(what)}, tags ${tags.join(', ')}`;
  if (isDryRun) return print.info(`Dry run: the event is not sent: ${words}.`);
  try {
    await storeEvent(prepared, signal);
    print.info(`Event: ${words}.`);
  } catch (error) {
    if (!(error instanceof SendError)) throw error;
    print.warning(`The event was not stored: ${error.message}`);
  }
}

/** The page of this run. */
function findRunUrl(env: NodeJS.ProcessEnv): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
  return server && repository && run ? `${server}/${repository}/actions/runs/${run}` : undefined;
}
