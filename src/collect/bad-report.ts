import type { Fault } from '../model/errors.ts';

/** A report that cannot be counted; whoever reads the file adds where it stands. */
export class BadReportError extends Error {
  override name = 'BadReportError';
  readonly fault: Omit<Fault, 'location'>;

  constructor(fault: Omit<Fault, 'location'>) {
    super(fault.rule);
    this.fault = fault;
  }
}
