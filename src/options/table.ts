import { DEFAULTS, type Face } from './defaults.ts';

/** One option as its users see it: action.yml, the README's tables and `--help` follow this table. */
export interface OptionSpec {
  /** The action's input and the command line's long option; the library's is the same in camel case. */
  readonly name: string;
  readonly faces: readonly Face[];
  /** The default as written; absent where there is none. */
  readonly defaults?: Readonly<Partial<Record<Face, string>>>;
  readonly help: string;
  /** The command line's words, where they differ. */
  readonly cli?: {
    readonly option?: string;
    readonly short?: string;
    readonly argument?: string;
    readonly help?: string;
    /** Shown by `--help-all` alone: what few runs need. */
    readonly isRare?: true;
    /** Known to `carbonclient run` alone. */
    readonly isForRun?: true;
  };
}

const ALL: readonly Face[] = ['action', 'cli', 'library'];
const SCRIPTS: readonly Face[] = ['cli', 'library'];

/** THE table of options. */
export const OPTIONS: readonly OptionSpec[] = [
  {
    name: 'server',
    faces: ALL,
    defaults: DEFAULTS.server,
    help: "Carbon's host; `host:port` and `[v6]:port` are understood and beat `port`. Several between commas: the next is tried when one is out of reach. Required unless `dry-run`.",
    cli: {
      short: 'c',
      argument: '<host>',
      help: 'host, host:port or [v6]:port; several between commas',
    },
  },
  {
    name: 'port',
    faces: ALL,
    defaults: DEFAULTS.port,
    help: "The port of Carbon's line receiver, 1 to 65535; 2004 is the pickle receiver's, which takes no lines.",
    cli: { short: 'p', argument: '<port>', help: "port of Carbon's line receiver" },
  },
  {
    name: 'group',
    faces: ALL,
    defaults: DEFAULTS.group,
    help: "The first nodes of every path; `''` leaves it out.",
    cli: { short: 'g', argument: '<path>', help: 'first nodes of every path' },
  },
  {
    name: 'source',
    faces: ALL,
    defaults: DEFAULTS.source,
    help: "What the metrics are about: the next nodes, one for each part between slashes; `''` leaves it out.",
    cli: {
      short: 's',
      argument: '<name>',
      help: 'what they are about (default: this host, or the CI repository)',
    },
  },
  {
    name: 'metric',
    faces: ALL,
    help: 'The name of one metric, a dotted path.',
    cli: { short: 'm', argument: '<path>', help: 'name of one metric' },
  },
  {
    name: 'value',
    faces: ALL,
    help: 'The value of `metric`: one decimal number, or `true` or `false`.',
    cli: { short: 'v', argument: '<number>', help: 'its value' },
  },
  {
    name: 'data',
    faces: ALL,
    help: 'Many metrics: a YAML (so also JSON) map, nested maps joined by dots; or a list of `{metric, value, timestamp?, tags?}`.',
    cli: { argument: '<file>', help: 'YAML or JSON map of metrics; - is standard input' },
  },
  {
    name: 'metrics',
    faces: ['action'],
    help: 'Another name for `data`; giving both is an error.',
  },
  {
    name: 'data-file',
    faces: ['action', 'library'],
    help: 'Files or globs, one a line, `!` excludes: `.yml`, `.yaml` and `.json` are read as `data`; anything else as plain lines `path value [timestamp]`, whose paths get group and source like all others.',
  },
  {
    name: 'data-format',
    faces: ['action', 'library'],
    help: 'How to read every `data-file`: `data` or `lines`. Default: by its ending.',
  },
  {
    name: 'file',
    faces: SCRIPTS,
    help: 'Files of plain lines `path value [timestamp]`, streamed window by window.',
    cli: {
      argument: '<file>',
      help: 'lines "path value [timestamp]", streamed; - is standard input',
    },
  },
  {
    name: 'if-no-files-found',
    faces: ALL,
    defaults: DEFAULTS['if-no-files-found'],
    help: 'What to do where `data-file`, `replay`, `junit`, `coverage` or `sizes` matches no file: `error`, `warn` or `ignore`. For a report everything else is still sent; with `when: post`, `error` is a warning in a job that failed or was cancelled.',
    cli: { argument: '<what>', help: 'error, warn or ignore', isRare: true },
  },
  {
    name: 'replay',
    faces: ALL,
    help: "Files or globs of full lines, sent exactly as they stand and only checked: for what an earlier run could not deliver. Never for files of a pull request's checkout: their author would choose the paths.",
    cli: {
      argument: '<file>',
      help: "file of full lines, sent exactly as they stand; what is confirmed goes from a spool's",
    },
  },
  {
    name: 'junit',
    faces: ALL,
    help: "Test reports in JUnit's XML, files or globs, one a line, `!` excludes: `tests.total`, `.passed`, `.failed`, `.errors`, `.skipped`, `.flaky`, `.duration_seconds`.",
    cli: { argument: '<glob>', help: 'JUnit reports: counts of tests and their duration' },
  },
  {
    name: 'junit-suites',
    faces: ALL,
    defaults: DEFAULTS['junit-suites'],
    help: 'The same for every suite, below `tests.suite.<name>`.',
    cli: { help: 'the same for every suite' },
  },
  {
    name: 'coverage',
    faces: ALL,
    help: "Coverage reports (lcov, Cobertura, JaCoCo, Clover, Istanbul's `coverage-summary.json`), files or globs: `coverage.{lines,branches,functions,statements}.{covered,total,percent}`. Several unite per source file and line.",
    cli: { argument: '<glob>', help: 'coverage reports: covered, total and percent' },
  },
  {
    name: 'sizes',
    faces: ALL,
    help: 'A YAML map of names to files or globs: `size.<name>.bytes`, `.gzip_bytes`, `.files`.',
    cli: { option: 'size', argument: '<name=glob>', help: 'size of files, also compressed (repeatable)' },
  },
  {
    name: 'on-bad-report',
    faces: ALL,
    defaults: DEFAULTS['on-bad-report'],
    help: 'What to do about a report that cannot be counted: `warn`, or `fail` after everything else was sent.',
    cli: { argument: '<what>', help: 'warn, or fail after everything else was sent', isRare: true },
  },
  {
    name: 'if-no-tests',
    faces: ALL,
    defaults: DEFAULTS['if-no-tests'],
    help: 'What to do where the reports of `junit` have not one test: `warn`, `fail` after everything else was sent, or `ignore`.',
    cli: { argument: '<what>', help: 'warn, fail after everything else was sent, or ignore', isRare: true },
  },
  {
    name: 'follow-symbolic-links',
    faces: ALL,
    defaults: DEFAULTS['follow-symbolic-links'],
    help: 'Let `data-file`, `replay`, `junit`, `coverage` and `sizes` follow links that lead out of the workspace, and into linked folders.',
    cli: { help: 'follow links that lead elsewhere', isRare: true },
  },
  {
    name: 'scope',
    faces: ALL,
    defaults: DEFAULTS.scope,
    help: "The nodes between source and what is collected by itself (not `metric` and `data`): a dotted path; `{workflow}` is the workflow's file, `{job}` the job's key, `{matrix}` the leg's values joined by `-`, each empty where there is none. `''` leaves it out.",
    cli: {
      argument: '<path>',
      help: 'nodes in front of what reports say',
      isRare: true,
    },
  },
  {
    name: 'job-metrics',
    faces: ['action'],
    defaults: DEFAULTS['job-metrics'],
    help: 'At the end of the job, send `job.duration_seconds`, `.success`, `.failure`, `.cancelled`, `.attempt`.',
  },
  {
    name: 'github-token',
    faces: ALL,
    help: 'With `job-metrics`: a token with `actions: read`, for `job.queued_seconds`, `job.setup_seconds`, and `step.<name>.duration_seconds` and `.success`. Masked.',
    cli: {
      option: 'github-times',
      help: 'queue, setup and step times of this GitHub job; the token is in GITHUB_TOKEN',
      isRare: true,
    },
  },
  {
    name: 'runner-metrics',
    faces: ALL,
    defaults: DEFAULTS['runner-metrics'],
    help: 'Measure CPU, memory, disk and network while the job runs, and send their means and maxima at its end.',
    cli: { help: 'measure CPU, memory, disk and network meanwhile', isForRun: true },
  },
  {
    name: 'runner-metrics-interval',
    faces: ['action', 'cli'],
    defaults: DEFAULTS['runner-metrics-interval'],
    help: 'Seconds between two measurements.',
    cli: { argument: '<seconds>', help: 'seconds between two measurements', isForRun: true },
  },
  {
    name: 'runner-metrics-slot',
    faces: ['action', 'cli'],
    defaults: DEFAULTS['runner-metrics-slot'],
    help: 'Seconds that one mean and one maximum stand for: the finest retention of your Graphite.',
    cli: { argument: '<seconds>', help: 'seconds that one mean and one maximum stand for', isForRun: true },
  },
  {
    name: 'name',
    faces: ['cli'],
    help: "What the command is called in its paths; default: its program's name.",
    cli: {
      argument: '<name>',
      help: "what the command is called in the paths (default: its program's name)",
      isForRun: true,
    },
  },
  {
    name: 'when',
    faces: ['action'],
    defaults: DEFAULTS.when,
    help: '`now`, or `post`: everything that this step names waits for the end of the job, so files made later are read; outputs are then empty.',
  },
  {
    name: 'tags',
    faces: ALL,
    help: 'A YAML map of Graphite tags for every metric.',
    cli: { option: 'tag', argument: '<name=value>', help: 'Graphite tag for every metric (repeatable)' },
  },
  {
    name: 'timestamp',
    faces: ALL,
    help: 'Epoch seconds, or ISO 8601 with a zone, for every metric without one of its own. Default: now.',
    cli: { short: 't', argument: '<time>', help: 'epoch seconds or ISO 8601 with a zone (default: now)' },
  },
  {
    name: 'extra-characters',
    faces: ALL,
    help: 'Punctuation that names may keep beyond letters, digits, `_`, `-` and `:`; some of ``! # $ % & + < = > @ ^ ` ~``.',
    cli: { argument: '<characters>', help: 'punctuation that names may keep', isRare: true },
  },
  {
    name: 'batch-size',
    faces: ALL,
    defaults: DEFAULTS['batch-size'],
    help: 'Lines per batch.',
    cli: { argument: '<lines>', help: 'lines per batch', isRare: true },
  },
  {
    name: 'window-size',
    faces: SCRIPTS,
    defaults: DEFAULTS['window-size'],
    help: 'Batches that one connection carries before it is closed and confirmed.',
    cli: { argument: '<batches>', help: 'batches that one connection carries', isRare: true },
  },
  {
    name: 'timeout',
    faces: ALL,
    defaults: DEFAULTS.timeout,
    help: "Seconds for sending this step's metrics (connecting 5, a stalled write 10, the confirmation 10 within it); `replay` has no total, only the others.",
    cli: { argument: '<seconds>', help: 'limit for sending; a stream has it for each window' },
  },
  {
    name: 'connect-timeout',
    faces: SCRIPTS,
    defaults: DEFAULTS['connect-timeout'],
    help: 'Seconds until a connection must stand.',
    cli: { argument: '<seconds>', help: 'limit for connecting', isRare: true },
  },
  {
    name: 'write-timeout',
    faces: SCRIPTS,
    defaults: DEFAULTS['write-timeout'],
    help: 'Seconds that a write may stand still.',
    cli: { argument: '<seconds>', help: 'limit for a stalled write', isRare: true },
  },
  {
    name: 'confirm-timeout',
    faces: SCRIPTS,
    defaults: DEFAULTS['confirm-timeout'],
    help: "Seconds to wait for the receiver's close.",
    cli: { argument: '<seconds>', help: "limit for the receiver's close", isRare: true },
  },
  {
    name: 'retries',
    faces: ALL,
    defaults: DEFAULTS.retries,
    help: 'How often what was not confirmed is sent again, byte for byte, within `timeout`.',
    cli: { argument: '<count>', help: 'how often to send again what was not confirmed' },
  },
  {
    name: 'spool',
    faces: ALL,
    defaults: DEFAULTS.spool,
    help: "The folder that keeps what was not confirmed, as a file of full lines for `replay`. `''`: keep nothing.",
    cli: { argument: '<folder>', help: 'keep what was not confirmed in this folder' },
  },
  {
    name: 'tls',
    faces: ALL,
    defaults: DEFAULTS.tls,
    help: 'Speak TLS; the certificate is always verified.',
    cli: { help: 'speak TLS; the certificate is always verified' },
  },
  {
    name: 'tls-ca',
    faces: ALL,
    help: "The authority to trust instead of the system's: PEM text (also in base64, or in one line with `\\n`) or a path.",
    cli: { argument: '<pem>', help: 'authority to trust: PEM text or a path', isRare: true },
  },
  {
    name: 'tls-cert',
    faces: ALL,
    help: 'The certificate to show: PEM text (also in base64, or in one line with `\\n`) or a path.',
    cli: { argument: '<pem>', help: 'certificate to show: PEM text or a path', isRare: true },
  },
  {
    name: 'tls-key',
    faces: ALL,
    help: 'Its private key: PEM text (also in base64, or in one line with `\\n`) or a path. Masked.',
    cli: { argument: '<pem>', help: 'its private key: PEM text or a path', isRare: true },
  },
  {
    name: 'tls-server-name',
    faces: ALL,
    help: "The name that the certificate must carry. Default: the server's.",
    cli: { argument: '<name>', help: 'name that the certificate must carry', isRare: true },
  },
  {
    name: 'verify',
    faces: ALL,
    defaults: DEFAULTS.verify,
    help: 'Read every point back from Graphite after sending; missing ones are sent again, and fail the step in the end.',
    cli: { help: 'read every point back from Graphite' },
  },
  {
    name: 'graphite-url',
    faces: ALL,
    help: 'Where Graphite answers `/render`, for `verify`: `https://graphite.example.com`.',
    cli: { argument: '<url>', help: 'where Graphite answers, for --verify' },
  },
  {
    name: 'verify-timeout',
    faces: ALL,
    defaults: DEFAULTS['verify-timeout'],
    help: 'Seconds for reading back the lines of one connection, before the next opens.',
    cli: { argument: '<seconds>', help: 'limit for reading back, for each connection', isRare: true },
  },
  {
    name: 'graphite-user',
    faces: ALL,
    help: 'The user for basic authentication.',
    cli: {
      argument: '<name>',
      help: 'user; the secret is in GRAPHITE_PASSWORD or GRAPHITE_TOKEN',
      isRare: true,
    },
  },
  {
    name: 'graphite-password',
    faces: ['action', 'library'],
    help: 'Its password. Masked.',
  },
  {
    name: 'graphite-token',
    faces: ['action', 'library'],
    help: 'A bearer token instead. Masked.',
  },
  {
    name: 'require-confirmation',
    faces: ['action'],
    defaults: DEFAULTS['require-confirmation'],
    help: '`true`: what was sent but not confirmed fails the step like a failed delivery.',
  },
  {
    name: 'fail-on-error',
    faces: ['action', 'cli'],
    help: '`false`: a delivery that failed is a warning; bad input always fails. Default: `true`; at the end of the job `false`.',
    cli: { help: 'what is not delivered fails a command that did not fail', isForRun: true },
  },
  {
    name: 'dry-run',
    faces: ALL,
    defaults: DEFAULTS['dry-run'],
    help: 'Format everything, send nothing, show the exact lines.',
    cli: { help: 'send nothing, print the exact lines' },
  },
  {
    name: 'summary',
    faces: ['action'],
    defaults: DEFAULTS.summary,
    help: 'Write the job summary.',
  },
  {
    name: 'matrix',
    faces: ['action', 'cli'],
    defaults: DEFAULTS.matrix,
    help: "The job's matrix, for `scope`, and to tell legs that overwrite each other. Filled in by the runner; leave it alone.",
    cli: { argument: '<json>', help: 'leg of the matrix, for the scope: toJSON(matrix)', isRare: true },
  },
  {
    name: 'job-status',
    faces: ALL,
    defaults: DEFAULTS['job-status'],
    help: 'How the job ended: `success`, `failure` or `cancelled`. Filled in by the runner; leave it alone.',
    cli: {
      argument: '<status>',
      help: 'how the job ended, as the CI system calls it: job.success, …',
      isRare: true,
    },
  },
  {
    name: 'job-started-at',
    faces: SCRIPTS,
    help: 'When the job began: `job.duration_seconds`.',
    cli: { argument: '<time>', help: 'when it began: job.duration_seconds', isRare: true },
  },
  {
    name: 'job-attempt',
    faces: SCRIPTS,
    help: 'Which attempt of the job this is, from 1: `job.attempt`.',
    cli: { argument: '<number>', help: 'which attempt this is, from 1: job.attempt', isRare: true },
  },
  {
    name: 'check-run-id',
    faces: ALL,
    defaults: DEFAULTS['check-run-id'],
    help: 'Which job this is, for `github-token`. Filled in by the runner; leave it alone.',
    cli: {
      argument: '<id>',
      help: 'which job it is, for --github-times: job.check_run_id',
      isRare: true,
    },
  },
];

/** The outputs of the action. */
export const OUTPUTS: ReadonlyArray<{ readonly name: string; readonly help: string }> = [
  {
    name: 'batches',
    help: 'How many batches were sent, each counted once: 1,234 metrics are 3; a dry run 0.',
  },
  { name: 'lines', help: 'How many lines were sent.' },
  { name: 'bytes', help: 'How many bytes were sent.' },
  {
    name: 'delivery',
    help: '`confirmed`, `sent`, `failed`, `skipped` or `dry-run`: the worst of the run.',
  },
  { name: 'server', help: 'Where it was sent, as `host:port`.' },
  { name: 'attempts', help: 'How many connections were tried for it, each server of the list counted.' },
  {
    name: 'evidence',
    help: "What a confirmation rests on: `kernel` (the runner's table of connections) or `close` (the order of the closes alone).",
  },
  { name: 'undelivered', help: 'How many lines were not confirmed.' },
  {
    name: 'undelivered-file',
    help: 'The file in `spool` that holds them, for `replay`; empty where there is none.',
  },
  { name: 'verified', help: 'How many points were read back; empty without `verify`.' },
  { name: 'missing', help: 'How many points were not found in the end; empty without `verify`.' },
];
