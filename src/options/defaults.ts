/** The three ways in. */
export type Face = 'action' | 'cli' | 'library';

/** The defaults of the options, as written. Every run needs them, and few need the rest of the table of options. */
export const DEFAULTS = {
  server: { cli: 'carbon' },
  port: { action: '2003', cli: '2003', library: '2003' },
  group: { action: 'ci', cli: 'systems', library: 'systems' },
  source: { action: '${{ github.repository }}' },
  'if-no-files-found': { action: 'error', cli: 'error', library: 'error' },
  'junit-suites': { action: 'false', library: 'false' },
  'on-bad-report': { action: 'warn', cli: 'warn', library: 'warn' },
  'if-no-tests': { action: 'warn', cli: 'warn', library: 'warn' },
  'follow-symbolic-links': { action: 'false', library: 'false' },
  scope: {
    action: '{workflow}.{job}.{matrix}',
    cli: '{workflow}.{job}.{matrix}',
    library: '{workflow}.{job}.{matrix}',
  },
  'job-metrics': { action: 'false' },
  'runner-metrics': { action: 'false' },
  'runner-metrics-interval': { action: '5', cli: '5' },
  'runner-metrics-slot': { action: '60', cli: '60' },
  when: { action: 'now' },
  'batch-size': { action: '500', cli: '500', library: '500' },
  'window-size': { cli: '64', library: '64' },
  timeout: { action: '30', cli: '30', library: '30' },
  'connect-timeout': { cli: '5', library: '5' },
  'write-timeout': { cli: '10', library: '10' },
  'confirm-timeout': { cli: '10', library: '10' },
  retries: { action: '3', cli: '3', library: '3' },
  spool: { action: '${{ runner.temp }}/carbon-undelivered' },
  tls: { action: 'false', library: 'false' },
  verify: { action: 'false', library: 'false' },
  'verify-timeout': { action: '120', cli: '120', library: '120' },
  'require-confirmation': { action: 'false' },
  'dry-run': { action: 'false', library: 'false' },
  summary: { action: 'true' },
  matrix: { action: '${{ toJSON(matrix) }}' },
  'job-status': { action: '${{ job.status }}' },
  'check-run-id': { action: '${{ job.check_run_id }}' },
} as const;

/** The default of an option on one face, as written. */
export function defaultOf(name: string, face: Face): string | undefined {
  const defaults: Readonly<Record<string, Partial<Record<Face, string>>>> = DEFAULTS;
  return defaults[name]?.[face];
}
