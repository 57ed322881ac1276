import type { FaceRun } from '../library/publish-run.ts';
import { quote, SendError } from '../model/errors.ts';
import { resolveAccess } from '../options/resolve-verify.ts';
import { startDeadline } from '../util/deadline.ts';
import { createEvent } from '../verify/create-event.ts';
import { type GraphiteEvent, sendEventTo } from '../verify/send-event.ts';
import type { GraphiteAccess } from '../verify/verification.ts';
import type { Inputs } from './inputs.ts';
import { findMissingSecretsCause } from './missing-secrets.ts';
import { print } from './print.ts';

const TIMEOUT_MS = 5_000;

/** The event of a step, and where to send it. */
export interface StepEvent {
  readonly event: GraphiteEvent;
  readonly access: GraphiteAccess;
}

/** Checks the event of a step; faults are collected. Undefined if there is none to send. */
export function prepareEvent({ publish, faults }: Inputs, { nowMs, env }: FaceRun): StepEvent | undefined {
  const { event: text, eventKind, source = '', timestamp, graphiteUrl } = publish;
  if (text === undefined) return undefined;
  const cause = graphiteUrl === undefined && faults.count === 0 ? findMissingSecretsCause(env) : undefined;
  if (cause !== undefined) {
    print.notice(`The event is not sent: ${cause} has no secrets, and graphite-url is empty.`);
    return undefined;
  }
  const written = {
    text,
    tags: [eventKind],
    source,
    data: findRunUrl(env),
    when: toSeconds(timestamp, nowMs),
  };
  const event = createEvent(written, { text: 'event', tags: 'event-kind' }, faults);
  const access = resolveAccess(publish, 'event', faults);
  return access && { event, access };
}

/** Sends the event of a step. A failure is a warning, never a failed step. */
export async function sendStepEvent(
  { event, access }: StepEvent,
  { isDryRun, signal }: { readonly isDryRun: boolean; readonly signal: AbortSignal },
): Promise<void> {
  const words = `${quote(event.what)}, tags ${event.tags.join(', ')}`;
  if (isDryRun) return print.info(`Dry run: the event is not sent: ${words}.`);
  using deadline = startDeadline({ timeoutMs: TIMEOUT_MS, signal });
  try {
    await sendEventTo(event, { access, signal: deadline.signal });
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

function toSeconds(time: Date | number | string | undefined, nowMs: number): number {
  if (time === undefined) return Math.floor(nowMs / 1000);
  return Math.floor(time instanceof Date ? time.getTime() / 1000 : Number(time));
}
