import type { Faults } from '../model/faults.ts';
import type { ReportOptions } from './report-options.ts';

/** Every option of the library, which the compiler holds complete. */
const KNOWN: Readonly<Record<keyof ReportOptions, true>> = {
  batchSize: true,
  checkRunId: true,
  confirmTimeout: true,
  connectTimeout: true,
  coverage: true,
  data: true,
  dataFile: true,
  dataFormat: true,
  dryRun: true,
  extraCharacters: true,
  file: true,
  followSymbolicLinks: true,
  githubToken: true,
  graphitePassword: true,
  graphiteToken: true,
  graphiteUrl: true,
  graphiteUser: true,
  group: true,
  ifNoFilesFound: true,
  ifNoTests: true,
  jobAttempt: true,
  jobStartedAt: true,
  jobStatus: true,
  junit: true,
  junitSuites: true,
  metric: true,
  onBadReport: true,
  onDryRun: true,
  onProgress: true,
  port: true,
  replay: true,
  retries: true,
  runnerMetrics: true,
  scope: true,
  server: true,
  signal: true,
  sizes: true,
  source: true,
  spool: true,
  tags: true,
  timeout: true,
  timestamp: true,
  tls: true,
  tlsCa: true,
  tlsCert: true,
  tlsKey: true,
  tlsServerName: true,
  value: true,
  verify: true,
  verifyTimeout: true,
  windowSize: true,
  writeTimeout: true,
};

/** Finds options that are none: in JavaScript nobody else tells that `verifiy` reads nothing back. Faults are gathered. */
export function checkNames(options: object, faults: Faults): void {
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || Object.hasOwn(KNOWN, name)) continue;
    faults.add({
      location: name,
      rule: 'there is no such option',
      cure: 'Correct its spelling, or remove it.',
    });
  }
}
