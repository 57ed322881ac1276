import type { Collected } from '../model/collected.ts';
import type { Faults } from '../model/faults.ts';
import type { Tags } from '../model/metric.ts';
import type { JobNames } from './scope.ts';

/** What a metric's value may be: a number, or its decimal text; `true` is 1 and `false` 0. */
export type MetricValue = number | bigint | boolean | string;

/** When something was measured: epoch seconds (a fraction is floored), ISO 8601 with a zone, or a `Date`. */
export type Timestamp = number | string | Date;

/** One metric of a list. */
export interface MetricItem {
  readonly metric: string;
  readonly value: MetricValue;
  readonly timestamp?: Timestamp | undefined;
  readonly tags?: Tags | undefined;
}

/** A map of metrics; nested maps are joined by dots. */
export interface MetricTree {
  readonly [name: string]: MetricValue | MetricTree;
}

/** One metric of an iterable: an item, or a `[name, value]` pair as a `Map` yields it. */
export type MetricEntry = MetricItem | readonly [name: string, value: MetricValue];

/**
 * Many metrics. A text is YAML; a text, an object, a `Map` and an array are checked whole before anything is sent, any
 * other iterable window by window.
 */
export type MetricData =
  | string
  | MetricTree
  | ReadonlyMap<string, MetricValue | MetricTree>
  | readonly MetricEntry[]
  | Iterable<MetricEntry>
  | AsyncIterable<MetricEntry>;

/** How far a run has come, in lines whose window was confirmed or sent. */
export interface Progress {
  readonly lines: number;
  readonly bytes: number;
}

/** Where and how to send. Times are seconds; every text that is a number in the table of options may be a number. */
export interface SendOptions {
  /** Carbon's host: `host`, `host:port` or `[v6]:port`; several between commas. Required unless `dryRun`. */
  readonly server?: string | undefined;
  /** Default 2003. */
  readonly port?: number | string | undefined;
  /** The first nodes of every path; `''` leaves it out. */
  readonly group?: string | undefined;
  /** What the metrics are about, the next nodes; `''` leaves it out. */
  readonly source?: string | undefined;
  readonly tags?: Tags | string | undefined;
  /** For every metric without one of its own; default: the instant of the call. */
  readonly timestamp?: Timestamp | undefined;
  readonly extraCharacters?: string | undefined;
  /** Lines per batch; default 500. */
  readonly batchSize?: number | string | undefined;
  /** Batches that one connection carries before it is closed and confirmed; default 64. */
  readonly windowSize?: number | string | undefined;
  /** Seconds for sending everything; a stream has it for each window. Default 30. */
  readonly timeout?: number | string | undefined;
  /** Seconds until a connection must stand; default 5. */
  readonly connectTimeout?: number | string | undefined;
  /** Seconds that a write may stand still; default 10. */
  readonly writeTimeout?: number | string | undefined;
  /** Seconds to wait for the receiver's close; default 10. */
  readonly confirmTimeout?: number | string | undefined;
  /** How often what was not confirmed is sent again; default 3. */
  readonly retries?: number | string | undefined;
  /** The folder that keeps what was not confirmed; without one nothing is kept. */
  readonly spool?: string | undefined;
  /** Speak TLS; the certificate is always verified. */
  readonly tls?: boolean | string | undefined;
  /** The authority to trust instead of the system's: PEM text or a path. */
  readonly tlsCa?: string | undefined;
  /** The certificate to show: PEM text or a path. */
  readonly tlsCert?: string | undefined;
  /** Its private key: PEM text or a path. */
  readonly tlsKey?: string | undefined;
  /** The name that the certificate must carry; default: the server's. */
  readonly tlsServerName?: string | undefined;
  /** Read every point back from Graphite after sending. */
  readonly verify?: boolean | string | undefined;
  /** Where Graphite answers `/render`. */
  readonly graphiteUrl?: string | undefined;
  /** Seconds for reading back the lines of one connection, before the next opens; default 120. */
  readonly verifyTimeout?: number | string | undefined;
  readonly graphiteUser?: string | undefined;
  readonly graphitePassword?: string | undefined;
  /** A bearer token instead of user and password. */
  readonly graphiteToken?: string | undefined;
  /** Format everything and send nothing. */
  readonly dryRun?: boolean | string | undefined;
  /** Ends the run: what is under way counts as failed. */
  readonly signal?: AbortSignal | undefined;
  /** Called after every window. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Receives the exact lines of a dry run, a batch at a time. */
  readonly onDryRun?: ((lines: string) => void) | undefined;
}

/** Everything that one run can be given. */
export interface PublishOptions extends SendOptions {
  readonly metric?: string | undefined;
  readonly value?: MetricValue | undefined;
  readonly data?: MetricData | undefined;
  /** Files or globs, read as YAML or as plain lines. */
  readonly dataFile?: string | readonly string[] | undefined;
  readonly dataFormat?: string | undefined;
  /** Files or globs of plain lines, streamed; `-` is standard input where there is one. */
  readonly file?: string | readonly string[] | undefined;
  readonly ifNoFilesFound?: string | undefined;
  /** Files of full lines, sent exactly as they stand. */
  readonly replay?: string | readonly string[] | undefined;
  /** The nodes in front of what is collected by itself; `''` leaves them out. Default `{workflow}.{job}.{matrix}`. */
  readonly scope?: string | undefined;
  /** Files or globs of test reports in JUnit's XML. */
  readonly junit?: string | readonly string[] | undefined;
  /** Counts every suite by itself, too. */
  readonly junitSuites?: boolean | string | undefined;
  /** Files or globs of coverage reports. */
  readonly coverage?: string | readonly string[] | undefined;
  /** Names and the files or globs whose sizes they stand for; a text is YAML. */
  readonly sizes?: string | Readonly<Record<string, string | readonly string[]>> | undefined;
  /** `warn`, or `fail` after everything else was sent. */
  readonly onBadReport?: string | undefined;
  /** What to do where the test reports have no test at all: `warn`, `fail` after everything else was sent, or `ignore`. */
  readonly ifNoTests?: string | undefined;
  /** Follow links out of the workspace and into linked folders. */
  readonly followSymbolicLinks?: boolean | string | undefined;
  /** How the job ended: `success`, `failure` or `cancelled`, in the words of any CI system. */
  readonly jobStatus?: string | undefined;
  /** When the job began. */
  readonly jobStartedAt?: Timestamp | undefined;
  /** Which attempt of the job this is, from 1. */
  readonly jobAttempt?: number | string | undefined;
}

/** What the entry point knows and the core may not ask for itself. */
export interface RunContext {
  /** Decides the defaults. */
  readonly face: 'action' | 'cli' | 'library';
  /** The instant of the run, in milliseconds since the epoch. */
  readonly nowMs: number;
  /** The source where the options have none. */
  readonly defaultSource?: string | undefined;
  /** What fills the words of the scope. */
  readonly job?: JobNames | undefined;
  /** What the entry point found out by itself. */
  readonly collected?: Collected | undefined;
  /**
   * Whether what is collected is sent in spite of faults of what is named, which are told after it: at the end of a job
   * nobody can mend them and run it again.
   */
  readonly sendsCollectedDespiteFaults?: boolean | undefined;
  /** Faults that the entry point found already, to be reported with all others. */
  readonly faults?: Faults | undefined;
  /** Called with the size of every chunk read from a streamed file. */
  readonly onRead?: ((bytes: number) => void) | undefined;
  /** Standard input, for the file name `-`. */
  readonly stdin?: AsyncIterable<Uint8Array> | undefined;
  /** The CI's checkout, which links must not lead out of; without one, or elsewhere, it is the current directory. */
  readonly workspace?: string | undefined;
}
