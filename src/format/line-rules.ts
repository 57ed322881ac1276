import type { Tags } from '../model/metric.ts';
import type { WantedLine } from './batch.ts';
import type { PathRules } from './path.ts';

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

/** The rules for all lines of one run. */
export interface LineRules {
  readonly paths: PathRules;
  /** The nodes of group and source, already formatted; may be empty. */
  readonly prefix: string;
  /** The nodes that separate collected metrics, already formatted; may be empty. */
  readonly scope: string;
  /** The names of the scope from the one with the folder of the reports on; by default there is none. */
  readonly scopeEnd?: readonly string[];
  readonly tags: Tags;
  /** Epoch seconds, for every metric without its own timestamp. */
  readonly timestamp: number;
  /** The time of the run in epoch seconds, which timestamps are compared with; without it none is implausible. */
  readonly nowSeconds?: number;
  /** Whether expressions of a workflow fill in the values that are no content of a file. */
  readonly hasExpressions?: boolean;
  /** Bytes that are added to each line on the wire. */
  readonly addedBytes: number;
}

/** Lines that were already taken from the builder and must not repeat. */
export interface PendingLines {
  hasLine(line: WantedLine): boolean;
}
