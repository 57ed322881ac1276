/** The longest line that is sent, in bytes with its LF. carbon-cache closes the connection at 16,384. */
export const MAX_LINE_BYTES = 8192;

/** The shortest decimal that reads back as the same double. `value` is finite. */
export function formatValue(value: number): string {
  return String(value);
}

/** The end of every line of one timestamp (epoch seconds): a space, the timestamp, a line feed. */
export function formatLineEnd(timestamp: number): string {
  return ` ${timestamp}\n`;
}

/** The rule for a line that is too long when `addedBytes` are added on the wire. */
export function formatLengthRule(addedBytes: number): string {
  const added = addedBytes === 0 ? '' : `, ${addedBytes} of them for api-key`;
  return `a line has at most ${MAX_LINE_BYTES} bytes${added}`;
}
