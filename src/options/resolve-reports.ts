import { Faults } from '../model/faults.ts';
import { ScalarReader } from './scalars.ts';
import type { PublishOptions } from './types.ts';

/** What to do where a pattern matches no file. */
export type MissingPolicy = 'error' | 'warn' | 'ignore';

/** How reports are to be read. */
export interface ReportRules {
  readonly junitSuites: boolean;
  readonly badReport: 'warn' | 'fail';
  /** What to do where the reports have no test at all. */
  readonly noTests: 'warn' | 'fail' | 'ignore';
}

/** The rules as the options give them; faults are gathered. */
export function resolveReportRules(options: PublishOptions, faults: Faults = new Faults()): ReportRules {
  const scalars = new ScalarReader(faults);
  return {
    junitSuites: scalars.boolean(options.junitSuites, { name: 'junit-suites', fallback: false }),
    badReport: scalars.choice(options.onBadReport, {
      name: 'on-bad-report',
      choices: ['warn', 'fail'],
      fallback: 'warn',
    }),
    noTests: scalars.choice(options.ifNoTests, {
      name: 'if-no-tests',
      choices: ['warn', 'fail', 'ignore'],
      fallback: 'warn',
    }),
  };
}

/** What `if-no-files-found` says; a fault is gathered. */
export function resolveMissingPolicy(options: PublishOptions, faults: Faults = new Faults()): MissingPolicy {
  return new ScalarReader(faults).choice<MissingPolicy>(options.ifNoFilesFound, {
    name: 'if-no-files-found',
    choices: ['error', 'warn', 'ignore'],
    fallback: 'error',
  });
}

/** What `follow-symbolic-links` says; a fault is gathered. */
export function resolveFollowLinks(options: PublishOptions, faults: Faults = new Faults()): boolean {
  const option = { name: 'follow-symbolic-links', fallback: false };
  return new ScalarReader(faults).boolean(options.followSymbolicLinks, option);
}

/**
 * Checks what says how files are found and counted, whether or not the run names one; faults are gathered. Everything else
 * of this file may then leave them out.
 */
export function checkReportOptions(options: PublishOptions, faults: Faults): void {
  resolveReportRules(options, faults);
  resolveMissingPolicy(options, faults);
  resolveFollowLinks(options, faults);
  resolveDataFormat(options, faults);
}

/** How to read every `data-file`; nothing where its ending tells. A fault is gathered. */
export function resolveDataFormat(
  options: PublishOptions,
  faults: Faults = new Faults(),
): 'data' | 'lines' | undefined {
  const { dataFormat } = options;
  if (dataFormat === undefined || dataFormat === '') return undefined;
  const before = faults.count;
  const format = { name: 'data-format', choices: ['data', 'lines'], fallback: 'data' } as const;
  const chosen = new ScalarReader(faults).choice<'data' | 'lines'>(dataFormat, format);
  return faults.count === before ? chosen : undefined;
}
