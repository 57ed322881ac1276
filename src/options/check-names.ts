import { toText } from '../model/errors.ts';
import type { Faults } from '../model/faults.ts';
import { suggestName } from '../util/suggest-name.ts';
import { listOptions, nameFor } from './options.ts';

/** Reports unknown options of one of the library's types of options; faults are collected. */
export function checkNames(
  options: object,
  { of, faults }: { readonly of: 'ReportOptions' | 'MeasureOptions'; readonly faults: Faults },
): void {
  const isMeasuring = of === 'MeasureOptions';
  const rows = listOptions('library').filter(
    ({ library }) => (library?.of === 'MeasureOptions') === isMeasuring,
  );
  const known = new Set(rows.map((row) => nameFor(row, 'library')));
  refuseUnknown(options, { known, faults });
}

/**
 * Reports options that are not `known`: in JavaScript no compiler notices a misspelt `verifiy`. Faults are collected.
 * @throws {InputError} if the options are no object.
 */
export function refuseUnknown(
  options: object,
  { known, faults }: { readonly known: ReadonlySet<string>; readonly faults: Faults },
): void {
  if (typeof options !== 'object' || options === null) {
    const cure = 'Give an object with the options.';
    faults.add({ location: 'options', rule: 'they are an object', value: toText(options), cure });
    faults.throwIfAny();
  }
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || known.has(name)) continue;
    const cure = suggestName(name, [...known]) ?? 'Correct its spelling, or remove it.';
    faults.add({ location: name, rule: 'there is no such option', cure });
  }
}
