import { SendError } from '../model/errors.ts';
import { extendError } from '../util/abort.ts';

const MAX_UNREAD = 10;

/** Adds to the error of a stopped run what it has not started to read; returns any other error unchanged. */
export function nameUnread<Reason>(error: Reason, origins: readonly string[]): Reason | SendError {
  if (!(error instanceof SendError) || origins.length === 0) return error;
  const rest = origins.length - MAX_UNREAD;
  const more = rest > 0 ? `, … and ${rest} more` : '';
  return extendError(error, `Not read: ${origins.slice(0, MAX_UNREAD).join(', ')}${more}.`);
}
