import type { Tags } from '../model/metric.ts';
import type { SoughtLine } from './batch.ts';
import type { PathRules } from './path.ts';

/** What turns the metrics of one run into lines. */
export interface LineRules {
  readonly paths: PathRules;
  /** The nodes of group and source, already formatted; may be empty. */
  readonly prefix: string;
  /** The nodes that keep collected metrics apart, already formatted; may be empty. */
  readonly scope: string;
  readonly tags: Tags;
  /** Epoch seconds, for every metric without a timestamp of its own. */
  readonly timestamp: number;
  /** Bytes of each line that are added on the wire. */
  readonly addedBytes: number;
}

/** Lines that were taken from their builder, and are not to be written again. */
export interface HeldLines {
  hasLine(line: SoughtLine): boolean;
}
