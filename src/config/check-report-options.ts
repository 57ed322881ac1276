import type { Faults } from '../faults.ts';
import type { PublishOptions } from './publish-options.ts';
import { ScalarReader } from './scalars.ts';

/**
 * Checks the options that say how files are found and counted, for a run that does so later; faults are gathered. What
 * names the files is left alone: it may hold words that are filled in by then.
 */
export function checkReportOptions(options: PublishOptions, faults: Faults): void {
  const scalars = new ScalarReader(faults);
  scalars.boolean(options.junitSuites, { name: 'junit-suites', fallback: false });
  scalars.boolean(options.followSymbolicLinks, { name: 'follow-symbolic-links', fallback: false });
  scalars.choice(options.onBadReport, {
    name: 'on-bad-report',
    choices: ['warn', 'fail'],
    fallback: 'warn',
  });
  scalars.choice(options.ifNoFilesFound, {
    name: 'if-no-files-found',
    choices: ['error', 'warn', 'ignore'],
    fallback: 'error',
  });
  scalars.choice(options.dataFormat, { name: 'data-format', choices: ['data', 'lines'], fallback: 'data' });
}
