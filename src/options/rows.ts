/** The three faces. */
export type Face = 'action' | 'cli' | 'library';

/** The kind of an option's value with its bounds. It decides how the value is read and its type in the library. */
export type Kind =
  /** One text. `keepsEmpty` means that an empty text differs from an absent one. */
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
  /** The faces that have the option; by default all. */
  readonly faces?: readonly Face[];
  /** The default as written: one text for every face, or one for each face that has one. */
  readonly default?: string | Readonly<Partial<Record<Face, string>>>;
  /** The words of `action.yml` and of the documents. */
  readonly help: string;
  /** Whether it names something to send: metrics that the user wrote, or what the program collects. */
  readonly names?: 'named' | 'collected';
  /** Whether the action masks it. */
  readonly secret?: true;
  /** The command line's words, if they differ. */
  readonly cli?: {
    readonly option?: string;
    readonly short?: string;
    readonly argument?: string;
    readonly help?: string;
    /**
     * The environment variable that has the value, because every process of the machine can read a command line. With
     * an `argument`, the option may also be a flag, which overrides the variable.
     */
    readonly variable?: string;
    /** Shown by `--help-all` only: few runs need it. */
    readonly isRare?: true;
    /** For `carbonclient run` only. */
    readonly isForRun?: true;
  };
  /** The library's words, if they differ. */
  readonly library?: {
    readonly option?: string;
    readonly help?: string;
    /** The type, if it does not follow from the kind. */
    readonly type?: string;
    /** The option type that has it; by default `SendOptions`. */
    readonly of?: 'ReportOptions' | 'MeasureOptions';
  };
};
