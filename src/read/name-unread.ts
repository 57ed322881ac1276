import { SendError } from '../model/errors.ts';
import { extendError } from '../util/abort.ts';

const MAX_UNREAD = 10;

/** Adds to the error of a stopped run what it has not started to read; returns any other error unchanged. */
export function nameUnread<Reason>(
  error: Reason,
  sources: readonly { readonly origin: string }[],
): Reason | SendError {
  if (!(error instanceof SendError) || sources.length === 0) return error;
  const rest = sources.length - MAX_UNREAD;
  const origins = sources.slice(0, MAX_UNREAD).map(({ origin }) => origin);
  const more = rest > 0 ? `, … and ${rest} more` : '';
  return extendError(error, `Not read: ${origins.join(', ')}${more}.`);
}
