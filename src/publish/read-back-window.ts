import type { Window } from '../format/format-windows.ts';
import type { Limits, VerifyConfig } from '../options/config.ts';
import { Budget } from '../send/budget.ts';
import type { Delivery, FailedWindowSink } from '../send/delivery.ts';
import { type ReadBack, readBack } from '../verify/read-back.ts';

/** Looks in Graphite for a delivered window and resends what is missing. Points that stay missing are kept. */
export async function readBackWindow(
  window: Window,
  how: {
    readonly delivery: Delivery;
    readonly failedWindows: FailedWindowSink | undefined;
    readonly signal: AbortSignal;
    readonly config: VerifyConfig;
    readonly limits: Limits;
  },
): Promise<ReadBack> {
  const { delivery, failedWindows, signal, config, limits } = how;
  const resend = async (missing: Window): Promise<void> => {
    const budget = new Budget(limits.totalMs);
    const outcome = await budget.spend(signal, (within) => delivery.resend(missing, within));
    if (outcome.delivery === 'failed') throw outcome.error;
  };
  const isKept = delivery.isUnconfirmed(window);
  const sent = { lines: delivery.lines, servers: [...delivery.servers].join(', ') };
  const found = await readBack(window, { config, signal, resend, isKept, sent });
  if (found.failure !== undefined) await delivery.fail(found.lost, found.failure, failedWindows);
  return found;
}
