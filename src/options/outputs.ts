/** One output of the action. */
export interface OutputRow {
  readonly name: string;
  readonly kind: 'text' | 'integer' | 'choice';
  readonly choices?: readonly string[];
  readonly help: string;
}

/** The outputs of the action. */
export const OUTPUTS: readonly OutputRow[] = [
  {
    name: 'batches',
    kind: 'integer',
    help: 'How many batches were sent, each counted once: 3 for 1,234 metrics, 0 for a dry run.',
  },
  { name: 'lines', kind: 'integer', help: 'How many lines were sent.' },
  { name: 'bytes', kind: 'integer', help: 'How many bytes were sent.' },
  {
    name: 'delivery',
    kind: 'choice',
    choices: ['confirmed', 'sent', 'failed', 'skipped', 'dry-run'],
    help: '`confirmed`, `sent`, `failed`, `skipped` or `dry-run`: the worst result of the run.',
  },
  { name: 'server', kind: 'text', help: 'The server that was used, as `host:port`.' },
  {
    name: 'attempts',
    kind: 'integer',
    help: 'How many connections were tried, over all servers.',
  },
  {
    name: 'evidence',
    kind: 'choice',
    choices: ['kernel', 'close'],
    help: "The proof of a confirmation: `kernel` (the runner's table of connections) or `close` (only the order of the closes).",
  },
  { name: 'undelivered', kind: 'integer', help: 'How many lines were not confirmed.' },
  {
    name: 'undelivered-file',
    kind: 'text',
    help: 'The file in `spool` with these lines, for `replay`; empty if there is none.',
  },
  {
    name: 'rejected',
    kind: 'integer',
    help: 'How many metrics with a fault were left out, with `fail-on-error: false`.',
  },
  { name: 'verified', kind: 'integer', help: 'How many points were read back; empty without `verify`.' },
  {
    name: 'missing',
    kind: 'integer',
    help: 'How many points were not found in the end; empty without `verify`.',
  },
  {
    name: 'verdict',
    kind: 'choice',
    choices: ['limit', 'regressed', 'unusual', 'improved', 'ok', 'short', 'unknown'],
    help: 'The worst verdict of `check`: `limit`, `regressed`, `unusual`, `improved`, `ok`, `short` or `unknown`; empty without `check`.',
  },
  {
    name: 'regressed',
    kind: 'text',
    help: 'The paths that regressed, as a JSON list; empty without `check`.',
  },
  {
    name: 'unusual',
    kind: 'text',
    help: 'The paths that are unusual in this run, as a JSON list; empty without `check`.',
  },
  {
    name: 'checked',
    kind: 'integer',
    help: 'How many metrics were compared with their history or limits; empty without `check`.',
  },
];
