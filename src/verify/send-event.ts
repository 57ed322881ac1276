import { requestGraphite } from './request-graphite.ts';
import type { GraphiteAccess } from './verification.ts';

/** An event as Graphite stores it. */
export interface GraphiteEvent {
  readonly what: string;
  readonly tags: readonly string[];
  /** A further text, or an empty one. */
  readonly data: string;
  /** Epoch seconds. */
  readonly when: number;
}

/** Stores an event in Graphite. Every failure is a SendError that names the server and never a secret. */
export async function sendEventTo(
  event: GraphiteEvent,
  options: { readonly access: GraphiteAccess; readonly signal: AbortSignal },
): Promise<void> {
  // Without the slash at the end, graphite-web answers with a redirection.
  const request = { path: '/events/', body: JSON.stringify(event) };
  await requestGraphite(request, { ...options, isQuiet: true }, () => undefined);
}
