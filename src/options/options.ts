import type { Tags } from '../model/metric.ts';
import { NAMED_ROWS } from './named-rows.ts';
import type { Face, OptionRow } from './rows.ts';
import type { TABLE } from './table.ts';
import type { MetricData, MetricLimit, MetricValue, Progress, Timestamp } from './types.ts';

type Table = typeof TABLE;

/** An option's name in the table. */
export type OptionName = keyof Table;

type CamelCase<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name;

/** The value of each kind of option after it was read. */
interface Values {
  readonly text: string;
  readonly pem: string;
  readonly url: string;
  readonly matrix: string;
  readonly status: string;
  readonly time: Timestamp;
  readonly value: MetricValue;
  readonly data: MetricData;
  readonly tags: Tags | string;
  readonly sizes: string | Readonly<Record<string, string | readonly string[]>>;
  readonly limits: string | Readonly<Record<string, MetricLimit>>;
  readonly span: string;
  readonly files: string | readonly string[];
  readonly boolean: boolean;
  readonly integer: number;
  readonly seconds: number;
  readonly signal: AbortSignal;
}

interface Functions {
  readonly 'on-progress': (progress: Progress) => void;
  readonly 'on-dry-run': (lines: string) => unknown;
}

type ValueOf<Name extends OptionName> = Name extends keyof Functions
  ? Functions[Name]
  : Table[Name] extends { readonly choices: readonly (infer Choice)[] }
    ? Choice
    : Table[Name]['kind'] extends keyof Values
      ? Values[Table[Name]['kind']]
      : never;

/** The options that have a default in every run. */
type Defaulted = {
  [Name in OptionName]: Table[Name] extends
    | { readonly default: string }
    | { readonly default: Readonly<Record<Face, string>> }
    ? Name
    : never;
}[OptionName];

/** The options after each was read separately: an invalid value is a fault and is replaced by the default. */
export type Options = {
  readonly [Name in Defaulted as CamelCase<Name>]: ValueOf<Name>;
} & {
  readonly [Name in Exclude<OptionName, Defaulted> as CamelCase<Name>]?: ValueOf<Name> | undefined;
};

/** Options as a face passes them, each as it was written. */
export type WrittenOptions = { readonly [Name in OptionName as CamelCase<Name>]?: unknown };

/** A row with its names. */
export type OptionSpec = OptionRow & {
  readonly name: OptionName;
  /** The name in camel case. */
  readonly key: keyof WrittenOptions;
};

/** The rows of the table in order. */
export const OPTIONS: readonly OptionSpec[] = NAMED_ROWS as readonly OptionSpec[];

/** The options of one face. */
export function listOptions(face: Face): readonly OptionSpec[] {
  return OPTIONS.filter(({ faces }) => faces === undefined || faces.includes(face));
}

/** One option. */
export function findOption(name: OptionName): OptionSpec {
  return OPTIONS.find((option) => option.name === name) as OptionSpec;
}

/** The default as written, if a face has one. GitHub fills in expressions, so a run treats them as no default. */
export function defaultOf({ default: written }: OptionRow, face: Face): string | undefined {
  return typeof written === 'string' ? written : written?.[face];
}

/** The name of an option in a face. */
export function nameFor({ name, key, cli, library }: OptionSpec, face: Face): string {
  if (face === 'action') return name;
  if (face === 'library') return library?.option ?? key;
  if (cli?.variable !== undefined && cli.argument === undefined) return cli.variable;
  return `--${cli?.option ?? name}`;
}
