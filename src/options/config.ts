import type { SamplingTimes } from '../collect/runner/slot.ts';
import type { LineRules } from '../format/line-rules.ts';
import type { Rename } from '../model/result.ts';
import type { Limit } from './find-limit.ts';
import type { Options } from './options.ts';
import type { Server } from './parse-server.ts';
import type { Face } from './rows.ts';

/** The time limits of each part of sending, in milliseconds. */
export interface Limits {
  readonly totalMs: number;
  readonly connectMs: number;
  readonly writeMs: number;
  readonly confirmMs: number;
}

/** The TLS settings; every text is PEM. */
export interface TlsConfig {
  readonly ca: string | undefined;
  readonly cert: string | undefined;
  readonly key: string | undefined;
  readonly serverName: string | undefined;
}

/** The address of Graphite and the credentials. */
export interface GraphiteAccess {
  /** The address of graphite-web; it may have a path before `/render`. */
  readonly url: URL;
  /** The value of the header: `Bearer …` or `Basic …`. */
  readonly authorization?: string;
}

/** How to read back the sent points. */
export interface VerifyConfig {
  readonly access: GraphiteAccess;
  readonly timeoutMs: number;
}

/** How to compare a run with its history. */
export interface CheckConfig {
  readonly access: GraphiteAccess;
  readonly limits: readonly Limit[];
  readonly failOn: Options['failOn'];
  /** The length of the history in days. */
  readonly spanDays: number;
  /** The group of the run, and the group of the history. */
  readonly group: string;
  readonly against: string;
}

/** Options after every check. */
export interface Config {
  /** In order of preference; empty only in a dry run. */
  readonly servers: readonly Server[];
  readonly tls: TlsConfig | undefined;
  /** The prefix of each path on the wire only. */
  readonly apiKey: string | undefined;
  readonly retries: number;
  readonly spool: string | undefined;
  readonly verify: VerifyConfig | undefined;
  readonly check: CheckConfig | undefined;
  readonly lines: LineRules;
  /** The changes of group, source and scope that the user wrote. */
  readonly renames: readonly Rename[];
  /** The change of a source that was derived from the repository, the matrix leg or the host. */
  readonly derivedSource: Rename | undefined;
  /** The renames of words in the scope, which matter only for collected metrics. */
  readonly scopeRenames: readonly Rename[];
  readonly batchSize: number;
  /** Batches per connection: this limits what a fault can leave in doubt, and what a stream keeps in memory. */
  readonly windowSize: number;
  readonly sampling: SamplingTimes;
  readonly limits: Limits;
  readonly dryRun: boolean;
  /** Unusual settings that may be right. */
  readonly warnings: readonly string[];
  readonly face: Face;
}
