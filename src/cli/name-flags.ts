import { InputError } from '../model/errors.ts';
import { OPTIONS } from '../options/table.ts';

const FLAGS: ReadonlyMap<string, string> = new Map(
  OPTIONS.filter(({ faces }) => faces.includes('cli')).map(({ name, cli }) => [
    name,
    `--${cli?.option ?? name}`,
  ]),
);

/** Where something is wrong, as the command line spells it: `--tls-ca` for `tls-ca`, `--file a.txt` for `file a.txt`. */
export function nameFlag(location: string): string {
  return location.replace(/^[a-z]+(?:-[a-z]+)*(?=$|[ ,:])/, (word) => FLAGS.get(word) ?? word);
}

/** The message of an error, with every fault at its flag. */
export function formatWithFlags(error: Error): string {
  if (!(error instanceof InputError)) return error.message;
  const { count, consequence } = error;
  return new InputError(
    error.faults.map((fault) => ({ ...fault, location: nameFlag(fault.location) })),
    { count, consequence },
  ).message;
}
