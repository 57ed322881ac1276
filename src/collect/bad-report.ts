import type { Fault } from '../model/errors.ts';

/** A report that cannot be counted; the reader of the file adds the location. */
export class BadReportError extends Error {
  override name = 'BadReportError';
  readonly fault: Omit<Fault, 'location'>;

  constructor(fault: Omit<Fault, 'location'>) {
    super(fault.rule);
    this.fault = fault;
  }
}
