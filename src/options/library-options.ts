// begin types: written by scripts/docs.mjs
import type { CollectedRunner } from '../collect/runner/collect-runner.ts';
import type { Tags } from '../model/metric.ts';
import type { MetricData, MetricLimit, MetricValue, Progress, Timestamp } from './types.ts';

/** Where and how to send. Times are seconds. */
export interface SendOptions {
  /**
   * Carbon's host: `host`, `host:port` or `[v6]:port`, which beats `port`. Several between commas or one a
   * line: the next is tried when one is out of reach. Required unless `dryRun`.
   */
  readonly server?: string | undefined;
  /**
   * The port of Carbon's line receiver, 1 to 65535; 2004 is the pickle receiver's, which takes no lines.
   * Default: `2003`.
   */
  readonly port?: number | undefined;
  /**
   * The first nodes of every path. `auto`: `ci` (outside of CI `systems`); in a pull request and a merge
   * queue `ci-pull-requests`, and on a branch that is not the default one `ci-branches`, so that they do not
   * change the default branch's series. `''` leaves it out. Default: `'auto'`.
   */
  readonly group?: string | undefined;
  /**
   * What the metrics are about: the next nodes, one for each part between slashes; `''` leaves it out.
   * Default: the repository in CI, elsewhere this host's short name.
   */
  readonly source?: string | undefined;
  /** Graphite tags for every metric, as a map or as YAML. */
  readonly tags?: Tags | string | undefined;
  /** Epoch seconds, or ISO 8601 with a zone, for every metric without one of its own. Default: now. */
  readonly timestamp?: Timestamp | undefined;
  /**
   * Punctuation that names may keep beyond letters, digits, `_`, `-` and `:`; some of ``! # $ % & + < = > @ ^
   * ` ~``.
   */
  readonly extraCharacters?: string | undefined;
  /** Lines per batch. Default: `500`. */
  readonly batchSize?: number | undefined;
  /** Batches that one connection carries before it is closed and confirmed. Default: `64`. */
  readonly windowSize?: number | undefined;
  /**
   * Seconds for sending everything; a stream has it for each window, and `replay` has no total. Default:
   * `30`.
   */
  readonly timeout?: number | undefined;
  /**
   * Seconds for looking the server up, and again for connecting: all addresses of a name share them. Default:
   * `5`.
   */
  readonly connectTimeout?: number | undefined;
  /** Seconds that a write may stand still. Default: `10`. */
  readonly writeTimeout?: number | undefined;
  /** Seconds to wait for the receiver's close. Default: `10`. */
  readonly confirmTimeout?: number | undefined;
  /** How often what was not confirmed is sent again, byte for byte, within `timeout`. Default: `3`. */
  readonly retries?: number | undefined;
  /**
   * The folder that keeps what was not confirmed, as a file of full lines for `replay`. Absent: nothing is
   * kept.
   */
  readonly spool?: string | undefined;
  /** Speak TLS; the certificate is always verified. Default: `false`. */
  readonly tls?: boolean | undefined;
  /**
   * The authority to trust instead of the system's: PEM text (also in base64, or in one line with `\n`) or a
   * path.
   */
  readonly tlsCa?: string | undefined;
  /** The certificate to show: PEM text (also in base64, or in one line with `\n`) or a path. */
  readonly tlsCert?: string | undefined;
  /** Its private key: PEM text or a path. */
  readonly tlsKey?: string | undefined;
  /** The name that the certificate must carry. Default: the server's. */
  readonly tlsServerName?: string | undefined;
  /**
   * Read every point back from Graphite after sending; missing ones are sent again, and are a `SendError` in
   * the end. Default: `false`.
   */
  readonly verify?: boolean | undefined;
  /**
   * Where Graphite answers `/render`, for `verify`, `check` and the link in the job summary:
   * `https://graphite.example.com`.
   */
  readonly graphiteUrl?: string | undefined;
  /** Seconds for reading back the lines of one connection, before the next opens. Default: `120`. */
  readonly verifyTimeout?: number | undefined;
  /**
   * Compare every metric with its own history in Graphite (`graphiteUrl`) before it is sent; the verdicts are
   * in `check` of the result. Default: `false`.
   */
  readonly check?: boolean | undefined;
  /**
   * The group whose history counts, for pull requests and branches; source, scope and name stay. Default:
   * `ci` where the group is `auto`, else the group of the step.
   */
  readonly checkAgainst?: string | undefined;
  /**
   * By pattern (`*` is one node or a part of it, `**` any number), what is asked of the metrics that it
   * matches, as a map or as YAML. The first match counts.
   */
  readonly limits?: string | Readonly<Record<string, MetricLimit>> | undefined;
  /**
   * Which metrics `check` of the result lists as `failing`: none, those beyond a `min` or `max`, also those
   * that regressed, or also what is unusual. Default: `'limit'`.
   */
  readonly failOn?: 'never' | 'limit' | 'regression' | 'unusual' | undefined;
  /** How far back `check` reads: days, weeks or years. Default: `'90d'`. */
  readonly history?: string | undefined;
  /** The user for basic authentication. */
  readonly graphiteUser?: string | undefined;
  /** Its password. */
  readonly graphitePassword?: string | undefined;
  /** A bearer token instead of user and password. */
  readonly graphiteToken?: string | undefined;
  /**
   * The API key of a hosted Graphite: sent in front of every path (`<key>.path`), and shown, kept and read
   * back nowhere.
   */
  readonly apiKey?: string | undefined;
  /** Format everything and send nothing; `onDryRun` receives the exact lines. Default: `false`. */
  readonly dryRun?: boolean | undefined;
  /** Ends the run, which then rejects as `fetch` does: with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called after every window. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /**
   * Receives the exact lines of a dry run, a batch at a time; the next waits for a promise that it returns.
   */
  readonly onDryRun?: ((lines: string) => unknown) | undefined;
}

/** What a CI job produced and where to send it. Paths are relative to the current directory. */
export interface ReportOptions extends SendOptions {
  /** The name of one metric, a dotted path. */
  readonly metric?: string | undefined;
  /** The value of `metric`: one decimal number, or `true` or `false`. */
  readonly value?: MetricValue | undefined;
  /**
   * Many metrics: a map, nested maps joined by dots; a list or any iterable of `{metric, value, timestamp?,
   * tags?}` or `[name, value]`; or the text of YAML or JSON.
   */
  readonly data?: MetricData | undefined;
  /**
   * Files or globs, one a line, `!` excludes: `.yml`, `.yaml` and `.json` are read as `data`; anything else
   * as plain lines `path value [timestamp]`, whose paths get group and source like all others.
   */
  readonly dataFile?: string | readonly string[] | undefined;
  /** How to read every `dataFile`: `data` or `lines`. Default: by its ending. */
  readonly dataFormat?: 'data' | 'lines' | undefined;
  /** Files of plain lines `path value [timestamp]`, streamed window by window. */
  readonly file?: string | readonly string[] | undefined;
  /**
   * What to do where `dataFile`, `file`, `replay`, `junit`, `coverage` or `sizes` matches no file. For a
   * report everything else is still sent. Default: `'error'`.
   */
  readonly ifNoFilesFound?: 'error' | 'warn' | 'ignore' | undefined;
  /**
   * Files or globs of full lines, sent exactly as they stand and only checked: for what an earlier run could
   * not deliver. Never for files of a pull request's checkout: their author would choose the paths.
   */
  readonly replay?: string | readonly string[] | undefined;
  /**
   * Test reports in JUnit's XML, files or globs, one a line, `!` excludes: `tests.total`, `.passed`,
   * `.failed`, `.errors`, `.skipped`, `.flaky`, `.duration_seconds`.
   */
  readonly junit?: string | readonly string[] | undefined;
  /** The same for every suite, below `tests.suite.<name>`. Default: `false`. */
  readonly junitSuites?: boolean | undefined;
  /**
   * Coverage reports (lcov, Cobertura, JaCoCo, Clover, Go's cover profile, Istanbul's `coverage-summary.json`
   * and `coverage-final.json`), files or globs:
   * `coverage.{lines,branches,functions,statements}.{covered,total,percent}`. Several unite per source file
   * and line.
   */
  readonly coverage?: string | readonly string[] | undefined;
  /**
   * Names and the files or globs whose sizes they stand for, as a map or as YAML: `size.<name>.bytes`,
   * `.gzip_bytes`, `.files`.
   */
  readonly sizes?: string | Readonly<Record<string, string | readonly string[]>> | undefined;
  /**
   * What to do about a report that cannot be counted: `warn`, or `fail` after everything else was sent.
   * Default: `'warn'`.
   */
  readonly onBadReport?: 'warn' | 'fail' | undefined;
  /**
   * What to do where the reports of `junit` have not one test: `warn`, `fail` after everything else was sent,
   * or `ignore`. Default: `'warn'`.
   */
  readonly ifNoTests?: 'warn' | 'fail' | 'ignore' | undefined;
  /**
   * Let `dataFile`, `replay`, `junit`, `coverage` and `sizes` follow links that lead out of the workspace,
   * and into linked folders. Default: `false`.
   */
  readonly followSymbolicLinks?: boolean | undefined;
  /**
   * The nodes between source and what is collected from reports and the job: a dotted path. `{workflow}`,
   * `{job}` and `{matrix}` are what the CI system calls them, each empty where it does not tell, and outside
   * of CI. `{path}` is the folder of the reports, a node for each part: the reports of each folder are then
   * counted by themselves. `''` leaves it out. Default: `'{workflow}.{job}.{matrix}'`.
   */
  readonly scope?: string | undefined;
  /**
   * In a job of GitHub Actions, whose environment says which: a token with `actions: read`, for
   * `job.queued_seconds`, `job.setup_seconds`, and `step.<name>.duration_seconds` and `.success`. What GitHub
   * does not tell is a warning.
   */
  readonly githubToken?: string | undefined;
  /** What `measureRunner` found: `await measurement.end()`. Default: `false`. */
  readonly runnerMetrics?: CollectedRunner | undefined;
  /** How the job ended: `success`, `failure` or `cancelled`, in the words of any CI system. */
  readonly jobStatus?: string | undefined;
  /** When the job began: `job.duration_seconds`. */
  readonly jobStartedAt?: Timestamp | undefined;
  /** Which attempt of the job this is, from 1: `job.attempt`. */
  readonly jobAttempt?: number | undefined;
  /** `job.check_run_id`; without it the job is looked for by its name, attempt and runner. */
  readonly checkRunId?: string | undefined;
}

/** How often to measure. */
export interface MeasureOptions {
  /** Seconds between two measurements. Default: `5`. */
  readonly interval?: number | undefined;
  /**
   * Seconds that one mean and one maximum stand for: the finest retention of your Graphite. Default: `60`.
   */
  readonly slot?: number | undefined;
}
// end types
