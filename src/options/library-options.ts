// begin types: written by scripts/docs.mjs
import type { CollectedRunner } from '../collect/runner/collect-runner.ts';
import type { Tags } from '../model/metric.ts';
import type { MetricData, MetricLimit, MetricValue, Progress, Timestamp } from './types.ts';

/** Where and how to send. Times are seconds. */
export interface SendOptions {
  /**
   * Carbon's host: `host`, `host:port` or `[v6]:port`, which overrides `port`. Several hosts, separated by
   * commas or one a line, are tried in this order. Required unless `dryRun`.
   */
  readonly server?: string | undefined;
  /**
   * The port of Carbon's line receiver, 1 to 65535. 2004 is the pickle receiver, which accepts no lines.
   * Default: `2003`.
   */
  readonly port?: number | undefined;
  /**
   * The first nodes of every path. `auto` is `ci` (outside CI `systems`). It is `ci-pull-requests` in a pull
   * request or merge queue, and `ci-branches` on another branch than the default one, to keep their series
   * apart. `''` leaves it out. Default: `'auto'`.
   */
  readonly group?: string | undefined;
  /**
   * What the metrics are about: the nodes after the group, one for each part between slashes. `''` leaves it
   * out. Default: the repository in CI, elsewhere this host's short name.
   */
  readonly source?: string | undefined;
  /** Graphite tags for every metric, as a map or as YAML. */
  readonly tags?: Tags | string | undefined;
  /** Epoch seconds, or ISO 8601 with a zone, for every metric without its own. Default: now. */
  readonly timestamp?: Timestamp | undefined;
  /**
   * Punctuation that names may keep in addition to letters, digits, `_`, `-` and `:`: some of ``! # $ % & + <
   * = > @ ^ ` ~``.
   */
  readonly extraCharacters?: string | undefined;
  /** Lines per batch. Default: `500`. */
  readonly batchSize?: number | undefined;
  /** Batches per connection, which is then closed and confirmed. Default: `64`. */
  readonly windowSize?: number | undefined;
  /**
   * Seconds for sending everything. For a stream it is the limit of each window; `replay` has no total limit.
   * Default: `30`.
   */
  readonly timeout?: number | undefined;
  /**
   * Seconds for looking the server up, and again for connecting. All addresses of a name share them. Default:
   * `5`.
   */
  readonly connectTimeout?: number | undefined;
  /** Seconds that a write may be stalled. Default: `10`. */
  readonly writeTimeout?: number | undefined;
  /** Seconds to wait for the receiver's close. Default: `10`. */
  readonly confirmTimeout?: number | undefined;
  /** How often unconfirmed lines are sent again, byte for byte, within `timeout`. Default: `3`. */
  readonly retries?: number | undefined;
  /** The folder that keeps unconfirmed lines, as a file for `replay`. Absent: nothing is kept. */
  readonly spool?: string | undefined;
  /** Use TLS. The certificate is always verified. Default: `false`. */
  readonly tls?: boolean | undefined;
  /**
   * The authority to trust instead of those that Node trusts: PEM text (also in base64, or in one line with
   * `\n`) or a path.
   */
  readonly tlsCa?: string | undefined;
  /** The client certificate: PEM text (also in base64, or in one line with `\n`) or a path. */
  readonly tlsCert?: string | undefined;
  /** Its private key: PEM text or a path. */
  readonly tlsKey?: string | undefined;
  /** The name that the server's certificate must have. Default: the host of `server`. */
  readonly tlsServerName?: string | undefined;
  /**
   * Read every point back from Graphite after sending. Missing ones are sent again. If some stay missing, the
   * call rejects with a `SendError`. Default: `false`.
   */
  readonly verify?: boolean | undefined;
  /**
   * The address of Graphite, for `verify`, `check` and the link in the job summary:
   * `https://graphite.example.com`, where it answers `/render`.
   */
  readonly graphiteUrl?: string | undefined;
  /** Seconds for reading back the lines of one connection before the next one opens. Default: `120`. */
  readonly verifyTimeout?: number | undefined;
  /**
   * Compare every metric with its own history in Graphite (`graphiteUrl`) before it is sent. The verdicts are
   * in `check` of the result. Default: `false`.
   */
  readonly check?: boolean | undefined;
  /**
   * The group whose history counts, for pull requests and branches. Source, scope and name stay. Default:
   * `ci` if the group is `auto`, else the group of the step.
   */
  readonly checkAgainst?: string | undefined;
  /**
   * The limits of metrics by pattern (`*` is one node or a part of it, `**` any number), as a map or as YAML.
   * The first match counts.
   */
  readonly limits?: string | Readonly<Record<string, MetricLimit>> | undefined;
  /**
   * The metrics that `check` of the result lists as `failing`: none, those beyond a `min` or `max`, also
   * regressed ones, or also unusual ones. Default: `'limit'`.
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
   * The API key of a hosted Graphite. It is sent in front of every path (`<key>.path`), and never printed,
   * stored or read back.
   */
  readonly apiKey?: string | undefined;
  /** Format everything and send nothing; `onDryRun` receives the exact lines. Default: `false`. */
  readonly dryRun?: boolean | undefined;
  /** Ends the run. It then rejects with the signal's reason, as `fetch` does. */
  readonly signal?: AbortSignal | undefined;
  /** Called after every window. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /**
   * Gets the exact lines of a dry run, a batch at a time. The next batch waits for a promise that it returns.
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
   * Files or globs, one a line; `!` excludes. `.yml`, `.yaml` and `.json` are read as `data`, other files as
   * plain lines `path value [timestamp]`. Group and source are added to their paths.
   */
  readonly dataFile?: string | readonly string[] | undefined;
  /** How to read every `dataFile`: `data` or `lines`. Default: by its ending. */
  readonly dataFormat?: 'data' | 'lines' | undefined;
  /** Files of plain lines `path value [timestamp]`, streamed window by window. */
  readonly file?: string | readonly string[] | undefined;
  /**
   * What to do if `dataFile`, `file`, `replay`, `junit`, `coverage` or `sizes` matches no file. For a missing
   * report, the rest is still sent. Default: `'error'`.
   */
  readonly ifNoFilesFound?: 'error' | 'warn' | 'ignore' | undefined;
  /**
   * Files or globs of full lines, checked and sent unchanged: for what an earlier run could not deliver.
   * Never name files of a pull request's checkout: their author would choose the paths.
   */
  readonly replay?: string | readonly string[] | undefined;
  /**
   * Test reports in JUnit's XML, files or globs, one a line; `!` excludes: `tests.total`, `.passed`,
   * `.failed`, `.errors`, `.skipped`, `.flaky`, `.duration_seconds`.
   */
  readonly junit?: string | readonly string[] | undefined;
  /** The same for every suite, below `tests.suite.<name>`. Default: `false`. */
  readonly junitSuites?: boolean | undefined;
  /**
   * Coverage reports (lcov, Cobertura, JaCoCo, Clover, Go's cover profile, Istanbul's `coverage-summary.json`
   * and `coverage-final.json`), files or globs:
   * `coverage.{lines,branches,functions,statements}.{covered,total,percent}`. Several reports are merged per
   * source file and line.
   */
  readonly coverage?: string | readonly string[] | undefined;
  /** A map, or its YAML, of names to files or globs: `size.<name>.bytes`, `.gzip_bytes`, `.files`. */
  readonly sizes?: string | Readonly<Record<string, string | readonly string[]>> | undefined;
  /**
   * What to do about a report that cannot be counted: `warn`, or `fail` after the rest was sent. Default:
   * `'warn'`.
   */
  readonly onBadReport?: 'warn' | 'fail' | undefined;
  /**
   * What to do if the reports of `junit` have no test: `warn`, `fail` after the rest was sent, or `ignore`.
   * Default: `'warn'`.
   */
  readonly ifNoTests?: 'warn' | 'fail' | 'ignore' | undefined;
  /**
   * Let `dataFile`, `replay`, `junit`, `coverage` and `sizes` follow links that lead out of the workspace,
   * and into linked folders. Default: `false`.
   */
  readonly followSymbolicLinks?: boolean | undefined;
  /**
   * The nodes between the source and the metrics of reports and the job: a dotted path. `{workflow}`, `{job}`
   * and `{matrix}` are the CI system's names. Each is empty if the system has none, and outside CI. `{path}`
   * is the folder of the reports, one node for each part: the reports of each folder are then counted
   * separately. `''` leaves it out. Default: `'{workflow}.{job}.{matrix}'`.
   */
  readonly scope?: string | undefined;
  /**
   * In a job of GitHub Actions: a token with `actions: read`, for `job.queued_seconds`, `job.setup_seconds`,
   * `step.<name>.duration_seconds` and `.success`. The environment names the job. What GitHub does not answer
   * is a warning.
   */
  readonly githubToken?: string | undefined;
  /** The result of `measureRunner`: `await measurement.end()`. */
  readonly runnerMetrics?: CollectedRunner | undefined;
  /** The status of the job: `success`, `failure` or `cancelled`, or the word of any CI system. */
  readonly jobStatus?: string | undefined;
  /** The start of the job, for `job.duration_seconds`. */
  readonly jobStartedAt?: Timestamp | undefined;
  /** The attempt of the job, from 1: `job.attempt`. */
  readonly jobAttempt?: number | undefined;
  /** `job.check_run_id`. Without it the job is found by its name, attempt and runner. */
  readonly checkRunId?: string | undefined;
}

/** How often to measure. */
export interface MeasureOptions {
  /** Seconds between two measurements. Default: `5`. */
  readonly interval?: number | undefined;
  /** Seconds of one mean and one maximum. Use the finest retention of your Graphite. Default: `60`. */
  readonly slot?: number | undefined;
}
// end types
