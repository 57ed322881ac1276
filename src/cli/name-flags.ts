import { CarbonError } from '../model/errors.ts';
import { OptionNamer } from '../options/name-options.ts';

let namer: OptionNamer | undefined;

/** A warning as the command line spells it: `--tls-ca` for `tls-ca`, `--file a.txt` for `file a.txt`. */
export function nameFlag(message: string): string {
  namer ??= new OptionNamer('cli');
  return namer.nameMessage(message);
}

/** The message of an error, with every option at its flag. */
export function formatWithFlags(error: Error): string {
  namer ??= new OptionNamer('cli');
  return error instanceof CarbonError ? namer.nameError(error).message : error.message;
}
