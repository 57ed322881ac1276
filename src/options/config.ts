import type { SamplingTimes } from '../collect/runner/sampling-times.ts';
import type { LineRules } from '../format/line-rules.ts';
import type { Rename } from '../model/result.ts';
import type { Server } from './parse-server.ts';
import type { CheckConfig } from './resolve-check.ts';
import type { VerifyConfig } from './resolve-verify.ts';
import type { Face } from './rows.ts';
import type { TlsConfig } from './tls-config.ts';

/** How long each part of sending may take, in milliseconds. */
export interface Limits {
  readonly totalMs: number;
  readonly connectMs: number;
  readonly writeMs: number;
  readonly confirmMs: number;
}

/** Options after every check. */
export interface Config {
  /** In order of preference; empty only in a dry run. */
  readonly servers: readonly Server[];
  readonly tls: TlsConfig | undefined;
  /** What stands in front of each path on the wire, and nowhere else. */
  readonly apiKey: string | undefined;
  readonly retries: number;
  readonly spool: string | undefined;
  readonly verify: VerifyConfig | undefined;
  readonly check: CheckConfig | undefined;
  readonly lines: LineRules;
  /** The group and the scope, where they had to change. */
  readonly renames: readonly Rename[];
  /** The same of words in the scope, which matter only where something is collected. */
  readonly scopeRenames: readonly Rename[];
  readonly batchSize: number;
  /** Batches that one connection carries: what a fault can put in doubt, and what a stream holds in memory. */
  readonly windowSize: number;
  readonly sampling: SamplingTimes;
  readonly limits: Limits;
  readonly dryRun: boolean;
  /** What is strange, though it may be right. */
  readonly warnings: readonly string[];
  readonly face: Face;
}
