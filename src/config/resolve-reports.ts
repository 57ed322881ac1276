import type { Faults } from '../faults.ts';
import type { PublishOptions } from './publish-options.ts';
import { ScalarReader } from './scalars.ts';

/** What to do where a pattern matches no file. */
export type MissingPolicy = 'error' | 'warn' | 'ignore';

/** How reports and files are to be read. */
export interface ReportRules {
  readonly junitSuites: boolean;
  readonly badReport: 'warn' | 'fail';
  readonly followLinks: boolean;
}

/** The rules as the options give them; faults are gathered. */
export function resolveReportRules(options: PublishOptions, faults: Faults): ReportRules {
  const scalars = new ScalarReader(faults);
  const isOn = (value: unknown, name: string): boolean => scalars.boolean(value, { name, fallback: false });
  return {
    junitSuites: isOn(options.junitSuites, 'junit-suites'),
    badReport: scalars.choice(options.onBadReport, {
      name: 'on-bad-report',
      choices: ['warn', 'fail'],
      fallback: 'warn',
    }),
    followLinks: isOn(options.followSymbolicLinks, 'follow-symbolic-links'),
  };
}

/** What `if-no-files-found` says; a fault is gathered. */
export function resolveMissingPolicy(options: PublishOptions, faults: Faults): MissingPolicy {
  return new ScalarReader(faults).choice<MissingPolicy>(options.ifNoFilesFound, {
    name: 'if-no-files-found',
    choices: ['error', 'warn', 'ignore'],
    fallback: 'error',
  });
}

/**
 * Checks what says how files are found and counted, for a run that does so later; faults are gathered. What names the
 * files is left alone: it may hold words that are filled in by then.
 */
export function checkReportOptions(options: PublishOptions, faults: Faults): void {
  resolveReportRules(options, faults);
  resolveMissingPolicy(options, faults);
  const format = { name: 'data-format', choices: ['data', 'lines'], fallback: 'data' } as const;
  new ScalarReader(faults).choice(options.dataFormat, format);
}
