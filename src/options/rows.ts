/** The three ways in. */
export type Face = 'action' | 'cli' | 'library';

/** What an option's value is, with its bounds: how it is read, and its type in the library, follow from it. */
export type Kind =
  /** One text. Where an empty one is a choice of its own, `keepsEmpty` tells it from an absent one. */
  | { readonly kind: 'text'; readonly keepsEmpty?: true }
  | {
      readonly kind:
        | 'pem'
        | 'url'
        | 'matrix'
        | 'status'
        | 'time'
        | 'value'
        | 'data'
        | 'tags'
        | 'sizes'
        | 'limits'
        | 'span'
        | 'files';
    }
  | { readonly kind: 'boolean' | 'seconds' | 'signal' | 'function' }
  | { readonly kind: 'integer'; readonly min: number; readonly max: number; readonly unit?: string }
  | { readonly kind: 'choice'; readonly choices: readonly string[] };

/** One row of the table of options. */
export type OptionRow = Kind & {
  /** The faces that know it; every face where that is not given. */
  readonly faces?: readonly Face[];
  /** The default as written: one text for every run, or one for each face that has one. */
  readonly default?: string | Readonly<Partial<Record<Face, string>>>;
  /** The words of `action.yml` and of the documents. */
  readonly help: string;
  /** Whether it names something to send. */
  readonly names?: true;
  /** Whether the action masks it. */
  readonly secret?: true;
  /** The command line's words, where they differ. */
  readonly cli?: {
    readonly option?: string;
    readonly short?: string;
    readonly argument?: string;
    readonly help?: string;
    /**
     * The environment variable that has it: on a command line every process of the machine could read it. An option with an
     * `argument` besides may be given as a flag, which beats the variable.
     */
    readonly variable?: string;
    /** Shown by `--help-all` alone: what few runs need. */
    readonly isRare?: true;
    /** Known to `carbonclient run` alone. */
    readonly isForRun?: true;
  };
  /** The library's words, where they differ. */
  readonly library?: {
    readonly option?: string;
    readonly help?: string;
    /** The type, where it does not follow from the kind. */
    readonly type?: string;
    /** The options that it is one of; `SendOptions` where that is not given. */
    readonly of?: 'ReportOptions' | 'MeasureOptions';
  };
};
