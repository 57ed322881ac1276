import { BadReportError } from '../read-report.ts';

const UNDERSTOOD =
  "lcov, Cobertura, JaCoCo, Clover, Go's cover profile and Istanbul's coverage-summary.json or coverage-final.json";

/** The error for a file that is not a coverage report, or not in a supported format. */
export function notUnderstood(found: string, value?: string): BadReportError {
  return new BadReportError({
    rule: `a coverage report is one of ${UNDERSTOOD}, but this is ${found}`,
    ...(value === undefined ? {} : { value }),
    cure: 'Let the tool write one of these formats, or correct the pattern.',
  });
}

/** The error for an empty JSON map, which Istanbul writes if no source file was loaded. */
export function namesNoFile(): BadReportError {
  return new BadReportError({
    rule: 'this is a JSON map without a source file',
    cure: 'Did the tests run with coverage?',
  });
}

/** The error for a report that exceeds the memory limits. */
export function tooMuch(rule: string): BadReportError {
  return new BadReportError({ rule, cure: 'Split it into several reports, or leave out what is not yours.' });
}

/** The error for reports that exceed the limits together. */
export function tooMuchTogether(rule: string): BadReportError {
  return new BadReportError({ rule: `all reports together have ${rule}`, cure: 'Name fewer of them.' });
}

/** The error for a value that is impossible in the report's format. */
export function badValue(rule: string, value: string): BadReportError {
  return new BadReportError({ rule, value, cure: 'Was it cut off, or written by two at once?' });
}
