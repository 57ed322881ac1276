import { expect, it } from 'vitest';
import { Faults } from '../../src/model/faults.ts';
import {
  resolveFollowLinks,
  resolveMissingPolicy,
  resolveReportRules,
} from '../../src/options/resolve-reports.ts';

it('has the defaults of the table', () => {
  const faults = new Faults();
  const rules = { junitSuites: false, badReport: 'warn', noTests: 'warn' };
  expect(resolveReportRules({}, faults)).toEqual(rules);
  expect(resolveMissingPolicy({}, faults)).toBe('error');
  expect(resolveFollowLinks({}, faults)).toBe(false);
  expect(faults.count).toBe(0);
});

it('reads what is written', () => {
  const faults = new Faults();
  const options = { junitSuites: 'true', onBadReport: 'fail', ifNoTests: 'ignore' };
  const rules = { junitSuites: true, badReport: 'fail', noTests: 'ignore' };
  expect(resolveReportRules(options, faults)).toEqual(rules);
  expect(resolveMissingPolicy({ ifNoFilesFound: 'ignore' }, faults)).toBe('ignore');
  expect(resolveFollowLinks({ followSymbolicLinks: 'true' }, faults)).toBe(true);
  expect(faults.count).toBe(0);
});

it('gathers what is wrong', () => {
  const faults = new Faults();
  resolveReportRules({ junitSuites: 'odd', onBadReport: 'odd', ifNoTests: 'odd' }, faults);
  resolveFollowLinks({ followSymbolicLinks: 'odd' }, faults);
  resolveMissingPolicy({ ifNoFilesFound: 'odd' }, faults);
  const names = [
    'junit-suites',
    'on-bad-report',
    'if-no-tests',
    'follow-symbolic-links',
    'if-no-files-found',
  ];
  expect(faults.toError().faults.map(({ location }) => location)).toEqual(names);
});
