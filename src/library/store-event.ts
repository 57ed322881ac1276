import type { Faults } from '../model/faults.ts';
import type { GraphiteAccess } from '../options/config.ts';
import type { Options } from '../options/options.ts';
import { resolveTimestamp } from '../options/resolve.ts';
import { resolveAccess } from '../options/resolve-verify.ts';
import { startDeadline } from '../util/deadline.ts';
import {
  createEvent,
  type EventNames,
  type GraphiteEvent,
  sendEventTo,
  type WrittenEvent,
} from '../verify/graphite-event.ts';

const TIMEOUT_MS = 5_000;

/** An event whose parts were checked, and the Graphite that stores it. */
export interface PreparedEvent {
  readonly event: GraphiteEvent;
  readonly access: GraphiteAccess;
}

/** Checks an event and the address of Graphite; faults are collected. Undefined without an address. */
export function prepareEvent(
  written: Omit<WrittenEvent, 'when'>,
  given: {
    readonly options: Options;
    /** The time of an event without `timestamp`. */
    readonly nowMs: number;
    /** `event` is what needs the address, as its fault names it. */
    readonly names: EventNames & { readonly event: string };
    readonly faults: Faults;
  },
): PreparedEvent | undefined {
  const { options, nowMs, names, faults } = given;
  const access = resolveAccess(options, { reader: names.event, faults });
  const when = resolveTimestamp(options.timestamp, nowMs);
  const event = createEvent({ ...written, when }, { names, faults });
  return access && { event, access };
}

/** Stores an event within 5 s. @throws {SendError} if Graphite does not confirm it, or if the signal aborts. */
export async function storeEvent(
  { event, access }: PreparedEvent,
  signal: AbortSignal | undefined,
): Promise<void> {
  using deadline = startDeadline({ timeoutMs: TIMEOUT_MS, signal });
  await sendEventTo(event, { access, signal: deadline.signal });
}
