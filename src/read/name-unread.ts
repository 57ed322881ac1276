import { SendError } from '../model/errors.ts';
import { extendError } from '../util/abort.ts';

const MAX_UNREAD = 10;

/** The error of a run that was stopped, with what it has not begun to read; any other error as it is. */
export function nameUnread<Reason>(error: Reason, origins: readonly string[]): Reason | SendError {
  if (!(error instanceof SendError) || origins.length === 0) return error;
  const rest = origins.length - MAX_UNREAD;
  const more = rest > 0 ? `, … and ${rest} more` : '';
  return extendError(error, `Not read: ${origins.slice(0, MAX_UNREAD).join(', ')}${more}.`);
}
